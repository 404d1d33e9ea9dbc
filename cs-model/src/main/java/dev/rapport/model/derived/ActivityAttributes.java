package dev.rapport.model.derived;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.customer.Purchase;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.customer.Usage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What customers do: use, ask, answer, talk, buy. */
final class ActivityAttributes {

    /** The days of the week fall out of steps of whole weeks. */
    private static final int WEEK = 7;

    private static final int MONTH = 30;

    private static final int SECONDS_OF_AN_HOUR = 3600;

    private ActivityAttributes() {}

    static List<DerivedAttribute<?>> usage() {
        Aggregate used = Aggregate.of(Usage.SERIES).matching(Usage.QUANTITY, quantity -> quantity > 0);
        Aggregate last30 = Aggregate.of(Usage.SERIES).last(30, DAYS);
        Aggregate last90 = Aggregate.of(Usage.SERIES).last(90, DAYS);
        return List.of(
                last30.sum(Usage.QUANTITY).as(StandardAttributes.USAGE_QUANTITY_30D),
                last90.sum(Usage.QUANTITY).as(StandardAttributes.USAGE_QUANTITY_90D),
                last30.mean(Usage.ACTIVE_USERS)
                        .orElse(used.last(30, DAYS).distinct(Usage.USER))
                        .as(StandardAttributes.USAGE_ACTIVE_USERS_30D),
                new DerivedAttribute<>(
                        StandardAttributes.USAGE_ACTIVE_SHARE,
                        Requirements.attributes(
                                StandardAttributes.USAGE_ACTIVE_USERS_30D, StandardAttributes.SEATS_LICENSED),
                        ActivityAttributes::activeShare),
                last30.sum(Usage.QUANTITY).change().as(StandardAttributes.USAGE_CHANGE_30D),
                last90.sum(Usage.QUANTITY).trend(WEEK).as(StandardAttributes.USAGE_TREND_90D),
                used.last(90, DAYS).distinct(Usage.FEATURE).as(StandardAttributes.USAGE_FEATURES_90D),
                used.lastSeenDays().as(StandardAttributes.USAGE_LAST_SEEN_DAYS),
                new DerivedAttribute<>(
                        StandardAttributes.USAGE_STICKINESS_30D,
                        Requirements.series(Usage.SERIES),
                        view -> stickiness(view, used.last(MONTH, DAYS))));
    }

    /** The days on which each user came, as a share of all their days. */
    private static Reading<Double> stickiness(CustomerView view, Aggregate used) {
        Gathered month = used.gather(view);
        if (month.unknown() != null) {
            return Reading.missing(month.unknown());
        }
        Set<String> users = new HashSet<>();
        Set<List<String>> userDays = new HashSet<>();
        for (Entry use : month.entries()) {
            String user = use.valueOrNull(Usage.USER);
            if (user != null) {
                users.add(user);
                userDays.add(
                        List.of(user, LocalDate.ofInstant(use.at(), view.zone()).toString()));
            }
        }
        if (users.isEmpty()) {
            return month.entries().isEmpty()
                    ? Reading.notApplicable("nobody used it in the last " + MONTH + " days")
                    : Reading.missing(Gathered.untold(Usage.USER));
        }
        double days = Relationship.observedFrom(view, Usage.SERIES)
                .map(start -> Math.min(MONTH, Gathered.days(start, view.date()) + 1))
                .orElse((double) MONTH);
        return month.reading(userDays.size() / days / users.size());
    }

    private static Reading<Double> activeShare(CustomerView view) {
        Reading<Double> users = view.read(StandardAttributes.USAGE_ACTIVE_USERS_30D);
        Reading<Double> seats = view.read(StandardAttributes.SEATS_LICENSED);
        Double active = users.valueOrNull();
        Double licensed = seats.valueOrNull();
        if (active == null) {
            return users;
        }
        if (licensed == null) {
            return seats;
        }
        return licensed > 0
                ? Gathered.number(active / licensed, users.provenance().orElseThrow())
                : Reading.notApplicable("no seats are licensed");
    }

    static List<DerivedAttribute<?>> tickets() {
        Aggregate last90 = Aggregate.of(Ticket.SERIES).last(90, DAYS);
        Requirements tickets = Requirements.series(Ticket.SERIES);
        return List.of(
                last90.count().as(StandardAttributes.TICKETS_OPENED_90D),
                last90.where(Ticket.SEVERITY, "urgent").count().as(StandardAttributes.TICKETS_URGENT_90D),
                new DerivedAttribute<>(StandardAttributes.TICKETS_OPEN, tickets, view -> {
                    List<Entry> open = view.entries(Ticket.SERIES).stream()
                            .filter(ticket -> !isClosedBy(view.date(), ticket))
                            .toList();
                    return Gathered.number(open.size(), Gathered.provenance(open, "tickets not closed"));
                }),
                Aggregate.of(Ticket.SERIES)
                        .last(180, DAYS)
                        .where(Ticket.ESCALATED, true)
                        .count()
                        .as(StandardAttributes.TICKETS_ESCALATED_180D),
                new DerivedAttribute<>(
                        StandardAttributes.TICKETS_SATISFACTION_180D, tickets, ActivityAttributes::satisfaction),
                hours(StandardAttributes.TICKETS_RESPONSE_HOURS_90D, Ticket.FIRST_RESPONSE_HOURS),
                hours(StandardAttributes.TICKETS_RESOLUTION_HOURS_90D, Ticket.RESOLUTION_HOURS));
    }

    /** What took so long that it ended after the cut is not known yet, even if a row of today says so. */
    private static DerivedAttribute<Double> hours(AttributeKey<Double> key, AttributeKey<Double> field) {
        return new DerivedAttribute<>(key, Requirements.series(Ticket.SERIES), view -> {
            LocalDate end = view.date().plusDays(1);
            List<Entry> told = Window.between(view, Ticket.SERIES, end.minusDays(90), end).stream()
                    .filter(ticket -> ticket.valueOrNull(field) != null)
                    .filter(ticket -> ticket.get(field) * SECONDS_OF_AN_HOUR
                            <= Duration.between(ticket.at(), view.asOf().validAt())
                                    .toSeconds())
                    .toList();
            double[] hours =
                    told.stream().mapToDouble(ticket -> ticket.get(field)).toArray();
            return told.isEmpty()
                    ? Reading.missing(Gathered.untold(field))
                    : Gathered.number(
                            Gathered.sum(hours) / told.size(), Gathered.provenance(told, "tickets, last 90 days"));
        });
    }

    private static boolean isClosedBy(LocalDate date, Entry ticket) {
        LocalDate closed = ticket.valueOrNull(Ticket.CLOSED_ON);
        return closed != null && !closed.isAfter(date);
    }

    private static Reading<Double> satisfaction(CustomerView view) {
        LocalDate end = view.date().plusDays(1);
        List<Entry> told = Window.between(view, Ticket.SERIES, end.minusDays(180), end).stream()
                .filter(ticket -> ticket.valueOrNull(Ticket.CLOSED_ON) == null || isClosedBy(view.date(), ticket))
                .filter(ticket -> ticket.valueOrNull(Ticket.SATISFACTION) != null)
                .toList();
        double[] satisfaction = told.stream()
                .mapToDouble(ticket -> ticket.get(Ticket.SATISFACTION))
                .toArray();
        return told.isEmpty()
                ? Reading.missing("no ticket says how satisfied the customer was")
                : Gathered.number(
                        Gathered.sum(satisfaction) / told.size(), Gathered.provenance(told, "tickets, last 180 days"));
    }

    static List<DerivedAttribute<?>> surveys() {
        Aggregate nps = Aggregate.of(SurveyAnswer.SERIES).where(SurveyAnswer.INSTRUMENT, "nps");
        Aggregate csat = Aggregate.of(SurveyAnswer.SERIES).where(SurveyAnswer.INSTRUMENT, "csat");
        return List.of(
                nps.latest(SurveyAnswer.SCORE, answer -> score(answer, 0, 10)).as(StandardAttributes.SURVEY_NPS_LAST),
                nps.last(180, DAYS)
                        .mean(SurveyAnswer.SCORE, answer -> score(answer, 0, 10))
                        .as(StandardAttributes.SURVEY_NPS_180D),
                csat.last(180, DAYS)
                        .mean(SurveyAnswer.SCORE, answer -> score(answer, 1, 5))
                        .as(StandardAttributes.SURVEY_CSAT_180D));
    }

    /** An answer on the instrument's range; one that says its own scale is moved onto it. */
    private static @Nullable Double score(Entry answer, double least, double greatest) {
        Double score = answer.valueOrNull(SurveyAnswer.SCORE);
        Double min = answer.valueOrNull(SurveyAnswer.SCALE_MIN);
        Double max = answer.valueOrNull(SurveyAnswer.SCALE_MAX);
        if (score == null) {
            return null;
        }
        double moved = min != null && max != null && min < max ? moved(score, min, max, least, greatest) : score;
        if (moved < least || moved > greatest) {
            throw new IllegalStateException("score (" + score + ") of answer " + answer.id() + " from "
                    + answer.source() + " must lie on its scale.");
        }
        return moved;
    }

    private static double moved(double score, double min, double max, double least, double greatest) {
        boolean same = min == least && max == greatest;
        return same ? score : least + (score - min) / (max - min) * (greatest - least);
    }

    static List<DerivedAttribute<?>> touchpoints() {
        Aggregate touchpoints = Aggregate.of(Touchpoint.SERIES);
        return List.of(
                touchpoints.lastSeenDays().as(StandardAttributes.TOUCHPOINTS_LAST_DAYS),
                touchpoints.last(90, DAYS).count().as(StandardAttributes.TOUCHPOINTS_COUNT_90D));
    }

    static List<DerivedAttribute<?>> purchases(Reckoning reckoning) {
        Aggregate purchases = Aggregate.of(Purchase.SERIES);
        return List.of(
                purchases.last(365, DAYS).count().as(StandardAttributes.PURCHASES_COUNT_365D),
                purchases.last(365, DAYS).sum(Purchase.AMOUNT, reckoning).as(StandardAttributes.PURCHASES_AMOUNT_365D),
                purchases.lastSeenDays().as(StandardAttributes.PURCHASES_LAST_DAYS));
    }
}
