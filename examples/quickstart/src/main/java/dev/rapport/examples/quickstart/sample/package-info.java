/**
 * The seeded generator of the sample book, which belongs to no real company or person.
 *
 * <p>The entry point is {@link dev.rapport.examples.quickstart.sample.SampleBook}. What a customer is like is decided in
 * a {@code Profile}, from the seed and its number alone; the writers then state facts that fit. Some numbers carry a
 * planted story, which {@link dev.rapport.examples.quickstart.sample.PlantedTruths} tells.
 */
@NullMarked
package dev.rapport.examples.quickstart.sample;

import org.jspecify.annotations.NullMarked;
