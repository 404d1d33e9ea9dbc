package dev.rapport.health.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.classification.LogisticModel;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.regression.Covariates;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DiscreteHazardTest {

    /** A row for each period of each row: what the regression stands for, spelt out. */
    private static LogisticModel spelledOut(SurvivalData data, Covariates covariates) {
        List<Boolean> left = new ArrayList<>();
        List<Double> x = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        List<Double> third = new ArrayList<>();
        for (int row = 0; row < data.size(); row++) {
            for (int period = (int) data.start(row) + 1; period <= data.stop(row); period++) {
                left.add(data.event(row) && period == data.stop(row));
                x.add(covariates.value(row, 0));
                second.add(period == 2 || period == 3 ? 1.0 : 0);
                third.add(period >= 4 ? 1.0 : 0);
            }
        }
        boolean[] outcome = new boolean[left.size()];
        for (int i = 0; i < outcome.length; i++) {
            outcome[i] = left.get(i);
        }
        Covariates columns = Covariates.builder(outcome.length)
                .number("second", array(second))
                .number("third", array(third))
                .number("x", array(x))
                .build();
        return LogisticRegression.plain().fit(columns, outcome).orThrow();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }

    @Property(tries = 30)
    void logit_isTheLogisticRegressionOfAllPeriods(@ForAll @IntRange(max = 10_000) int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 150;
        double[] start = new double[size];
        double[] stop = new double[size];
        boolean[] event = new boolean[size];
        double[] x = new double[size];
        for (int row = 0; row < size; row++) {
            start[row] = random.nextInt(3);
            stop[row] = start[row] + 1 + random.nextInt(4);
            x[row] = random.nextDouble() * 50;
            event[row] = random.nextDouble() < 0.2 + x[row] / 100;
        }
        SurvivalData data = SurvivalData.between(start, stop, event);
        Covariates covariates = Covariates.builder(size).number("x", x).build();

        DiscreteHazardModel model = DiscreteHazardRegression.logit()
                .spans(1, 2, 4)
                .fit(data, covariates)
                .orThrow();
        LogisticModel oracle = spelledOut(data, covariates);

        double level = oracle.coefficients().get(0).estimate();
        assertThat(model.coefficients().get(0).estimate()).isCloseTo(level, within(1e-9));
        assertThat(model.coefficients().get(1).estimate())
                .isCloseTo(level + oracle.coefficients().get(1).estimate(), within(1e-9));
        assertThat(model.coefficients().get(3).estimate())
                .isCloseTo(oracle.coefficients().get(3).estimate(), within(1e-9));
        assertThat(model.coefficients().get(3).standardError())
                .isCloseTo(oracle.coefficients().get(3).standardError(), within(1e-9));
        assertThat(model.logLikelihood().fitted())
                .isCloseTo(oracle.logLikelihood().fitted(), within(1e-8));
        assertThat(model.hazard(5, 20)).isCloseTo(oracle.probability(0, 1, 20), within(1e-10));
    }

    @Test
    void cloglog_findsTheProportionalHazardBehindThePeriods() {
        SplittableRandom random = new SplittableRandom(11);
        int size = 40_000;
        double[] stop = new double[size];
        boolean[] event = new boolean[size];
        boolean[] onTrial = new boolean[size];
        for (int row = 0; row < size; row++) {
            onTrial[row] = row % 2 == 0;
            double lost = -Math.log(1 - random.nextDouble()) / (0.1 * (onTrial[row] ? 2 : 1));
            stop[row] = Math.min(12, Math.ceil(lost));
            event[row] = lost <= 12;
        }
        DiscreteHazardModel model = DiscreteHazardRegression.cloglog()
                .fit(
                        SurvivalData.of(stop, event),
                        Covariates.builder(size).yesNo("trial", onTrial).build())
                .orThrow();

        assertThat(model.coefficients().get(12).estimate()).isCloseTo(Math.log(2), within(0.05));
        assertThat(model.survival(12, 0)).isCloseTo(Math.exp(-1.2), within(0.01));
        assertThat(model.likelihoodRatio().degreesOfFreedom()).isEqualTo(1);
    }

    @Test
    void spanInWhichNobodyOrEverybodyLeft_isNamed() {
        SurvivalData data =
                SurvivalData.of(new double[] {1, 1, 2, 2, 3, 3}, new boolean[] {true, false, false, false, true, true});

        assertThat(DiscreteHazardRegression.logit()
                        .fit(data, Covariates.none(6))
                        .problems()
                        .render())
                .isEqualTo("""
                        period 2 must have some who left and some who stayed, nobody left.
                          Maybe join it with its neighbours by spans.
                        period 3+ must have some who left and some who stayed, everybody left.
                          Maybe join it with its neighbours by spans.""");
    }

    @Test
    void levelsAlone_areTheSharesThatLeft() {
        SurvivalData data =
                SurvivalData.of(new double[] {1, 1, 1, 2, 2}, new boolean[] {true, false, false, true, false});

        DiscreteHazardModel model =
                DiscreteHazardRegression.logit().fit(data, Covariates.none(5)).orThrow();

        assertThat(model.hazard(1)).isCloseTo(1 / 5.0, within(1e-12));
        assertThat(model.hazard(2)).isCloseTo(1 / 2.0, within(1e-12));
        assertThat(model.hazard(9)).isEqualTo(model.hazard(2));
        assertThat(model.survival(2)).isCloseTo(4 / 5.0 / 2, within(1e-12));
        assertThat(model.survival(0)).isEqualTo(1);
    }

    @Test
    void timesThatAreNoPeriods_areRefused() {
        SurvivalData data = SurvivalData.of(new double[] {1, 2.5}, new boolean[] {true, false});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscreteHazardRegression.logit().fit(data, Covariates.none(2)))
                .withMessage(
                        "times of row 1 (0.0 to 2.5) must be whole periods.\nMaybe count months, or use CoxRegression.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscreteHazardRegression.logit().spans(2, 3))
                .withMessage("spans must rise from 1, were [2, 3].");
    }
}
