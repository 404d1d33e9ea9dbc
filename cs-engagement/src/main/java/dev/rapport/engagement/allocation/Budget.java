package dev.rapport.engagement.allocation;

/** Counts steps until the caller's condition says stop. A step is one pair priced, one move tried or one node visited. */
final class Budget {

    private final StopCondition stop;
    private long steps;
    private boolean over;

    Budget(StopCondition stop) {
        this.stop = stop;
    }

    /** Counts steps that were made. */
    void made(long more) {
        steps += more;
        over = over || stop.stopsAfter(steps);
    }

    boolean isOver() {
        over = over || stop.stopsAfter(steps);
        return over;
    }

    boolean isOverAfter(long more) {
        over = over || stop.stopsAfter(steps + more);
        return over;
    }

    long steps() {
        return steps;
    }
}
