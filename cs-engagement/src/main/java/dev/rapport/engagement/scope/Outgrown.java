package dev.rapport.engagement.scope;

/**
 * When a scope that fits does no more.
 *
 * @param people  how many people in its areas it is too small for, where all areas grow alike
 * @param years  in how many years that is, at the declared growth; infinite without growth
 * @param because  the limit that is passed first
 */
public record Outgrown(int people, double years, String because) {}
