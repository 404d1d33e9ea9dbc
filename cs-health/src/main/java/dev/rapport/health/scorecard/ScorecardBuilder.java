package dev.rapport.health.scorecard;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.band.Bands;
import dev.rapport.health.measure.Measure;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.shape.DocumentHeader;
import java.util.ArrayList;
import java.util.List;

/** Gathers the parts, caps and floors of a scorecard. Not to be shared between threads. */
public final class ScorecardBuilder {

    final DocumentHeader header;
    final Handling handling;
    final double minimumCompleteness;
    final List<Part> parts = new ArrayList<>();
    final List<Cap> caps = new ArrayList<>();
    final List<Floor> floors = new ArrayList<>();

    ScorecardBuilder(DocumentHeader header, Handling handling, double minimumCompleteness) {
        this.header = requireNonNull(header, "header");
        this.handling = requireNonNull(handling, "handling");
        this.minimumCompleteness = minimumCompleteness;
        Scorecard.requireShare(header.id(), minimumCompleteness);
    }

    /**
     * Adds a part.
     *
     * @param part  a measure or a group
     * @return this builder
     */
    public ScorecardBuilder part(Part part) {
        parts.add(requireNonNull(part, "part"));
        return this;
    }

    /**
     * Adds a measure.
     *
     * @param measure  what is measured
     * @param weight  how much it counts, at least 0
     * @return this builder
     */
    public ScorecardBuilder measure(Measure measure, double weight) {
        return part(new WeightedMeasure(measure, weight));
    }

    /**
     * Adds a cap.
     *
     * @param cap  the cap
     * @return this builder
     */
    public ScorecardBuilder cap(Cap cap) {
        caps.add(requireNonNull(cap, "cap"));
        return this;
    }

    /**
     * Adds a floor.
     *
     * @param floor  the floor
     * @return this builder
     */
    public ScorecardBuilder floor(Floor floor) {
        floors.add(requireNonNull(floor, "floor"));
        return this;
    }

    /**
     * Makes the scorecard.
     *
     * @param bands  what scores are called
     * @return the scorecard, as it is written down; {@link Scorecard#resolve} checks it
     */
    public Scorecard bands(Bands bands) {
        return new Scorecard(this, bands);
    }
}
