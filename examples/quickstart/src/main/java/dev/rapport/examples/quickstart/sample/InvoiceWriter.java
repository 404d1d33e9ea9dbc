package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Invoice;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.Money;

/** Invoices in the rhythm of the contract, and when they were paid. */
final class InvoiceWriter {

    private static final int DAYS_TO_PAY = 30;

    private InvoiceWriter() {}

    /** How a customer is billed. */
    static String billing(Profile profile) {
        if (profile.terms().months() == 1) {
            return "monthly";
        }
        boolean isQuarterly = profile.is(Plant.OVERDUE)
                || profile.is(Plant.PAYMENT_FAILED)
                || profile.dice("billing").chance(0.4);
        return isQuarterly ? "quarterly" : "annual";
    }

    private static int months(Profile profile) {
        return switch (billing(profile)) {
            case "monthly" -> 1;
            case "quarterly" -> 3;
            default -> 12;
        };
    }

    static void write(Profile profile, Pen pen) {
        int months = months(profile);
        Dice dice = profile.dice("invoices");
        int number = 0;
        for (Deal deal : Deal.of(profile)) {
            LocalDate end = deal.end()
                    .filter(day -> !profile.terms().autoRenews())
                    .map(day -> day.minusDays(1))
                    .filter(day -> day.isBefore(profile.until()))
                    .orElse(profile.until());
            for (int i = 0; !deal.start().plusMonths((long) months * i).isAfter(end); i++) {
                LocalDate issued = deal.start().plusMonths((long) months * i);
                number++;
                if (!issued.isBefore(SampleBook.FROM)) {
                    Money amount = ContractWriter.arr(profile, stateOn(deal, issued))
                            .multipliedBy(months / 12.0, RoundingMode.HALF_EVEN);
                    write(profile, pen, dice, new Issue(number, issued, deal.id()), amount);
                }
            }
        }
    }

    private record Issue(int number, LocalDate on, String contract) {}

    private static void write(Profile profile, Pen pen, Dice dice, Issue issue, Money amount) {
        String id = profile.id("invoice", issue.number());
        LocalDate due = issue.on().plusDays(DAYS_TO_PAY);
        int delay = dice.chance(0.88) ? dice.whole(-12, 6) : dice.whole(7, 26);
        pen.write(Invoice.SERIES, id, issue.on(), invoice -> fill(invoice, issue, due, amount));
        boolean isForgotten = profile.is(Plant.OVERDUE)
                && due.isBefore(SampleBook.UNTIL.minusDays(60))
                && due.isAfter(SampleBook.UNTIL.minusDays(160));
        boolean isUnpaid = profile.is(Plant.PAYMENT_FAILED) && due.isAfter(PlantedTruths.UNPAID_LOST_ON.minusDays(200));
        if (!isForgotten) {
            LocalDate paid = isUnpaid ? PlantedTruths.COLLECTED_ON : due.plusDays(delay);
            pen.write(Invoice.SERIES, id, paid, invoice -> {
                fill(invoice, issue, due, amount);
                invoice.with(Invoice.PAID_ON, paid);
            });
        }
    }

    private static void fill(EntryBuilder invoice, Issue issue, LocalDate due, Money amount) {
        invoice.with(Invoice.AMOUNT, amount).with(Invoice.DUE_ON, due).with(Invoice.CONTRACT, issue.contract());
    }

    private static Deal.State stateOn(Deal deal, LocalDate date) {
        Deal.State found = deal.states().get(0);
        for (Deal.State state : deal.states()) {
            if (!state.from().isAfter(date)) {
                found = state;
            }
        }
        return found;
    }
}
