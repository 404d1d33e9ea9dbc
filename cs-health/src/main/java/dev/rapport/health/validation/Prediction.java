package dev.rapport.health.validation;

import dev.rapport.health.observation.Fate;
import dev.rapport.health.observation.Observation;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was said of a customer at a date, beside what then happened. Immutable. */
public final class Prediction {

    private final Observation observation;
    private final double risk;
    private final Optional<String> band;

    Prediction(Observation observation, double risk, Optional<String> band) {
        this.observation = observation;
        this.risk = risk;
        this.band = band;
    }

    /**
     * Who it was said of.
     *
     * @return the customer's id
     */
    public String customerId() {
        return observation.customerId();
    }

    /**
     * When.
     *
     * @return the last day that was seen
     */
    public LocalDate date() {
        return observation.date();
    }

    /**
     * What was known, and what became of the customer.
     *
     * @return the observation
     */
    public Observation observation() {
        return observation;
    }

    /**
     * How much the customer was at risk.
     *
     * @return 0 to 1: a probability, or what is missing of the health score to 100, in hundredths; empty if it was unknown
     */
    public OptionalDouble risk() {
        return Double.isNaN(risk) ? OptionalDouble.empty() : OptionalDouble.of(risk);
    }

    /**
     * The health band.
     *
     * @return its code; empty for models, which have none
     */
    public Optional<String> band() {
        return band;
    }

    /**
     * Says whether the customer was lost within the horizon.
     *
     * @return false if it stayed, or is censored
     */
    public boolean isLost() {
        return observation.fate() == Fate.LOST;
    }

    double rawRisk() {
        return risk;
    }
}
