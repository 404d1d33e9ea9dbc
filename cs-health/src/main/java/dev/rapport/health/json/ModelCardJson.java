package dev.rapport.health.json;

import dev.rapport.health.card.Effect;
import dev.rapport.health.card.FittedMethod;
import dev.rapport.health.card.ModelCard;
import dev.rapport.health.classification.Evaluation;
import dev.rapport.health.estimate.Interval;
import dev.rapport.health.observation.Exclusion;
import dev.rapport.health.validation.Comparison;
import dev.rapport.health.validation.Difference;
import dev.rapport.health.validation.FeatureDrift;
import dev.rapport.health.validation.Figure;
import dev.rapport.health.validation.FloorCheck;
import dev.rapport.health.validation.LeadTimes;
import dev.rapport.health.validation.Measured;
import dev.rapport.health.validation.Validation;
import dev.rapport.health.validation.ValidationData;
import dev.rapport.health.validation.Verdict;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a model card is written: the document {@code rapport/model-card}. The order of the fields is stable; a figure that
 * cannot be told is left out.
 */
public final class ModelCardJson {

    private static final int VERSION = 1;

    private static final Shape<PolicyRef> POLICY = Output.object("candidate", fields -> {
        fields.required("id", Shape.text(), PolicyRef::id);
        fields.required("revision", Shape.text(), PolicyRef::revision);
    });

    private static final Shape<Interval> INTERVAL = Output.object("figure-interval", fields -> {
        fields.required("low", Shape.number(), Interval::low);
        fields.required("high", Shape.number(), Interval::high);
    });

    private static final Shape<Effect> EFFECT = Output.object("effect", fields -> {
        fields.required("column", Shape.text(), effect -> effect.coefficient().name());
        fields.required(
                "estimate", Shape.number(), effect -> effect.coefficient().estimate());
        fields.required(
                "standardError",
                Shape.number(),
                effect -> effect.coefficient()
                        .robustStandardError()
                        .orElse(effect.coefficient().standardError()));
        fields.required("interval", INTERVAL, Effect::interval);
        fields.required("ratio", Shape.number(), Effect::ratio);
        fields.required("p", Shape.number(), effect -> effect.coefficient().p());
    });

    private static final Shape<FittedMethod> METHOD = Output.object("method", fields -> {
        fields.required("words", Shape.text(), FittedMethod::words);
        fields.optional(
                "ratioOf", Shape.text(), method -> Optional.of(method.ratioOf()).filter(of -> !of.isEmpty()));
        fields.listUnlessEmpty("coefficients", EFFECT, FittedMethod::effects);
    });

    private static final Shape<Map.Entry<Exclusion, Integer>> EXCLUDED =
            Output.object("observations-excluded", fields -> {
                fields.required("why", Shape.oneOf(Exclusion.class), Map.Entry::getKey);
                fields.required("count", Shape.integer(), Map.Entry::getValue);
            });

    private static final Shape<ValidationData> DATA = Output.object("validation-data", fields -> {
        fields.required("firstDate", Shape.date(), ValidationData::firstDate);
        fields.required("lastDay", Shape.date(), ValidationData::lastDay);
        fields.required("months", Shape.integer(), ValidationData::months);
        fields.required("dates", Shape.integer(), ValidationData::dates);
        fields.required("leadDays", Shape.integer(), data -> data.window().leadDays());
        fields.required("horizonDays", Shape.integer(), data -> data.window().horizonDays());
        fields.required("customers", Shape.integer(), ValidationData::customers);
        fields.required("rows", Shape.integer(), ValidationData::rows);
        fields.required("losses", Shape.integer(), ValidationData::losses);
        fields.required("baseRate", Shape.number(), ValidationData::baseRate);
        fields.required("unknown", Shape.integer(), ValidationData::unknown);
        fields.required("censored", Shape.integer(), ValidationData::censored);
        fields.required("notPredicted", Shape.integer(), ValidationData::notPredicted);
        fields.listUnlessEmpty(
                "excluded", EXCLUDED, data -> List.copyOf(data.excluded().entrySet()));
    });

    /** A figure with its name. */
    private record Named(Figure figure, Measured measured) {}

    private static final Shape<Named> FIGURE = Output.object("figure", fields -> {
        fields.required("figure", Shape.oneOf(Figure.class), Named::figure);
        fields.optionalNumber("value", named -> named.measured().value());
        fields.optional("interval", INTERVAL, named -> named.measured().interval());
        fields.optionalNumber("byRevenue", named -> named.measured().byRevenue());
    });

    private static final Shape<FloorCheck> FLOOR = Output.object("floor-check", fields -> {
        fields.required(
                "figure", Shape.oneOf(Figure.class), check -> check.floor().figure());
        fields.required("bound", Shape.number(), check -> check.floor().bound().value());
        fields.required("surely", Shape.bool(), check -> check.floor().bound().surely());
        fields.required("source", Shape.text(), check -> check.floor().source());
        fields.required("met", Shape.bool(), FloorCheck::met);
        fields.required("sentence", Shape.text(), FloorCheck::sentence);
    });

    private static final Shape<Evaluation.Bin> BIN = Output.object("calibration-bin", fields -> {
        fields.required("probability", Shape.number(), Evaluation.Bin::probability);
        fields.required("share", Shape.number(), Evaluation.Bin::share);
        fields.required("weight", Shape.number(), Evaluation.Bin::weight);
    });

    private static final Shape<LeadTimes> LEADS = Output.object("lead-times", fields -> {
        fields.required("warned", Shape.integer(), leads -> leads.days().size());
        fields.required("missed", Shape.integer(), LeadTimes::missed);
        fields.optionalNumber("medianDays", leads -> leads.quantile(0.5));
        fields.optionalNumber("lowerQuartileDays", leads -> leads.quantile(0.25));
        fields.optionalNumber("upperQuartileDays", leads -> leads.quantile(0.75));
        fields.optionalNumber("revenueWarned", LeadTimes::revenueWarned);
    });

    private static final Shape<Validation> VALIDATION = Output.object("validation", ModelCardJson::declareValidation);

    /** A figure of two with its name. */
    private record Compared(Figure figure, Difference difference, Comparison.Outcome better) {}

    private static final Shape<Compared> DIFFERENCE = Output.object("difference", fields -> {
        fields.required("figure", Shape.oneOf(Figure.class), Compared::figure);
        fields.required(
                "champion", Shape.number(), compared -> compared.difference().champion());
        fields.required(
                "challenger", Shape.number(), compared -> compared.difference().challenger());
        fields.optional("interval", INTERVAL, compared -> compared.difference().interval());
        fields.required("better", Shape.oneOf(Comparison.Outcome.class), Compared::better);
    });

    private static final Shape<Comparison> COMPARISON = Output.object("comparison", fields -> {
        fields.required("champion", POLICY, Comparison::champion);
        fields.required("challenger", POLICY, Comparison::challenger);
        fields.required("rows", Shape.integer(), Comparison::rows);
        fields.required("customers", Shape.integer(), Comparison::customers);
        fields.required("differences", Shape.listOf(DIFFERENCE), ModelCardJson::differences);
    });

    private static final Shape<FeatureDrift> DRIFT = Output.object("feature-drift", fields -> {
        fields.required("feature", Shape.text(), drift -> drift.feature().name());
        fields.required("index", Shape.number(), FeatureDrift::index);
        fields.required("reading", Shape.oneOf(FeatureDrift.Reading.class), FeatureDrift::reading);
    });

    private static final Shape<ModelCard> DOCUMENT = Output.object("model-card", fields -> {
        fields.format("model-card", VERSION);
        fields.required("title", Shape.text(), ModelCard::title);
        fields.required("candidate", POLICY, card -> card.validation().candidate());
        fields.required("data", Shape.text(), ModelCard::data);
        fields.required("method", METHOD, ModelCard::method);
        fields.required("validation", VALIDATION, ModelCard::validation);
        fields.optional("comparison", COMPARISON, ModelCard::comparison);
        fields.listUnlessEmpty(
                "drift",
                DRIFT,
                card -> card.drift().map(drift -> drift.features()).orElse(List.of()));
        fields.required("limits", Shape.listOf(Shape.text()), ModelCard::limits);
    });

    private ModelCardJson() {}

    /**
     * Writes a card.
     *
     * @param card  the card
     * @param out  where the document is written as one JSON value
     */
    public static void write(ModelCard card, JsonOut out) {
        DOCUMENT.write(card, out);
    }

    /**
     * What a validation is written as, for documents that hold one.
     *
     * @return the shape
     */
    public static Shape<Validation> validation() {
        return VALIDATION;
    }

    /**
     * The schema of the document.
     *
     * @return JSON Schema, as text
     */
    public static String toJsonSchema() {
        return DOCUMENT.toJsonSchema();
    }

    private static void declareValidation(OutputFields<Validation> fields) {
        fields.required("verdict", Shape.oneOf(Verdict.class), Validation::verdict);
        fields.required("words", Shape.listOf(Shape.text()), Validation::words);
        fields.required(
                "method", Shape.text(), validation -> validation.method().words());
        fields.required(
                "policy", Shape.text(), validation -> validation.policy().id());
        fields.required("data", DATA, Validation::data);
        fields.listUnlessEmpty("floors", FLOOR, Validation::floors);
        fields.listUnlessEmpty("figures", FIGURE, ModelCardJson::figures);
        fields.listUnlessEmpty("calibration", BIN, Validation::calibration);
        fields.required("leadTimes", LEADS, Validation::leadTimes);
        fields.required("aucByDate", Output.mapOf(Shape.number()), ModelCardJson::byDate);
    }

    private static Map<String, Double> byDate(Validation validation) {
        Map<String, Double> byDate = new TreeMap<>();
        validation.aucByDate().forEach((date, auc) -> byDate.put(date.toString(), auc));
        return byDate;
    }

    private static List<Named> figures(Validation validation) {
        List<Named> figures = new ArrayList<>();
        validation.figures().forEach((figure, measured) -> figures.add(new Named(figure, measured)));
        return figures;
    }

    private static List<Compared> differences(Comparison comparison) {
        List<Compared> list = new ArrayList<>();
        comparison
                .differences()
                .forEach((figure, difference) -> list.add(new Compared(figure, difference, comparison.better(figure))));
        return list;
    }
}
