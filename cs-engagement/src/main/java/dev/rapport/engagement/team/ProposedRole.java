package dev.rapport.engagement.team;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a segment's team needs of one role, who is proposed for it, and what is not there. Immutable. */
@Value.Immutable
@ValueStyle
public interface ProposedRole {

    /**
     * The role.
     *
     * @return the id of the role
     */
    String role();

    /**
     * The pool, where one looks after the customers.
     *
     * @return the id of the pool, or empty
     */
    Optional<String> pool();

    /**
     * The hours that the engagement model asks for.
     *
     * @return the hours a year of the segment's customers, capacity factors and onboarding included
     */
    BigDecimal hoursNeeded();

    /**
     * The hours of one person.
     *
     * @return the mean hours a year of those who hold the role, or are in the pool; empty if nobody has any
     */
    Optional<BigDecimal> hoursOfOne();

    /**
     * Who is proposed.
     *
     * @return the people with hours above 0, most hours first, then by id
     */
    List<ProposedMember> members();

    /**
     * The skills that the model asks for and nobody proposed has well enough.
     *
     * @return the skills, in natural order
     */
    List<MissingSkill> missingSkills();

    /**
     * The languages that nobody proposed speaks.
     *
     * @return how many customers of the segment speak each, by ISO 639 code
     */
    Map<String, Integer> missingLanguages();

    /**
     * The hours that are there.
     *
     * @return the sum over the people proposed
     */
    default BigDecimal hours() {
        return members().stream().map(ProposedMember::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The hours for which nobody is proposed.
     *
     * @return the hours a year, at least 0
     */
    default BigDecimal hoursShort() {
        return hoursNeeded().subtract(hours()).max(BigDecimal.ZERO);
    }

    /**
     * How many people it takes.
     *
     * @return the hours needed over the hours of one; empty if nobody has any
     */
    default Optional<BigDecimal> peopleNeeded() {
        return hoursOfOne().map(one -> hoursNeeded().divide(one, MathContext.DECIMAL32));
    }

    /**
     * How many people are missing.
     *
     * @return the hours short over the hours of one; empty if nobody has any
     */
    default Optional<BigDecimal> peopleShort() {
        return hoursOfOne().map(one -> hoursShort().divide(one, MathContext.DECIMAL32));
    }

    /** Fills what a team needs of a role. Not for use by several threads. */
    final class Builder extends ImmutableProposedRole.Builder {
        Builder() {}
    }
}
