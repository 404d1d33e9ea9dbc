package dev.rapport.engagement.forecast;

import dev.rapport.engagement.milestone.DecisionResult.Kind;
import dev.rapport.health.estimate.ClusteredSample;
import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.estimate.Estimator;
import dev.rapport.health.estimate.MinimumSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Who was right: what people committed to and what the model gave, on the same decisions, scored by what became of them.
 * Immutable.
 *
 * <p><strong>Formula.</strong> The Brier score, the mean of {@code (p - y)^2}, {@code p} the probability of being kept and
 * {@code y} 1 where it was, else 0.
 *
 * <p><strong>Units.</strong> 0 for one who is always sure and right, 1 for one who is always sure and wrong, 0.25 for one who
 * always says a half.
 *
 * <p><strong>Edges.</strong> With fewer decisions than the policy asks for there is no score, and it says so. What is pending
 * or open scores nobody.
 *
 * <p><strong>Algorithm.</strong> The interval is that of a mean of bounded numbers, clustered by customer, see {@link
 * Estimator}.
 *
 * <p><strong>Reference.</strong> G. W. Brier, Verification of forecasts expressed in terms of probability, Monthly Weather
 * Review 78 (1950), doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2.
 */
public final class CommitmentLog {

    private static final double LEVEL = 0.95;
    private static final Comparator<ReviewedLine> ORDER = Comparator.comparing(
                    (ReviewedLine line) -> line.forecast().decision().date())
            .thenComparing(line -> line.forecast().decision().customerId())
            .thenComparing(line -> line.forecast().decision().contract());

    private final ForecastPolicy policy;
    private final List<ReviewedLine> lines;

    private CommitmentLog(ForecastPolicy policy, List<ReviewedLine> lines) {
        this.policy = policy;
        this.lines = List.copyOf(lines);
    }

    /**
     * Gathers what was said and what became of it. Of a decision that was forecast several times, the last one counts.
     *
     * @param policy  how it was forecast
     * @param reviewed  lines of earlier forecasts in the order of these; those on which nobody said anything are left out
     * @return the log
     */
    public static CommitmentLog of(ForecastPolicy policy, List<ReviewedLine> reviewed) {
        Map<String, ReviewedLine> last = new LinkedHashMap<>();
        for (ReviewedLine line : reviewed) {
            if (line.forecast().stated().isPresent()) {
                String decision = line.forecast().decision().customerId() + "\n"
                        + line.forecast().decision().contract() + "\n"
                        + line.forecast().decision().termEnd();
                last.put(decision, line);
            }
        }
        List<ReviewedLine> lines = new ArrayList<>(last.values());
        lines.sort(ORDER);
        return new CommitmentLog(policy, lines);
    }

    /**
     * Who was nearer to what happened.
     */
    public enum Closer {
        /** The person. */
        PERSON,
        /** The model, or the rules. */
        MODEL,
        /** Both alike. */
        NEITHER
    }

    /**
     * Everything on which somebody said something.
     *
     * @return a line each, by date of the decision
     */
    public List<ReviewedLine> lines() {
        return lines;
    }

    /**
     * Where person and model were further apart than the policy lets pass.
     *
     * @return the lines, by date of the decision
     */
    public List<ReviewedLine> disagreements() {
        return lines.stream().filter(line -> line.forecast().disagrees()).toList();
    }

    /**
     * Who was nearer on one decision.
     *
     * @param line  a line of the log
     * @return who; empty while it is not known what becomes of it
     */
    public static Optional<Closer> closer(ReviewedLine line) {
        if (!line.isKnown()) {
            return Optional.empty();
        }
        double person = error(line, line.forecast().stated().orElseThrow());
        double model = error(line, line.forecast().kept());
        int nearer = Double.compare(person, model);
        return Optional.of(nearer < 0 ? Closer.PERSON : nearer > 0 ? Closer.MODEL : Closer.NEITHER);
    }

    /**
     * How good people are.
     *
     * @return the Brier score of their calls, or why there is none
     */
    public Estimate people() {
        return score(line -> line.forecast().stated().orElseThrow());
    }

    /**
     * How good the model is on the same decisions.
     *
     * @return its Brier score, or why there is none
     */
    public Estimate model() {
        return score(line -> line.forecast().kept());
    }

    /**
     * By how much the model is better on the same decisions.
     *
     * @return the score of people less that of the model, above zero where the model is better, or why there is none
     */
    public Estimate difference() {
        ClusteredSample.Builder sample = ClusteredSample.builder();
        for (ReviewedLine line : known()) {
            sample.add(
                    line.forecast().decision().customerId(),
                    error(line, line.forecast().stated().orElseThrow())
                            - error(line, line.forecast().kept()));
        }
        return estimator(-1).of(sample.build());
    }

    /**
     * What it comes to, in plain words.
     *
     * @return a sentence
     */
    public String verdict() {
        Estimate difference = difference();
        Optional<Estimate.Known> known = difference.known();
        if (known.isEmpty()) {
            return "Who forecasts better cannot be told yet: "
                    + difference.whyNot().orElse("too little is known") + ".";
        }
        String of = " on " + known.get().basis().observations() + " decisions";
        if (!known.get().excludesZero()) {
            return "People and model forecast about equally well" + of + ".";
        }
        return known.get().value() > 0
                ? "The model forecasts better than people" + of + "."
                : "People forecast better than the model" + of + ".";
    }

    private List<ReviewedLine> known() {
        return lines.stream().filter(ReviewedLine::isKnown).toList();
    }

    private Estimate score(ToDoubleFunction<ReviewedLine> kept) {
        ClusteredSample.Builder sample = ClusteredSample.builder();
        for (ReviewedLine line : known()) {
            sample.add(line.forecast().decision().customerId(), error(line, kept.applyAsDouble(line)));
        }
        return estimator(0).of(sample.build());
    }

    private Estimator estimator(double least) {
        int fewest = policy.leastDecisions();
        return Estimator.mean(least, 1, LEVEL, new MinimumSample(fewest, Math.max(2, fewest / 2)))
                .named("decisions", "customers");
    }

    private static double error(ReviewedLine line, double kept) {
        double happened = line.result().kind() == Kind.RENEWED ? 1 : 0;
        return (kept - happened) * (kept - happened);
    }
}
