package dev.rapport.examples.churnstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyProgram;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.health.lifetime.BetaGeometricNbd;
import dev.rapport.health.lifetime.GammaGamma;
import dev.rapport.health.lifetime.Parameter;
import dev.rapport.health.lifetime.ParetoNbd;
import dev.rapport.health.lifetime.PurchaseModel;
import dev.rapport.health.lifetime.PurchaseSummaries;
import dev.rapport.model.problem.Checked;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** How often customers without contracts will still buy, and for how much. */
final class LifetimeStudy implements StudyProgram.Method {

    private static final double DAYS = 7;

    /** The purchases of each customer by day, split at the end of the calibration. */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    private record Purchases(
            PurchaseSummaries summaries, double[] meanAmount, double[] later, double holdoutWeeks, LocalDate end) {}

    @Override
    public Study study(StudyTable table, Arguments arguments) {
        Purchases purchases = read(table, arguments);
        PurchaseSummaries summaries = purchases.summaries();
        Map<String, Checked<? extends PurchaseModel>> models = new LinkedHashMap<>();
        models.put("BG/NBD", BetaGeometricNbd.fit(summaries));
        models.put("MBG/NBD", BetaGeometricNbd.fitModified(summaries));
        models.put("Pareto/NBD", ParetoNbd.fit(summaries));
        Optional<Checked<GammaGamma>> amounts = Optional.empty();
        if (arguments.find("amount").isPresent()) {
            double[] repeats = new double[summaries.size()];
            Arrays.setAll(repeats, summaries::repeats);
            amounts = Optional.of(GammaGamma.fit(repeats, purchases.meanAmount()));
        }
        Optional<Checked<GammaGamma>> gammaGamma = amounts;
        return new Study(
                "How often they will still buy",
                out -> {
                    out.field("customers", summaries.size());
                    out.field("calibrationEnd", purchases.end().toString());
                    out.field("unit", "weeks");
                    out.array("models", list -> {
                        models.forEach((name, checked) -> list.object(fields -> {
                            fields.field("name", name);
                            if (checked.find().isPresent()) {
                                PurchaseModel model = checked.find().get();
                                Results.parameters(fields, model.parameters());
                                fields.field("logLikelihood", model.logLikelihood());
                                if (purchases.holdoutWeeks() > 0) {
                                    fields.field("expectedInHoldout", expected(model, purchases));
                                }
                            } else {
                                fields.field("problem", checked.problems().render());
                            }
                        }));
                        gammaGamma.ifPresent(checked -> list.object(fields -> {
                            fields.field("name", "Gamma-Gamma");
                            if (checked.find().isPresent()) {
                                Results.parameters(fields, checked.find().get().parameters());
                                fields.field(
                                        "logLikelihood", checked.find().get().logLikelihood());
                                fields.field("leftOut", checked.find().get().leftOut());
                            } else {
                                fields.field("problem", checked.problems().render());
                            }
                        }));
                    });
                    if (purchases.holdoutWeeks() > 0) {
                        out.object("holdout", fields -> {
                            fields.field("weeks", purchases.holdoutWeeks());
                            fields.field(
                                    "purchases",
                                    Arrays.stream(purchases.later()).sum());
                        });
                    }
                },
                page -> page(page, models, gammaGamma, purchases),
                summary(models, purchases));
    }

    private static double expected(PurchaseModel model, Purchases purchases) {
        double sum = 0;
        PurchaseSummaries of = purchases.summaries();
        for (int i = 0; i < of.size(); i++) {
            sum += model.expectedPurchases(purchases.holdoutWeeks(), of.repeats(i), of.last(i), of.watched(i));
        }
        return sum;
    }

    private static Optional<LocalDate> date(String text) {
        String stripped = text.strip();
        try {
            return Optional.of(
                    stripped.length() == 8
                            ? LocalDate.parse(stripped, DateTimeFormatter.BASIC_ISO_DATE)
                            : LocalDate.parse(stripped.length() > 10 ? stripped.substring(0, 10) : stripped));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Purchases read(StudyTable table, Arguments arguments) {
        String id = arguments.get("id");
        String day = arguments.get("date");
        LocalDate end = arguments
                .findDate("calibration-end")
                .orElseThrow(() -> new UserError("option (--calibration-end) is missing.\nMaybe see --help."));
        table.requirePresent(id);
        table.require(day, field -> date(field).isPresent(), "must be a date like 2026-06-30 or 20260630");
        Optional<String> amount = arguments.find("amount");
        amount.ifPresent(column -> table.requireNumber(column, value -> true, "must be a number"));
        List<String> ids = table.text(id);
        List<String> days = table.text(day);
        double[] amounts = amount.map(table::numbers).orElse(new double[table.size()]);
        Map<String, TreeMap<LocalDate, Double>> byCustomer = new TreeMap<>();
        LocalDate last = end;
        for (int row = 0; row < ids.size(); row++) {
            LocalDate date = date(days.get(row)).orElseThrow();
            last = date.isAfter(last) ? date : last;
            byCustomer.computeIfAbsent(ids.get(row), key -> new TreeMap<>()).merge(date, amounts[row], Double::sum);
        }
        byCustomer.values().removeIf(dates -> dates.firstKey().isAfter(end));
        if (byCustomer.isEmpty()) {
            throw new UserError("option (--calibration-end " + end
                    + ") must be after the first purchase of somebody, was before all.");
        }
        return summarise(byCustomer.values(), end, ChronoUnit.DAYS.between(end, last) / DAYS);
    }

    private static Purchases summarise(
            Iterable<? extends NavigableMap<LocalDate, Double>> customers, LocalDate end, double holdout) {
        List<double[]> rows = new ArrayList<>();
        for (NavigableMap<LocalDate, Double> all : customers) {
            var seen = all.headMap(end, true);
            LocalDate first = seen.firstKey();
            double repeats = seen.size() - 1;
            double spent = seen.tailMap(first, false).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            rows.add(new double[] {
                repeats,
                ChronoUnit.DAYS.between(first, seen.lastKey()) / DAYS,
                ChronoUnit.DAYS.between(first, end) / DAYS,
                repeats > 0 ? spent / repeats : 0,
                all.size() - seen.size()
            });
        }
        double[][] columns = new double[5][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int j = 0; j < 5; j++) {
                columns[j][row] = rows.get(row)[j];
            }
        }
        return new Purchases(
                PurchaseSummaries.of(columns[0], columns[1], columns[2]), columns[3], columns[4], holdout, end);
    }

    private static void page(
            StudyPage page,
            Map<String, Checked<? extends PurchaseModel>> models,
            Optional<Checked<GammaGamma>> gammaGamma,
            Purchases purchases) {
        List<List<String>> rows = new ArrayList<>();
        List<StudyPage.Series> series = new ArrayList<>();
        models.forEach((name, checked) -> checked.find().ifPresent(model -> {
            add(rows, name, model.parameters(), model.logLikelihood());
            double[] x = new double[53];
            double[] y = new double[53];
            for (int week = 0; week < x.length; week++) {
                x[week] = week;
                y[week] = model.expectedPurchases(week);
            }
            series.add(new StudyPage.Series(name, x, y, false));
        }));
        gammaGamma
                .flatMap(Checked::find)
                .ifPresent(model -> add(rows, "Gamma-Gamma", model.parameters(), model.logLikelihood()));
        page.paragraph(
                purchases.summaries().size() + " customers, watched to " + purchases.end() + ". Times are weeks.");
        page.table(List.of("model", "parameter", "estimate", "standard error"), rows);
        page.lines("Purchases a new customer makes after the first", "weeks", "purchases", series);
    }

    private static void add(List<List<String>> rows, String name, List<Parameter> parameters, double likelihood) {
        parameters.forEach(one -> rows.add(
                List.of(name, one.name(), StudyPage.number(one.estimate()), StudyPage.number(one.standardError()))));
        rows.add(List.of(name, "log-likelihood", StudyPage.number(likelihood), ""));
    }

    private static List<String> summary(Map<String, Checked<? extends PurchaseModel>> models, Purchases purchases) {
        List<String> lines = new ArrayList<>();
        lines.add(purchases.summaries().size() + " customers, watched to " + purchases.end() + ".");
        models.forEach((name, checked) ->
                lines.add(
                        checked.find().isPresent()
                                ? name + ": log-likelihood "
                                        + StudyPage.number(checked.find().get().logLikelihood())
                                        + (purchases.holdoutWeeks() > 0
                                                ? ", expects "
                                                        + Math.round(expected(
                                                                checked.find().get(), purchases)) + " purchases in the "
                                                        + StudyPage.number(purchases.holdoutWeeks())
                                                        + " weeks after; there were "
                                                        + Math.round(Arrays.stream(purchases.later())
                                                                .sum())
                                                : "")
                                : name + ": " + checked.problems().render()));
        return lines;
    }
}
