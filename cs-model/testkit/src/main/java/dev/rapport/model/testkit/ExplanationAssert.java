package dev.rapport.model.testkit;

import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Status;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the reasons of a decision; the message names the node that does not hold by its path of codes. */
public final class ExplanationAssert extends AbstractAssert<ExplanationAssert, Explanation> {

    private ExplanationAssert(Explanation actual) {
        super(actual, ExplanationAssert.class);
    }

    /**
     * Starts assertions.
     *
     * @param explanation  the reasons
     * @return the assertions
     */
    public static ExplanationAssert assertThat(Explanation explanation) {
        return new ExplanationAssert(explanation);
    }

    /**
     * Holds if each combination of the tree gives its value, status and completeness again, to the last bit.
     *
     * @return these assertions
     */
    public ExplanationAssert foldsToItsValue() {
        isNotNull();
        if (!actual.foldsToItsValue()) {
            failWithMessage("%s must fold to its value.", unfolded(actual, actual.code()));
        }
        return this;
    }

    private static String unfolded(Explanation explanation, String path) {
        List<Explanation> parts = explanation.parts();
        for (Explanation part : parts) {
            if (!part.foldsToItsValue()) {
                return unfolded(part, path + " > " + part.code());
            }
        }
        return path + " (" + explanation + ", " + explanation.combination() + " of " + parts + ")";
    }

    /**
     * Holds if there is a value, and it is this one to the last bit.
     *
     * @param expected  the value
     * @return these assertions
     */
    public ExplanationAssert hasValue(double expected) {
        hasStatus(Status.EVALUATED);
        double value = actual.value().orElse(Double.NaN);
        if (Double.compare(value, expected) != 0) {
            failWithMessage("%s must have the value %s, was %s.", actual.code(), expected, value);
        }
        return this;
    }

    /**
     * Holds if it became this of the decision.
     *
     * @param expected  the status
     * @return these assertions
     */
    public ExplanationAssert hasStatus(Status expected) {
        isNotNull();
        if (actual.status() != expected) {
            failWithMessage(
                    "%s must be %s, was %s: %s.",
                    actual.code(), expected, actual.status(), actual.reason().orElse("no reason given"));
        }
        return this;
    }

    /**
     * Holds if one of the leaves rests on an attribute.
     *
     * @param attribute  the name of the attribute
     * @return these assertions
     */
    public ExplanationAssert restsOn(String attribute) {
        isNotNull();
        List<String> names = actual.find(node -> node.evidence().isPresent()).stream()
                .flatMap(node -> node.evidence().stream())
                .map(evidence -> evidence.key().name())
                .distinct()
                .toList();
        if (!names.contains(attribute)) {
            failWithMessage("%s must rest on %s, rests on %s.", actual.code(), attribute, names);
        }
        return this;
    }
}
