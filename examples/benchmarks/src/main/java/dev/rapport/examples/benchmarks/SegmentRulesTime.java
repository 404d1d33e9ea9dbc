package dev.rapport.examples.benchmarks;

import java.sql.SQLException;
import java.util.List;

/** Ten rule segments over a million customers by one engine: {@code rapport|rapport-book|duckdb|drools|evrete}, or as many as are said. */
public final class SegmentRulesTime {

    private static final int CUSTOMERS = 1_000_000;
    private static final int ROUNDS = 5;

    private SegmentRulesTime() {}

    /** Prints the processor seconds of the first time, how many customers there are, and the least of further times. */
    public static void main(String[] arguments) throws SQLException {
        int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : CUSTOMERS;
        List<SegmentCustomer> customers = SegmentCustomer.some(size, 5);
        SegmentEngines.Engine engine =
                switch (arguments[0]) {
                    case "rapport" -> SegmentEngines.rapport(customers);
                    case "rapport-book" -> SegmentEngines.rapportFromBook(customers);
                    case "duckdb" -> SegmentEngines.duckDb(customers);
                    case "drools" -> SegmentEngines.drools(customers);
                    case "evrete" -> SegmentEngines.evrete(customers);
                    default -> throw new IllegalArgumentException("engine (" + arguments[0] + ") must be one of those above.");
                };
        Repeated.print(ROUNDS, () -> {
            engine.run();
            return (double) size;
        });
    }
}
