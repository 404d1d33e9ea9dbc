package dev.rapport.engagement.team;

import java.util.Arrays;

/**
 * Gives each area one person: to as many areas as can be somebody, then as few second areas as can be, then at the least
 * cost in all. By the shortest augmenting paths of the assignment problem, where a person is there once for each area, and
 * every time but the first at a cost above all others (Munkres 1957, doi:10.1137/0105003; Jonker and Volgenant 1987,
 * doi:10.1007/BF02278710). Exact: costs are whole numbers.
 */
final class Matching {

    /** The cost of what is not possible. */
    static final long NEVER = -1;

    /** Nobody. */
    static final int NOBODY = -1;

    private final int areas;
    private final int people;
    private final long[][] costs;
    private final long second;
    private final long nobody;

    private Matching(long[][] costs, int people) {
        this.areas = costs.length;
        this.people = people;
        this.costs = costs;
        long dearest = Arrays.stream(costs).flatMapToLong(Arrays::stream).max().orElse(0);
        this.second = Math.addExact(Math.multiplyExact(Math.max(dearest, 0), areas), 1);
        this.nobody = Math.multiplyExact(second, areas + 1L);
    }

    /**
     * Finds the best.
     *
     * @param costs  what each person costs in each area, at least 0 or {@link #NEVER}; all rows as long
     * @param people  how many people there are
     * @return the person of each area, or {@link #NOBODY}
     */
    static int[] of(long[][] costs, int people) {
        return new Matching(costs, people).run();
    }

    /** The columns are the people, once for each area, then as many who are nobody. */
    private int columns() {
        return people * areas + areas;
    }

    private long cost(int area, int column) {
        if (column >= people * areas) {
            return nobody;
        }
        long cost = costs[area][column / areas];
        if (cost == NEVER) {
            return Math.multiplyExact(nobody, areas + 1L);
        }
        return column % areas == 0 ? cost : cost + second;
    }

    private int[] run() {
        int columns = columns();
        long[] ofArea = new long[areas + 1];
        long[] ofColumn = new long[columns + 1];
        int[] areaOf = new int[columns + 1];
        for (int area = 1; area <= areas; area++) {
            augment(area, columns, ofArea, ofColumn, areaOf);
        }
        int[] persons = new int[areas];
        Arrays.fill(persons, NOBODY);
        for (int column = 1; column <= people * areas; column++) {
            if (areaOf[column] > 0) {
                persons[areaOf[column] - 1] = (column - 1) / areas;
            }
        }
        return persons;
    }

    /** Finds a place for one more area, along the shortest path by reduced costs; column 0 is where the path begins. */
    private void augment(int area, int columns, long[] ofArea, long[] ofColumn, int[] areaOf) {
        long[] least = new long[columns + 1];
        int[] before = new int[columns + 1];
        boolean[] seen = new boolean[columns + 1];
        Arrays.fill(least, Long.MAX_VALUE);
        areaOf[0] = area;
        int column = 0;
        do {
            seen[column] = true;
            int row = areaOf[column];
            long delta = Long.MAX_VALUE;
            int next = 0;
            for (int at = 1; at <= columns; at++) {
                if (seen[at]) {
                    continue;
                }
                long reduced = cost(row - 1, at - 1) - ofArea[row] - ofColumn[at];
                if (reduced < least[at]) {
                    least[at] = reduced;
                    before[at] = column;
                }
                if (least[at] < delta) {
                    delta = least[at];
                    next = at;
                }
            }
            for (int at = 0; at <= columns; at++) {
                if (seen[at]) {
                    ofArea[areaOf[at]] += delta;
                    ofColumn[at] -= delta;
                } else {
                    least[at] -= delta;
                }
            }
            column = next;
        } while (areaOf[column] != 0);
        while (column != 0) {
            areaOf[column] = areaOf[before[column]];
            column = before[column];
        }
    }
}
