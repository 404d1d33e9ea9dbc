package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A stay of the customer in a life-cycle stage with one product.
 *
 * @param entry  the entry that is read
 */
public record StageEntry(Entry entry) {

    /** The stage. */
    public static final AttributeKey<String> STAGE = AttributeKey.text("stage");

    /** The product; absent if the stage is that of the customer as a whole. */
    public static final AttributeKey<String> PRODUCT = AttributeKey.text("product");

    /** The first day. */
    public static final AttributeKey<LocalDate> ENTERED_ON = AttributeKey.date("entered-on");

    /** The first day after, absent while it lasts. */
    public static final AttributeKey<LocalDate> LEFT_ON = AttributeKey.date("left-on");

    /** The series. */
    public static final SeriesKey<StageEntry> SERIES = SeriesKey.records("stages", StageEntry::new)
            .requires(STAGE, ENTERED_ON)
            .allows(PRODUCT, LEFT_ON);

    /**
     * What identifies the record.
     *
     * @return the id, unique in its series
     */
    public String id() {
        return entry.id();
    }

    /**
     * The stage.
     *
     * @return the value
     */
    public String stage() {
        return entry.get(STAGE);
    }

    /**
     * The product; absent if the stage is that of the customer as a whole.
     *
     * @return the value, or empty
     */
    public Optional<String> product() {
        return entry.find(PRODUCT);
    }

    /**
     * The first day.
     *
     * @return the value
     */
    public LocalDate enteredOn() {
        return entry.get(ENTERED_ON);
    }

    /**
     * The first day after, absent while it lasts.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> leftOn() {
        return entry.find(LEFT_ON);
    }
}
