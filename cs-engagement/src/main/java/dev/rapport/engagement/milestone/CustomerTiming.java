package dev.rapport.engagement.milestone;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.Step.Unit;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.calendar.BusinessCalendars;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A milestone's timing for one customer: on which day a step is due, and why on that one. */
final class CustomerTiming {

    /** How many days an estimate may be wrong by, at most, for a day that a calendar refuses not to matter. */
    private static final int FAR = 60;

    private static final int HOLIDAYS = 3;

    private final Timing timing;
    private final List<Step> steps;
    private final boolean countsBusinessDays;
    private final ZoneId zone;
    private final LocalDate today;
    private final BusinessCalendar calendar;
    private final BusinessCalendar estimate;
    private List<String> remarks = List.of();

    CustomerTiming(Milestone milestone, CustomerView view, Reckoning reckoning) {
        this.timing = milestone.timing();
        this.steps = milestone.steps();
        this.countsBusinessDays = milestone.countsBusinessDays();
        this.zone = timing.zone() == Timing.Zone.CUSTOMER ? zone(view) : view.zone();
        this.today = view.asOf().date(zone);
        BusinessCalendars calendars = reckoning.deadlines().calendars();
        this.calendar = countsBusinessDays ? calendar(view, calendars) : calendars.book();
        this.estimate = countsBusinessDays ? calendar.estimatingBeyond() : calendar;
    }

    private ZoneId zone(CustomerView view) {
        Optional<String> own = text(view, CustomerAttributes.TIME_ZONE);
        if (own.isPresent()) {
            try {
                return ZoneId.of(own.get());
            } catch (DateTimeException e) {
                remark("time-zone \"" + own.get() + "\" is unknown, so " + view.zone() + " holds");
            }
        }
        return view.zone();
    }

    private void remark(String text) {
        List<String> more = new ArrayList<>(remarks);
        more.add(text);
        remarks = List.copyOf(more);
    }

    private static Optional<String> text(CustomerView view, AttributeKey<String> key) {
        return view.find(key).filter(text -> !text.isBlank());
    }

    private BusinessCalendar calendar(CustomerView view, BusinessCalendars calendars) {
        BusinessCalendar all = null;
        for (String id : timing.calendars()) {
            BusinessCalendar next = id.equals(Timing.CUSTOMERS_CALENDAR)
                    ? customersCalendar(view, calendars)
                    : calendars
                            .find(id)
                            .orElseThrow(() -> new IllegalStateException("calendar (" + id
                                    + ") must be one that the book has.\nMaybe add it to \"calendars\" of book.json."));
            all = all == null || all.equals(next) ? next : all.and(next);
        }
        return all == null ? calendars.book() : all;
    }

    private BusinessCalendar customersCalendar(CustomerView view, BusinessCalendars calendars) {
        Optional<String> country = text(view, CustomerAttributes.COUNTRY);
        Optional<BusinessCalendar> own = country.flatMap(calendars::find);
        if (own.isEmpty()) {
            remark(country.map(code -> "no calendar is there for country \"" + code + "\"")
                            .orElse("the customer's country is not known")
                    + ", so calendar " + calendars.book().id() + " holds");
        }
        return own.orElse(calendars.book());
    }

    LocalDate today() {
        return today;
    }

    ZoneId zone() {
        return zone;
    }

    ZonedDateTime startOf(LocalDate day) {
        return day.atStartOfDay(zone);
    }

    /** The start of a step's day; where a zone has skipped that day, as Samoa did on 30 December 2011, of the next one. */
    ZonedDateTime dueAt(Step step, LocalDate anchor) {
        return dueAt(step, anchor, calendar);
    }

    private LocalDate day(Step step, LocalDate anchor) {
        return dueAt(step, anchor).toLocalDate();
    }

    private ZonedDateTime dueAt(Step step, LocalDate anchor, BusinessCalendar in) {
        LocalDate day = step.from(lastSafeDay(anchor, in), timing.months(), in);
        LocalDate worked = switch (timing.offDays()) {
            case KEEP -> day;
            case BEFORE -> in.businessDayOnOrBefore(day);
            case AFTER -> in.businessDayOnOrAfter(day);
        };
        return startOf(worked);
    }

    private LocalDate lastSafeDay(LocalDate anchor, BusinessCalendar in) {
        return timing.dispatch().isPresent() ? timing.dispatch().get().from(anchor, timing.months(), in) : anchor;
    }

    /**
     * When a step is due, if that is in a span. Where the calendar does not reach it, that is an error if it can matter.
     *
     * @throws IllegalArgumentException if it may be due in the span, and the calendar does not reach it
     */
    @Nullable
    ZonedDateTime dueIn(Span span, Step step, LocalDate anchor) {
        if (countsBusinessDays) {
            Span near = new Span(span.from().minusDays(FAR), span.before().plusDays(FAR));
            if (!near.contains(dueAt(step, anchor, estimate).toLocalDate())) {
                return null;
            }
        }
        ZonedDateTime due = dueAt(step, anchor);
        return span.contains(due.toLocalDate()) ? due : null;
    }

    /** The days between which the anchors lie whose steps can be due in a span. */
    Span anchorsOf(Span due) {
        LocalDate from = due.from().minusDays(1);
        LocalDate before = due.before();
        for (Step step : steps) {
            LocalDate first = countsBusinessDays
                    ? firstAnchor(step, due.from())
                    : bound(step, due.from().minusDays(1));
            LocalDate after = countsBusinessDays ? firstAnchor(step, due.before()) : bound(step, due.before());
            from = first.isBefore(from) ? first : from;
            before = after.isAfter(before) ? after : before;
        }
        return new Span(from, before);
    }

    private static LocalDate bound(Step step, LocalDate day) {
        return day.plusDays(step.mostDaysToAnchor());
    }

    /** The first anchor whose step is not due before a day. Later anchors are never due earlier, so it can be searched. */
    private LocalDate firstAnchor(Step step, LocalDate day) {
        long low = day.toEpochDay();
        long stride = 32;
        while (isDueBefore(step, low, day)) {
            low += stride;
            stride *= 2;
        }
        long high = low;
        stride = 32;
        while (!isDueBefore(step, low, day)) {
            high = low;
            low -= stride;
            stride *= 2;
        }
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (isDueBefore(step, middle, day)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return LocalDate.ofEpochDay(high);
    }

    private boolean isDueBefore(Step step, long anchor, LocalDate day) {
        return dueAt(step, LocalDate.ofEpochDay(anchor), estimate).toLocalDate().isBefore(day);
    }

    /** Says whether the day of a step rests on days that the calendar does not know. */
    boolean isEstimated(Step step, LocalDate anchor) {
        Span counted = counted(step, anchor);
        return countsBusinessDays
                && !(calendar.knows(counted.from())
                        && calendar.knows(counted.before().minusDays(1)));
    }

    /** Why a step is due on its day and not on another one; empty if the step says all. */
    Optional<String> reason(Step step, LocalDate anchor) {
        if (!countsBusinessDays && timing.zone() == Timing.Zone.BOOK) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        if (timing.dispatch().isPresent()) {
            reasons.add("to be received by then it must be sent "
                    + timing.dispatch().get() + ", by " + lastSafeDay(anchor, calendar));
        }
        if (countsBusinessDays) {
            Span counted = counted(step, anchor);
            List<LocalDate> holidays = calendar.holidaysBetween(counted.from(), counted.before());
            if (!holidays.isEmpty()) {
                reasons.add("calendar " + calendar.id() + ": " + listed(holidays));
            }
            if (isEstimated(step, anchor)) {
                reasons.add("estimated, since calendar " + calendar.id() + " knows the holidays from "
                        + calendar.knownFrom() + " to before " + calendar.knownUntil() + " only");
            }
        }
        if (timing.zone() == Timing.Zone.CUSTOMER) {
            reasons.add("in " + zone);
        }
        reasons.addAll(remarks);
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    /** The days that were looked at on the way from an anchor to the day of a step: those that business days are among. */
    private Span counted(Step step, LocalDate anchor) {
        LocalDate safe = lastSafeDay(anchor, calendar);
        LocalDate stepped = step.from(safe, timing.months(), calendar);
        LocalDate due = day(step, anchor);
        LocalDate from = due.isBefore(stepped) ? due : stepped;
        LocalDate to = due.isAfter(stepped) ? due : stepped;
        if (step.unit() == Unit.BUSINESS_DAYS) {
            from = safe.isBefore(from) ? safe : from;
            to = safe.isAfter(to) ? safe : to;
        }
        if (timing.dispatch()
                .filter(dispatch -> dispatch.unit() == Unit.BUSINESS_DAYS)
                .isPresent()) {
            from = safe.isBefore(from) ? safe : from;
            to = anchor.isAfter(to) ? anchor : to;
        }
        return new Span(from, to.plusDays(1));
    }

    private static String listed(List<LocalDate> holidays) {
        List<String> first =
                holidays.stream().limit(HOLIDAYS).map(LocalDate::toString).toList();
        int more = holidays.size() - first.size();
        if (more > 0) {
            return String.join(", ", first) + " and " + more + " more are holidays";
        }
        return first.size() == 1
                ? first.get(0) + " is a holiday"
                : String.join(", ", first.subList(0, first.size() - 1)) + " and " + first.get(first.size() - 1)
                        + " are holidays";
    }
}
