package dev.rapport.engagement.team;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the engagement models ask of a skill, against those who have it. A need of a level holds all customers whose models
 * ask for that level or more, so the hours suffice if they do at every level. Immutable.
 */
@Value.Immutable
@ValueStyle
public interface SkillNeed {

    /**
     * The role that has to have it.
     *
     * @return the id of the role
     */
    String role();

    /**
     * The pool that has to have it, where one looks after the customers.
     *
     * @return the id of the pool, or empty for those who hold the role
     */
    Optional<String> pool();

    /**
     * The skill.
     *
     * @return its name
     */
    String skill();

    /**
     * The lowest level.
     *
     * @return the level, 1 to 5
     */
    int level();

    /**
     * The segments of the customers.
     *
     * @return their ids, in natural order
     */
    List<String> segments();

    /**
     * The customers for whom it is asked for.
     *
     * @return their number, at least 1
     */
    int customers();

    /**
     * The hours of the role that these customers take.
     *
     * @return the hours a year, capacity factors included
     */
    BigDecimal hoursNeeded();

    /**
     * Who can do it.
     *
     * @return the ids of those who work for us and reach the level, in the order of the organisation
     */
    List<String> capable();

    /**
     * The hours of those who can do it.
     *
     * @return the hours a year for customers, whatever else they are spent on
     */
    BigDecimal hoursAvailable();

    /**
     * Says whether nobody can do it.
     *
     * @return true if the skill is missing altogether
     */
    default boolean isMissing() {
        return capable().isEmpty();
    }

    /**
     * The hours that those who can do it do not have.
     *
     * @return the hours a year, 0 if there are enough
     */
    default BigDecimal hoursShort() {
        return hoursNeeded().subtract(hoursAvailable()).max(BigDecimal.ZERO);
    }

    /** Fills a need. Not for use by several threads. */
    final class Builder extends ImmutableSkillNeed.Builder {
        Builder() {}
    }
}
