package dev.rapport.model.json;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.Combination;
import dev.rapport.model.decision.Evidence;
import dev.rapport.model.decision.Explanation;
import java.util.Locale;

/**
 * Writes the reasons of a decision. The order of the fields is stable; a field without a value is left out.
 *
 * <pre>{@code
 * ExplanationJson.showing(Sensitivity.INTERNAL).write(decision.reasons(), out.name("health"));
 * }</pre>
 *
 * <p>An object has {@code code}, {@code description}, {@code value} (a number, or true and false for conditions), {@code
 * label}, {@code status}, {@code combination}, {@code handling}, {@code required} and {@code minimumCompleteness} where the
 * combination has them, {@code completeness}, {@code freshness} where it is below 1, {@code distance}, {@code reason},
 * {@code evidence}, {@code comparedWith} where the value is relative, and {@code parts}. A part of a weighted mean begins
 * with its {@code weight}. A leaf that rests on something more sensitive than may be shown keeps its code and status, and
 * its evidence says {@code "withheld": "personal"}; value, label and distance are left out. The headline stays exact: who
 * sees all other parts of a mean can still reckon back to the one that is missing.
 */
public final class ExplanationJson {

    private final Sensitivity shown;

    private ExplanationJson(Sensitivity shown) {
        this.shown = shown;
    }

    /**
     * A writer for readers who may see so much.
     *
     * @param highest the most sensitive evidence that is written
     * @return the writer
     */
    public static ExplanationJson showing(Sensitivity highest) {
        return new ExplanationJson(requireNonNull(highest, "highest"));
    }

    /**
     * Writes an explanation.
     *
     * @param explanation the reasons
     * @param out where they are written as one JSON value
     */
    public void write(Explanation explanation, JsonOut out) {
        out.object(fields -> writeFields(explanation, fields));
    }

    private void writeFields(Explanation explanation, JsonOut out) {
        out.field("code", explanation.code());
        explanation.description().ifPresent(text -> out.field("description", text));
        boolean withheld = isWithheld(explanation);
        if (!withheld) {
            writeValue(explanation, out);
        }
        out.field("status", word(explanation.status()));
        Combination combination = explanation.combination();
        out.field("combination", word(combination));
        if (combination != Combination.LEAF && combination != Combination.FIRST_MATCH && !combination.isLogical()) {
            out.field("handling", word(explanation.handling()));
        }
        if (combination == Combination.WEIGHTED_MEAN) {
            out.field("minimumCompleteness", explanation.minimumCompleteness());
        }
        out.field("completeness", explanation.completeness());
        if (explanation.freshness() < 1) {
            out.field("freshness", explanation.freshness());
        }
        if (!withheld && explanation.distance().isPresent()) {
            AttributeValueJson.writeNumber(explanation.distance().getAsDouble(), out.name("distance"));
        }
        explanation.reason().ifPresent(reason -> out.field("reason", reason));
        explanation.evidence().ifPresent(evidence -> out.object("evidence", fields -> writeEvidence(evidence, fields)));
        if (!explanation.comparedWith().isEmpty()) {
            out.array(
                    "comparedWith",
                    all -> explanation
                            .comparedWith()
                            .forEach(evidence -> all.object(fields -> writeEvidence(evidence, fields))));
        }
        if (!explanation.parts().isEmpty()) {
            out.array("parts", parts -> writeParts(explanation, parts));
        }
    }

    private static void writeValue(Explanation explanation, JsonOut out) {
        explanation.value().ifPresent(value -> {
            if (explanation.isCondition()) {
                out.field("value", value != 0);
            } else {
                AttributeValueJson.writeNumber(value, out.name("value"));
            }
        });
        explanation.label().ifPresent(label -> out.field("label", label));
    }

    private void writeEvidence(Evidence evidence, JsonOut out) {
        out.field("key", evidence.key().name());
        if (isShown(evidence)) {
            AttributeValueJson.write(evidence.key(), evidence.value(), out.name("value"));
        } else {
            out.field("withheld", word(evidence.key().sensitivity()));
        }
        evidence.key().unit().ifPresent(unit -> out.field("unit", unit));
        evidence.provenance().validFrom().ifPresent(from -> out.field("validFrom", from));
        evidence.provenance().recordedAt().ifPresent(at -> out.field("recordedAt", at));
        out.field("source", evidence.provenance().source());
    }

    private void writeParts(Explanation explanation, JsonOut out) {
        boolean weighted = explanation.combination() == Combination.WEIGHTED_MEAN;
        for (int i = 0; i < explanation.parts().size(); i++) {
            Explanation part = explanation.parts().get(i);
            double weight = explanation.weight(i);
            out.object(fields -> {
                if (weighted) {
                    fields.field("weight", weight);
                }
                writeFields(part, fields);
            });
        }
    }

    private boolean isWithheld(Explanation explanation) {
        return explanation.evidence().map(evidence -> !isShown(evidence)).orElse(false);
    }

    private boolean isShown(Evidence evidence) {
        return evidence.key().sensitivity().compareTo(shown) <= 0;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
