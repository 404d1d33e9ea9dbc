package dev.rapport.health.survey;

import dev.rapport.health.estimate.Estimate;
import dev.rapport.model.attribute.AttributeKey;

/**
 * How far an attribute goes along with the answers. An association: not what changing the attribute would do.
 *
 * @param attribute  the attribute
 * @param correlation  Spearman's rank correlation over accounts, higher with better answers, or why there is none
 */
public record Driver(AttributeKey<?> attribute, Estimate correlation) {}
