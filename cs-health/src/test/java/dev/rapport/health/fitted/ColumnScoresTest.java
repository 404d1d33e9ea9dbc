package dev.rapport.health.fitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.health.lifetime.BetaGeometricNbd;
import dev.rapport.health.lifetime.Estimates;
import dev.rapport.health.lifetime.GammaGamma;
import dev.rapport.health.lifetime.Parameter;
import dev.rapport.health.lifetime.ParetoNbd;
import dev.rapport.health.lifetime.PurchaseModel;
import dev.rapport.health.lifetime.PurchaseSummaries;
import dev.rapport.health.lifetime.RetentionTable;
import dev.rapport.health.lifetime.ShiftedBetaGeometric;
import dev.rapport.health.regression.Covariates;
import dev.rapport.health.survival.AcceleratedFailureTime;
import dev.rapport.health.survival.AftDistribution;
import dev.rapport.health.survival.AftModel;
import dev.rapport.health.survival.CoxModel;
import dev.rapport.health.survival.CoxRegression;
import dev.rapport.health.survival.DiscreteHazardModel;
import dev.rapport.health.survival.DiscreteHazardRegression;
import dev.rapport.health.survival.SurvivalData;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A fitted model scores a column as it scores one customer after another, to the last bit. */
class ColumnScoresTest {

    private static final int SIZE = 200;

    private final SplittableRandom random = new SplittableRandom(11);
    private final double[] x = random.doubles(SIZE).toArray();
    private final double[] stop = random.ints(SIZE, 1, 6).asDoubleStream().toArray();
    private final Covariates covariates =
            Covariates.builder(SIZE).number("x", x).build();
    private final SurvivalData data = SurvivalData.of(stop, left());

    private boolean[] left() {
        boolean[] left = new boolean[SIZE];
        for (int row = 0; row < SIZE; row++) {
            left[row] = random.nextDouble() < 0.3 + x[row] / 2;
        }
        return left;
    }

    @Test
    void survivalModels() {
        CoxModel cox = CoxRegression.efron().fit(data, covariates).orThrow();
        AftModel aft = AcceleratedFailureTime.of(AftDistribution.WEIBULL)
                .fit(data, covariates)
                .orThrow();
        DiscreteHazardModel hazards = DiscreteHazardRegression.logit()
                .spans(1, 2, 4)
                .fit(data, covariates)
                .orThrow();
        double[] byCox = cox.survivals("", 3, covariates);
        double[] byAft = aft.survivals(3, covariates);
        double[] byHazards = hazards.survivals(3, covariates);
        for (int row = 0; row < SIZE; row++) {
            assertThat(byCox[row]).isEqualTo(cox.survival("", 3, x[row]));
            assertThat(byAft[row]).isEqualTo(aft.survival(3, x[row]));
            assertThat(byHazards[row]).isEqualTo(hazards.survival(3, x[row]));
        }
    }

    @Test
    void purchaseModels() {
        double[] repeats = random.ints(SIZE, 0, 9).asDoubleStream().toArray();
        double[] watched = random.doubles(SIZE, 10, 40).toArray();
        double[] last = new double[SIZE];
        for (int row = 0; row < SIZE; row++) {
            last[row] = repeats[row] == 0 ? 0 : watched[row] * random.nextDouble(0.1, 1);
        }
        PurchaseSummaries customers = PurchaseSummaries.of(repeats, last, watched);
        PurchaseModel geometric = BetaGeometricNbd.of(
                false,
                new Estimates(
                        List.of(
                                new Parameter("r", 0.243, 0),
                                new Parameter("alpha", 4.414, 0),
                                new Parameter("a", 0.793, 0),
                                new Parameter("b", 2.426, 0)),
                        0));
        for (PurchaseModel model : List.of(geometric, ParetoNbd.of(0.553, 10.578, 0.606, 11.669))) {
            double[] alive = model.probabilitiesAlive(customers);
            double[] expected = model.expectedPurchases(20, customers);
            for (int row = 0; row < SIZE; row++) {
                assertThat(alive[row]).isEqualTo(model.probabilityAlive(repeats[row], last[row], watched[row]));
                assertThat(expected[row]).isEqualTo(model.expectedPurchases(20, repeats[row], last[row], watched[row]));
            }
        }
    }

    @Test
    void amounts() {
        double[] purchases = random.ints(SIZE, 1, 9).asDoubleStream().toArray();
        double[] means = random.doubles(SIZE, 5, 80).toArray();
        GammaGamma model = GammaGamma.fit(purchases, means).orThrow();
        double[] amounts = model.expectedAmounts(purchases, means);
        for (int row = 0; row < SIZE; row++) {
            assertThat(amounts[row]).isEqualTo(model.expectedAmount(purchases[row], means[row]));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.expectedAmounts(purchases, new double[1]))
                .withMessage("purchases (200) and means (1) must be as many.");
    }

    @Test
    void contractLifetimes() {
        ShiftedBetaGeometric model = ShiftedBetaGeometric.fit(
                        RetentionTable.of(1000, 869, 743, 653, 593, 551, 517, 491))
                .orThrow();
        int[] renewals = {0, 3, 3, 1, 0, 12};
        double[] lifetimes = model.discountedResidualLifetimes(renewals, 0.1, 20);
        for (int i = 0; i < renewals.length; i++) {
            assertThat(lifetimes[i]).isEqualTo(model.discountedResidualLifetime(renewals[i], 0.1, 20));
        }
    }
}
