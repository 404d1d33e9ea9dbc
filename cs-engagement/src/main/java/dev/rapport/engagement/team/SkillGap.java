package dev.rapport.engagement.team;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** That a person looks after customers whose engagement model asks for more of a skill. Immutable. */
@Value.Immutable
@ValueStyle
public interface SkillGap {

    /**
     * The skill.
     *
     * @return its name
     */
    String skill();

    /**
     * How well the person has it.
     *
     * @return the level, 0 for not at all
     */
    int level();

    /**
     * How well the models ask for it.
     *
     * @return the highest level asked for, above that of the person
     */
    int required();

    /**
     * For whom it is asked for.
     *
     * @return the customers whose models ask for more than the person has, in natural order
     */
    List<String> customers();

    /** Fills a gap. Not for use by several threads. */
    final class Builder extends ImmutableSkillGap.Builder {
        Builder() {}
    }
}
