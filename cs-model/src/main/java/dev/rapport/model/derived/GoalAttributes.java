package dev.rapport.model.derived;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Usage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;

/** What customers want, how far they have come, and how they begin. */
final class GoalAttributes {

    private static final String ONBOARDING = "onboarding";

    private GoalAttributes() {}

    static List<DerivedAttribute<?>> goals() {
        return List.of(
                mean(StandardAttributes.GOALS_PROGRESS, goal -> true, share -> share, "goal"),
                mean(StandardAttributes.GOALS_ACHIEVED_SHARE, goal -> true, share -> share == 1 ? 1 : 0, "goal"));
    }

    static List<DerivedAttribute<?>> onboarding() {
        return List.of(
                mean(
                        StandardAttributes.ONBOARDING_PROGRESS,
                        goal -> ONBOARDING.equals(goal.valueOrNull(Goal.KIND)),
                        share -> share,
                        "goal of the kind onboarding"),
                new DerivedAttribute<>(
                        StandardAttributes.ONBOARDING_DAYS_TO_FIRST_VALUE,
                        Requirements.series(Usage.SERIES),
                        GoalAttributes::daysToFirstValue));
    }

    private static DerivedAttribute<Double> mean(
            AttributeKey<Double> key, Predicate<Entry> which, DoubleUnaryOperator ofProgress, String what) {
        return new DerivedAttribute<>(key, Requirements.series(Goal.SERIES), view -> {
            List<Entry> measured = new ArrayList<>();
            List<Double> shares = new ArrayList<>();
            for (Entry goal : view.entries(Goal.SERIES)) {
                Optional<Double> progress = which.test(goal) ? progress(goal) : Optional.empty();
                if (progress.isPresent()) {
                    shares.add(ofProgress.applyAsDouble(progress.get()));
                    measured.add(goal);
                }
            }
            double sum =
                    Gathered.sum(shares.stream().mapToDouble(share -> share).toArray());
            return measured.isEmpty()
                    ? Reading.missing("no " + what + " has a baseline, a target and a realised value")
                    : Gathered.number(sum / measured.size(), Gathered.provenance(measured, "goals"));
        });
    }

    /** The share of the way from baseline to target, 0 to 1; empty where there is no way or no place on it. */
    private static Optional<Double> progress(Entry goal) {
        Double baseline = goal.valueOrNull(Goal.BASELINE);
        Double target = goal.valueOrNull(Goal.TARGET);
        Double realised = goal.valueOrNull(Goal.REALISED);
        return baseline == null || target == null || realised == null || target.equals(baseline)
                ? Optional.empty()
                : Optional.of(Math.min(1, Math.max(0, (realised - baseline) / (target - baseline))));
    }

    private static Reading<Double> daysToFirstValue(CustomerView view) {
        Optional<LocalDate> start = Relationship.startOf(view);
        if (start.isEmpty()) {
            return Reading.missing("neither a contract nor any entry is known");
        }
        for (Entry use : view.entries(Usage.SERIES)) {
            if (use.get(Usage.QUANTITY) > 0) {
                LocalDate day = LocalDate.ofInstant(use.at(), view.zone());
                return Gathered.number(
                        Math.max(0, Gathered.days(start.get(), day)), Gathered.provenance(List.of(use), "first use"));
            }
        }
        return Gathered.number(
                Gathered.days(start.get(), view.date()), Provenance.of("nothing was used yet, days so far"));
    }
}
