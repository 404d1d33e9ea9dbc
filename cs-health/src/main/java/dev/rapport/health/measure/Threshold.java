package dev.rapport.health.measure;

import dev.rapport.model.decision.NumberFunction;
import dev.rapport.model.decision.NumberRange;
import dev.rapport.model.decision.RangeFunction;

/** One value below a bound and another from it on, of a number or of what a function makes of it. */
final class Threshold implements NumberFunction {

    /** The number as it is. */
    static final NumberFunction ITSELF = new NumberFunction() {
        @Override
        public double apply(double number, double today) {
            return number;
        }

        @Override
        public boolean isTotal() {
            return true;
        }

        @Override
        public void applyAll(double[] numbers, byte[] present, int from, int to, double today) {}
    };

    private final NumberFunction of;
    private final double bound;
    private final double below;
    private final double reached;

    private Threshold(NumberFunction of, double bound, double below, double reached) {
        this.of = of;
        this.bound = bound;
        this.below = below;
        this.reached = reached;
    }

    /** Of 0 and 1 it is a range, which whole books are asked for in bits. */
    static NumberFunction at(double bound, double below, double reached) {
        if (below == 0 && reached == 1) {
            return (RangeFunction) today -> NumberRange.atLeast(bound);
        }
        if (below == 1 && reached == 0) {
            return (RangeFunction) today -> NumberRange.below(bound);
        }
        return new Threshold(ITSELF, bound, below, reached);
    }

    static Threshold of(NumberFunction of, double bound, double below, double reached) {
        return new Threshold(of, bound, below, reached);
    }

    @Override
    public double apply(double number, double today) {
        return decide(of.apply(number, today));
    }

    private double decide(double value) {
        return value >= bound ? reached : value < bound ? below : Double.NaN;
    }

    @Override
    public boolean isTotal() {
        return of.isTotal();
    }

    @Override
    public void applyAll(double[] numbers, byte[] present, int from, int to, double today) {
        of.applyAll(numbers, present, from, to, today);
        for (int row = from; row < to; row++) {
            numbers[row] = decide(numbers[row]);
        }
    }
}
