package dev.rapport.health.warning.change;

import java.util.Arrays;

/** Numbers that are put one after another and taken in the same order. */
final class Numbers {

    private double[] values;
    private int at;

    private Numbers(double[] values) {
        this.values = values;
    }

    static Numbers empty() {
        return new Numbers(new double[32]);
    }

    static Numbers of(double[] values) {
        return new Numbers(values.clone());
    }

    Numbers put(double value) {
        values = at == values.length ? Arrays.copyOf(values, 2 * at) : values;
        // JSON has no negative zero
        values[at++] = value + 0.0;
        return this;
    }

    Numbers put(double[] several) {
        for (double value : several) {
            put(value);
        }
        return this;
    }

    double[] toArray() {
        return Arrays.copyOf(values, at);
    }

    double take() {
        if (at == values.length) {
            throw new IllegalArgumentException(
                    "numbers (" + at + " of them) must be those of such a watch, are too few.");
        }
        return values[at++];
    }

    int takeWhole(int least, int most) {
        double value = take();
        if (value != Math.rint(value) || value < least || value > most) {
            throw new IllegalArgumentException("numbers[" + (at - 1) + "] (" + value
                    + ") must be a whole number between " + least + " and " + most + ".");
        }
        return (int) value;
    }

    void takeInto(double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = take();
        }
    }

    double[] rest() {
        double[] rest = Arrays.copyOfRange(values, at, values.length);
        at = values.length;
        return rest;
    }

    void end() {
        if (at != values.length) {
            throw new IllegalArgumentException(
                    "numbers (" + values.length + " of them) must be those of such a watch, " + at + ".");
        }
    }
}
