package dev.rapport.health.survival;

import dev.rapport.health.regression.Covariates;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A data set from a seed: with ties, censoring, starts, weights, strata, and three covariates. */
final class RandomSurvival {

    final int size;
    final double[] start;
    final double[] stop;
    final boolean[] event;
    final double[] weight;
    final List<String> stratum = new ArrayList<>();
    final double[][] columns;

    RandomSurvival(long seed, int least) {
        SplittableRandom random = new SplittableRandom(seed);
        size = least + random.nextInt(40);
        start = new double[size];
        stop = new double[size];
        event = new boolean[size];
        weight = new double[size];
        columns = new double[3][size];
        for (int row = 0; row < size; row++) {
            columns[0][row] = random.nextDouble() * 4 - 2;
            columns[1][row] = random.nextInt(2);
            columns[2][row] = random.nextInt(5) + random.nextDouble() / 10;
            stop[row] = 1 + random.nextInt(15);
            start[row] = random.nextInt((int) stop[row]);
            event[row] = random.nextInt(5) < 3;
            weight[row] = 1 + random.nextInt(3) / 2.0;
            stratum.add("s" + random.nextInt(2));
        }
        event[0] = true;
    }

    SurvivalData plain() {
        return SurvivalData.of(stop, event);
    }

    SurvivalData between() {
        return SurvivalData.between(start, stop, event);
    }

    Covariates covariates() {
        return Covariates.builder(size)
                .number("a", columns[0])
                .number("b", columns[1])
                .number("c", columns[2])
                .build();
    }
}
