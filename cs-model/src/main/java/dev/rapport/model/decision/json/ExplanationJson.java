package dev.rapport.model.decision.json;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.Combination;
import dev.rapport.model.decision.Evidence;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.Status;
import dev.rapport.model.json.AttributeValueJson;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Writes the reasons of a decision. The order of the fields is stable; a field without a value is left out.
 *
 * <pre>{@code
 * ExplanationJson.showing(Sensitivity.INTERNAL).write(decision.reasons(), out.name("health"));
 * }</pre>
 *
 * <p>An object has {@code code}, {@code description}, {@code value} (a number, or true and false for conditions), {@code
 * label}, {@code status}, {@code combination}, {@code handling} and {@code minimumCompleteness} where the combination has
 * them, {@code completeness}, {@code freshness} where it is below 1, {@code distance}, {@code reason}, {@code evidence},
 * {@code comparedWith} where the value is relative, and {@code parts}. A part of a
 * weighted mean begins with its {@code weight}. A leaf that rests on something more sensitive than may be shown keeps its
 * code and status, and its evidence says {@code "withheld": "personal"} and which attribute it is: not its value, nor
 * since when, when recorded and from where; value, label and distance are left out. The headline stays exact: who sees
 * all other parts of a mean can still reckon back to the one that is missing.
 */
public final class ExplanationJson {

    private static final Shape<Double> NUMBER = Output.value(AttributeValueJson::writeNumber);

    private final Sensitivity shown;
    private final Shape<Explanation> shape;

    private ExplanationJson(Sensitivity shown) {
        this.shown = requireNonNull(shown, "shown");
        Shape<Evidence> evidence = Output.object("evidence", this::declareEvidence);
        Shape<Part> part = Output.object("explanation-part", (self, fields) -> {
            fields.optionalNumber("weight", Part::weight);
            fields.part(Part::explanation, reasons -> declare(reasons, evidence, self));
        });
        this.shape = Output.object("explanation", fields -> declare(fields, evidence, part));
    }

    private record Part(OptionalDouble weight, Explanation explanation) {}

    /**
     * A writer for readers who may see so much.
     *
     * @param highest the most sensitive evidence that is written
     * @return the writer
     */
    public static ExplanationJson showing(Sensitivity highest) {
        return new ExplanationJson(highest);
    }

    /**
     * Writes an explanation.
     *
     * @param explanation the reasons
     * @param out where they are written as one JSON value
     */
    public void write(Explanation explanation, JsonOut out) {
        shape.write(explanation, out);
    }

    /**
     * How explanations are written.
     *
     * @return the shape, for documents that have reasons in them
     */
    public Shape<Explanation> shape() {
        return shape;
    }

    /**
     * Declares since when a value is true, when that was recorded and from where it is.
     *
     * @param fields takes the declaration
     */
    public static void declareProvenance(OutputFields<Provenance> fields) {
        fields.optional("validFrom", Shape.instant(), Provenance::validFrom);
        fields.optional("recordedAt", Shape.instant(), Provenance::recordedAt);
        fields.required("source", Shape.text(), Provenance::source);
    }

    private void declare(OutputFields<Explanation> fields, Shape<Evidence> evidence, Shape<Part> part) {
        fields.required("code", Shape.text(), Explanation::code);
        fields.optional("description", Shape.text(), Explanation::description);
        fields.optional("value", Output.value(ExplanationJson::writeValue), this::valued);
        fields.optional(
                "label", Shape.text(), explanation -> valued(explanation).flatMap(Explanation::label));
        fields.required("status", Shape.oneOf(Status.class), Explanation::status);
        fields.required("combination", Shape.oneOf(Combination.class), Explanation::combination);
        fields.optional(
                "handling",
                Shape.oneOf(Handling.class),
                explanation -> Optional.of(explanation)
                        .filter(one -> hasHandling(one.combination()))
                        .map(Explanation::handling));
        fields.optional(
                "minimumCompleteness",
                Shape.number(),
                explanation ->
                        Optional.of(explanation).filter(ExplanationJson::isMean).map(Explanation::minimumCompleteness));
        fields.required("completeness", Shape.number(), Explanation::completeness);
        fields.optional(
                "freshness",
                Shape.number(),
                explanation -> Optional.of(explanation.freshness()).filter(share -> share < 1));
        fields.optional(
                "distance",
                NUMBER,
                explanation -> shownOnly(explanation, one -> one.distance().isPresent())
                        .map(one -> one.distance().getAsDouble()));
        fields.optional("reason", Shape.text(), Explanation::reason);
        fields.optional("evidence", evidence, Explanation::evidence);
        fields.listUnlessEmpty("comparedWith", evidence, Explanation::comparedWith);
        fields.listUnlessEmpty("parts", part, ExplanationJson::parts);
    }

    private static boolean hasHandling(Combination combination) {
        return combination != Combination.LEAF && combination != Combination.FIRST_MATCH && !combination.isLogical();
    }

    private static boolean isMean(Explanation explanation) {
        return explanation.combination() == Combination.WEIGHTED_MEAN;
    }

    private Optional<Explanation> valued(Explanation explanation) {
        return shownOnly(explanation, one -> one.value().isPresent());
    }

    private Optional<Explanation> shownOnly(Explanation explanation, Predicate<Explanation> also) {
        boolean withheld = explanation.evidence().map(this::isWithheld).orElse(false);
        return Optional.of(explanation).filter(one -> !withheld).filter(also);
    }

    private static void writeValue(Explanation explanation, JsonOut out) {
        double value = explanation.value().orElseThrow();
        if (explanation.isCondition()) {
            out.value(value != 0);
        } else {
            AttributeValueJson.writeNumber(value, out);
        }
    }

    private void declareEvidence(OutputFields<Evidence> fields) {
        fields.required("key", Shape.text(), evidence -> evidence.key().name());
        fields.optional(
                "value",
                Output.value((evidence, out) -> AttributeValueJson.write(evidence.key(), evidence.value(), out)),
                this::ifShown);
        fields.optional(
                "withheld",
                Shape.oneOf(Sensitivity.class),
                evidence -> Optional.of(evidence.key().sensitivity()).filter(level -> isWithheld(evidence)));
        fields.optional("unit", Shape.text(), evidence -> evidence.key().unit());
        fields.optionalPart(
                evidence -> ifShown(evidence).map(Evidence::provenance), ExplanationJson::declareProvenance);
    }

    private Optional<Evidence> ifShown(Evidence evidence) {
        return Optional.of(evidence).filter(one -> !isWithheld(one));
    }

    private boolean isWithheld(Evidence evidence) {
        return evidence.key().sensitivity().compareTo(shown) > 0;
    }

    private static List<Part> parts(Explanation explanation) {
        boolean weighted = isMean(explanation);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < explanation.parts().size(); i++) {
            OptionalDouble weight = weighted ? OptionalDouble.of(explanation.weight(i)) : OptionalDouble.empty();
            parts.add(new Part(weight, explanation.parts().get(i)));
        }
        return parts;
    }
}
