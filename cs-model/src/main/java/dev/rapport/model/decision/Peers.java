package dev.rapport.model.decision;

import static java.util.Objects.requireNonNull;

/**
 * Those whom a number is compared with: a reference population, or one group of it.
 *
 * @param function  what a number is among them, such as its rank; NaN where it cannot be said
 * @param evidence  who they are: how many, as of when, according to what
 * @param otherwise  why it cannot be said, where it cannot
 */
public record Peers(NumberFunction function, Evidence evidence, String otherwise) {

    /**
     * Checks that all is there.
     *
     * @param function  what a number is among them
     * @param evidence  who they are
     * @param otherwise  why it cannot be said
     */
    public Peers {
        requireNonNull(function, "function");
        requireNonNull(evidence, "evidence");
        requireNonNull(otherwise, "otherwise");
    }
}
