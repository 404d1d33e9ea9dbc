package dev.rapport.engagement.scope;

/**
 * Where the scope and the rest of the organisation do not say the same about who is responsible.
 *
 * @param area  the area
 * @param department  the department that one of them names and the other does not
 * @param text  what was found, in a sentence
 */
public record Disagreement(String area, String department, String text) {}
