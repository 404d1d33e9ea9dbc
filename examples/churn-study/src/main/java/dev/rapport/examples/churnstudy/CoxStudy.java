package dev.rapport.examples.churnstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyProgram;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.health.regression.ChiSquared;
import dev.rapport.health.regression.Covariates;
import dev.rapport.health.survival.Baseline;
import dev.rapport.health.survival.CoxModel;
import dev.rapport.health.survival.CoxRegression;
import dev.rapport.health.survival.ProportionalHazardsTest;
import dev.rapport.health.survival.SurvivalData;
import dev.rapport.model.json.JsonOut;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What multiplies the hazard. */
final class CoxStudy implements StudyProgram.Method {

    @Override
    public Study study(StudyTable table, Arguments arguments) {
        Columns.requireSurvival(table, arguments);
        Columns.requireCovariates(table, arguments);
        arguments
                .find("weights")
                .ifPresent(column -> table.requireNumber(column, weight -> weight > 0, "must be a number above 0"));
        arguments.find("strata").ifPresent(table::requirePresent);
        arguments.find("cluster").ifPresent(table::requirePresent);
        SurvivalData data = data(table, arguments);
        Covariates covariates = Columns.covariates(table, arguments);
        CoxModel model = regression(arguments).fit(data, covariates).orThrow();
        List<ProportionalHazardsTest.Result> proportional = ProportionalHazardsTest.of(model, data, covariates);
        return new Study(
                "What multiplies the hazard",
                out -> write(out, model, proportional),
                page -> page(page, model, proportional),
                List.of(
                        model.fitting().rows() + " rows, " + model.fitting().events()
                                + " events. Likelihood ratio test: chi-square "
                                + StudyPage.number(
                                        model.tests().likelihoodRatio().statistic()) + ", p = "
                                + StudyPage.number(
                                        model.tests().likelihoodRatio().p()) + ".",
                        "Concordance " + StudyPage.number(model.concordance().estimate())
                                + " (standard error "
                                + StudyPage.number(model.concordance().standardError())
                                + "): 0.5 is chance, a higher risk leaves sooner."));
    }

    private static CoxRegression regression(Arguments arguments) {
        String ties = arguments.find("ties").orElse("efron");
        return switch (ties) {
            case "efron" -> CoxRegression.efron();
            case "breslow" -> CoxRegression.breslow();
            default -> throw new UserError("option (--ties " + ties + ") must be efron or breslow.");
        };
    }

    private static SurvivalData data(StudyTable table, Arguments arguments) {
        SurvivalData data = Columns.survival(table, arguments);
        if (arguments.find("strata").isPresent()) {
            data = data.strata(table.text(arguments.get("strata")));
        }
        boolean fractions = false;
        if (arguments.find("weights").isPresent()) {
            double[] weights = table.numbers(arguments.get("weights"));
            fractions = Arrays.stream(weights).anyMatch(weight -> weight != Math.rint(weight));
            data = data.weights(weights);
        }
        if (arguments.find("cluster").isPresent()) {
            return data.clusters(table.text(arguments.get("cluster")));
        }
        // Weights that are no counts make the errors of the model wrong: each row is its own cluster, as in R
        return fractions
                ? data.clusters(IntStream.range(0, data.size())
                        .mapToObj(Integer::toString)
                        .toList())
                : data;
    }

    private static void write(JsonOut out, CoxModel model, List<ProportionalHazardsTest.Result> proportional) {
        out.field("n", model.fitting().rows());
        out.field("events", model.fitting().events());
        out.field("ties", model.ties().name().toLowerCase(java.util.Locale.ROOT));
        Results.likelihood(out, model.logLikelihood());
        Results.coefficients(out, model.coefficients());
        Map<String, ChiSquared> tests = new LinkedHashMap<>();
        tests.put("likelihoodRatio", model.tests().likelihoodRatio());
        tests.put("wald", model.tests().wald());
        tests.put("score", model.tests().score());
        Results.tests(out, tests);
        out.object("concordance", fields -> {
            fields.field("estimate", model.concordance().estimate());
            fields.field("standardError", model.concordance().standardError());
        });
        out.array(
                "proportionalHazards",
                list -> proportional.forEach(one -> list.object(fields -> {
                    fields.field("name", one.name());
                    fields.field("chiSquare", one.chiSquare());
                    fields.field("p", one.p());
                })));
    }

    private static void page(StudyPage page, CoxModel model, List<ProportionalHazardsTest.Result> proportional) {
        Results.page(page, model.coefficients(), "hazard ratio");
        page.heading("Do effects last?")
                .paragraph("A small p says that the effect of a covariate changes with time.")
                .table(
                        List.of("covariate", "chi-square", "p"),
                        proportional.stream()
                                .map(one -> List.of(
                                        one.name(), StudyPage.number(one.chiSquare()), StudyPage.number(one.p())))
                                .toList());
        page.heading("Baseline")
                .lines(
                        "Cumulative hazard where all covariates are 0",
                        "time",
                        "hazard",
                        model.baselines().stream().map(CoxStudy::series).toList());
    }

    private static StudyPage.Series series(Baseline baseline) {
        double[] x = new double[baseline.size()];
        double[] y = new double[baseline.size()];
        Arrays.setAll(x, baseline::time);
        Arrays.setAll(y, baseline::hazard);
        return new StudyPage.Series(baseline.stratum().isEmpty() ? "all" : baseline.stratum(), x, y, true);
    }
}
