package dev.rapport.examples.quickstart.sample;

import java.util.List;

/** Something that is known to be true in the sample book, and that the plan must find. Immutable. */
public final class PlantedTruth {

    private final String id;
    private final String sentence;
    private final List<String> customers;
    private final List<String> contracts;
    private final List<String> segments;
    private final List<String> members;

    PlantedTruth(
            String id,
            String sentence,
            List<String> customers,
            List<String> contracts,
            List<String> segments,
            List<String> members) {
        this.id = id;
        this.sentence = sentence;
        this.customers = List.copyOf(customers);
        this.contracts = List.copyOf(contracts);
        this.segments = List.copyOf(segments);
        this.members = List.copyOf(members);
    }

    /**
     * What identifies the truth.
     *
     * @return the id, such as {@code notice-deadline-missed}
     */
    public String id() {
        return id;
    }

    /**
     * The truth in words.
     *
     * @return a sentence
     */
    public String sentence() {
        return sentence;
    }

    /**
     * The customers concerned.
     *
     * @return their ids; empty if the truth is about a segment or the team
     */
    public List<String> customers() {
        return customers;
    }

    /**
     * The contracts concerned.
     *
     * @return the ids of the contracts that run, or ran last, in the order of the customers; empty if it is not about contracts
     */
    public List<String> contracts() {
        return contracts;
    }

    /**
     * The segments concerned.
     *
     * @return their ids
     */
    public List<String> segments() {
        return segments;
    }

    /**
     * The members of the team concerned.
     *
     * @return their ids, as in the organisation
     */
    public List<String> members() {
        return members;
    }

    @Override
    public String toString() {
        return id + ": " + sentence;
    }
}
