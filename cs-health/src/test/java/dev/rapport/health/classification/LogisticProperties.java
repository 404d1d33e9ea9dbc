package dev.rapport.health.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.regression.Covariates;
import dev.rapport.health.survival.Derivatives;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticProperties {

    @Property(tries = 60)
    void likelihood_agreesWithItsDerivatives(@ForAll long seed, @ForAll boolean weighted) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 10 + random.nextInt(300);
        double[] x = new double[rows];
        double[] z = new double[rows];
        boolean[] yes = new boolean[rows];
        double[] weights = new double[rows];
        for (int row = 0; row < rows; row++) {
            x[row] = random.nextDouble() * 10;
            z[row] = random.nextInt(3);
            yes[row] = random.nextInt(3) == 0;
            weights[row] = 0.5 + random.nextInt(3);
        }
        Covariates covariates =
                Covariates.builder(rows).number("x", x).number("z", z).build();

        Derivatives.agree(
                new LogisticLikelihood(covariates, yes, weighted ? weights : null, 0.3),
                new double[] {-1, 0.4, -0.2},
                true);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-150, 1e150, 1e290})
    void unitsOfAnySize_giveTheSameTests(double unit) {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] scaled = new double[x.length];
        for (int row = 0; row < x.length; row++) {
            scaled[row] = x[row] * unit;
        }
        boolean[] yes = {false, true, false, false, true, false, true, true, true};

        LogisticModel plain = LogisticRegression.plain()
                .fit(Covariates.builder(9).number("x", x).build(), yes)
                .orThrow();
        LogisticModel other = LogisticRegression.plain()
                .fit(Covariates.builder(9).number("x", scaled).build(), yes)
                .orThrow();

        assertThat(other.coefficients().get(1).z())
                .isCloseTo(plain.coefficients().get(1).z(), within(1e-8));
        assertThat(other.coefficients().get(0).standardError())
                .isCloseTo(plain.coefficients().get(0).standardError(), within(1e-8));
        assertThat(other.probability(4 * unit)).isCloseTo(plain.probability(4), within(1e-9));
    }
}
