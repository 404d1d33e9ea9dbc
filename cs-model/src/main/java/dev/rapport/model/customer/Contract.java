package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;

/**
 * A contract of a customer; a renewal is a new contract that names its predecessor.
 *
 * <p>The term is half-open: {@link #END} is the first day that it no longer covers, the day on which a renewal would begin. An
 * amendment is a further version of the same contract, valid from the day it takes effect.
 *
 * @param entry  the entry that is read
 */
public record Contract(Entry entry) {

    /** The first day of the term. */
    public static final AttributeKey<LocalDate> START = AttributeKey.date("start");

    /** The first day after the term; absent for contracts that run until they are ended. */
    public static final AttributeKey<LocalDate> END = AttributeKey.date("end");

    /** When it was signed. */
    public static final AttributeKey<LocalDate> SIGNED_ON = AttributeKey.date("signed-on");

    /** What was sold. */
    public static final AttributeKey<String> OFFERING = AttributeKey.text("offering");

    /** Whether it renews by itself unless notice is given. */
    public static final AttributeKey<Boolean> AUTO_RENEWS = AttributeKey.bool("auto-renews");

    /** How long before the end notice must be given, in units of the notice unit. */
    public static final AttributeKey<Double> NOTICE_AMOUNT = AttributeKey.number("notice-amount");

    /** How notice is counted: calendar-days, business-days or months. */
    public static final AttributeKey<String> NOTICE_UNIT = AttributeKey.text("notice-unit");

    /** When notice was given. */
    public static final AttributeKey<LocalDate> NOTICE_GIVEN_ON = AttributeKey.date("notice-given-on");

    /** The first day it no longer covers, where it ended before its term. */
    public static final AttributeKey<LocalDate> ENDED_ON = AttributeKey.date("ended-on");

    /** The contract that it renews. */
    public static final AttributeKey<String> PREDECESSOR = AttributeKey.text("predecessor");

    /** What the amendment changed that made this version. */
    public static final AttributeKey<String> AMENDMENT = AttributeKey.text("amendment");

    /** How it is billed: monthly, quarterly, annual. */
    public static final AttributeKey<String> BILLING = AttributeKey.text("billing");

    /** The customer that pays, where it is another one. */
    public static final AttributeKey<String> PAYING_CUSTOMER = AttributeKey.text("paying-customer");

    /** The customer that uses it, where it is another one. */
    public static final AttributeKey<String> USING_CUSTOMER = AttributeKey.text("using-customer");

    /** The licensed seats, where they are not on lines. */
    public static final AttributeKey<Double> SEATS =
            AttributeKey.number("seats").unit("seats");

    /** The recurring revenue of a year, where it is not on lines. */
    public static final AttributeKey<Money> ARR = AttributeKey.money("arr");

    /** Whether it is a trial, which does not count as revenue. */
    public static final AttributeKey<Boolean> TRIAL = AttributeKey.bool("trial");

    /** The series. */
    public static final SeriesKey<Contract> SERIES = SeriesKey.records("contracts", Contract::new)
            .requires(START)
            .allows(
                    END,
                    SIGNED_ON,
                    OFFERING,
                    AUTO_RENEWS,
                    NOTICE_AMOUNT,
                    NOTICE_UNIT,
                    NOTICE_GIVEN_ON,
                    ENDED_ON,
                    PREDECESSOR,
                    AMENDMENT,
                    BILLING,
                    PAYING_CUSTOMER,
                    USING_CUSTOMER,
                    SEATS,
                    ARR,
                    TRIAL);

    /**
     * What identifies the record.
     *
     * @return the id, unique in its series
     */
    public String id() {
        return entry.id();
    }

    /**
     * The first day of the term.
     *
     * @return the value
     */
    public LocalDate start() {
        return entry.get(START);
    }

    /**
     * The first day after the term; absent for contracts that run until they are ended.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> end() {
        return entry.find(END);
    }

    /**
     * When it was signed.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> signedOn() {
        return entry.find(SIGNED_ON);
    }

    /**
     * What was sold.
     *
     * @return the value, or empty
     */
    public Optional<String> offering() {
        return entry.find(OFFERING);
    }

    /**
     * Whether it renews by itself unless notice is given.
     *
     * @return the value, or empty
     */
    public Optional<Boolean> autoRenews() {
        return entry.find(AUTO_RENEWS);
    }

    /**
     * How long before the end notice must be given, in units of the notice unit.
     *
     * @return the value, or empty
     */
    public OptionalDouble noticeAmount() {
        return entry.find(NOTICE_AMOUNT).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * How notice is counted: calendar-days, business-days or months.
     *
     * @return the value, or empty
     */
    public Optional<String> noticeUnit() {
        return entry.find(NOTICE_UNIT);
    }

    /**
     * When notice was given.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> noticeGivenOn() {
        return entry.find(NOTICE_GIVEN_ON);
    }

    /**
     * The first day it no longer covers, where it ended before its term.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> endedOn() {
        return entry.find(ENDED_ON);
    }

    /**
     * The contract that it renews.
     *
     * @return the value, or empty; empty also if it names itself, since nothing renews itself
     */
    public Optional<String> predecessor() {
        return entry.find(PREDECESSOR).filter(other -> !other.equals(id()));
    }

    /**
     * What the amendment changed that made this version.
     *
     * @return the value, or empty
     */
    public Optional<String> amendment() {
        return entry.find(AMENDMENT);
    }

    /**
     * How it is billed: monthly, quarterly, annual.
     *
     * @return the value, or empty
     */
    public Optional<String> billing() {
        return entry.find(BILLING);
    }

    /**
     * The customer that pays, where it is another one.
     *
     * @return the value, or empty
     */
    public Optional<String> payingCustomer() {
        return entry.find(PAYING_CUSTOMER);
    }

    /**
     * The customer that uses it, where it is another one.
     *
     * @return the value, or empty
     */
    public Optional<String> usingCustomer() {
        return entry.find(USING_CUSTOMER);
    }

    /**
     * The licensed seats, where they are not on lines.
     *
     * @return the value, or empty
     */
    public OptionalDouble seats() {
        return entry.find(SEATS).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * The recurring revenue of a year, where it is not on lines.
     *
     * @return the value, or empty
     */
    public Optional<Money> arr() {
        return entry.find(ARR);
    }

    /**
     * Whether it is a trial, which does not count as revenue.
     *
     * @return the value, or empty
     */
    public Optional<Boolean> trial() {
        return entry.find(TRIAL);
    }
}
