package dev.rapport.health.retention;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.shape.DocumentHeader;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** What a figure of retention means: when revenue counts as lost, and at which exchange rates. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class RetentionDefinition {

    /**
     * The published default: revenue is lost when it ends, a renewal that is overdue is told apart for 90 days, amounts are
     * at the rates of their own day.
     *
     * <p>Source: our own opinion, no published rule: so the closing of every bridge is the recurring revenue in force, and
     * nothing that is open is called kept or lost. The 90 days are a quarter.
     */
    public static final RetentionDefinition STANDARD = builder()
            .churnDate(ChurnDate.EFFECTIVE)
            .unsigned(UnsignedRenewal.PENDING)
            .graceDays(90)
            .build();

    private static final int LONGEST_GRACE = 730;

    RetentionDefinition() {}

    /**
     * Begins a definition.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What the definition is called, and who stands behind it.
     *
     * @return the header of the document
     */
    @Value.Default
    public DocumentHeader header() {
        return DocumentHeader.of("retention", "standard");
    }

    /**
     * When revenue counts as lost.
     *
     * @return the convention
     */
    public abstract ChurnDate churnDate();

    /**
     * What becomes of a term that ran out and is not signed again.
     *
     * @return the convention
     */
    public abstract UnsignedRenewal unsigned();

    /**
     * How long a renewal can be overdue before it counts as lost whatever the convention.
     *
     * @return days, from 0 to 730
     */
    public abstract int graceDays();

    /**
     * The day at whose exchange rates all amounts are reckoned: constant rates. Without it, the rates are current: each
     * amount is at the rates of its own day, and what the rates did is told apart in a bridge, but is in GRR and NRR.
     *
     * @return the day, or empty
     */
    public abstract Optional<LocalDate> constantRatesOf();

    /** Checks the days. */
    @Value.Check
    void check() {
        if (graceDays() < 0 || graceDays() > LONGEST_GRACE) {
            throw new IllegalArgumentException(
                    "graceDays (" + graceDays() + ") must be from 0 to " + LONGEST_GRACE + ".");
        }
    }

    /**
     * This definition at constant rates.
     *
     * @param day  the day whose rates hold for all amounts
     * @return the definition
     */
    public RetentionDefinition atRatesOf(LocalDate day) {
        return builder().from(this).constantRatesOf(day).build();
    }

    /**
     * This definition with another day of churn.
     *
     * @param date  the convention
     * @return the definition
     */
    public RetentionDefinition lostAt(ChurnDate date) {
        return builder().from(this).churnDate(date).build();
    }

    /**
     * This definition with another way with overdue renewals.
     *
     * @param convention  the convention
     * @return the definition
     */
    public RetentionDefinition unsignedAs(UnsignedRenewal convention) {
        return builder().from(this).unsigned(convention).build();
    }

    /** Makes a definition. */
    public static final class Builder extends ImmutableRetentionDefinition.Builder {
        Builder() {}
    }
}
