package dev.rapport.health.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * Who started together, and what is left of them: units and revenue at each date, by the period of the first day that was
 * paid for. The columns sum to the whole book. Immutable.
 */
public final class CohortTable {

    /**
     * What is left of a cohort at one date.
     *
     * @param units  how many pay
     * @param arr  how much
     */
    public record Cell(int units, Money arr) {}

    /**
     * A cohort.
     *
     * @param cohort  the period in which it started
     * @param started  how many units did, up to the last date
     * @param cells  what is left at each date of the table
     */
    public record Row(String cohort, int started, List<Cell> cells) {

        /**
         * Copies the cells.
         *
         * @param cohort  the period
         * @param started  how many units started
         * @param cells  what is left at each date
         */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    private final Level level;
    private final CohortGrain grain;
    private final List<LocalDate> dates;
    private final List<Row> rows;

    private CohortTable(Level level, CohortGrain grain, List<LocalDate> dates, List<Row> rows) {
        this.level = level;
        this.grain = grain;
        this.dates = dates;
        this.rows = rows;
    }

    /**
     * The cohorts of a history.
     *
     * @param history  the history; its dates are the columns
     * @param level  what is counted as one unit
     * @param grain  how long a cohort's start is
     * @return the table
     */
    public static CohortTable of(RevenueHistory history, Level level, CohortGrain grain) {
        List<LocalDate> dates = history.dates();
        LocalDate last = dates.get(dates.size() - 1);
        Map<String, List<UnitSeries>> cohorts = new TreeMap<>();
        for (UnitSeries series : history.units(level)) {
            if (series.isPaidBefore(last)) {
                cohorts.computeIfAbsent(grain.cohort(series.firstDay()), absent -> new ArrayList<>())
                        .add(series);
            }
        }
        List<Row> rows = new ArrayList<>();
        cohorts.forEach((cohort, members) -> {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < dates.size(); i++) {
                cells.add(cell(members, i, history.zero()));
            }
            rows.add(new Row(cohort, members.size(), cells));
        });
        return new CohortTable(level, grain, dates, List.copyOf(rows));
    }

    private static Cell cell(List<UnitSeries> members, int date, Money zero) {
        int units = 0;
        Money arr = zero;
        for (UnitSeries series : members) {
            Money counted = series.at(date).counted();
            units += counted.isPositive() ? 1 : 0;
            arr = arr.plus(counted);
        }
        return new Cell(units, arr);
    }

    /**
     * What is counted as one unit.
     *
     * @return the level
     */
    public Level level() {
        return level;
    }

    /**
     * How long a cohort's start is.
     *
     * @return the grain
     */
    public CohortGrain grain() {
        return grain;
    }

    /**
     * The columns.
     *
     * @return the dates, earliest first
     */
    public List<LocalDate> dates() {
        return dates;
    }

    /**
     * The cohorts.
     *
     * @return a row each, earliest first
     */
    public List<Row> rows() {
        return rows;
    }
}
