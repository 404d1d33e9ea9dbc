package dev.rapport.health.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParetoNbdTest {

    /** Four published customers on whom the usual implementations overflow. */
    @Test
    void hundredsOfPurchases_stayFinite() {
        ParetoNbd model = ParetoNbd.of(.5143, 2.8845, .2856, 14.1087);
        double[][] customers = {
            {221, 103.42857, 103.57143}, {254, 97.14286, 97.28571}, {161, 94.71429, 98}, {204, 98.57143, 99.42857}
        };
        for (double[] one : customers) {
            assertThat(model.probabilityAlive(one[0], one[1], one[2])).isBetween(0.0, 1.0);
            assertThat(model.expectedPurchases(39, one[0], one[1], one[2]))
                    .isFinite()
                    .isPositive();
        }
    }
}
