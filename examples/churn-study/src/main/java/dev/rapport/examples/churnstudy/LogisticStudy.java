package dev.rapport.examples.churnstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyProgram;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.health.classification.Evaluation;
import dev.rapport.health.classification.LogisticModel;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.regression.Covariates;
import dev.rapport.model.json.JsonOut;
import java.util.List;
import java.util.Map;

/** What moves the odds of a yes. */
final class LogisticStudy implements StudyProgram.Method {

    private static final int BINS = 10;

    @Override
    public Study study(StudyTable table, Arguments arguments) {
        String target = arguments.get("target");
        Columns.requireOutcome(table, target);
        Columns.requireCovariates(table, arguments);
        Covariates covariates = Columns.covariates(table, arguments);
        boolean[] happened = Columns.outcome(table, target);
        LogisticModel model =
                LogisticRegression.plain().fit(covariates, happened).orThrow();
        Evaluation evaluation = Evaluation.of(model.probabilities(covariates), happened);
        return new Study(
                "What moves the odds",
                out -> write(out, model, evaluation),
                page -> page(page, model, evaluation),
                List.of(
                        model.fitting().rows() + " rows, " + model.fitting().events() + " with a yes.",
                        "On the rows it was fitted to: AUC "
                                + StudyPage.number(evaluation.auc().orElse(Double.NaN)) + ", Brier score "
                                + StudyPage.number(evaluation.brier().orElse(Double.NaN))
                                + ". On others it will be worse."));
    }

    private static void write(JsonOut out, LogisticModel model, Evaluation evaluation) {
        out.field("n", model.fitting().rows());
        out.field("events", model.fitting().events());
        Results.likelihood(out, model.logLikelihood());
        Results.coefficients(out, model.coefficients());
        Results.tests(out, Map.of("likelihoodRatio", model.likelihoodRatio()));
        out.object("evaluation", fields -> {
            Results.field(fields, "auc", evaluation.auc());
            Results.field(fields, "averagePrecision", evaluation.averagePrecision());
            Results.field(fields, "brier", evaluation.brier());
            Results.field(fields, "logLoss", evaluation.logLoss());
            Results.field(fields, "kolmogorovSmirnov", evaluation.kolmogorovSmirnov());
            Results.field(fields, "calibrationError", evaluation.calibrationError(BINS));
        });
    }

    private static void page(StudyPage page, LogisticModel model, Evaluation evaluation) {
        Results.page(page, model.coefficients(), "odds ratio");
        List<Evaluation.Bin> bins = evaluation.calibration(BINS);
        page.heading("Do probabilities mean what they say?")
                .lines(
                        "Share to whom it happened, by predicted probability; the straight line is perfect",
                        "probability",
                        "share",
                        List.of(
                                new StudyPage.Series(
                                        "observed",
                                        bins.stream()
                                                .mapToDouble(Evaluation.Bin::probability)
                                                .toArray(),
                                        bins.stream()
                                                .mapToDouble(Evaluation.Bin::share)
                                                .toArray(),
                                        false),
                                new StudyPage.Series("perfect", new double[] {0, 1}, new double[] {0, 1}, false)));
    }
}
