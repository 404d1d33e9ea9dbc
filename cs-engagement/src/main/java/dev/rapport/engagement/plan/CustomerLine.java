package dev.rapport.engagement.plan;

import dev.rapport.health.Health;
import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * One customer in the plan. Where the book is of columns, a line is made when it is asked for, and health with its reasons
 * when the line is asked for it.
 */
@Value.Immutable
@ValueStyle
public abstract class CustomerLine {

    CustomerLine() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Who it is.
     *
     * @return the customer's id
     */
    public abstract String customerId();

    /**
     * What they are called.
     *
     * @return the name; empty where it is not known, or tells a person
     */
    public abstract Optional<String> name();

    /**
     * The segment that decides the engagement model.
     *
     * @return the id, or empty
     */
    public abstract Optional<String> segment();

    /**
     * The segments of the further segmentations.
     *
     * @return the segment's id by that of the segmentation, those with one only
     */
    public abstract Map<String, String> furtherSegments();

    /**
     * The recurring revenue of a year.
     *
     * @return the amount; empty where it cannot be told
     */
    public abstract Optional<Money> arr();

    /**
     * How they are, and why.
     *
     * @return the health
     */
    public abstract Health health();

    /**
     * The band of their health, without its reasons.
     *
     * @return the code of the band
     */
    public String band() {
        return health().band();
    }

    /**
     * How they are by themselves, where {@link #health()} is that of their family.
     *
     * @return the health before roll-up; empty for those to whom nobody belongs
     */
    public abstract Optional<Health> ownHealth();

    /**
     * The probability that they are lost at the next decision.
     *
     * @return the probability, or empty
     */
    public abstract OptionalDouble churnRisk();

    /**
     * When the next decision falls.
     *
     * @return the date, or empty
     */
    public abstract Optional<LocalDate> nextDecision();

    /**
     * Who looks after them, most responsible first.
     *
     * @return the ids of members and pools
     */
    public abstract List<String> owners();

    static final class Builder extends ImmutableCustomerLine.Builder {
        Builder() {}
    }
}
