package dev.rapport.health.lifetime;

/**
 * A parameter that was fitted.
 *
 * @param name  its name in the literature, such as {@code alpha}
 * @param estimate  its most likely value, above 0
 * @param standardError  its standard error
 */
public record Parameter(String name, double estimate, double standardError) {}
