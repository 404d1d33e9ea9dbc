package dev.rapport.engagement.forecast;

import java.util.Optional;
import org.joda.money.Money;

/**
 * A step from the recurring revenue of the earlier date to that of the later one: what was forecast beside what happened.
 *
 * @param part  what the step is
 * @param forecast  what was forecast, below zero for what goes; empty for what no forecast is made of
 * @param happened  what happened, below zero for what went
 */
public record BridgeStep(Part part, Optional<Money> forecast, Money happened) {

    /** What a step is. */
    public enum Part {
        /** What went: lost, contracted, or pending without a signature. */
        LOST,
        /** What customers pay more. */
        EXPANSION,
        /** What is paid for the first time, or again. */
        NEW,
        /** What exchange rates did. */
        CURRENCY
    }
}
