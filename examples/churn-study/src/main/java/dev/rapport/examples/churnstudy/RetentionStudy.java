package dev.rapport.examples.churnstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyProgram;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.health.lifetime.BetaDiscreteWeibull;
import dev.rapport.health.lifetime.ContractLifetime;
import dev.rapport.health.lifetime.Parameter;
import dev.rapport.health.lifetime.RetentionTable;
import dev.rapport.health.lifetime.ShiftedBetaGeometric;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.problem.Checked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How retention goes on: the shifted beta-geometric and the beta-discrete-Weibull model. */
final class RetentionStudy implements StudyProgram.Method {

    private static final int AHEAD = 5;

    /** The models of some cohorts, or why one could not be fitted. */
    private record Models(RetentionTable table, Map<String, Checked<? extends ContractLifetime>> byName) {

        static Models of(RetentionTable table) {
            Map<String, Checked<? extends ContractLifetime>> models = new LinkedHashMap<>();
            models.put("sBG", ShiftedBetaGeometric.fit(table));
            models.put("BdW", BetaDiscreteWeibull.fit(table));
            return new Models(table, models);
        }
    }

    @Override
    public Study study(StudyTable table, Arguments arguments) {
        Map<String, double[]> alive = read(table);
        RetentionTable together = null;
        Map<String, Models> cohorts = new LinkedHashMap<>();
        for (Map.Entry<String, double[]> cohort : alive.entrySet()) {
            try {
                together = together == null ? RetentionTable.of(cohort.getValue()) : together.and(cohort.getValue());
                cohorts.put(cohort.getKey(), Models.of(RetentionTable.of(cohort.getValue())));
            } catch (IllegalArgumentException e) {
                throw new UserError("cohort (" + cohort.getKey() + "): " + e.getMessage(), e);
            }
        }
        Models all = Models.of(java.util.Objects.requireNonNull(together));
        return new Study(
                "How retention goes on",
                out -> {
                    write(out, all);
                    if (cohorts.size() > 1) {
                        out.object(
                                "cohorts",
                                fields -> cohorts.forEach((name, one) -> fields.object(name, o -> write(o, one))));
                    }
                },
                page -> page(page, alive, cohorts, all),
                summary(all));
    }

    private static Map<String, double[]> read(StudyTable table) {
        table.requirePresent("cohort");
        table.requireNumber(
                "period",
                value -> value >= 0 && value == Math.rint(value) && value < 10_000,
                "must be a whole number of at least 0");
        table.requireNumber("alive", value -> value >= 0, "must be a number of at least 0");
        List<String> names = table.text("cohort");
        double[] periods = table.numbers("period");
        double[] numbers = table.numbers("alive");
        Map<String, TreeMap<Integer, Double>> byCohort = new TreeMap<>();
        for (int row = 0; row < periods.length; row++) {
            Double before = byCohort.computeIfAbsent(names.get(row), name -> new TreeMap<>())
                    .put((int) periods[row], numbers[row]);
            if (before != null) {
                throw new UserError("cohort (" + names.get(row) + ") must have each period once, had "
                        + (int) periods[row] + " twice.");
            }
        }
        Map<String, double[]> alive = new LinkedHashMap<>();
        byCohort.forEach((name, values) -> {
            if (values.firstKey() != 0 || values.lastKey() != values.size() - 1) {
                throw new UserError("cohort (" + name + ") must have every period from 0 on, had " + values.keySet()
                        + ".\nMaybe the first number of customers is missing: it is period 0.");
            }
            alive.put(
                    name,
                    values.values().stream().mapToDouble(Double::doubleValue).toArray());
        });
        return alive;
    }

    private static void write(JsonOut out, Models models) {
        out.field("customers", models.table().customers());
        out.field("periods", models.table().periods());
        out.array(
                "models",
                list -> models.byName()
                        .forEach((name, checked) -> list.object(fields -> {
                            fields.field("name", name);
                            if (checked.find().isPresent()) {
                                write(
                                        fields,
                                        checked.find().get(),
                                        models.table().periods());
                            } else {
                                fields.field("problem", checked.problems().render());
                            }
                        })));
    }

    private static void write(JsonOut out, ContractLifetime model, int periods) {
        Results.parameters(out, model.parameters());
        out.field("logLikelihood", model.logLikelihood());
        Results.field(out, "expectedLifetime", model.expectedLifetime());
        out.array(
                "survival",
                list -> IntStream.rangeClosed(0, periods + AHEAD).forEach(t -> list.value(model.survival(t))));
        out.array(
                "retention",
                list -> IntStream.rangeClosed(1, periods + AHEAD).forEach(t -> list.value(model.retention(t))));
    }

    private static void page(StudyPage page, Map<String, double[]> alive, Map<String, Models> cohorts, Models all) {
        cohorts.forEach((name, models) -> {
            double[] seen = alive.getOrDefault(name, new double[] {1});
            List<StudyPage.Series> series = new ArrayList<>();
            series.add(new StudyPage.Series(
                    "observed",
                    IntStream.range(0, seen.length).asDoubleStream().toArray(),
                    Arrays.stream(seen).map(value -> value / seen[0]).toArray(),
                    false));
            models.byName()
                    .forEach((model, checked) -> checked.find()
                            .ifPresent(fitted -> series.add(new StudyPage.Series(
                                    model,
                                    IntStream.rangeClosed(0, seen.length - 1 + AHEAD)
                                            .asDoubleStream()
                                            .toArray(),
                                    IntStream.rangeClosed(0, seen.length - 1 + AHEAD)
                                            .mapToDouble(fitted::survival)
                                            .toArray(),
                                    false))));
            page.heading(name).lines("Share that is still there: " + name, "period", "share", series);
            table(page, models);
        });
        if (cohorts.size() > 1) {
            page.heading("All cohorts together");
            table(page, all);
        }
    }

    private static void table(StudyPage page, Models models) {
        List<List<String>> rows = new ArrayList<>();
        models.byName().forEach((name, checked) -> {
            if (checked.find().isPresent()) {
                ContractLifetime model = checked.find().get();
                for (Parameter parameter : model.parameters()) {
                    rows.add(List.of(
                            name,
                            parameter.name(),
                            StudyPage.number(parameter.estimate()),
                            StudyPage.number(parameter.standardError())));
                }
                rows.add(List.of(name, "log-likelihood", StudyPage.number(model.logLikelihood()), ""));
            } else {
                page.paragraph(name + ": " + checked.problems().render());
            }
        });
        page.table(List.of("model", "parameter", "estimate", "standard error"), rows);
    }

    private static List<String> summary(Models all) {
        List<String> lines = new ArrayList<>();
        all.byName()
                .forEach((name, checked) -> lines.add(
                        checked.find().isPresent()
                                ? name + ": "
                                        + checked.find().get().parameters().stream()
                                                .map(one -> one.name() + " " + StudyPage.number(one.estimate()))
                                                .toList()
                                : name + ": " + checked.problems().render()));
        return lines;
    }
}
