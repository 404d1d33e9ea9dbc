package dev.rapport.health.retention;

import org.joda.money.Money;

/** What one unit pays at one cut, in the currency of the report and at the rates of one day. Immutable. */
final class Amounts {

    private final Money counted;
    private final Money pending;
    private final Money underNotice;
    private final Money due;

    Amounts(Money counted, Money pending, Money underNotice, Money due) {
        this.counted = counted;
        this.pending = pending;
        this.underNotice = underNotice;
        this.due = due;
    }

    static Amounts none(Money zero) {
        return new Amounts(zero, zero, zero, zero);
    }

    /** What counts as recurring revenue under the definition. */
    Money counted() {
        return counted;
    }

    /** What is overdue for renewal and told apart. */
    Money pending() {
        return pending;
    }

    /** What is in force and does not count, because notice was given. */
    Money underNotice() {
        return underNotice;
    }

    /** What is in force in a term that ends by the next date, whether or not notice was given. */
    Money due() {
        return due;
    }

    Money inForce() {
        return counted.plus(underNotice);
    }

    Money total() {
        return counted.plus(pending);
    }

    boolean isSame(Amounts other) {
        return counted.equals(other.counted)
                && pending.equals(other.pending)
                && underNotice.equals(other.underNotice)
                && due.equals(other.due);
    }
}
