package dev.rapport.health.atrisk;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.measure.AttributeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plays there are, and for whom each is.
 *
 * @param cases  who gets which play; the first that fits decides
 * @param otherwise  the play for all others, those of whom it is not known included
 * @param shareOfHours  the share of everybody's hours for customers that plays may take, above 0 and at most 1; empty if
 *     hours are not counted
 */
public record SavePlays(List<Case> cases, SavePlay otherwise, Optional<Double> shareOfHours) {

    /**
     * Checks the share.
     *
     * @param cases  who gets which play
     * @param otherwise  the play for all others
     * @param shareOfHours  the share of everybody's hours
     */
    public SavePlays {
        cases = List.copyOf(cases);
        requireNonNull(otherwise, "otherwise");
        shareOfHours.ifPresent(share -> {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("shareOfHours (" + share + ") must be above 0 and at most 1.");
            }
        });
    }

    /**
     * Everybody gets the same play, and hours are not counted.
     *
     * @param play  the play
     * @return the plays
     */
    public static SavePlays only(SavePlay play) {
        return new SavePlays(List.of(), play, Optional.empty());
    }

    /**
     * All plays.
     *
     * @return those of the cases in their order, then the one for all others
     */
    public List<SavePlay> all() {
        List<SavePlay> all = new ArrayList<>();
        cases.forEach(one -> all.add(one.play()));
        all.add(otherwise);
        return List.copyOf(all);
    }

    /**
     * A play and for whom it is.
     *
     * @param when  holds for those who get it
     * @param play  the play
     */
    public record Case(AttributeTest when, SavePlay play) {}
}
