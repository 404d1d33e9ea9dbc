package dev.rapport.engagement.experiment;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/** What an experiment found: an effect with its interval, or why the data cannot bear one. */
public sealed interface Effect {

    /**
     * What it says.
     *
     * @return the verdict
     */
    Verdict verdict();

    /**
     * How it was made, or was to be made.
     *
     * @return the method
     */
    EffectMethod method();

    /**
     * The effect, where there is one.
     *
     * @return the effect
     * @throws IllegalStateException with the reason, if it was refused
     */
    default Measured orThrow() {
        if (this instanceof Measured measured) {
            return measured;
        }
        throw new IllegalStateException("there is no effect: " + ((Refused) this).reason() + ".");
    }

    /**
     * No effect.
     *
     * @param method  how it was to be made
     * @param reason  why not, such as {@code 2 of at least 3 clusters that were treated}
     */
    record Refused(EffectMethod method, String reason) implements Effect {

        /**
         * Checks that nothing is missing.
         *
         * @param method  how it was to be made
         * @param reason  why not
         */
        public Refused {
            requireNonNull(method, "method");
            requireNonNull(reason, "reason");
        }

        @Override
        public Verdict verdict() {
            return Verdict.REFUSED;
        }
    }

    /** An effect with its interval, all finite. Immutable. */
    final class Measured implements Effect {

        private static final String BEYOND = "the numbers are too large or too small to be reckoned with";

        private final EffectMethod method;
        private final double value;
        private final double standardError;
        private final double degreesOfFreedom;
        private final double low;
        private final double high;
        private final Verdict verdict;
        private final OptionalDouble p;

        private Measured(EffectMethod method, Spread spread, double low, double high, Verdict verdict) {
            this.method = method;
            this.value = spread.value();
            this.standardError = spread.standardError();
            this.degreesOfFreedom = spread.degreesOfFreedom();
            this.low = low;
            this.high = high;
            this.verdict = verdict;
            this.p = OptionalDouble.empty();
        }

        private Measured(Measured same, double p) {
            this.method = same.method;
            this.value = same.value;
            this.standardError = same.standardError;
            this.degreesOfFreedom = same.degreesOfFreedom;
            this.low = same.low;
            this.high = same.high;
            this.verdict = same.verdict;
            this.p = OptionalDouble.of(p);
        }

        /** Value plus and minus a multiple of the standard error. */
        static Effect around(EffectMethod method, Spread spread, double multiple, Judgement judgement) {
            double reach = multiple * spread.standardError();
            return between(method, spread, spread.value() - reach, spread.value() + reach, judgement);
        }

        /** With the quantile of Student's t. */
        static Effect student(EffectMethod method, Spread spread, Judgement judgement) {
            double degrees = spread.degreesOfFreedom();
            if (!(degrees > 0)) {
                return new Refused(method, BEYOND);
            }
            Effect effect = around(method, spread, Quantiles.student(judgement.level(), degrees), judgement);
            return effect instanceof Measured measured
                    ? measured.byChance(Quantiles.beyond(spread.value() / spread.standardError(), degrees))
                    : effect;
        }

        static Effect between(EffectMethod method, Spread spread, double low, double high, Judgement judgement) {
            if (!Double.isFinite(spread.value()) || !Double.isFinite(low) || !Double.isFinite(high)) {
                return new Refused(method, BEYOND);
            }
            return new Measured(method, spread, low, high, judgement.of(low, high));
        }

        /** This effect with the probability of one as large by chance. */
        Measured byChance(double probability) {
            return new Measured(this, probability);
        }

        @Override
        public Verdict verdict() {
            return verdict;
        }

        @Override
        public EffectMethod method() {
            return method;
        }

        /**
         * The effect: how much higher the outcome is with the treatment than without it.
         *
         * @return in the unit of the outcome, or as a share where the method is relative
         */
        public double value() {
            return value;
        }

        /**
         * The standard error of the effect.
         *
         * @return in the unit of the effect, at least 0
         */
        public double standardError() {
            return standardError;
        }

        /**
         * The degrees of freedom of the standard error.
         *
         * @return above 0; infinite where the interval is made with the normal distribution
         */
        public double degreesOfFreedom() {
            return degreesOfFreedom;
        }

        /**
         * The lower end of the interval.
         *
         * @return in the unit of the effect
         */
        public double low() {
            return low;
        }

        /**
         * The upper end of the interval.
         *
         * @return in the unit of the effect, not below the lower end
         */
        public double high() {
            return high;
        }

        /**
         * How often chance alone gives an effect at least as large, in either direction: of Student's t with {@link
         * #degreesOfFreedom}, for shares of the normal distribution with the variance of both arms together. For shares it may
         * differ a little from what the interval says, which is made otherwise.
         *
         * @return from 0 to 1, to ten decimals; empty for always-valid intervals, of which looking again changes it
         */
        public OptionalDouble p() {
            return p;
        }

        @Override
        public String toString() {
            return method.words() + ": " + value + " (" + low + " to " + high + "), " + verdict.words();
        }
    }
}
