package dev.rapport.model.shape;

/**
 * Looks at a value that is right field by field and reports what is wrong with the whole.
 *
 * <pre>{@code
 * Check<Scorecard> weights = (scorecard, place) -> {
 *     if (scorecard.totalWeight() == 0) {
 *         place.at("measures").error("no-weight", "at least one measure must have a weight > 0");
 *     }
 * };
 * }</pre>
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface Check<T> {

    /**
     * Checks one value.
     *
     * @param value the value
     * @param place the place of the value in its document, where problems are reported
     */
    void check(T value, Place place);
}
