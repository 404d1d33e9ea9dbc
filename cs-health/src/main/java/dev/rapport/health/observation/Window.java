package dev.rapport.health.observation;

/**
 * The days ahead of an observation in which a loss counts: behind the lead time, which it takes to act, and not behind the
 * horizon.
 *
 * @param leadDays  losses up to so many days ahead come too soon to count, at least 0
 * @param horizonDays  losses more than so many days ahead count as stayed, above the lead time
 */
public record Window(int leadDays, int horizonDays) {

    /**
     * Checks the days.
     *
     * @param leadDays  the lead time
     * @param horizonDays  the horizon
     */
    public Window {
        if (leadDays < 0 || horizonDays <= leadDays) {
            throw new IllegalArgumentException(
                    "leadDays (" + leadDays + ") must be at least 0 and below horizonDays (" + horizonDays + ").");
        }
    }

    /**
     * A horizon without lead time.
     *
     * @param days  the horizon
     * @return the window
     */
    public static Window within(int days) {
        return new Window(0, days);
    }

    /** As in {@code within 90 days, from day 31 on}. */
    @Override
    public String toString() {
        return "within " + horizonDays + " days" + (leadDays == 0 ? "" : ", from day " + (leadDays + 1) + " on");
    }
}
