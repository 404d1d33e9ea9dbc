package dev.rapport.health.survival;

import java.util.Arrays;

/**
 * Who is at risk at each time of an event, laid out so that one pass over arrays meets everybody once.
 *
 * <p>Rows stand by stratum, within it by stop, latest first: a <em>position</em> is an index into {@link #row}. A
 * <em>step</em> is a time of events in one stratum, latest first; at each, positions {@code [enterFrom, enterTo)} come under
 * risk and those of {@code leaving[leaveFrom, leaveTo)} cease to be. Rows of weight 0 are left out.
 */
final class RiskSets {

    final int[] row;
    /** Positions in the order in which they leave, that is by start, latest first; empty if all start at 0. */
    final int[] leaving;
    /** The positions of events, step by step. */
    final int[] dead;

    final int steps;
    final double[] time;
    final int[] stratum;
    final boolean[] first;
    final int[] enterFrom;
    final int[] enterTo;
    final int[] leaveFrom;
    final int[] leaveTo;
    final int[] deadFrom;
    final int[] deadTo;
    /** By position: the step at which it ceases to be at risk, the end of its stratum at the latest. */
    private final int[] until;

    private RiskSets(SurvivalData data, int[] row, int[] leaving, int[] bounds) {
        this.row = row;
        this.leaving = leaving;
        int most = 0;
        for (int position = 0; position < row.length; position++) {
            most += data.event(row[position]) ? 1 : 0;
        }
        this.dead = new int[most];
        this.time = new double[most];
        this.stratum = new int[most];
        this.first = new boolean[most];
        this.enterFrom = new int[most];
        this.enterTo = new int[most];
        this.leaveFrom = new int[most];
        this.leaveTo = new int[most];
        this.deadFrom = new int[most];
        this.deadTo = new int[most];
        int step = 0;
        for (int i = 0; i + 1 < bounds.length; i++) {
            step = stratum(data, bounds[i], bounds[i + 1], step);
        }
        this.steps = step;
        this.until = new int[row.length];
        int end = steps;
        for (int at = steps - 1; at >= 0; at--) {
            Arrays.fill(until, enterFrom[at], enterTo[at], end);
            end = first[at] ? at : end;
        }
        for (int at = 0; at < steps; at++) {
            for (int i = leaveFrom[at]; i < leaveTo[at]; i++) {
                until[leaving[i]] = at;
            }
        }
    }

    /** The step from which on a position that came under risk is not at risk any more, not included. */
    int until(int position) {
        return until[position];
    }

    static RiskSets of(SurvivalData data) {
        int count = 0;
        for (int r = 0; r < data.size(); r++) {
            count += data.weight(r) > 0 ? 1 : 0;
        }
        int[] rows = new int[count];
        for (int r = 0, i = 0; r < data.size(); r++) {
            if (data.weight(r) > 0) {
                rows[i++] = r;
            }
        }
        int strata = Math.max(1, data.strata().names().size());
        int[] bounds = new int[strata + 1];
        for (int r : rows) {
            bounds[data.strata().at(r) + 1]++;
        }
        for (int i = 0; i < strata; i++) {
            bounds[i + 1] += bounds[i];
        }
        int[] ranks = Ranks.descending(rows, data::stop);
        int[] ordered = Ranks.sorted(rows, ranks, i -> data.strata().at(rows[i]), strata);
        int[] leaving = {};
        if (data.hasStarts()) {
            int[] positions = new int[count];
            for (int p = 0; p < count; p++) {
                positions[p] = p;
            }
            int[] startRanks = Ranks.descending(positions, p -> data.start(ordered[p]));
            leaving = Ranks.sorted(positions, startRanks, p -> data.strata().at(ordered[p]), strata);
        }
        return new RiskSets(data, ordered, leaving, bounds);
    }

    private int stratum(SurvivalData data, int from, int to, int firstStep) {
        int step = firstStep;
        int position = from;
        int left = from;
        int died = step == 0 ? 0 : deadTo[step - 1];
        while (position < to) {
            int entered = position;
            while (position < to && !data.event(row[position])) {
                // Within a time, censored rows may stand before or behind those with the event
                position++;
            }
            if (position == to) {
                break;
            }
            double now = data.stop(row[position]);
            while (position < to && data.stop(row[position]) == now) {
                position++;
            }
            int deadBefore = died;
            for (int p = entered; p < position; p++) {
                if (data.event(row[p])) {
                    dead[died++] = p;
                }
            }
            int leftBefore = left;
            while (leaving.length > 0 && left < to && data.start(row[leaving[left]]) >= now) {
                left++;
            }
            time[step] = now;
            stratum[step] = data.strata().at(row[position - 1]);
            first[step] = step == firstStep;
            enterFrom[step] = entered;
            enterTo[step] = position;
            leaveFrom[step] = leftBefore;
            leaveTo[step] = left;
            deadFrom[step] = deadBefore;
            deadTo[step] = died;
            step++;
        }
        return step;
    }

    /** How many events there are at a step. */
    int deaths(int step) {
        return deadTo[step] - deadFrom[step];
    }

    int[] deadAt(int step) {
        return Arrays.copyOfRange(dead, deadFrom[step], deadTo[step]);
    }
}
