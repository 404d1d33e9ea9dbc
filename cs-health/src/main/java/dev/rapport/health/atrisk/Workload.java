package dev.rapport.health.atrisk;

/**
 * The hours that are free until the end of each day. Work may be done in any order, as long as each piece is done by its
 * last day; so a piece fits if, on its day and on every later one, what is free until then is enough.
 */
final class Workload {

    private static final double DAYS_OF_WEEK = 7;
    private static final double TOLERANCE = 1e-9;

    private final double[] free;

    private Workload(double[] free) {
        this.free = free;
    }

    /** Hours that come evenly, day by day, the day of the cut being over. */
    static Workload of(double hoursPerWeek, int days) {
        double[] free = new double[days + 1];
        for (int day = 0; day <= days; day++) {
            free[day] = hoursPerWeek * day / DAYS_OF_WEEK;
        }
        return new Workload(free);
    }

    /** The same with hours more, there at once. */
    Workload with(double hours) {
        double[] more = free.clone();
        for (int day = 0; day < more.length; day++) {
            more[day] += hours;
        }
        return new Workload(more);
    }

    /** Takes off work that goes on evenly for so many days. */
    void takeEvenly(double hours, long days) {
        for (int day = 0; day < free.length; day++) {
            free[day] -= days == 0 ? 0 : hours * Math.min(day, days) / days;
        }
    }

    /** The hours that are missing for work that is to be done by a day; none if it fits. */
    double missing(double hours, long lastDay) {
        double missing = 0;
        for (int day = (int) lastDay; day < free.length; day++) {
            missing = Math.max(missing, hours - free[day]);
        }
        return missing <= TOLERANCE ? 0 : missing;
    }

    void take(double hours, long lastDay) {
        for (int day = (int) lastDay; day < free.length; day++) {
            free[day] -= hours;
        }
    }
}
