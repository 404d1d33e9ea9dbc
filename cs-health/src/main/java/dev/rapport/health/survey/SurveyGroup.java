package dev.rapport.health.survey;

import java.util.Optional;

/**
 * The accounts with one value of an attribute.
 *
 * @param value  the value as of the cut, such as a segment; empty for accounts of which it is not known
 * @param summary  what they answered
 */
public record SurveyGroup(Optional<String> value, SurveySummary summary) {}
