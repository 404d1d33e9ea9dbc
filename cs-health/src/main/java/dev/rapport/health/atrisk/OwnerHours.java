package dev.rapport.health.atrisk;

import java.util.Optional;
import org.joda.money.Money;

/**
 * How far the hours of a member or a pool reach, and where the list was cut for want of more.
 *
 * @param owner  the member or the pool
 * @param use  the hours there are, and what takes them
 * @param cut  the first line that did not fit; empty if all did
 */
public record OwnerHours(String owner, Use use, Optional<Cut> cut) {

    /**
     * Hours and what takes them.
     *
     * @param perWeek  the hours a week there are for plays
     * @param running  those that running plays still take, from now on
     * @param planned  those of the lines on the list
     */
    public record Use(double perWeek, double running, double planned) {}

    /**
     * Where the list was cut.
     *
     * @param first  the first line that did not fit, by expected loss
     * @param missingHours  how many hours would have to be added before its last safe day
     * @param gain  what these hours would save on average: the list drawn up with them, less this one; below zero where
     *     lines drop out that save more. Empty where some share that can be saved is not known
     */
    public record Cut(AtRisk first, double missingHours, Optional<Money> gain) {}
}
