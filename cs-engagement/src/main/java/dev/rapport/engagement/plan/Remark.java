package dev.rapport.engagement.plan;

/**
 * Something about the data that a reader of the plan must know: what was rejected, what contradicts itself.
 *
 * @param code  the stable name of the kind
 * @param count  how often it occurs
 * @param text  what it is, as a sentence
 */
public record Remark(String code, long count, String text) {}
