package dev.rapport.engagement.file;

import java.time.LocalDate;

/**
 * Something that happened with the customer.
 *
 * @param date  the day
 * @param kind  what it was: touchpoint, ticket, survey, contract, outcome, stage, owner, person, feedback, milestone
 * @param text  in words, without anything personal
 */
public record TimelineItem(LocalDate date, String kind, String text) {}
