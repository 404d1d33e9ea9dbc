package dev.rapport.examples.benchmarks;

/**
 * Who looks after customers, as a fact of Timefold.
 *
 * @param index  which one
 * @param capacity  how many hours there are
 * @param target  the revenue that would be even
 */
public record TimefoldAgent(int index, long capacity, long target) {}
