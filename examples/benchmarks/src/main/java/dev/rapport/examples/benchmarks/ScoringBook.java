package dev.rapport.examples.benchmarks;

import java.util.SplittableRandom;

/** A made-up book: twelve numbers, of which one in twenty is missing, and the recurring revenue of each customer. */
final class ScoringBook {

    final int customers;
    final double[][] numbers;
    final double[] arr;

    ScoringBook(int customers, long seed) {
        this.customers = customers;
        this.numbers = new double[ScoringRules.MEASURES][customers];
        this.arr = new double[customers];
        SplittableRandom random = new SplittableRandom(seed);
        for (int row = 0; row < customers; row++) {
            for (double[] column : numbers) {
                column[row] = random.nextInt(20) == 0 ? Double.NaN : random.nextDouble() * 100;
            }
            arr[row] = Math.exp(7 + 6 * random.nextDouble());
        }
    }
}
