package dev.rapport.health.contact;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What stands in the way of a question.
 *
 * @param code  the rule or hold
 * @param reason  why, as a clause
 * @param until  the first day on which it stands in the way no more, if nobody is asked meanwhile; empty if that depends on
 *     other things than time
 */
public record ContactObstacle(String code, String reason, Optional<LocalDate> until) {}
