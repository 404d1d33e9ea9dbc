package dev.rapport.model.derived;

import static java.time.temporal.ChronoUnit.DAYS;

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
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What customers do: use, ask, answer, talk, buy. */
final class ActivityAttributes {

    /** The days of the week fall out of steps of whole weeks. */
    private static final int WEEK = 7;

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
                used.lastSeenDays().as(StandardAttributes.USAGE_LAST_SEEN_DAYS));
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
                        StandardAttributes.TICKETS_SATISFACTION_180D, tickets, ActivityAttributes::satisfaction));
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
