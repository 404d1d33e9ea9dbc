package dev.rapport.health.json;

import dev.rapport.health.retention.ChurnDate;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.health.retention.UnsignedRenewal;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;

/** The shape of what a figure of retention means. */
final class RetentionDefinitionShapes {

    static final DocumentKind<RetentionDefinition> RETENTION =
            DocumentKind.of("retention", 1, RetentionDefinition::header, fields -> {
                var churnDate = fields.required(
                        "churnDate",
                        Shape.oneOf(ChurnDate.class).described("When revenue counts as lost"),
                        RetentionDefinition::churnDate);
                var unsigned = fields.required(
                        "unsignedRenewals",
                        Shape.oneOf(UnsignedRenewal.class)
                                .described("What becomes of a term that ran out and is not signed again"),
                        RetentionDefinition::unsigned);
                var grace = fields.required(
                        "graceDays",
                        Shape.integer()
                                .between(0, 730)
                                .described("How long a renewal can be overdue before it counts as lost"),
                        RetentionDefinition::graceDays);
                var rates = fields.optional(
                        "constantRatesOf",
                        Shape.date().described("The day at whose exchange rates all amounts are reckoned"),
                        RetentionDefinition::constantRatesOf);
                return (header, in) -> RetentionDefinition.builder()
                        .header(header)
                        .churnDate(in.get(churnDate))
                        .unsigned(in.get(unsigned))
                        .graceDays(in.get(grace))
                        .constantRatesOf(in.get(rates))
                        .build();
            });

    private RetentionDefinitionShapes() {}
}
