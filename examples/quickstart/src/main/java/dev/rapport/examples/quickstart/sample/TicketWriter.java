package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Ticket;
import java.time.LocalDate;
import java.util.List;

/** Requests to support, how they were solved, and what the customer was asked afterwards. */
final class TicketWriter {

    private static final List<String> SEVERITIES = List.of("low", "medium", "high", "urgent");
    private static final double[] HOURS_TO_ANSWER = {12, 6, 2, 0.5};
    private static final double[] HOURS_TO_SOLVE = {90, 60, 36, 18};
    private static final List<String> CATEGORIES = List.of("access", "reports", "integration", "performance", "how-to");
    private static final List<String> CAUSES =
            List.of(Causes.NONE, Causes.NONE, Causes.INTEGRATION, Causes.PERFORMANCE, Causes.TRAINING);

    private final Profile profile;
    private final Pen pen;
    private final Dice dice;
    private int number;

    private TicketWriter(Profile profile, Pen pen) {
        this.profile = profile;
        this.pen = pen;
        this.dice = profile.dice("tickets");
    }

    static void write(Profile profile, Pen pen) {
        new TicketWriter(profile, pen).write();
    }

    private void write() {
        double size = Math.min(1.4, 0.1 + Basket.of(profile).get(0).quantity() / 400.0);
        for (LocalDate day = profile.from(); !day.isAfter(profile.until()); day = day.plusDays(30)) {
            int count = dice.times(size * (1.6 - profile.moodOn(day)));
            for (int i = 0; i < count; i++) {
                LocalDate opened = day.plusDays(dice.whole(0, 29));
                int category = dice.whole(0, CATEGORIES.size() - 1);
                write(opened, severity(opened), CATEGORIES.get(category), CAUSES.get(category));
            }
        }
        if (profile.is(Plant.RECURRING_DEFECT)) {
            for (int daysAgo : new int[] {75, 48, 19}) {
                write(SampleBook.UNTIL.minusDays(daysAgo - profile.rank()), 2, "exports", Causes.DEFECT);
            }
            writeOpenDefect(SampleBook.UNTIL.minusDays(5L + profile.rank()));
        }
        switch (profile.plant()) {
            case FALLING_USAGE, MISSED_DEADLINE, NOTICE_GIVEN, RED_CHILD -> {
                for (int daysAgo : new int[] {70, 52, 33}) {
                    write(SampleBook.UNTIL.minusDays(daysAgo), 3, "access", Causes.NONE);
                }
            }
            default -> {}
        }
    }

    private int severity(LocalDate date) {
        double unease = 1 - profile.moodOn(date);
        return dice.weighted(40, 40, 6 + 30 * unease, 1 + 14 * unease * unease);
    }

    private void write(LocalDate opened, int severity, String category, String cause) {
        double answered = HOURS_TO_ANSWER[severity] * dice.between(0.3, 2);
        double solved = answered + HOURS_TO_SOLVE[severity] * dice.between(0.2, 3);
        boolean isEscalated = severity == 3 && dice.chance(0.4);
        boolean isExplained = !cause.equals(Causes.NONE) && (!profile.is(Plant.NONE) || dice.chance(0.3));
        boolean isRated = dice.chance(0.55);
        boolean isAsked = dice.chance(0.35);
        boolean isAnswered = dice.chance(0.6);
        double noise = 0.6 * dice.normal();
        LocalDate entered = Pen.entered(opened, dice);
        if (opened.isAfter(profile.until())) {
            return;
        }
        String id = profile.id("ticket", ++number);
        LocalDate closed = entered.plusDays(1 + (long) (solved / 24));
        double rating = Math.round(Math.min(5, Math.max(1, 1.3 + 4 * profile.moodOn(opened) + noise)));
        pen.write(Ticket.SERIES, id, opened, entered, ticket -> {
            ticket.with(Ticket.SEVERITY, SEVERITIES.get(severity)).with(Ticket.CATEGORY, category);
            if (isEscalated) {
                ticket.with(Ticket.ESCALATED, true);
            }
        });
        pen.write(Ticket.SERIES, id, closed, ticket -> {
            ticket.with(Ticket.SEVERITY, SEVERITIES.get(severity))
                    .with(Ticket.CATEGORY, category)
                    .with(Ticket.CLOSED_ON, closed)
                    .with(Ticket.ESCALATED, isEscalated);
            rounded(ticket, Ticket.FIRST_RESPONSE_HOURS, answered);
            rounded(ticket, Ticket.RESOLUTION_HOURS, solved);
            if (isExplained) {
                ticket.with(Ticket.CAUSE, cause);
            }
            if (isRated) {
                ticket.with(Ticket.SATISFACTION, rating);
            }
        });
        if (isAsked) {
            pen.write(SurveyAnswer.SERIES, id + "-csat", closed.plusDays(1), answer -> {
                SurveyWriter.ask(answer, "csat", 1, 5);
                answer.with(SurveyAnswer.RESPONDENT_ROLE, "user").with(SurveyAnswer.ASKED_ON, closed.plusDays(1));
                if (isAnswered) {
                    answer.with(SurveyAnswer.SCORE, rating);
                }
            });
        }
    }

    private void writeOpenDefect(LocalDate opened) {
        pen.write(
                Ticket.SERIES,
                profile.id("ticket", ++number),
                opened,
                ticket -> ticket.with(Ticket.SEVERITY, SEVERITIES.get(3))
                        .with(Ticket.CATEGORY, "exports")
                        .with(Ticket.CAUSE, Causes.DEFECT)
                        .with(Ticket.ESCALATED, true));
    }

    private static void rounded(EntryBuilder ticket, AttributeKey<Double> field, double hours) {
        ticket.with(field, Math.round(hours * 10) / 10.0);
    }
}
