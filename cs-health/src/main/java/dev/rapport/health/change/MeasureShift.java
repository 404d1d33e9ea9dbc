package dev.rapport.health.change;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.decision.Explanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one measure has to do with two policies scoring the same data differently. Immutable.
 *
 * <p>A measure pulls a score by its share of the weight times the distance of its points from the earlier score; the shift
 * is the difference of its pulls under both policies. So a measure that gains weight shifts the score towards its points,
 * one that is dropped ceases to pull. What caps and missing measures do is the {@link #REST}; all shifts sum to the change,
 * up to rounding.
 */
public final class MeasureShift {

    /** The code of what no single measure accounts for: caps, and points for missing measures. */
    public static final String REST = "caps-and-missing";

    private static final double ROUNDING = 1e-9;
    private static final Comparator<MeasureShift> LARGEST = Comparator.comparingDouble(
                    (MeasureShift shift) -> -Math.abs(shift.points))
            .thenComparing(MeasureShift::code);

    /**
     * How a measure counts under a policy.
     *
     * @param points  its points, 0 to 100
     * @param share  its share of the weight that has data, 0 to 1
     */
    public record Weighing(double points, double share) {}

    private final String code;
    private final Optional<Weighing> before;
    private final Optional<Weighing> after;
    private final double points;

    private MeasureShift(String code, Optional<Weighing> before, Optional<Weighing> after, double points) {
        this.code = requireNonNull(code, "code");
        this.before = before;
        this.after = after;
        this.points = points;
    }

    /**
     * What each measure has to do with two scores of the same data.
     *
     * @param before  the reasons under one policy
     * @param after  the reasons under the other
     * @return the shifts that are not nothing, the largest first; none if one of the scores is unknown
     */
    public static List<MeasureShift> between(Explanation before, Explanation after) {
        if (before.value().isEmpty() || after.value().isEmpty()) {
            return List.of();
        }
        double start = before.value().getAsDouble();
        Map<String, Explanation.Contribution> old = pulls(before, start);
        Map<String, Explanation.Contribution> now = pulls(after, start);
        Map<String, Explanation.Contribution> all = new TreeMap<>(old);
        all.putAll(now);
        List<MeasureShift> shifts = new ArrayList<>();
        double rest = after.value().getAsDouble() - start;
        for (String code : all.keySet()) {
            Optional<Explanation.Contribution> then = Optional.ofNullable(old.get(code));
            Optional<Explanation.Contribution> here = Optional.ofNullable(now.get(code));
            double points = here.map(Explanation.Contribution::points).orElse(0.0)
                    - then.map(Explanation.Contribution::points).orElse(0.0);
            rest -= points;
            shifts.add(
                    new MeasureShift(code, then.map(MeasureShift::weighing), here.map(MeasureShift::weighing), points));
        }
        shifts.add(new MeasureShift(REST, Optional.empty(), Optional.empty(), rest));
        shifts.removeIf(shift -> Math.abs(shift.points) <= ROUNDING);
        shifts.sort(LARGEST);
        return List.copyOf(shifts);
    }

    private static Map<String, Explanation.Contribution> pulls(Explanation reasons, double baseline) {
        Map<String, Explanation.Contribution> pulls = new TreeMap<>();
        reasons.contributions(baseline).forEach(pull -> pulls.put(pull.leaf().code(), pull));
        return pulls;
    }

    private static Weighing weighing(Explanation.Contribution pull) {
        return new Weighing(pull.leaf().value().orElse(Double.NaN), pull.share());
    }

    /**
     * Which measure.
     *
     * @return its code, or {@link #REST}
     */
    public String code() {
        return code;
    }

    /**
     * How it counted under the first policy.
     *
     * @return points and share; empty if it did not
     */
    public Optional<Weighing> before() {
        return before;
    }

    /**
     * How it counts under the second policy.
     *
     * @return points and share; empty if it does not
     */
    public Optional<Weighing> after() {
        return after;
    }

    /**
     * How far it shifts the score.
     *
     * @return points, negative if downwards
     */
    public double points() {
        return points;
    }

    /** Code and points; for readers of logs. */
    @Override
    public String toString() {
        return code + " " + points;
    }
}
