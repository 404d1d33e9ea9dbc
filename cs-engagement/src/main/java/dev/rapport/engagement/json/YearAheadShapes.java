package dev.rapport.engagement.json;

import dev.rapport.engagement.model.Absence;
import dev.rapport.engagement.model.NewCustomers;
import dev.rapport.engagement.model.YearAhead;
import dev.rapport.model.shape.Shape;
import java.util.List;

/** How it is written what is expected of the coming year. */
final class YearAheadShapes {

    private static final Shape<NewCustomers> NEW_CUSTOMERS = Shape.object("new-customers", fields -> {
        var segment = fields.required("segment", Shape.code(), NewCustomers::segment);
        var perYear = fields.required("perYear", Shape.decimal(), NewCustomers::perYear);
        var months = fields.defaulted("months", Shape.listOf(Shape.integer()), List.of(), NewCustomers::months);
        return in -> new NewCustomers(in.get(segment), in.get(perYear), in.get(months));
    });

    private static final Shape<Absence> ABSENCE = Shape.object("absence", fields -> {
        var member = fields.required("member", Shape.code(), Absence::member);
        var from = fields.required("from", Shape.date(), Absence::from);
        var until = fields.required("until", Shape.date(), Absence::until);
        return in -> new Absence(in.get(member), in.get(from), in.get(until));
    });

    static final Shape<YearAhead> YEAR_AHEAD = Shape.object("year-ahead", fields -> {
        var source = fields.required("source", Shape.text(), YearAhead::source);
        var newCustomers =
                fields.defaulted("newCustomers", Shape.listOf(NEW_CUSTOMERS), List.of(), YearAhead::newCustomers);
        var availability =
                fields.defaulted("availability", Shape.listOf(Shape.integer()), List.of(), YearAhead::availability);
        var absences = fields.defaulted("absences", Shape.listOf(ABSENCE), List.of(), YearAhead::absences);
        var lead = fields.defaulted(
                "leadDays", Shape.integer(), YearAhead.standard().leadDays(), YearAhead::leadDays);
        var lasting = fields.defaulted(
                "lastingMonths", Shape.integer(), YearAhead.standard().lastingMonths(), YearAhead::lastingMonths);
        return in -> YearAhead.builder()
                .source(in.get(source))
                .newCustomers(in.get(newCustomers))
                .availability(in.get(availability))
                .absences(in.get(absences))
                .leadDays(in.get(lead))
                .lastingMonths(in.get(lasting))
                .build();
    });

    private YearAheadShapes() {}
}
