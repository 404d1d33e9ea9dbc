package dev.rapport.health.warning.change;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/** The recursion of Adams and MacKay as it stands in the paper: all runs, in logarithms, with gamma functions. */
final class ExactRunLengths {

    /** A run by what its observations have told. */
    record Run(int length, double first, double second, double logMass) {}

    private final Prior prior;
    private final double hazard;
    private List<Run> runs = new ArrayList<>();
    double logEvidence;

    ExactRunLengths(Prior prior, double every) {
        this.prior = prior;
        this.hazard = 1 / every;
        runs.add(begin(0));
    }

    private Run begin(double logMass) {
        return prior instanceof Prior.NormalGamma levels
                ? new Run(0, levels.mean(), levels.rate(), logMass)
                : new Run(0, ((Prior.GammaPoisson) prior).events(), ((Prior.GammaPoisson) prior).exposure(), logMass);
    }

    void observe(double value, double exposure) {
        List<Run> next = new ArrayList<>();
        for (Run run : runs) {
            next.add(
                    prior instanceof Prior.NormalGamma levels
                            ? ofLevels(levels, run, value)
                            : ofRates(run, value, exposure));
        }
        double greatest = next.stream().mapToDouble(Run::logMass).max().orElseThrow();
        double total = next.stream()
                .mapToDouble(run -> Math.exp(run.logMass() - greatest))
                .sum();
        double evidence = greatest + Math.log(total);
        logEvidence += evidence;
        double stays = Math.log1p(-hazard) - evidence;
        next.replaceAll(run -> new Run(run.length(), run.first(), run.second(), run.logMass() + stays));
        next.add(begin(Math.log(hazard)));
        runs = next;
    }

    private static Run ofLevels(Prior.NormalGamma prior, Run run, double x) {
        double a = prior.shape() + 0.5 * run.length();
        double k = prior.weight() + run.length();
        double scale = run.second() * (k + 1) / (a * k);
        double error = x - run.first();
        double student = LogGamma.value(a + 0.5)
                - LogGamma.value(a)
                - 0.5 * Math.log(2 * Math.PI * a * scale)
                - (a + 0.5) * Math.log1p(error * error / (2 * a * scale));
        return new Run(
                run.length() + 1,
                run.first() + error / (k + 1),
                run.second() + k * error * error / (2 * (k + 1)),
                run.logMass() + student);
    }

    private static Run ofRates(Run run, double x, double exposure) {
        double a = run.first();
        double b = run.second();
        double binomial = LogGamma.value(a + x)
                - LogGamma.value(a)
                - LogGamma.value(x + 1)
                + a * Math.log(b / (b + exposure))
                + x * Math.log(exposure / (b + exposure));
        return new Run(run.length() + 1, a + x, b + exposure, run.logMass() + binomial);
    }

    double probabilityThat(RunLengthPosterior.RunCondition condition) {
        double sum = 0;
        for (Run run : runs) {
            double level = prior instanceof Prior.NormalGamma ? run.first() : run.first() / run.second();
            sum += condition.holds(run.length(), level) ? Math.exp(run.logMass()) : 0;
        }
        return sum;
    }
}
