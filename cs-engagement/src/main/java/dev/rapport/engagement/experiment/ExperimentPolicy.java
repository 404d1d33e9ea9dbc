package dev.rapport.engagement.experiment;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.shape.DocumentHeader;
import java.util.List;

/**
 * The experiments that are declared: the document {@code rapport/experiments}.
 *
 * @param header  what the document says about itself
 * @param experiments  the experiments, with different ids
 */
public record ExperimentPolicy(DocumentHeader header, List<Experiment> experiments) {

    /**
     * Copies the list.
     *
     * @param header  what the document says about itself
     * @param experiments  the experiments
     */
    public ExperimentPolicy {
        requireNonNull(header, "header");
        experiments = List.copyOf(experiments);
    }
}
