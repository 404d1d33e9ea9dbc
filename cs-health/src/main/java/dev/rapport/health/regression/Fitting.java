package dev.rapport.health.regression;

/**
 * What a model was fitted to, and how long that took.
 *
 * @param rows  how many rows the data had
 * @param events  how many of them had the event
 * @param iterations  how many steps the search took
 */
public record Fitting(int rows, int events, int iterations) {

    /**
     * Checks the counts.
     *
     * @param rows  at least 0
     * @param events  at least 0, at most the rows
     * @param iterations  at least 0
     */
    public Fitting {
        if (events < 0 || events > rows || iterations < 0) {
            throw new IllegalArgumentException("events (" + events + ") must be between 0 and rows (" + rows
                    + "), and iterations (" + iterations + ") at least 0.");
        }
    }
}
