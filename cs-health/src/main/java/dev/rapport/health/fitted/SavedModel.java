package dev.rapport.health.fitted;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.shape.DocumentHeader;

/**
 * A fitted model with its name and where it comes from, as it is kept between runs.
 *
 * <pre>{@code
 * HealthDocuments.FITTED_MODEL.write(new SavedModel(DocumentHeader.of("churn", "2026-06"), "renewals of 2025", model), out);
 * }</pre>
 *
 * @param header  id and revision
 * @param source  what it was fitted to, in words
 * @param model  the model
 */
public record SavedModel(DocumentHeader header, String source, FittedModel model) {

    /**
     * Checks the source.
     *
     * @param header  id and revision
     * @param source  not blank
     * @param model  the model
     */
    public SavedModel {
        requireNonNull(header, "header");
        requireNonNull(model, "model");
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must not be blank.\nMaybe name the data and its period.");
        }
    }
}
