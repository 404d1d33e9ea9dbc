package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;

/**
 * One line of a contract: a product, how much of it, for what.
 *
 * @param entry  the entry that is read
 */
public record ContractLine(Entry entry) {

    /** The contract it belongs to. */
    public static final AttributeKey<String> CONTRACT = AttributeKey.text("contract");

    /** The product. */
    public static final AttributeKey<String> PRODUCT = AttributeKey.text("product");

    /** The recurring revenue of a year. */
    public static final AttributeKey<Money> ARR = AttributeKey.money("arr");

    /** How many units are licensed. */
    public static final AttributeKey<Double> QUANTITY =
            AttributeKey.number("quantity").unit("units");

    /** The price of a unit and year. */
    public static final AttributeKey<Money> UNIT_PRICE = AttributeKey.money("unit-price");

    /** The first day, where it is not that of the contract. */
    public static final AttributeKey<LocalDate> START = AttributeKey.date("start");

    /** The first day after, where it is not that of the contract. */
    public static final AttributeKey<LocalDate> END = AttributeKey.date("end");

    /** The day from which the price rises. */
    public static final AttributeKey<LocalDate> UPLIFT_ON = AttributeKey.date("uplift-on");

    /** By how much it rises: 0.05 for five percent. */
    public static final AttributeKey<Double> UPLIFT =
            AttributeKey.number("uplift").unit("share");

    /** The series. */
    public static final SeriesKey<ContractLine> SERIES = SeriesKey.records("contract-lines", ContractLine::new)
            .requires(CONTRACT, PRODUCT, ARR)
            .allows(QUANTITY, UNIT_PRICE, START, END, UPLIFT_ON, UPLIFT);

    /**
     * What identifies the record.
     *
     * @return the id, unique in its series
     */
    public String id() {
        return entry.id();
    }

    /**
     * The contract it belongs to.
     *
     * @return the value
     */
    public String contract() {
        return entry.get(CONTRACT);
    }

    /**
     * The product.
     *
     * @return the value
     */
    public String product() {
        return entry.get(PRODUCT);
    }

    /**
     * The recurring revenue of a year.
     *
     * @return the value
     */
    public Money arr() {
        return entry.get(ARR);
    }

    /**
     * How many units are licensed.
     *
     * @return the value, or empty
     */
    public OptionalDouble quantity() {
        return entry.find(QUANTITY).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * The price of a unit and year.
     *
     * @return the value, or empty
     */
    public Optional<Money> unitPrice() {
        return entry.find(UNIT_PRICE);
    }

    /**
     * The first day, where it is not that of the contract.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> start() {
        return entry.find(START);
    }

    /**
     * The first day after, where it is not that of the contract.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> end() {
        return entry.find(END);
    }

    /**
     * The day from which the price rises.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> upliftOn() {
        return entry.find(UPLIFT_ON);
    }

    /**
     * By how much it rises.
     *
     * @return a share, or empty
     */
    public OptionalDouble uplift() {
        return entry.find(UPLIFT).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
