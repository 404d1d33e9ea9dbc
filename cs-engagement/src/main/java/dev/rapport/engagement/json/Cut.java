package dev.rapport.engagement.json;

import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.time.AsOf;
import java.time.ZoneId;

/** The cut that a document is as of, as it is written. */
record Cut(AsOf asOf, ZoneId zone) {

    static final Shape<Cut> SHAPE = Output.object("cut", fields -> {
        fields.required("validAt", Shape.instant(), cut -> cut.asOf().validAt());
        fields.required("knownAt", Shape.instant(), cut -> cut.asOf().knownAt());
        fields.required("zone", Shape.zone(), Cut::zone);
    });
}
