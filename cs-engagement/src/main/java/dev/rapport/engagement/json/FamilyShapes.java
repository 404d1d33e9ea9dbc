package dev.rapport.engagement.json;

import dev.rapport.engagement.FamilyRevenue;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.List;

/** How families are written. */
final class FamilyShapes {

    /** With all who belong to it. */
    static final Shape<FamilyRevenue> FAMILY = Output.object("family", fields -> {
        fields.required("top", Shape.text(), FamilyRevenue::top);
        fields.required("customers", Shape.listOf(Shape.text()), FamilyRevenue::customers);
        fields.required("arr", Shape.money(), FamilyRevenue::arr);
    });

    /** Beside one who belongs to it. */
    static final Shape<FamilyRevenue> SHORT = Output.object("family-of-customer", fields -> {
        fields.required("top", Shape.text(), FamilyRevenue::top);
        fields.required(
                "customers", Shape.integer(), family -> family.customers().size());
        fields.required("arr", Shape.money(), FamilyRevenue::arr);
    });

    private FamilyShapes() {}

    static void declareFamilies(OutputFields<List<FamilyRevenue>> fields) {
        fields.required("families", Shape.listOf(FAMILY), families -> families);
    }
}
