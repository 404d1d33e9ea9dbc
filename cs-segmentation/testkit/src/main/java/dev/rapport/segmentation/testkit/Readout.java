package dev.rapport.segmentation.testkit;

import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.segmentation.segment.Segment;

/** A decision as text that differs whenever anything in it does, numbers to the last bit. */
final class Readout {

    private Readout() {}

    static String of(Decision<Segment> decision) {
        StringBuilder text = new StringBuilder();
        text.append(decision.customerId()).append(": ").append(decision.value());
        append(decision.reasons(), "\n", text);
        return text.toString();
    }

    private static void append(Explanation explanation, String indent, StringBuilder text) {
        text.append(indent)
                .append(explanation.code())
                .append(' ')
                .append(explanation.status())
                .append(' ')
                .append(explanation.value())
                .append(' ')
                .append(explanation.label())
                .append(' ')
                .append(explanation.completeness())
                .append(' ')
                .append(explanation.distance())
                .append(' ')
                .append(explanation.evidence())
                .append(' ')
                .append(explanation.reason());
        for (Explanation part : explanation.parts()) {
            append(part, indent + "  ", text);
        }
    }
}
