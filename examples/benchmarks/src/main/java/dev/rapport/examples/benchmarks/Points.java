package dev.rapport.examples.benchmarks;

import dev.rapport.model.decision.NumberFunction;

/** A number that is points already. */
final class Points implements NumberFunction {

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
}
