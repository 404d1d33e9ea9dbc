package dev.rapport.health.scorecard;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.decision.Handling;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures and groups that count together, as one part. Immutable. */
public final class Group implements Part {

    private final String code;
    private final double weight;
    private final List<Part> parts;
    private final Optional<Handling> handling;
    private final double minimumCompleteness;

    private Group(
            String code, double weight, List<Part> parts, Optional<Handling> handling, double minimumCompleteness) {
        this.code = requireNonNull(code, "code");
        this.weight = weight;
        this.parts = List.copyOf(parts);
        this.handling = handling;
        this.minimumCompleteness = minimumCompleteness;
        Part.requireWeight(code, weight);
        Scorecard.requireShare(code, minimumCompleteness);
    }

    /**
     * A group that handles missing parts as its scorecard does.
     *
     * @param code  the name under which it is explained
     * @param weight  how much it counts among its siblings, at least 0
     * @param parts  what counts together
     * @return the group
     */
    public static Group of(String code, double weight, List<? extends Part> parts) {
        return new Group(code, weight, List.copyOf(parts), Optional.empty(), 0);
    }

    /**
     * This group with a handling of missing parts of its own.
     *
     * @param own  the handling
     * @return the group
     */
    public Group handling(Handling own) {
        return new Group(code, weight, parts, Optional.of(own), minimumCompleteness);
    }

    /**
     * This group with a completeness below which it counts as missing itself.
     *
     * @param share  a share of its weight, 0 to 1
     * @return the group
     */
    public Group minimumCompleteness(double share) {
        return new Group(code, weight, parts, handling, share);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public double weight() {
        return weight;
    }

    /**
     * What counts together.
     *
     * @return the parts in their declared order
     */
    public List<Part> parts() {
        return parts;
    }

    /**
     * How missing parts are handled.
     *
     * @return the group's own handling; empty for that of what it is a part of
     */
    public Optional<Handling> handling() {
        return handling;
    }

    /**
     * The completeness below which the group counts as missing.
     *
     * @return a share from 0 to 1
     */
    public double minimumCompleteness() {
        return minimumCompleteness;
    }

    private List<Object> fields() {
        return List.of(code, weight, parts, handling, minimumCompleteness);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Group other && fields().equals(other.fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    /** Code, weight and parts. */
    @Override
    public String toString() {
        return code + " x " + weight + " " + parts;
    }
}
