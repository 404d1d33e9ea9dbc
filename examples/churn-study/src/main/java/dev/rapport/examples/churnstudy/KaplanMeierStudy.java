package dev.rapport.examples.churnstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyProgram;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.health.estimate.Interval;
import dev.rapport.health.survival.KaplanMeier;
import dev.rapport.health.survival.LogRankTest;
import dev.rapport.health.survival.SurvivalCurve;
import dev.rapport.health.survival.SurvivalData;
import dev.rapport.model.json.JsonOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** How long they stay. */
final class KaplanMeierStudy implements StudyProgram.Method {

    private record Group(SurvivalData data, SurvivalCurve curve) {}

    @Override
    public Study study(StudyTable table, Arguments arguments) {
        Columns.requireSurvival(table, arguments);
        arguments.find("group").ifPresent(table::requirePresent);
        SurvivalData data = Columns.survival(table, arguments);
        Map<String, Group> groups = new TreeMap<>();
        Optional<LogRankTest.Result> test = Optional.empty();
        if (arguments.find("group").isPresent()) {
            List<String> labels = table.text(arguments.get("group"));
            for (String label : new TreeSet<>(labels)) {
                int[] rows = IntStream.range(0, labels.size())
                        .filter(row -> labels.get(row).equals(label))
                        .toArray();
                groups.put(label, group(data.select(rows)));
            }
            if (groups.size() > 1 && data.events() > 0) {
                test = Optional.of(LogRankTest.of(data, labels));
            }
        }
        Optional<LogRankTest.Result> logRank = test;
        Group all = group(data);
        return new Study(
                "How long they stay",
                out -> {
                    write(out, all);
                    if (!groups.isEmpty()) {
                        out.object(
                                "groups",
                                fields ->
                                        groups.forEach((name, group) -> fields.object(name, one -> write(one, group))));
                    }
                    if (logRank.isPresent()) {
                        out.object("logRank", fields -> {
                            Results.field(fields, "chiSquare", logRank.get().chiSquare());
                            fields.field("df", logRank.get().degreesOfFreedom());
                            Results.field(fields, "p", logRank.get().p());
                        });
                    } else {
                        out.nullField("logRank");
                    }
                },
                page -> page(page, groups.isEmpty() ? Map.of("all", all) : groups, logRank),
                summary(all, logRank));
    }

    private static Group group(SurvivalData data) {
        return new Group(data, KaplanMeier.of(data));
    }

    private static void write(JsonOut out, Group group) {
        SurvivalCurve curve = group.curve();
        out.field("n", group.data().size());
        out.field("events", group.data().events());
        SurvivalCurve.Quantile median = curve.median();
        out.object("median", fields -> {
            Results.field(fields, "estimate", median.estimate());
            Results.field(fields, "lower", median.lower());
            Results.field(fields, "upper", median.upper());
        });
        out.array(
                "curve",
                list -> IntStream.range(0, curve.size())
                        .forEach(row -> list.object(point -> {
                            Optional<Interval> interval = curve.interval(row);
                            point.field("time", curve.time(row));
                            point.field("atRisk", curve.atRisk(row));
                            point.field("events", curve.events(row));
                            point.field("censored", curve.censored(row));
                            point.field("survival", curve.survival(row));
                            point.field("standardError", curve.standardError(row));
                            Results.field(
                                    point, "lower", interval.map(Interval::low).orElse(Double.NaN));
                            Results.field(
                                    point, "upper", interval.map(Interval::high).orElse(Double.NaN));
                        })));
    }

    private static void page(StudyPage page, Map<String, Group> groups, Optional<LogRankTest.Result> logRank) {
        List<StudyPage.Series> series = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        groups.forEach((name, group) -> {
            SurvivalCurve curve = group.curve();
            double[] x = new double[curve.size() + 1];
            double[] y = new double[curve.size() + 1];
            y[0] = 1;
            for (int row = 0; row < curve.size(); row++) {
                x[row + 1] = curve.time(row);
                y[row + 1] = curve.survival(row);
            }
            series.add(new StudyPage.Series(name, x, y, true));
            SurvivalCurve.Quantile median = curve.median();
            rows.add(List.of(
                    name,
                    StudyPage.number(group.data().size()),
                    StudyPage.number(group.data().events()),
                    StudyPage.number(median.estimate().orElse(Double.NaN)),
                    StudyPage.number(median.lower().orElse(Double.NaN)),
                    StudyPage.number(median.upper().orElse(Double.NaN))));
        });
        page.lines("Share that is still there", "time", "share", series);
        page.table(List.of("group", "rows", "events", "median", "95 % from", "to"), rows);
        logRank.ifPresent(test -> page.paragraph("Log-rank test: chi-square " + StudyPage.number(test.chiSquare())
                + " on " + test.degreesOfFreedom() + " degrees of freedom, p = " + StudyPage.number(test.p()) + "."));
    }

    private static List<String> summary(Group all, Optional<LogRankTest.Result> logRank) {
        List<String> lines = new ArrayList<>();
        SurvivalCurve.Quantile median = all.curve().median();
        lines.add(all.data().size() + " rows, " + all.data().events() + " events. Half have left after "
                + (median.estimate().isPresent()
                        ? StudyPage.number(median.estimate().getAsDouble()) + "."
                        : "longer than anybody was watched."));
        logRank.ifPresent(test -> lines.add("Between groups: log-rank chi-square " + StudyPage.number(test.chiSquare())
                + ", p = " + StudyPage.number(test.p()) + "."));
        return lines;
    }
}
