package dev.rapport.engagement.allocation;

/**
 * When a strategy has to stop and answer with what it has. What a step is, the strategy says; only a budget of steps
 * promises the same answer on every machine.
 */
@FunctionalInterface
public interface StopCondition {

    /**
     * Says whether to stop.
     *
     * @param steps  how many steps were made
     * @return true if no further step is to be made
     */
    boolean stopsAfter(long steps);

    /**
     * Stops when a budget is used up.
     *
     * @param budget  how many steps may be made, at least 0
     * @return the condition
     * @throws IllegalArgumentException if the budget is negative
     */
    static StopCondition steps(long budget) {
        if (budget < 0) {
            throw new IllegalArgumentException("budget (" + budget + ") must be at least 0.");
        }
        return steps -> steps >= budget;
    }

    /**
     * Never stops: the strategy ends by itself.
     *
     * @return the condition
     */
    static StopCondition never() {
        return steps -> false;
    }
}
