package dev.rapport.model.decision;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;

/**
 * What a leaf of a decision rests on.
 *
 * @param key  the attribute that was read; says unit and sensitivity
 * @param value  the value, of the key's kind
 * @param provenance  where it comes from and since when it holds
 */
public record Evidence(AttributeKey<?> key, Object value, Provenance provenance) {}
