package dev.rapport.model.derived;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.customer.Invoice;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.MoneySum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is owed, and how it is paid. */
final class InvoiceAttributes {

    private static final Requirements INVOICES = Requirements.series(Invoice.SERIES);

    private InvoiceAttributes() {}

    static List<DerivedAttribute<?>> all(Reckoning reckoning) {
        return List.of(
                new DerivedAttribute<>(StandardAttributes.INVOICES_OVERDUE_AMOUNT, INVOICES, view -> {
                    MoneySum sum = new MoneySum(reckoning.currency(), reckoning.rates());
                    List<Entry> overdue = overdue(view);
                    overdue.forEach(invoice -> sum.add(invoice.get(Invoice.AMOUNT), view.date()));
                    return Reading.present(sum.total(), Gathered.provenance(overdue, "invoices"));
                }),
                new DerivedAttribute<>(StandardAttributes.INVOICES_OVERDUE_DAYS, INVOICES, view -> {
                    List<Entry> overdue = overdue(view);
                    double days = overdue.stream()
                            .mapToDouble(invoice -> Gathered.days(invoice.get(Invoice.DUE_ON), view.date()))
                            .max()
                            .orElse(0);
                    return Gathered.number(days, Gathered.provenance(overdue, "invoices"));
                }),
                new DerivedAttribute<>(
                        StandardAttributes.INVOICES_LATE_SHARE_365D, INVOICES, InvoiceAttributes::lateShare));
    }

    private static List<Entry> overdue(CustomerView view) {
        LocalDate today = view.date();
        List<Entry> overdue = new ArrayList<>();
        for (Entry invoice : view.entries(Invoice.SERIES)) {
            LocalDate paid = invoice.valueOrNull(Invoice.PAID_ON);
            if (invoice.get(Invoice.DUE_ON).isBefore(today) && (paid == null || paid.isAfter(today))) {
                overdue.add(invoice);
            }
        }
        return overdue;
    }

    private static Reading<Double> lateShare(CustomerView view) {
        LocalDate today = view.date();
        List<Entry> due = view.entries(Invoice.SERIES).stream()
                .filter(invoice -> invoice.get(Invoice.DUE_ON).isBefore(today))
                .filter(invoice -> !invoice.get(Invoice.DUE_ON).isBefore(today.minusDays(365)))
                .toList();
        double late = due.stream()
                .filter(invoice -> invoice.find(Invoice.PAID_ON)
                        .map(paid -> paid.isAfter(today) || paid.isAfter(invoice.get(Invoice.DUE_ON)))
                        .orElse(true))
                .count();
        return due.isEmpty()
                ? Reading.notApplicable("no invoice was due in the last 365 days")
                : Gathered.number(late / due.size(), Gathered.provenance(due, "invoices, last 365 days"));
    }
}
