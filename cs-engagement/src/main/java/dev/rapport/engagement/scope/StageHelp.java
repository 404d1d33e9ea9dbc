package dev.rapport.engagement.scope;

/**
 * What a department does in a stage that another delivers.
 *
 * @param stage  the stage
 * @param does  what it does, as a clause
 */
public record StageHelp(String stage, String does) {}
