package dev.rapport.health.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.internal.Newton;

/** Compares what a likelihood says of its slopes with finite differences. */
public final class Derivatives {

    private static final double H = 1e-5;

    private Derivatives() {}

    /**
     * Fails unless slopes agree with differences of the value, and, where it is the observed one, information with those of
     * the slopes.
     */
    public static void agree(Newton.Likelihood likelihood, double[] at, boolean observed) {
        int size = at.length;
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        likelihood.evaluate(at, gradient, information);
        for (int j = 0; j < size; j++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[j] += H;
            down[j] -= H;
            double[] gradientUp = new double[size];
            double[] gradientDown = new double[size];
            double rise = likelihood.evaluate(up, gradientUp, new double[size][size])
                    - likelihood.evaluate(down, gradientDown, new double[size][size]);
            assertThat(gradient[j]).isCloseTo(rise / (2 * H), within(1e-5 * (1 + Math.abs(gradient[j]))));
            for (int k = 0; observed && k < size; k++) {
                double curvature = -(gradientUp[k] - gradientDown[k]) / (2 * H);
                assertThat(information[Math.max(j, k)][Math.min(j, k)])
                        .isCloseTo(curvature, within(1e-4 * (1 + Math.abs(curvature))));
            }
        }
    }
}
