package dev.rapport.health.json;

import dev.rapport.health.contact.ContactDecision;
import dev.rapport.health.contact.ContactRound;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.Shape;

/** How it is written who is asked next. */
final class ContactRoundShapes {

    /** Without a budget all of a book may be asked; who comes first can be read in a document, all of them cannot. */
    private static final int SHOWN = 50;

    private static final Shape<ContactDecision> ASKED = Output.object("contact", fields -> {
        fields.required("customer", Shape.text(), ContactDecision::customerId);
        fields.optional("person", Shape.text(), ContactDecision::person);
    });

    static final Shape<ContactRound> ROUND = Output.object("contact-round", fields -> {
        fields.required("instrument", Shape.text(), ContactRound::instrument);
        fields.required("asked", Shape.integer(), round -> round.asked().size());
        fields.required(
                "first",
                Shape.listOf(ASKED),
                round -> round.asked().stream().limit(SHOWN).toList());
        fields.required("refused", Shape.integer(), round -> round.refused().size());
        fields.required("refusedByObstacle", Output.mapOf(Shape.integer()), ContactRound::refusedByObstacle);
    });

    private ContactRoundShapes() {}
}
