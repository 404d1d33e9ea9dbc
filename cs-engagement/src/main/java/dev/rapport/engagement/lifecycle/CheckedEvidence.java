package dev.rapport.engagement.lifecycle;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A piece of evidence with what the facts say about it.
 *
 * @param evidence  what was to be shown
 * @param status  whether it is
 */
public record CheckedEvidence(Evidence evidence, Status status) {

    /** Whether evidence is there. */
    public enum Status {
        /** The facts show it. */
        THERE,
        /** The facts do not show it. */
        LACKING,
        /** Nobody feeds such facts, so that it cannot be told. */
        NOT_FED
    }

    /**
     * How complete a list is.
     *
     * @param list  what was checked
     * @return the share that is there of what can be told, or empty if nothing can
     */
    public static OptionalDouble completeness(List<CheckedEvidence> list) {
        long told = list.stream().filter(one -> one.status() != Status.NOT_FED).count();
        long there = list.stream().filter(one -> one.status() == Status.THERE).count();
        return told == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) there / told);
    }

    /**
     * What of a list is lacking.
     *
     * @param list  what was checked
     * @return the ids in their order
     */
    public static List<String> lacking(List<CheckedEvidence> list) {
        return list.stream()
                .filter(one -> one.status() == Status.LACKING)
                .map(one -> one.evidence().id())
                .toList();
    }
}
