package dev.rapport.examples.churnstudy;

import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.health.lifetime.Parameter;
import dev.rapport.health.regression.ChiSquared;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.LogLikelihood;
import dev.rapport.model.json.JsonOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The parts that the results of several methods share. */
final class Results {

    private Results() {}

    /** A number, or null where there is none. */
    static void field(JsonOut out, String name, double value) {
        if (Double.isFinite(value)) {
            out.field(name, value);
        } else {
            out.nullField(name);
        }
    }

    static void field(JsonOut out, String name, OptionalDouble value) {
        field(out, name, value.orElse(Double.NaN));
    }

    static void coefficients(JsonOut out, List<Coefficient> coefficients) {
        out.array(
                "coefficients",
                list -> coefficients.forEach(one -> list.object(fields -> {
                    fields.field("name", one.name());
                    field(fields, "estimate", one.estimate());
                    field(fields, "standardError", one.standardError());
                    field(fields, "robustStandardError", one.robustStandardError());
                    field(fields, "z", one.z());
                    field(fields, "p", one.p());
                })));
    }

    static void parameters(JsonOut out, List<Parameter> parameters) {
        out.object("parameters", fields -> parameters.forEach(one -> field(fields, one.name(), one.estimate())));
        out.object(
                "standardErrors", fields -> parameters.forEach(one -> field(fields, one.name(), one.standardError())));
    }

    static void likelihood(JsonOut out, LogLikelihood likelihood) {
        out.object("logLikelihood", fields -> {
            field(fields, "null", likelihood.none());
            field(fields, "fitted", likelihood.fitted());
        });
    }

    /** Statistics by name, their common degrees of freedom, and the probabilities by name. */
    static void tests(JsonOut out, Map<String, ChiSquared> tests) {
        out.object("tests", fields -> {
            tests.forEach((name, test) -> field(fields, name, test.statistic()));
            tests.values().stream().findFirst().ifPresent(test -> fields.field("df", test.degreesOfFreedom()));
            fields.object("p", p -> tests.forEach((name, test) -> field(p, name, test.p())));
        });
    }

    static void page(StudyPage page, List<Coefficient> coefficients, String effect) {
        List<List<String>> rows = new ArrayList<>();
        for (Coefficient one : coefficients) {
            rows.add(List.of(
                    one.name(),
                    StudyPage.number(one.estimate()),
                    StudyPage.number(StrictMath.exp(one.estimate())),
                    StudyPage.number(one.robustStandardError().orElse(one.standardError())),
                    StudyPage.number(one.p())));
        }
        page.heading("Coefficients").table(List.of("covariate", "estimate", effect, "standard error", "p"), rows);
    }
}
