package dev.rapport.health.measure;

import dev.rapport.model.decision.NumberFunction;

/** What a function makes of the days between a date and the day of the cut. */
final class DayFunction implements NumberFunction {

    private final Curve.Count count;
    private final NumberFunction of;

    DayFunction(Curve.Count count, NumberFunction of) {
        this.count = count;
        this.of = of;
    }

    @Override
    public double apply(double number, double today) {
        return of.apply(count == Curve.Count.SINCE ? today - number : number - today, today);
    }

    @Override
    public boolean isTotal() {
        return of.isTotal();
    }

    @Override
    public void applyAll(double[] numbers, byte[] present, int from, int to, double today) {
        double sign = count == Curve.Count.SINCE ? -1 : 1;
        for (int row = from; row < to; row++) {
            numbers[row] = sign * (numbers[row] - today);
        }
        of.applyAll(numbers, present, from, to, today);
    }
}
