package dev.rapport.health.override;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.HealthOverride;
import dev.rapport.model.customer.Outcome;
import java.util.Optional;
import org.joda.money.Money;

/** An override beside what was computed when it began and what then happened. Immutable. */
public final class JudgedOverride {

    private final String customerId;
    private final HealthOverride override;
    private final Bands bands;
    private final Optional<Outcome> outcome;
    private final OverrideVerdict verdict;
    private final Optional<Money> arr;

    /**
     * The bands that are compared.
     *
     * @param stated  what the override says
     * @param computed  what the strategy made of the data when the override began
     */
    record Bands(String stated, String computed) {}

    JudgedOverride(
            String customerId,
            HealthOverride override,
            Bands bands,
            Optional<Outcome> outcome,
            OverrideVerdict verdict,
            Optional<Money> arr) {
        this.customerId = requireNonNull(customerId, "customerId");
        this.override = requireNonNull(override, "override");
        this.bands = requireNonNull(bands, "bands");
        this.outcome = requireNonNull(outcome, "outcome");
        this.verdict = requireNonNull(verdict, "verdict");
        this.arr = requireNonNull(arr, "arr");
    }

    /**
     * Who it is about.
     *
     * @return the customer's id
     */
    public String customerId() {
        return customerId;
    }

    /**
     * What was stated, by whom, why and until when.
     *
     * @return the override, as it is known now
     */
    public HealthOverride override() {
        return override;
    }

    /**
     * The band that was stated.
     *
     * @return the code of the band
     */
    public String statedBand() {
        return bands.stated();
    }

    /**
     * The band that was computed when the override began.
     *
     * @return the code of the band, or {@code UNKNOWN}
     */
    public String computedBand() {
        return bands.computed();
    }

    /**
     * What then happened.
     *
     * @return the first outcome since the override began; empty if there is none yet
     */
    public Optional<Outcome> outcome() {
        return outcome;
    }

    /**
     * Who was right.
     *
     * @return the verdict
     */
    public OverrideVerdict verdict() {
        return verdict;
    }

    /**
     * What the customer paid when the override began.
     *
     * @return the recurring revenue, or empty if it is not known
     */
    public Optional<Money> arr() {
        return arr;
    }

    /** Customer, bands and verdict; for readers of logs. */
    @Override
    public String toString() {
        return customerId + " stated " + statedBand() + ", computed " + computedBand() + ": " + verdict;
    }
}
