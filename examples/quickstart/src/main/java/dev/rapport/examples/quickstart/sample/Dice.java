package dev.rapport.examples.quickstart.sample;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance for one topic of one customer. Only the raw sequence comes from the JDK, so that every Java release rolls the
 * same.
 */
final class Dice {

    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final SplittableRandom source;

    private Dice(SplittableRandom source) {
        this.source = source;
    }

    /** The dice of a topic: what is rolled for one topic never moves another. */
    static Dice of(long seed, int index, String topic) {
        long mixed = (seed * ODD + index) * ODD + topic.hashCode();
        return new Dice(new SplittableRandom(mixed ^ (mixed >>> 29)));
    }

    /** A number from 0 to below 1. */
    double unit() {
        return (source.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** A number from a least to below a greatest. */
    double between(double least, double below) {
        return least + unit() * (below - least);
    }

    /** A whole number, both bounds included. */
    int whole(int least, int greatest) {
        return least + (int) (unit() * (greatest - least + 1));
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> choices) {
        return choices.get(whole(0, choices.size() - 1));
    }

    /** A choice by weight; the weights need not sum to anything. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = unit() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** A standard normal number, by Box and Muller. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /** How often something happens that happens so often on average, by Knuth; for small means. */
    int times(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = unit(); product > limit; product *= unit()) {
            count++;
        }
        return count;
    }
}
