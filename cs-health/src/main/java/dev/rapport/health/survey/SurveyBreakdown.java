package dev.rapport.health.survey;

import dev.rapport.model.attribute.AttributeKey;
import java.util.List;
import java.util.Optional;

/**
 * The answers by the values of one attribute.
 *
 * @param attribute  what the accounts are grouped by, as of the cut
 * @param groups  the groups that were asked or answered, by value; accounts without a value at the end
 */
public record SurveyBreakdown(AttributeKey<String> attribute, List<SurveyGroup> groups) {

    /**
     * Copies the groups.
     *
     * @param attribute  what the accounts are grouped by
     * @param groups  the groups
     */
    public SurveyBreakdown {
        groups = List.copyOf(groups);
    }

    /**
     * The group of a value.
     *
     * @param value  the value
     * @return the group, or empty if none of its accounts was asked or answered
     */
    public Optional<SurveyGroup> find(String value) {
        return groups.stream()
                .filter(group -> group.value().equals(Optional.of(value)))
                .findFirst();
    }
}
