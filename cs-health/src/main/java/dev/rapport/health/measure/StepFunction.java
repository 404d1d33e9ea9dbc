package dev.rapport.health.measure;

import dev.rapport.model.decision.NumberFunction;

/** One value from each bound on. */
final class StepFunction implements NumberFunction {

    private final double below;
    private final double[] at;
    private final double[] value;

    StepFunction(Curve.Steps steps) {
        below = steps.below();
        at = steps.steps().stream().mapToDouble(CurvePoint::at).toArray();
        value = steps.steps().stream().mapToDouble(CurvePoint::points).toArray();
    }

    @Override
    public double apply(double number, double today) {
        double reached = Double.isNaN(number) ? number : below;
        for (int i = 0; i < at.length; i++) {
            reached = number >= at[i] ? value[i] : reached;
        }
        return reached;
    }

    @Override
    public boolean isTotal() {
        return true;
    }

    @Override
    public void applyAll(double[] numbers, byte[] present, int from, int to, double today) {
        for (int row = from; row < to; row++) {
            double number = numbers[row];
            double reached = below;
            for (int i = 0; i < at.length; i++) {
                reached = number >= at[i] ? value[i] : reached;
            }
            numbers[row] = reached;
        }
    }
}
