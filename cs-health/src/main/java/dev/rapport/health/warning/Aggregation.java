package dev.rapport.health.warning;

/** What is made of the entries of a period. */
public sealed interface Aggregation {

    /**
     * The sum of a number. A period without entries has 0.
     *
     * @param field  the field of the series
     */
    record Sum(String field) implements Aggregation {}

    /**
     * The mean of a number over the entries that say it. A period without such entries is not observed.
     *
     * @param field  the field of the series
     */
    record Mean(String field) implements Aggregation {}

    /**
     * How many different texts there are. A period without entries has 0.
     *
     * @param field  the field of the series
     */
    record Distinct(String field) implements Aggregation {}

    /** How many entries there are. A period without entries has 0. */
    record Count() implements Aggregation {}
}
