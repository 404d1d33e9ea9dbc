package dev.rapport.examples.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The rules as SQL over an in-memory table of DuckDB; the result goes into another in-memory table. */
final class DuckDbScoring implements AutoCloseable {

    private final Connection connection;
    private final String query;
    private final String scorecard;
    private final String fold;

    DuckDbScoring(ScoringBook book, int threads) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET threads TO " + threads);
        StringBuilder table = new StringBuilder("CREATE TABLE book (id INTEGER");
        for (int i = 0; i < ScoringRules.MEASURES; i++) {
            table.append(", n").append(i).append(" DOUBLE");
        }
        execute(table.append(", arr DOUBLE)").toString());
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender("main", "book")) {
            for (int row = 0; row < book.customers; row++) {
                appender.beginRow();
                appender.append(row);
                for (double[] column : book.numbers) {
                    if (Double.isNaN(column[row])) {
                        appender.appendNull();
                    } else {
                        appender.append(column[row]);
                    }
                }
                appender.append(book.arr[row]);
                appender.endRow();
            }
        }
        query = query(true, true);
        scorecard = query(true, false);
        fold = query(false, false);
    }

    /** All rules, or the scorecard alone, or from numbers that are points already. */
    private static String query(boolean curves, boolean conditions) {
        StringBuilder measures = new StringBuilder("SELECT id, arr");
        for (int i = 0; i < ScoringRules.MEASURES; i++) {
            String points = curves ? curve(i) : "n" + i;
            measures.append(", n").append(i).append(", ").append(points).append(" AS m").append(i);
        }
        StringBuilder groups = new StringBuilder("SELECT *");
        for (int group = 0; group < ScoringRules.GROUPS; group++) {
            List<String> names = new ArrayList<>();
            List<Double> weights = new ArrayList<>();
            for (int measure : ScoringRules.measuresOf(group)) {
                names.add("m" + measure);
                weights.add(ScoringRules.MEASURE_WEIGHTS[measure]);
            }
            groups.append(", ").append(mean(names, weights)).append(" AS g").append(group);
        }
        List<String> names = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int group = 0; group < ScoringRules.GROUPS; group++) {
            names.add("g" + group);
            weights.add(ScoringRules.GROUP_WEIGHTS[group]);
        }
        StringBuilder all = new StringBuilder("SELECT id, " + mean(names, weights) + " AS score");
        String from = " FROM (" + groups + " FROM (" + measures + " FROM book))";
        if (!conditions) {
            return all + from;
        }
        for (int i = 0; i < ScoringRules.CONDITIONS.size(); i++) {
            List<String> parts = new ArrayList<>();
            for (ScoringRules.Bound bound : ScoringRules.CONDITIONS.get(i)) {
                parts.add("n" + bound.number() + " >= " + bound.bound());
            }
            all.append(", (")
                    .append(String.join(" AND ", parts))
                    .append(") AS c")
                    .append(i);
        }
        all.append(", CASE");
        for (int tier = ScoringRules.TIERS.length; tier > 0; tier--) {
            all.append(" WHEN arr >= ")
                    .append(ScoringRules.TIERS[tier - 1])
                    .append(" THEN ")
                    .append(tier);
        }
        all.append(" ELSE 0 END AS tier");
        return all + from;
    }

    private static String curve(int measure) {
        double[] at = ScoringRules.CURVES[measure];
        double[] y = ScoringRules.HEIGHTS;
        return String.format(
                Locale.ROOT,
                "CASE WHEN n%1$d <= %2$s THEN %5$s WHEN n%1$d >= %4$s THEN %7$s"
                        + " WHEN n%1$d < %3$s THEN %5$s + (%6$s - %5$s) * (n%1$d - %2$s) / (%3$s - %2$s)"
                        + " WHEN n%1$d < %4$s THEN %6$s + (%7$s - %6$s) * (n%1$d - %3$s) / (%4$s - %3$s) END",
                measure,
                exact(at[0]),
                exact(at[1]),
                exact(at[2]),
                exact(y[0]),
                exact(y[1]),
                exact(y[2]));
    }

    /** A double constant: without an exponent, SQL would calculate in decimals. */
    private static String exact(double value) {
        return value + "e0";
    }

    private static String mean(List<String> names, List<Double> weights) {
        List<String> sum = new ArrayList<>();
        List<String> used = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            sum.add("coalesce(" + exact(weights.get(i)) + " * " + names.get(i) + ", 0e0)");
            used.add("CASE WHEN " + names.get(i) + " IS NULL THEN 0e0 ELSE " + exact(weights.get(i)) + " END");
        }
        return "(" + String.join(" + ", sum) + ") / nullif(" + String.join(" + ", used) + ", 0e0)";
    }

    void run() throws SQLException {
        keep(query);
    }

    void runScorecard() throws SQLException {
        keep(scorecard);
    }

    void runFold() throws SQLException {
        keep(fold);
    }

    private void keep(String rows) throws SQLException {
        execute("CREATE OR REPLACE TEMP TABLE result AS " + rows);
    }

    double[] scores(int customers) throws SQLException {
        double[] scores = new double[customers];
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, score FROM result")) {
            while (rows.next()) {
                double score = rows.getDouble(2);
                scores[rows.getInt(1)] = rows.wasNull() ? Double.NaN : score;
            }
        }
        return scores;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
