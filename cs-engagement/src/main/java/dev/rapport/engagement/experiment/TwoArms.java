package dev.rapport.engagement.experiment;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.estimate.Interval;
import dev.rapport.health.estimate.Proportion;

/**
 * Customers who were split in two, of whom one part was treated. Immutable.
 *
 * <pre>{@code
 * Effect effect = TwoArms.of(Sample.of(withCalls), Sample.of(without)).effect(Judgement.standard());
 * }</pre>
 *
 * <p>Below the least number of customers an arm, and where no outcome differs from any other, every method refuses.
 */
public final class TwoArms {

    private final Sample treated;
    private final Sample control;

    private TwoArms(Sample treated, Sample control) {
        this.treated = requireNonNull(treated, "treated");
        this.control = requireNonNull(control, "control");
    }

    /**
     * Two arms.
     *
     * @param treated  who was treated
     * @param control  who was not
     * @return the arms
     */
    public static TwoArms of(Sample treated, Sample control) {
        return new TwoArms(treated, control);
    }

    /**
     * The effect by the method that suits the outcome: Newcombe's where every outcome is 0 or 1, else Welch's.
     *
     * @param judgement  what is asked
     * @return the effect
     */
    public Effect effect(Judgement judgement) {
        return treated.isShare() && control.isShare() ? differenceOfShares(judgement) : difference(judgement);
    }

    /**
     * The difference of the means.
     *
     * <p><strong>Formula.</strong> {@code d ± t[df] sqrt(v1 / n1 + v2 / n2)} with {@code d = m1 - m2} and {@code df = (v1 / n1
     * + v2 / n2)^2 / ((v1 / n1)^2 / (n1 - 1) + (v2 / n2)^2 / (n2 - 1))}.
     *
     * <p><strong>Units.</strong> {@code m} are means and {@code v} variances (over {@code n - 1}) of {@code n} outcomes; the
     * effect has the unit of the outcome.
     *
     * <p><strong>Edges.</strong> Refused below the least number an arm, and if no outcome differs within its arm.
     *
     * <p><strong>Algorithm.</strong> Two passes; quantiles are accurate to ten decimals.
     *
     * <p><strong>Reference.</strong> B. L. Welch, The Generalization of Student's Problem when Several Different Population
     * Variances are Involved, Biometrika 34 (1947) 28-35, doi:10.1093/biomet/34.1-2.28.
     *
     * @param judgement  what is asked
     * @return the effect
     */
    public Effect difference(Judgement judgement) {
        String problem = problem(judgement);
        return problem.isEmpty()
                ? Effect.Measured.student(EffectMethod.WELCH, spread(), judgement)
                : new Effect.Refused(EffectMethod.WELCH, problem);
    }

    /**
     * The difference of two shares.
     *
     * <p><strong>Formula.</strong> {@code d - sqrt((p1 - l1)^2 + (u2 - p2)^2)} to {@code d + sqrt((u1 - p1)^2 + (p2 -
     * l2)^2)} with {@code d = p1 - p2} and the Wilson intervals {@code l} to {@code u} of both ({@link
     * Proportion#difference}). The standard error is that of {@link #difference}.
     *
     * <p><strong>Units.</strong> Shares from 0 to 1; the effect from -1 to 1.
     *
     * <p><strong>Edges.</strong> Never of width 0. Refused below the least number an arm, and if nobody or everybody has the
     * property.
     *
     * <p><strong>Algorithm.</strong> As the formula.
     *
     * <p><strong>Reference.</strong> R. G. Newcombe, Interval Estimation for the Difference Between Independent
     * Proportions, Statistics in Medicine 17 (1998) 873-890, method 10.
     *
     * @param judgement  what is asked
     * @return the effect
     */
    public Effect differenceOfShares(Judgement judgement) {
        if (!treated.isShare() || !control.isShare()) {
            throw new IllegalStateException("outcomes must be 0 or 1 for a difference of shares.\nMaybe difference().");
        }
        if (isTooFew(judgement) || (treated.mean() == control.mean() && treated.isConstant())) {
            return new Effect.Refused(EffectMethod.NEWCOMBE, problem(judgement));
        }
        Interval interval = Proportion.difference(
                treated.having(), treated.count(), control.having(), control.count(), judgement.level());
        Spread spread = new Spread(spread().value(), spread().standardError(), Double.POSITIVE_INFINITY);
        Effect effect =
                Effect.Measured.between(EffectMethod.NEWCOMBE, spread, interval.low(), interval.high(), judgement);
        return effect instanceof Effect.Measured measured
                ? measured.byChance(Quantiles.beyond(pooledZ(), Double.POSITIVE_INFINITY))
                : effect;
    }

    /** The difference of two shares in standard errors, as if both arms were one. */
    double pooledZ() {
        double n = treated.count();
        double m = control.count();
        double share = (treated.having() + control.having()) / (n + m);
        return (treated.mean() - control.mean()) / Math.sqrt(share * (1 - share) * (1 / n + 1 / m));
    }

    /**
     * The difference of the means as a share of the control's mean.
     *
     * <p><strong>Formula.</strong> {@code r ± t[df] s} with {@code r = (m1 - m2) / m2}, {@code s^2 = v1 / (n1 m2^2) + v2 m1^2
     * / (n2 m2^4)} and Welch's {@code df}.
     *
     * <p><strong>Units.</strong> A share: 0.1 is ten per cent more than the control.
     *
     * <p><strong>Edges.</strong> Refused as {@link #difference}, and if the control's mean is not above 0, of which nothing
     * is a share.
     *
     * <p><strong>Algorithm.</strong> The delta method: first order, so that it is for control means that are many of their
     * standard errors away from 0.
     *
     * <p><strong>Reference.</strong> A. Deng, U. Knoblich, J. Lu, Applying the Delta Method in Metric Analytics, KDD 2018,
     * doi:10.1145/3219819.3219919.
     *
     * @param judgement  what is asked; what matters is a share, too
     * @return the effect
     */
    public Effect relative(Judgement judgement) {
        String problem = relativeProblem(judgement);
        return problem.isEmpty()
                ? Effect.Measured.student(EffectMethod.RELATIVE, relativeSpread(), judgement)
                : new Effect.Refused(EffectMethod.RELATIVE, problem);
    }

    /**
     * The difference of the means with an interval that holds however often it is looked at: whoever stops at the first one
     * without 0 is wrong as rarely as the level says.
     *
     * <p><strong>Formula.</strong> {@code d ± s sqrt(2 (1 + 1 / q) log(sqrt(q + 1) / a))} with the difference {@code d} and
     * standard error {@code s} of {@link #difference}, {@code a = 1 - level} and {@code q = (-2 log(a) + log(1 - 2 log(a))) n
     * / N} of {@code n} customers in both arms.
     *
     * <p><strong>Units.</strong> As of {@link #difference}; {@code N} customers.
     *
     * <p><strong>Edges.</strong> Wider than Welch's at every size; narrowest beside it near {@code N} customers. Refused as
     * {@link #difference}.
     *
     * <p><strong>Algorithm.</strong> The asymptotic confidence sequence of a Gaussian mixture: it holds once there are enough
     * customers for the central limit.
     *
     * <p><strong>Reference.</strong> I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy, A. Ramdas, Time-uniform central
     * limit theory and asymptotic confidence sequences, Annals of Statistics 52 (2024), doi:10.1214/24-AOS2408, with the
     * tuning that GrowthBook documents.
     *
     * @param judgement  what is asked
     * @param expected  {@code N}: after how many customers in both arms one expects to decide, at least 1
     * @return the effect
     */
    public Effect alwaysValid(Judgement judgement, long expected) {
        String problem = problem(judgement);
        return problem.isEmpty()
                ? alwaysValid(EffectMethod.ALWAYS_VALID, spread(), judgement, expected)
                : new Effect.Refused(EffectMethod.ALWAYS_VALID, problem);
    }

    /**
     * The relative difference with an interval that holds however often it is looked at: {@link #alwaysValid} with the
     * value and standard error of {@link #relative}.
     *
     * @param judgement  what is asked; what matters is a share, too
     * @param expected  after how many customers in both arms one expects to decide, at least 1
     * @return the effect
     */
    public Effect relativeAlwaysValid(Judgement judgement, long expected) {
        String problem = relativeProblem(judgement);
        return problem.isEmpty()
                ? alwaysValid(EffectMethod.RELATIVE_ALWAYS_VALID, relativeSpread(), judgement, expected)
                : new Effect.Refused(EffectMethod.RELATIVE_ALWAYS_VALID, problem);
    }

    private Effect alwaysValid(EffectMethod method, Spread spread, Judgement judgement, long expected) {
        if (expected < 1) {
            throw new IllegalArgumentException("expected (" + expected + ") must be at least 1 customer.");
        }
        double error = 1 - judgement.level();
        double n = (double) treated.count() + control.count();
        double twice = -2 * StrictMath.log(error);
        double tuned = n * (twice + StrictMath.log(twice + 1)) / expected;
        double multiple = Math.sqrt(2 * (tuned + 1) / tuned * StrictMath.log(Math.sqrt(tuned + 1) / error));
        Spread mixed = new Spread(spread.value(), spread.standardError(), Double.POSITIVE_INFINITY);
        return Effect.Measured.around(method, mixed, multiple, judgement);
    }

    /** The difference with Welch's standard error and degrees of freedom. */
    private Spread spread() {
        double first = treated.ofMean();
        double second = control.ofMean();
        double variance = first + second;
        return new Spread(
                treated.mean() - control.mean(),
                Math.sqrt(variance),
                degreesOfFreedom(first / variance, second / variance));
    }

    /** Of the shares in the variance, whose squares neither vanish nor overflow. */
    private double degreesOfFreedom(double first, double second) {
        return 1 / (first * first / (treated.count() - 1) + second * second / (control.count() - 1));
    }

    private Spread relativeSpread() {
        double ratio = treated.mean() / control.mean();
        double first = treated.ofMean() / control.mean() / control.mean();
        double second = control.ofMean() / control.mean() / control.mean() * ratio * ratio;
        return new Spread(
                (treated.mean() - control.mean()) / control.mean(),
                Math.sqrt(first + second),
                spread().degreesOfFreedom());
    }

    private boolean isTooFew(Judgement judgement) {
        return Math.min(treated.count(), control.count()) < judgement.leastPerArm();
    }

    private String relativeProblem(Judgement judgement) {
        String problem = problem(judgement);
        return problem.isEmpty() && !(control.mean() > 0)
                ? "the mean without the treatment is not above 0, and nothing is a share of it"
                : problem;
    }

    private String problem(Judgement judgement) {
        if (isTooFew(judgement)) {
            boolean ofTreated = treated.count() < judgement.leastPerArm();
            return (ofTreated ? treated : control).count() + " of at least " + judgement.leastPerArm() + " customers "
                    + (ofTreated ? "with" : "without") + " the treatment";
        }
        return treated.isConstant() && control.isConstant() ? "the outcome never varies within an arm" : "";
    }
}
