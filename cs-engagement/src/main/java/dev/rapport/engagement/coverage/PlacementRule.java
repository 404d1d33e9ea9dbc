package dev.rapport.engagement.coverage;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.segmentation.condition.Condition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who comes into question for some customers: the team of their segment, those who have been with us for long, those who
 * can do something. Where several rules hold for a customer, all have to be kept. Immutable.
 */
@Value.Immutable
@ValueStyle
public interface PlacementRule {

    /**
     * What the rule is called.
     *
     * @return the id
     */
    String id();

    /**
     * The roles that it is about.
     *
     * @return the ids of roles, empty for every role
     */
    List<String> roles();

    /**
     * Whom it is about.
     *
     * @return a condition, empty for every customer
     */
    Optional<Condition> when();

    /**
     * The teams whose members come into question.
     *
     * @return the teams, empty for every team
     */
    List<String> teams();

    /**
     * What they must be able to do.
     *
     * @return the lowest level, 1 to 5, of each skill
     */
    Map<String, Integer> skills();

    /**
     * How long they must have been with us.
     *
     * @return a number of months; 0 for any time. Somebody of whom no first day is told was always here.
     */
    @Value.Default
    default int monthsWithUs() {
        return 0;
    }

    /**
     * What of this rule keeps a member from looking after a customer it is about.
     *
     * @param candidate  the member
     * @return the reason in words, empty if there is none
     */
    default Optional<String> barring(AssignmentCandidate candidate) {
        if (!teams().isEmpty() && candidate.team().filter(teams()::contains).isEmpty()) {
            return Optional.of("is not of team " + String.join(" or ", teams()) + " (rule " + id() + ")");
        }
        if (candidate.monthsWithUs() < monthsWithUs()) {
            return Optional.of("has been here for " + candidate.monthsWithUs() + " months, not for " + monthsWithUs()
                    + " (rule " + id() + ")");
        }
        return skills().entrySet().stream()
                .filter(required -> candidate.skills().getOrDefault(required.getKey(), 0) < required.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(skill -> "does not have " + skill + " at the level required (rule " + id() + ")");
    }

    /**
     * Starts a rule.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills a rule. Not for use by several threads. */
    final class Builder extends ImmutablePlacementRule.Builder {
        Builder() {}
    }
}
