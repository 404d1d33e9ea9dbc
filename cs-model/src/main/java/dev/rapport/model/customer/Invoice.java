package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/**
 * An invoice.
 *
 * @param entry  the entry that is read
 */
public record Invoice(Entry entry) {

    /** The amount. */
    public static final AttributeKey<Money> AMOUNT = AttributeKey.money("amount");

    /** When it is to be paid. */
    public static final AttributeKey<LocalDate> DUE_ON = AttributeKey.date("due-on");

    /** When it was paid. */
    public static final AttributeKey<LocalDate> PAID_ON = AttributeKey.date("paid-on");

    /** The contract it bills. */
    public static final AttributeKey<String> CONTRACT = AttributeKey.text("contract");

    /** The series. */
    public static final SeriesKey<Invoice> SERIES =
            SeriesKey.records("invoices", Invoice::new).requires(AMOUNT, DUE_ON).allows(PAID_ON, CONTRACT);

    /**
     * What identifies the record.
     *
     * @return the id, unique in its series
     */
    public String id() {
        return entry.id();
    }

    /**
     * The amount.
     *
     * @return the value
     */
    public Money amount() {
        return entry.get(AMOUNT);
    }

    /**
     * When it is to be paid.
     *
     * @return the value
     */
    public LocalDate dueOn() {
        return entry.get(DUE_ON);
    }

    /**
     * When it was paid.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> paidOn() {
        return entry.find(PAID_ON);
    }

    /**
     * The contract it bills.
     *
     * @return the value, or empty
     */
    public Optional<String> contract() {
        return entry.find(CONTRACT);
    }
}
