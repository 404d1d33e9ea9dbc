package dev.rapport.model.organisation;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * Somebody who works for us. Immutable.
 *
 * <p>The name is personal data, hourly cost is internal; {@link Organisation#erase(String)} takes the name away and leaves
 * everything that is counted.
 */
@Value.Immutable
@ValueStyle
public interface Member {

    /** Weeks of a year, by which hours per week become hours per year: 30 hours a week are 130 a month. */
    BigDecimal WEEKS_PER_YEAR = BigDecimal.valueOf(52);

    /**
     * The id that ownerships, touchpoints and time entries refer to.
     *
     * @return the id, different from that of every other member and pool
     */
    String id();

    /**
     * What the member is called: personal data.
     *
     * @return the name, or empty if it was erased or never told
     */
    @Value.Redacted
    Optional<String> name();

    /**
     * The role.
     *
     * @return the id of the role
     */
    String role();

    /**
     * The department, where it is not that of the role.
     *
     * @return the id of the department, or empty
     */
    Optional<String> department();

    /**
     * The member reported to, where it does not follow from the roles.
     *
     * @return the id of the manager, or empty
     */
    Optional<String> reportsTo();

    /**
     * The team within the department.
     *
     * @return the team, or empty
     */
    Optional<String> team();

    /**
     * What the member can do, and how well.
     *
     * @return a level from 1 (has begun) to 5 (teaches others) for each skill
     */
    Map<String, Integer> skills();

    /**
     * The languages the member talks to customers in, as ISO 639 codes.
     *
     * @return the codes, the best first
     */
    List<String> languages();

    /**
     * Where the member works.
     *
     * @return the zone
     */
    ZoneId zone();

    /**
     * The hours per week there are for customers, on average over the year: holidays, illness, meetings and everything
     * else that is not for customers are taken off.
     *
     * @return the hours, at least 0
     */
    BigDecimal hoursPerWeek();

    /**
     * What one hour for customers costs the company, all included.
     *
     * @return the cost, or empty if it is not told
     */
    @Value.Redacted
    Optional<Money> hourlyCost();

    /**
     * The pools the member is in.
     *
     * @return the ids of the pools
     */
    List<String> pools();

    /**
     * The first day of work.
     *
     * @return the day, or empty if long ago
     */
    Optional<LocalDate> joinedOn();

    /**
     * The first day after the last day of work.
     *
     * @return the day, or empty while the member stays
     */
    Optional<LocalDate> leftOn();

    /**
     * How well the member can do something.
     *
     * @param skill  the skill
     * @return the level, or 0 if the member does not have it
     */
    default int level(String skill) {
        return skills().getOrDefault(skill, 0);
    }

    /**
     * The hours per year there are for customers.
     *
     * @return the hours per week for 52 weeks
     */
    default BigDecimal hoursPerYear() {
        return hoursPerWeek().multiply(WEEKS_PER_YEAR);
    }

    /**
     * Says whether the member works for us on a day.
     *
     * @param date  the day
     * @return true from the first day to the last
     */
    default boolean isActiveOn(LocalDate date) {
        return joinedOn().map(first -> !date.isBefore(first)).orElse(true)
                && leftOn().map(date::isBefore).orElse(true);
    }

    /**
     * Starts a member.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills a member. Not for use by several threads. */
    final class Builder extends ImmutableMember.Builder {
        Builder() {}
    }
}
