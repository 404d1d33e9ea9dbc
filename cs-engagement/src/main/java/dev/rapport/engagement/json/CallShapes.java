package dev.rapport.engagement.json;

import dev.rapport.engagement.call.Call;
import dev.rapport.engagement.call.CallList;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;

/** How the call list is written. */
final class CallShapes {

    private static final ExplanationText WORDS = ExplanationText.showing(Sensitivity.INTERNAL);

    private static final Shape<Call> CALL = Output.object("call", fields -> {
        fields.required("customer", Shape.text(), Call::customerId);
        fields.required("expectedLoss", Shape.money(), Call::expectedLoss);
        fields.required("sentence", Shape.text(), Call::sentence);
        fields.required("reasons", Shape.listOf(Shape.text()), call -> WORDS.lines(call.reasons()));
    });

    private CallShapes() {}

    static void declareList(OutputFields<CallList> fields) {
        fields.required("atMost", Shape.integer(), list -> list.policy().atMost());
        fields.required("source", Shape.text(), list -> list.policy().source());
        fields.required("calls", Shape.listOf(CALL), CallList::calls);
    }
}
