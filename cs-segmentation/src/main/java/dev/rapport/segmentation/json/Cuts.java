package dev.rapport.segmentation.json;

import dev.rapport.model.book.Book;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.Shape;

/** How definitions and the cuts that they decided on are written. */
final class Cuts {

    static final Shape<DocumentHeader> DEFINITION = Output.object("definition", fields -> {
        fields.required("id", Shape.text(), DocumentHeader::id);
        fields.required("revision", Shape.text(), DocumentHeader::revision);
    });

    static final Shape<Book> CUT = Output.object("cut", fields -> {
        fields.required("validAt", Shape.instant(), book -> book.asOf().validAt());
        fields.required("knownAt", Shape.instant(), book -> book.asOf().knownAt());
        fields.required("zone", Shape.zone(), Book::zone);
    });

    private Cuts() {}
}
