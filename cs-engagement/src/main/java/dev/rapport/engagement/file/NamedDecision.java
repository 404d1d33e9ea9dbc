package dev.rapport.engagement.file;

import dev.rapport.model.decision.Explanation;

/**
 * A decision with its name and reasons.
 *
 * @param name  what was decided, such as a segment
 * @param reasons  why
 */
public record NamedDecision(String name, Explanation reasons) {}
