package dev.rapport.model.organisation;

import dev.rapport.model.internal.ValueStyle;
import org.immutables.value.Value;

/** What somebody in a role has to be able to do, and how well. Immutable. */
@Value.Immutable
@ValueStyle
public interface Competency {

    /**
     * What it is, as the skills of members name it.
     *
     * @return the skill
     */
    String skill();

    /**
     * How well.
     *
     * @return a level from 1 (has begun) to 5 (teaches others)
     */
    int level();

    /**
     * Whether the role can do without.
     *
     * @return the importance, {@link Importance#MUST} unless said otherwise
     */
    @Value.Default
    default Importance importance() {
        return Importance.MUST;
    }

    /**
     * How much it counts beside the rest of the profile.
     *
     * @return the weight, above 0; 1 unless said otherwise
     */
    @Value.Default
    default double weight() {
        return 1;
    }

    /**
     * What a role cannot do without, of weight 1.
     *
     * @param skill  the skill
     * @param level  the level
     * @return the competency
     */
    static Competency must(String skill, int level) {
        return builder().skill(skill).level(level).build();
    }

    /**
     * What is good to have in a role, of weight 1.
     *
     * @param skill  the skill
     * @param level  the level
     * @return the competency
     */
    static Competency nice(String skill, int level) {
        return builder().skill(skill).level(level).importance(Importance.NICE).build();
    }

    /**
     * Starts a competency.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills a competency. Not for use by several threads. */
    final class Builder extends ImmutableCompetency.Builder {
        Builder() {}
    }
}
