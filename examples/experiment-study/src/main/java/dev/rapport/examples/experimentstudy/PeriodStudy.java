package dev.rapport.examples.experimentstudy;

import dev.rapport.engagement.experiment.ClusterErrors;
import dev.rapport.engagement.experiment.DifferenceInDifferences;
import dev.rapport.engagement.experiment.Effect;
import dev.rapport.engagement.experiment.EffectMethod;
import dev.rapport.engagement.experiment.Judgement;
import dev.rapport.engagement.experiment.StaggeredRollout;
import dev.rapport.examples.experimentstudy.Findings.Found;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One row for each customer and period. */
final class PeriodStudy {

    private static final String TRENDS =
            "This says what the treatment did only if the treated would have changed as the others"
                    + " did; no number here can tell.";
    private static final int MOST_PERIODS = 1000;

    private final Arguments arguments;
    private final Judgement judgement;
    private final List<String> periods;
    private final List<Row> rows = new ArrayList<>();
    /** Whether a cluster is treated, by period: both values where some of its rows are and some are not. */
    private final Map<String, SortedMap<Integer, NavigableSet<Boolean>>> treatments = new TreeMap<>();

    private record Row(String cluster, int period, Marked marked) {}

    private record Marked(boolean isTreated, double outcome) {}

    PeriodStudy(StudyTable table, Arguments arguments, Judgement judgement) {
        this.arguments = arguments;
        this.judgement = judgement;
        String period = arguments.get("period");
        table.requirePresent(arguments.get("cluster"));
        table.requirePresent(period);
        table.requireNumber(arguments.get("outcome"), value -> true, "must be a number");
        Arms arms = Arms.of(table.text(arguments.get("treatment")), arguments);
        if (arms.treated().size() > 1) {
            throw new UserError("option (--treated) must choose one of " + String.join(", ", arms.treated()) + ".");
        }
        boolean isNumeric = table.isNumeric(period);
        this.periods = table.distinct(period).stream()
                .sorted(isNumeric ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder())
                .toList();
        if (periods.size() < 2 || periods.size() > MOST_PERIODS) {
            throw new UserError("column (" + period + ") must hold 2 to " + MOST_PERIODS + " periods, holds "
                    + periods.size() + ".");
        }
        Map<String, Integer> positions = new HashMap<>();
        periods.forEach(one -> positions.put(one, positions.size()));
        List<String> marks = table.text(arguments.get("treatment"));
        List<String> clusters = table.text(arguments.get("cluster"));
        List<String> times = table.text(period);
        double[] outcomes = table.numbers(arguments.get("outcome"));
        for (int i = 0; i < outcomes.length; i++) {
            boolean isTreated = arms.treated().contains(marks.get(i));
            if (isTreated || marks.get(i).equals(arms.control())) {
                int at = positions.getOrDefault(times.get(i), 0);
                rows.add(new Row(clusters.get(i), at, new Marked(isTreated, outcomes[i])));
                treatments
                        .computeIfAbsent(clusters.get(i), name -> new TreeMap<>())
                        .computeIfAbsent(at, key -> new TreeSet<>())
                        .add(isTreated);
            }
        }
    }

    Findings findings() {
        return treatments.values().stream().anyMatch(PeriodStudy::changes) ? rollout() : marked();
    }

    /** Whether a cluster is not treated in one period, and is in another. */
    private static boolean changes(SortedMap<Integer, NavigableSet<Boolean>> ofCluster) {
        return ofCluster.values().stream().allMatch(marks -> marks.size() == 1)
                && ofCluster.values().stream()
                                .map(NavigableSet::first)
                                .distinct()
                                .count()
                        > 1;
    }

    /** The treated are marked in all periods. */
    private Findings marked() {
        int from = arguments.find("from").map(this::position).orElseGet(() -> {
            if (periods.size() > 2) {
                throw new UserError("option (--from) must say with which of the " + periods.size()
                        + " periods the treatment began, since the treated are marked in all.\nMaybe --from "
                        + periods.get(1)
                        + ".");
            }
            return 1;
        });
        DifferenceInDifferences.Builder study = DifferenceInDifferences.builder();
        rows.forEach(row -> study.add(
                row.cluster(),
                row.marked().isTreated(),
                row.period() >= from,
                row.marked().outcome()));
        return difference(study.build());
    }

    private int position(String period) {
        int at = periods.indexOf(period);
        if (at < 1) {
            throw new UserError("option (--from " + period + ") must be one of "
                    + String.join(", ", periods.subList(1, periods.size())) + ".");
        }
        return at;
    }

    private Findings difference(DifferenceInDifferences study) {
        ClusterErrors errors = study.suitingErrors();
        Findings findings =
                new Findings(arguments.get("outcome"), judgement, found(arguments.get("treatment"), study, errors));
        for (ClusterErrors other : ClusterErrors.values()) {
            if (other != errors) {
                findings.also(found(other.words(), study, other));
            }
        }
        findings.field(out -> out.object("means", fields -> {
            if (findings.headline().effect() instanceof Effect.Measured) {
                fields.field("treatedBefore", study.mean(true, false));
                fields.field("treatedAfter", study.mean(true, true));
                fields.field("othersBefore", study.mean(false, false));
                fields.field("othersAfter", study.mean(false, true));
            }
        }));
        double[] time = {0, 1};
        findings.section(page -> page.heading("Before and after")
                .lines(
                        "Mean " + arguments.get("outcome") + " before (0) and after (1) the treatment began",
                        "time",
                        "mean",
                        List.of(
                                series("treated", time, study.mean(true, false), study.mean(true, true)),
                                series("others", time, study.mean(false, false), study.mean(false, true)))));
        return findings.note(TRENDS);
    }

    private static StudyPage.Series series(String name, double[] time, double before, double after) {
        return new StudyPage.Series(name, time, new double[] {before, after}, false);
    }

    private Found found(String name, DifferenceInDifferences study, ClusterErrors errors) {
        Effect effect = study.effect(judgement, errors);
        return new Found(name, effect.method().words() + ", " + errors.words(), effect);
    }

    /** The treatment is marked when it happens. */
    private Findings rollout() {
        Map<String, Integer> starts = new TreeMap<>();
        treatments.forEach((cluster, ofCluster) -> ofCluster.entrySet().stream()
                .filter(period -> period.getValue().contains(true))
                .findFirst()
                .ifPresent(period -> starts.put(cluster, period.getKey())));
        checkLasting(starts);
        TreeSet<Integer> distinct = new TreeSet<>(starts.values());
        if (distinct.size() == 1 && distinct.first() > 0) {
            DifferenceInDifferences.Builder study = DifferenceInDifferences.builder();
            rows.forEach(row -> study.add(
                    row.cluster(),
                    starts.containsKey(row.cluster()),
                    row.period() >= distinct.first(),
                    row.marked().outcome()));
            return difference(study.build());
        }
        return byCohort(starts);
    }

    private void checkLasting(Map<String, Integer> starts) {
        treatments.forEach((cluster, ofCluster) -> ofCluster.forEach((period, marks) -> {
            int start = starts.getOrDefault(cluster, Integer.MAX_VALUE);
            if (marks.size() > 1 || (period > start && marks.contains(false))) {
                throw new UserError(
                        "cluster (" + cluster + ") must be treated as a whole and stay so once it is, was not in "
                                + periods.get(period) + ".\nMaybe --cluster with the column of the customer's id.");
            }
        }));
    }

    private Findings byCohort(Map<String, Integer> starts) {
        Map<String, TreeMap<Integer, List<Double>>> outcomes = new TreeMap<>();
        rows.forEach(row -> outcomes.computeIfAbsent(row.cluster(), name -> new TreeMap<>())
                .computeIfAbsent(row.period(), key -> new ArrayList<>())
                .add(row.marked().outcome()));
        StaggeredRollout.Builder builder = StaggeredRollout.builder();
        outcomes.forEach((cluster, ofCluster) -> ofCluster.forEach((period, values) -> builder.add(
                cluster,
                period,
                period >= starts.getOrDefault(cluster, Integer.MAX_VALUE),
                values.stream().mapToDouble(value -> value).sum() / values.size())));
        StaggeredRollout rollout = builder.build();
        Findings findings = new Findings(
                arguments.get("outcome"), judgement, Found.of(arguments.get("treatment"), rollout.effect(judgement)));
        findings.also(new Found(
                arguments.get("treatment") + ", jackknife",
                EffectMethod.GROUP_TIME.words() + ", " + ClusterErrors.JACKKNIFE.words(),
                rollout.effect(judgement, ClusterErrors.JACKKNIFE)));
        for (int distance = -periods.size(); distance < periods.size(); distance++) {
            if (rollout.effectAfter(distance, judgement) instanceof Effect.Measured measured) {
                findings.also(Found.of(named(distance), measured));
            }
        }
        left(rollout).ifPresent(findings::note);
        return findings.note(
                        "Clusters that began at different times are compared with those not yet treated, cluster by"
                                + " cluster. Effects before the beginning that differ from 0 say that they did not change alike anyway.")
                .note(TRENDS);
    }

    private static String named(int distance) {
        OptionalInt before = distance < 0 ? OptionalInt.of(-distance) : OptionalInt.empty();
        return before.isPresent() ? before.getAsInt() + " periods before" : distance + " periods after the first";
    }

    private static Optional<String> left(StaggeredRollout rollout) {
        return rollout.incomplete() + rollout.alwaysTreated() == 0
                ? Optional.empty()
                : Optional.of(rollout.incomplete() + " clusters without an outcome in each period and "
                        + rollout.alwaysTreated() + " treated from the first are left out.");
    }
}
