package dev.rapport.examples.churnstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyProgram;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.health.regression.ChiSquared;
import dev.rapport.health.regression.Covariates;
import dev.rapport.health.survival.AcceleratedFailureTime;
import dev.rapport.health.survival.AftDistribution;
import dev.rapport.health.survival.AftModel;
import dev.rapport.health.survival.SurvivalData;
import dev.rapport.model.json.JsonOut;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What stretches the time they stay. */
final class AftStudy implements StudyProgram.Method {

    @Override
    public Study study(StudyTable table, Arguments arguments) {
        Columns.requireSurvival(table, arguments);
        Columns.requireCovariates(table, arguments);
        SurvivalData data = Columns.survival(table, arguments);
        if (data.hasStarts()) {
            throw new UserError("option (--start) must not be given with aft.\nMaybe use cox, which knows starts.");
        }
        Covariates covariates = Columns.covariates(table, arguments);
        AftModel model = AcceleratedFailureTime.of(distribution(arguments))
                .fit(data, covariates)
                .orThrow();
        ChiSquared test = model.likelihoodRatio();
        return new Study(
                "What stretches the time they stay",
                out -> write(out, model),
                page -> {
                    Results.page(page, model.coefficients(), "factor");
                    page.paragraph("Scale " + StudyPage.number(model.scale()) + ".");
                    page.lines(
                            "Share that is still there, covariates at their means",
                            "time",
                            "share",
                            List.of(curve(model, data, covariates)));
                },
                List.of(model.fitting().rows() + " rows, " + model.fitting().events()
                        + " events. Likelihood ratio test: chi-square "
                        + StudyPage.number(test.statistic()) + ", p = " + StudyPage.number(test.p()) + ". Scale "
                        + StudyPage.number(model.scale()) + "."));
    }

    private static AftDistribution distribution(Arguments arguments) {
        String name = arguments.get("distribution");
        return Arrays.stream(AftDistribution.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError("option (--distribution " + name
                        + ") must be weibull, exponential, lognormal or loglogistic."));
    }

    private static void write(JsonOut out, AftModel model) {
        out.field("distribution", model.distribution().name().toLowerCase(Locale.ROOT));
        out.field("n", model.fitting().rows());
        out.field("events", model.fitting().events());
        Results.likelihood(out, model.logLikelihood());
        Results.coefficients(out, model.coefficients());
        out.field("scale", model.scale());
        out.field("logScaleStandardError", model.logScaleStandardError());
        Results.tests(out, Map.of("likelihoodRatio", model.likelihoodRatio()));
    }

    private static StudyPage.Series curve(AftModel model, SurvivalData data, Covariates covariates) {
        double[] means = new double[covariates.size()];
        Arrays.setAll(means, j -> Arrays.stream(covariates.column(j)).average().orElse(0));
        double most = 0;
        for (int row = 0; row < data.size(); row++) {
            most = Math.max(most, data.stop(row));
        }
        double[] x = new double[101];
        double[] y = new double[101];
        for (int i = 0; i < x.length; i++) {
            x[i] = most * i / 100;
            y[i] = i == 0 ? 1 : model.survival(x[i], means);
        }
        return new StudyPage.Series("all", x, y, false);
    }
}
