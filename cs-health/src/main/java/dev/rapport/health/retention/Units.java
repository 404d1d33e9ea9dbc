package dev.rapport.health.retention;

import java.util.List;

/**
 * The units of each level, by unit.
 *
 * @param accounts  the customers
 * @param contracts  the contracts with those that follow them
 * @param lines  the products under them
 */
record Units(List<UnitSeries> accounts, List<UnitSeries> contracts, List<UnitSeries> lines) {

    static Units of(List<UnitSeries> all) {
        return new Units(only(all, Level.ACCOUNT), only(all, Level.CONTRACT), only(all, Level.LINE));
    }

    private static List<UnitSeries> only(List<UnitSeries> all, Level level) {
        return all.stream().filter(series -> series.unit().level() == level).toList();
    }

    List<UnitSeries> at(Level level) {
        return switch (level) {
            case ACCOUNT -> accounts;
            case CONTRACT -> contracts;
            case LINE -> lines;
        };
    }
}
