package dev.rapport.health.simulation;

import java.util.Optional;

/**
 * The customers that share a value of an attribute.
 *
 * @param value  the value; empty for those without one
 * @param movement  how they would move
 */
public record Group(Optional<String> value, Movement movement) {}
