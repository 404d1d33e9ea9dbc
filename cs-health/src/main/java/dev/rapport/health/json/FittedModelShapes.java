package dev.rapport.health.json;

import dev.rapport.health.classification.IsotonicCalibration;
import dev.rapport.health.classification.LogisticModel;
import dev.rapport.health.classification.PlattCalibration;
import dev.rapport.health.fitted.FittedModel;
import dev.rapport.health.fitted.SavedModel;
import dev.rapport.health.lifetime.BetaDiscreteWeibull;
import dev.rapport.health.lifetime.BetaGeometricNbd;
import dev.rapport.health.lifetime.Estimates;
import dev.rapport.health.lifetime.GammaGamma;
import dev.rapport.health.lifetime.GeometricLifetime;
import dev.rapport.health.lifetime.Parameter;
import dev.rapport.health.lifetime.ParetoNbd;
import dev.rapport.health.lifetime.ShiftedBetaGeometric;
import dev.rapport.health.regression.ChiSquared;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.Covariance;
import dev.rapport.health.regression.Fitting;
import dev.rapport.health.regression.LogLikelihood;
import dev.rapport.health.survival.AftDistribution;
import dev.rapport.health.survival.AftModel;
import dev.rapport.health.survival.Baseline;
import dev.rapport.health.survival.Concordance;
import dev.rapport.health.survival.CoxModel;
import dev.rapport.health.survival.DiscreteHazardModel;
import dev.rapport.health.survival.HazardLink;
import dev.rapport.health.survival.Ties;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The shapes of fitted models. Numbers are written so that they are read again to the last bit. */
final class FittedModelShapes {

    private static final Shape<double[]> NUMBERS = Shape.listOf(Shape.number())
            .map(
                    list -> list.stream().mapToDouble(number -> number).toArray(),
                    numbers -> Arrays.stream(numbers).boxed().toList());

    private static final Shape<Coefficient> COEFFICIENT = Shape.object("coefficient", fields -> {
        var name = fields.required("name", Shape.text().notBlank(), Coefficient::name);
        var estimate = fields.required("estimate", Shape.number(), Coefficient::estimate);
        var error = fields.required("standardError", Shape.number().atLeast(0), Coefficient::standardError);
        var robust = fields.optional(
                "robustStandardError", Shape.number().atLeast(0), one -> boxed(one.robustStandardError()));
        return in -> {
            Coefficient coefficient = Coefficient.of(in.get(name), in.get(estimate), in.get(error));
            return in.get(robust).map(coefficient::robust).orElse(coefficient);
        };
    });

    private static final Shape<List<Coefficient>> COEFFICIENTS = Shape.listOf(COEFFICIENT);

    private static final Shape<Covariance> COVARIANCE = Shape.object("covariance", fields -> {
        var errors = fields.required("errors", NUMBERS, covariance -> numbers(covariance.size(), covariance::error));
        var correlations = fields.required(
                "correlations",
                Shape.listOf(NUMBERS).described("for each coefficient its correlations with those before it"),
                covariance -> IntStream.range(0, covariance.size())
                        .mapToObj(i -> numbers(i, j -> covariance.correlation(i, j)))
                        .toList());
        return in -> Covariance.of(in.get(errors), in.get(correlations).toArray(double[][]::new));
    });

    private static final Shape<LogLikelihood> LOG_LIKELIHOOD = Shape.object("log-likelihood", fields -> {
        var none = fields.required("null", Shape.number(), LogLikelihood::none);
        var fitted = fields.required("fitted", Shape.number(), LogLikelihood::fitted);
        return in -> new LogLikelihood(in.get(none), in.get(fitted));
    });

    private static final Shape<Fitting> FITTING = Shape.object("fitting", fields -> {
        var rows = fields.required("rows", Shape.integer(), Fitting::rows);
        var events = fields.required("events", Shape.integer(), Fitting::events);
        var iterations = fields.required("iterations", Shape.integer(), Fitting::iterations);
        return in -> new Fitting(in.get(rows), in.get(events), in.get(iterations));
    });

    private static final Shape<ChiSquared> TEST = Shape.object("test", fields -> {
        var statistic = fields.optional("statistic", Shape.number(), test -> finite(test.statistic()));
        var degrees = fields.required("degreesOfFreedom", Shape.integer().atLeast(0), ChiSquared::degreesOfFreedom);
        return in -> ChiSquared.of(in.get(statistic).orElse(Double.NaN), in.get(degrees));
    });

    private static final Shape<CoxModel.Tests> TESTS = Shape.object("tests", fields -> {
        var ratio = fields.required("likelihoodRatio", TEST, CoxModel.Tests::likelihoodRatio);
        var wald = fields.required("wald", TEST, CoxModel.Tests::wald);
        var score = fields.required("score", TEST, CoxModel.Tests::score);
        return in -> new CoxModel.Tests(in.get(ratio), in.get(wald), in.get(score));
    });

    private static final Shape<Concordance> CONCORDANCE = Shape.object("concordance", fields -> {
        var concordant = fields.required("concordant", Shape.number(), Concordance::concordant);
        var discordant = fields.required("discordant", Shape.number(), Concordance::discordant);
        var tiedRisk = fields.required("tiedRisk", Shape.number(), Concordance::tiedRisk);
        var tiedTime = fields.required("tiedTime", Shape.number(), Concordance::tiedTime);
        var error = fields.required("standardError", Shape.number().atLeast(0), Concordance::standardError);
        return in -> Concordance.builder()
                .concordant(in.get(concordant))
                .discordant(in.get(discordant))
                .tiedRisk(in.get(tiedRisk))
                .tiedTime(in.get(tiedTime))
                .standardError(in.get(error))
                .build();
    });

    private static final Shape<Baseline> BASELINE = Shape.object("baseline", fields -> {
        var stratum = fields.defaulted("stratum", Shape.text(), "", Baseline::stratum);
        var time = fields.required("time", NUMBERS, baseline -> numbers(baseline.size(), baseline::time));
        var hazard = fields.required("hazard", NUMBERS, baseline -> numbers(baseline.size(), baseline::hazard));
        return in -> new Baseline(in.get(stratum), in.get(time), in.get(hazard));
    });

    private static final Shape<Parameter> PARAMETER = Shape.object("parameter", fields -> {
        var name = fields.required("name", Shape.text().notBlank(), Parameter::name);
        var estimate = fields.required("estimate", Shape.number(), Parameter::estimate);
        var error = fields.required("standardError", Shape.number().atLeast(0), Parameter::standardError);
        return in -> new Parameter(in.get(name), in.get(estimate), in.get(error));
    });

    private static final Shape<Estimates> ESTIMATES = Shape.object("estimates", fields -> {
        var parameters = fields.required("parameters", Shape.listOf(PARAMETER), Estimates::parameters);
        var likelihood =
                fields.optional("logLikelihood", Shape.number(), estimates -> finite(estimates.logLikelihood()));
        return in -> new Estimates(in.get(parameters), in.get(likelihood).orElse(Double.NaN));
    });

    private static final Variants<FittedModel> MODELS = Variants.<FittedModel>named("model")
            .with("logistic", LogisticModel.class, fields -> {
                var coefficients = fields.required("coefficients", COEFFICIENTS, LogisticModel::coefficients);
                var covariance = fields.required("covariance", COVARIANCE, LogisticModel::covariance);
                var likelihood = fields.required("logLikelihood", LOG_LIKELIHOOD, LogisticModel::logLikelihood);
                var fitting = fields.required("fitting", FITTING, LogisticModel::fitting);
                return in -> LogisticModel.builder()
                        .coefficients(in.get(coefficients))
                        .covariance(in.get(covariance))
                        .logLikelihood(in.get(likelihood))
                        .fitting(in.get(fitting))
                        .build();
            })
            .with("cox", CoxModel.class, fields -> {
                var ties = fields.required("ties", Shape.oneOf(Ties.class), CoxModel::ties);
                var coefficients = fields.required("coefficients", COEFFICIENTS, CoxModel::coefficients);
                var covariance = fields.required("covariance", COVARIANCE, CoxModel::covariance);
                var likelihood = fields.required("logLikelihood", LOG_LIKELIHOOD, CoxModel::logLikelihood);
                var tests = fields.required("tests", TESTS, CoxModel::tests);
                var concordance = fields.required("concordance", CONCORDANCE, CoxModel::concordance);
                var baselines = fields.required("baselines", Shape.listOf(BASELINE), CoxModel::baselines);
                var fitting = fields.required("fitting", FITTING, CoxModel::fitting);
                return in -> CoxModel.builder()
                        .ties(in.get(ties))
                        .coefficients(in.get(coefficients))
                        .covariance(in.get(covariance))
                        .logLikelihood(in.get(likelihood))
                        .tests(in.get(tests))
                        .concordance(in.get(concordance))
                        .baselines(in.get(baselines))
                        .fitting(in.get(fitting))
                        .build();
            })
            .with("aft", AftModel.class, fields -> {
                var distribution =
                        fields.required("distribution", Shape.oneOf(AftDistribution.class), AftModel::distribution);
                var coefficients = fields.required("coefficients", COEFFICIENTS, AftModel::coefficients);
                var covariance = fields.required("covariance", COVARIANCE, AftModel::covariance);
                var scale = fields.required("scale", Shape.number(), AftModel::scale);
                var likelihood = fields.required("logLikelihood", LOG_LIKELIHOOD, AftModel::logLikelihood);
                var fitting = fields.required("fitting", FITTING, AftModel::fitting);
                return in -> AftModel.builder()
                        .distribution(in.get(distribution))
                        .coefficients(in.get(coefficients))
                        .covariance(in.get(covariance))
                        .scale(in.get(scale))
                        .logLikelihood(in.get(likelihood))
                        .fitting(in.get(fitting))
                        .build();
            })
            .with("discrete-hazard", DiscreteHazardModel.class, fields -> {
                var link = fields.required("link", Shape.oneOf(HazardLink.class), DiscreteHazardModel::link);
                var spans = fields.required(
                        "spans",
                        Shape.listOf(Shape.integer()).described("the first period of each span"),
                        DiscreteHazardModel::spans);
                var coefficients = fields.required("coefficients", COEFFICIENTS, DiscreteHazardModel::coefficients);
                var covariance = fields.required("covariance", COVARIANCE, DiscreteHazardModel::covariance);
                var likelihood = fields.required("logLikelihood", LOG_LIKELIHOOD, DiscreteHazardModel::logLikelihood);
                var fitting = fields.required("fitting", FITTING, DiscreteHazardModel::fitting);
                return in -> DiscreteHazardModel.builder()
                        .link(in.get(link))
                        .spans(in.get(spans))
                        .coefficients(in.get(coefficients))
                        .covariance(in.get(covariance))
                        .logLikelihood(in.get(likelihood))
                        .fitting(in.get(fitting))
                        .build();
            })
            .with("shifted-beta-geometric", ShiftedBetaGeometric.class, fields -> {
                var estimates = fields.required("estimates", ESTIMATES, ShiftedBetaGeometric::estimates);
                return in -> ShiftedBetaGeometric.of(in.get(estimates));
            })
            .with("beta-discrete-weibull", BetaDiscreteWeibull.class, fields -> {
                var estimates = fields.required("estimates", ESTIMATES, BetaDiscreteWeibull::estimates);
                return in -> BetaDiscreteWeibull.of(in.get(estimates));
            })
            .with("geometric-lifetime", GeometricLifetime.class, fields -> {
                var estimates = fields.required("estimates", ESTIMATES, GeometricLifetime::estimates);
                return in -> GeometricLifetime.of(in.get(estimates));
            })
            .with("beta-geometric-nbd", BetaGeometricNbd.class, fields -> {
                var modified = fields.defaulted("modified", Shape.bool(), false, BetaGeometricNbd::isModified);
                var estimates = fields.required("estimates", ESTIMATES, BetaGeometricNbd::estimates);
                return in -> BetaGeometricNbd.of(in.get(modified), in.get(estimates));
            })
            .with("pareto-nbd", ParetoNbd.class, fields -> {
                var estimates = fields.required("estimates", ESTIMATES, ParetoNbd::estimates);
                return in -> ParetoNbd.of(in.get(estimates));
            })
            .with("gamma-gamma", GammaGamma.class, fields -> {
                var estimates = fields.required("estimates", ESTIMATES, GammaGamma::estimates);
                var leftOut = fields.defaulted("leftOut", Shape.integer().atLeast(0), 0, GammaGamma::leftOut);
                return in -> GammaGamma.of(in.get(estimates), in.get(leftOut));
            })
            .with("platt", PlattCalibration.class, fields -> {
                var slope = fields.required("slope", Shape.number(), PlattCalibration::slope);
                var shift = fields.required("shift", Shape.number(), PlattCalibration::shift);
                return in -> new PlattCalibration(in.get(slope), in.get(shift));
            })
            .with("isotonic", IsotonicCalibration.class, fields -> {
                var scores = fields.required("scores", NUMBERS, IsotonicCalibration::scores);
                var probabilities = fields.required("probabilities", NUMBERS, IsotonicCalibration::probabilities);
                return in -> IsotonicCalibration.of(in.get(scores), in.get(probabilities));
            });

    static final DocumentKind<SavedModel> FITTED_MODEL =
            DocumentKind.of("fitted-model", 1, SavedModel::header, fields -> {
                var source = fields.required(
                        "source",
                        Shape.text().notBlank().maxLength(500).described("What the model was fitted to"),
                        SavedModel::source);
                var model = fields.required("model", MODELS, SavedModel::model);
                return (header, in) -> new SavedModel(header, in.get(source), in.get(model));
            });

    private FittedModelShapes() {}

    private static double[] numbers(int size, IntToDoubleFunction at) {
        return IntStream.range(0, size).mapToDouble(at).toArray();
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static Optional<Double> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
}
