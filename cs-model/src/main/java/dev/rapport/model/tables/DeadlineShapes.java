package dev.rapport.model.tables;

import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.NoticeRule;
import dev.rapport.model.shape.Shape;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** How calendars and the counting of notice are written in a manifest. */
final class DeadlineShapes {

    static final Shape<BusinessCalendar> CALENDAR = Shape.object("calendar", fields -> {
        var id = fields.required("id", Shape.code(), BusinessCalendar::id);
        var weekend = fields.required(
                "weekend",
                Shape.listOf(Shape.oneOf(DayOfWeek.class)),
                calendar -> List.copyOf(new TreeSet<>(calendar.weekend())));
        var holidays = fields.required(
                "holidays", Shape.listOf(Shape.date()), calendar -> List.copyOf(new TreeSet<>(calendar.holidays())));
        var from = fields.optional("knownFrom", Shape.date(), calendar -> bounded(calendar.knownFrom(), LocalDate.MIN));
        var until =
                fields.optional("knownUntil", Shape.date(), calendar -> bounded(calendar.knownUntil(), LocalDate.MAX));
        var beyond = fields.defaulted(
                "beyond",
                Shape.oneOf(Map.of("refuse", false, "estimate", true)),
                false,
                calendar -> calendar.estimatesBeyond() && !isUnbounded(calendar));
        return in -> {
            BusinessCalendar calendar = BusinessCalendar.of(
                    in.get(id),
                    Set.copyOf(in.get(weekend)),
                    Set.copyOf(in.get(holidays)),
                    in.get(from).orElse(LocalDate.MIN),
                    in.get(until).orElse(LocalDate.MAX));
            return in.get(beyond) ? calendar.estimatingBeyond() : calendar;
        };
    });

    static final Shape<NoticeRule> NOTICE = Shape.object("notice", fields -> {
        var from = fields.required("countedFrom", Shape.oneOf(NoticeRule.CountedFrom.class), NoticeRule::countedFrom);
        var deadline = fields.required("deadline", Shape.oneOf(NoticeRule.Deadline.class), NoticeRule::deadline);
        return in -> new NoticeRule(in.get(from), in.get(deadline));
    });

    private DeadlineShapes() {}

    /** The calendar of a country, from where the host has it. It is written in full, as any other is. */
    static Shape<BusinessCalendar> ofCountry(Function<String, BusinessCalendar> countries) {
        return Shape.object("country-calendar", fields -> {
            var country = fields.required("country", Shape.code(), BusinessCalendar::id);
            var id = fields.optional("id", Shape.code(), calendar -> Optional.of(calendar.id()));
            var beyond = fields.defaulted(
                    "beyond",
                    Shape.oneOf(Map.of("refuse", false, "estimate", true)),
                    false,
                    BusinessCalendar::estimatesBeyond);
            return in -> {
                BusinessCalendar found = countries.apply(in.get(country));
                BusinessCalendar named = BusinessCalendar.of(
                        in.get(id).orElse(in.get(country)),
                        found.weekend(),
                        found.holidays(),
                        found.knownFrom(),
                        found.knownUntil());
                return in.get(beyond) ? named.estimatingBeyond() : named;
            };
        });
    }

    private static boolean isUnbounded(BusinessCalendar calendar) {
        return calendar.knownFrom().equals(LocalDate.MIN)
                && calendar.knownUntil().equals(LocalDate.MAX);
    }

    private static Optional<LocalDate> bounded(LocalDate date, LocalDate boundless) {
        return date.equals(boundless) ? Optional.empty() : Optional.of(date);
    }
}
