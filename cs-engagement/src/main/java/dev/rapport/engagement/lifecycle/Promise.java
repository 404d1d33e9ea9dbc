package dev.rapport.engagement.lifecycle;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * How often we promise to be in touch during a stage.
 *
 * @param kind  the kind of touchpoint
 * @param times  how often during one stay, at least 1
 * @param models  the engagement models whose customers it is promised to; everybody where there is none
 */
public record Promise(String kind, int times, List<String> models) {

    /**
     * Checks the number.
     *
     * @param kind  the kind
     * @param times  how often
     * @param models  the engagement models
     */
    public Promise {
        requireNonNull(kind, "kind");
        models = List.copyOf(models);
        if (times < 1) {
            throw new IllegalArgumentException("times (" + times + ") of " + kind + " must be at least 1.");
        }
    }

    boolean isFor(Optional<String> model) {
        return models.isEmpty() || model.filter(models::contains).isPresent();
    }
}
