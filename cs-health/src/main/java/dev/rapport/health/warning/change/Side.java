package dev.rapport.health.warning.change;

/** The cumulative sum of one side, with what the last periods added to it. */
final class Side {

    private final int sign;
    private final Trail trail = new Trail();
    private double sum;
    /** What the periods added that are no longer on the trail. */
    private double earlier;

    private int since;
    private int periods;

    /** A side whose sum rises with falls (-1) or with rises (1). */
    Side(int sign) {
        this.sign = sign;
    }

    boolean isOfFalls() {
        return sign < 0;
    }

    double sum() {
        return sum;
    }

    int since() {
        return since;
    }

    /** How many periods the sum has been above 0. */
    int periods() {
        return periods;
    }

    Trail trail() {
        return trail;
    }

    void clear() {
        sum = 0;
        earlier = 0;
        since = 0;
        periods = 0;
        trail.clear();
    }

    void add(int period, double value, double expected, double adds) {
        double next = sum + adds;
        if (!(next > 0)) {
            if (periods > 0) {
                clear();
            }
            return;
        }
        sum = next;
        if (trail.isFull()) {
            earlier += trail.oldest();
        }
        trail.add(period, value, expected, adds);
        since = periods == 0 ? period : since;
        periods++;
    }

    /** Direction and steps of a change; the rest is the watch's to say. */
    Change.Builder change() {
        Change.Builder change = Change.builder();
        change.falls = isOfFalls();
        change.since = since;
        change.earlier = earlier;
        change.steps = trail.steps();
        return change;
    }

    void write(Numbers into) {
        into.put(sum).put(earlier).put(since).put(periods);
        trail.write(into);
    }

    void read(Numbers from) {
        sum = from.take();
        earlier = from.take();
        since = from.takeWhole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        periods = from.takeWhole(0, Integer.MAX_VALUE);
        trail.read(from);
    }
}
