package dev.rapport.health.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.internal.Newton;
import dev.rapport.health.regression.Covariates;
import dev.rapport.model.problem.Checked;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Against oracles that count pair by pair, and identities that hold for every data set. */
class SurvivalProperties {

    @Property(tries = 200)
    void kaplanMeier_andNelsonAalen_agreeWithCountingAtEachTime(@ForAll long seed) {
        RandomSurvival random = new RandomSurvival(seed, 1);
        SurvivalData data = random.between().weights(random.weight);
        SurvivalCurve curve = KaplanMeier.of(data);
        CumulativeHazard hazard = CumulativeHazard.of(data);
        double survival = 1;
        double sum = 0;
        for (int i = 0; i < curve.size(); i++) {
            double time = curve.time(i);
            double atRisk = 0;
            double events = 0;
            for (int row = 0; row < random.size; row++) {
                atRisk += random.start[row] < time && random.stop[row] >= time ? random.weight[row] : 0;
                events += random.stop[row] == time && random.event[row] ? random.weight[row] : 0;
            }
            assertThat(curve.atRisk(i)).isCloseTo(atRisk, within(1e-9));
            assertThat(curve.events(i)).isEqualTo(events);
            survival *= 1 - events / atRisk;
            sum += events / atRisk;
            assertThat(curve.survival(i)).isCloseTo(survival, within(1e-12));
            assertThat(hazard.hazard(i)).isCloseTo(sum, within(1e-9));
        }
    }

    @Property(tries = 200)
    void kaplanMeier_withoutCensoring_isTheShareThatIsLeft(@ForAll long seed) {
        RandomSurvival random = new RandomSurvival(seed, 1);
        boolean[] all = new boolean[random.size];
        Arrays.fill(all, true);
        SurvivalCurve curve = KaplanMeier.of(SurvivalData.of(random.stop, all));
        for (int i = 0; i < curve.size(); i++) {
            double time = curve.time(i);
            long left = Arrays.stream(random.stop).filter(stop -> stop > time).count();
            assertThat(curve.survival(i)).isCloseTo((double) left / random.size, within(1e-12));
        }
    }

    @Property(tries = 200)
    void concordance_agreesWithCountingEveryPair(@ForAll long seed) {
        RandomSurvival random = new RandomSurvival(seed, 2);
        double[] risk = Arrays.stream(random.columns[2]).map(Math::floor).toArray();
        SurvivalData data = random.between().strata(random.stratum).weights(random.weight);
        Concordance concordance = Concordance.of(data, risk);
        double right = 0;
        double wrong = 0;
        double same = 0;
        for (int i = 0; i < random.size; i++) {
            for (int j = 0; j < random.size; j++) {
                boolean later =
                        random.stop[j] > random.stop[i] || (random.stop[j] == random.stop[i] && !random.event[j]);
                boolean comparable = i != j
                        && random.event[i]
                        && later
                        && random.start[j] < random.stop[i]
                        && random.stratum.get(i).equals(random.stratum.get(j));
                double weight = comparable ? random.weight[i] * random.weight[j] : 0;
                right += risk[i] > risk[j] ? weight : 0;
                wrong += risk[i] < risk[j] ? weight : 0;
                same += risk[i] == risk[j] ? weight : 0;
            }
        }
        assertThat(concordance.concordant()).isCloseTo(right, within(1e-9));
        assertThat(concordance.discordant()).isCloseTo(wrong, within(1e-9));
        assertThat(concordance.tiedRisk()).isCloseTo(same, within(1e-9));
    }

    /** The textbook's formula, term by term, instead of running sums. */
    @Property(tries = 100)
    void cox_likelihood_agreesWithItsDefinition_andItsDerivatives(@ForAll long seed, @ForAll boolean efron) {
        RandomSurvival random = new RandomSurvival(seed, 10);
        SurvivalData data = random.between().weights(random.weight).strata(random.stratum);
        Covariates covariates = random.covariates();
        Ties ties = efron ? Ties.EFRON : Ties.BRESLOW;
        CoxLikelihood likelihood = new CoxLikelihood(data, covariates, new double[0], ties, 0);
        double[] beta = {0.3, -0.2, 0.1};
        double value = likelihood.evaluate(beta, new double[3], new double[3][3]);
        assertThat(value).isCloseTo(naive(random, likelihood, ties, beta), within(1e-9 * Math.abs(value) + 1e-9));
        Derivatives.agree(likelihood, beta, true);
    }

    @Property(tries = 60)
    void acceleratedFailureTime_likelihood_agreesWithItsDerivatives(
            @ForAll long seed, @ForAll AftDistribution distribution) {
        RandomSurvival random = new RandomSurvival(seed, 10);
        AftLikelihood likelihood =
                new AftLikelihood(random.plain().weights(random.weight), random.covariates(), distribution);
        double[] at = Arrays.copyOf(
                new double[] {0.2, 0.3, -0.2, 0.1, 0.8}, distribution == AftDistribution.EXPONENTIAL ? 4 : 5);
        Derivatives.agree(likelihood, at, true);
    }

    @Property(tries = 60)
    void hazardOfPeriods_likelihood_agreesWithItsDerivatives(@ForAll long seed, @ForAll HazardLink link) {
        RandomSurvival random = new RandomSurvival(seed, 10);
        DiscreteHazardLikelihood likelihood = new DiscreteHazardLikelihood(
                random.between().weights(random.weight), random.covariates(), link, new int[] {1, 4, 9});
        // That of the complementary log-log link is the expected information, not the observed one
        Derivatives.agree(likelihood, new double[] {-1, -0.5, -1.5, 0.3, -0.2, 0.1}, link == HazardLink.LOGIT);
    }

    private static double naive(RandomSurvival random, CoxLikelihood model, Ties ties, double[] beta) {
        double[] eta = new double[random.size];
        for (int row = 0; row < random.size; row++) {
            for (int j = 0; j < 3; j++) {
                eta[row] += (random.columns[j][row] - model.mean[j]) / model.scale[j] * beta[j];
            }
        }
        double value = 0;
        for (String stratum : List.of("s0", "s1")) {
            double[] times = IntStream.range(0, random.size)
                    .filter(row -> random.event[row] && random.stratum.get(row).equals(stratum))
                    .mapToDouble(row -> random.stop[row])
                    .distinct()
                    .toArray();
            for (double time : times) {
                double atRisk = 0;
                double dying = 0;
                double weights = 0;
                int deaths = 0;
                for (int row = 0; row < random.size; row++) {
                    if (!random.stratum.get(row).equals(stratum)) {
                        continue;
                    }
                    double risk = random.weight[row] * Math.exp(eta[row]);
                    atRisk += random.start[row] < time && random.stop[row] >= time ? risk : 0;
                    if (random.stop[row] == time && random.event[row]) {
                        dying += risk;
                        weights += random.weight[row];
                        deaths++;
                        value += random.weight[row] * eta[row];
                    }
                }
                for (int k = 0; k < deaths; k++) {
                    double gone = ties == Ties.EFRON ? dying * k / deaths : 0;
                    value -= weights / deaths * Math.log(atRisk - gone);
                }
            }
        }
        return value;
    }

    @Property(tries = 100)
    void cox_martingaleResiduals_sumToZero_andSoDoTheScores(@ForAll long seed, @ForAll boolean efron) {
        RandomSurvival random = new RandomSurvival(seed, 20);
        SurvivalData data = random.between().strata(random.stratum);
        CoxLikelihood likelihood =
                new CoxLikelihood(data, random.covariates(), new double[0], efron ? Ties.EFRON : Ties.BRESLOW, 0.1);
        Newton newton = Newton.maximise(likelihood, new double[3]);
        Assume.that(newton.ending() == Newton.Ending.CONVERGED);
        likelihood.predict(newton.parameters());
        CoxResiduals residuals = CoxResiduals.of(HazardSteps.of(likelihood), data);
        assertThat(Arrays.stream(residuals.martingale).sum()).isCloseTo(0, within(1e-8));
        for (int j = 0; j < 3; j++) {
            double sum = 0;
            for (int row = 0; row < data.size(); row++) {
                sum += residuals.score[row * 3 + j];
            }
            // At the penalised maximum the scores add up to the slope of the penalty
            assertThat(sum).isCloseTo(0.1 * newton.parameters()[j], within(1e-8));
        }
    }

    @Property(tries = 60)
    void cox_dependsOnNeitherTheOrderOfRows_norUnitsOfTime_norShiftsOfCovariates(@ForAll long seed) {
        RandomSurvival random = new RandomSurvival(seed, 25);
        SurvivalData data = random.plain();
        Checked<CoxModel> checked = CoxRegression.efron().fit(data, random.covariates());
        Assume.that(checked.isValid());
        CoxModel model = checked.orThrow();
        List<Integer> order = new java.util.ArrayList<>(
                IntStream.range(0, random.size).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
        Covariates.Builder moved = Covariates.builder(random.size);
        for (int j = 0; j < 3; j++) {
            double[] column = random.columns[j];
            double shift = 10 * j;
            moved.number(
                    List.of("a", "b", "c").get(j),
                    Arrays.stream(rows).mapToDouble(row -> column[row] + shift).toArray());
        }
        double[] months =
                Arrays.stream(rows).mapToDouble(row -> random.stop[row] * 30).toArray();
        boolean[] events = new boolean[rows.length];
        IntStream.range(0, rows.length).forEach(i -> events[i] = random.event[rows[i]]);
        CoxModel other = CoxRegression.efron()
                .fit(SurvivalData.of(months, events), moved.build())
                .orThrow();
        for (int j = 0; j < 3; j++) {
            assertThat(other.coefficients().get(j).estimate())
                    .isCloseTo(model.coefficients().get(j).estimate(), within(1e-8));
        }
        assertThat(other.logLikelihood().fitted())
                .isCloseTo(model.logLikelihood().fitted(), within(1e-8));
    }

    @Property(tries = 100)
    void logRank_withoutTies_isTheScoreTestOfCox(@ForAll long seed) {
        RandomSurvival random = new RandomSurvival(seed, 10);
        double[] time = new double[random.size];
        Arrays.setAll(time, row -> random.stop[row] + row / 1000.0);
        SurvivalData data = SurvivalData.of(time, random.event);
        Covariates group =
                Covariates.builder(random.size).number("b", random.columns[1]).build();
        Checked<CoxModel> model = CoxRegression.efron().fit(data, group);
        Assume.that(model.isValid());
        List<String> labels =
                Arrays.stream(random.columns[1]).mapToObj(Double::toString).toList();
        assertThat(LogRankTest.of(data, labels).chiSquare())
                .isCloseTo(model.orThrow().tests().score().statistic(), within(1e-8));
    }

    @Property(tries = 60)
    void exponential_withoutCovariates_isTimeOverEvents(@ForAll long seed) {
        RandomSurvival random = new RandomSurvival(seed, 5);
        AftModel model = AcceleratedFailureTime.of(AftDistribution.EXPONENTIAL)
                .fit(random.plain(), Covariates.none(random.size))
                .orThrow();
        double mean = Arrays.stream(random.stop).sum() / random.plain().events();
        assertThat(model.quantile(1 - Math.exp(-1))).isCloseTo(mean, within(1e-8 * mean));
    }
}
