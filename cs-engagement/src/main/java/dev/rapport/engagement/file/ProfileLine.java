package dev.rapport.engagement.file;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;

/**
 * One attribute of the profile.
 *
 * @param key  the attribute; says unit and dimension
 * @param reading  the value with its provenance, or why there is none
 */
public record ProfileLine(AttributeKey<?> key, Reading<?> reading) {}
