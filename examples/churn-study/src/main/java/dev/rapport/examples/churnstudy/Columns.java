package dev.rapport.examples.churnstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.health.regression.Covariates;
import dev.rapport.health.survival.SurvivalData;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Reads the columns that the options name. */
final class Columns {

    private static final Set<String> YES = Set.of("1", "1.0", "yes", "true");
    private static final Set<String> NO = Set.of("0", "0.0", "no", "false");

    private Columns() {}

    /** Rejects rows in which an outcome is neither yes nor no. */
    static void requireOutcome(StudyTable table, String column) {
        table.require(
                column,
                field -> YES.contains(plain(field)) || NO.contains(plain(field)),
                "must be 0 or 1, no or yes, false or true");
    }

    static boolean[] outcome(StudyTable table, String column) {
        List<String> fields = table.text(column);
        boolean[] outcome = new boolean[fields.size()];
        IntStream.range(0, outcome.length).forEach(row -> outcome[row] = YES.contains(plain(fields.get(row))));
        return outcome;
    }

    private static String plain(String field) {
        return field.strip().toLowerCase(Locale.ROOT);
    }

    /** Rejects rows without a usable time, event or start. */
    static void requireSurvival(StudyTable table, Arguments arguments) {
        table.requireNumber(arguments.get("time"), value -> value > 0, "must be a number above 0");
        requireOutcome(table, arguments.get("event"));
        arguments.find("start").ifPresent(start -> {
            table.requireNumber(start, value -> value >= 0, "must be a number of at least 0");
            double[] starts = table.numbers(start);
            double[] stops = table.numbers(arguments.get("time"));
            for (int row = 0; row < starts.length; row++) {
                if (!(starts[row] < stops[row])) {
                    throw new UserError("column (" + start + ") must be below " + arguments.get("time")
                            + " in every row, was " + starts[row] + " and " + stops[row] + ".");
                }
            }
        });
    }

    static SurvivalData survival(StudyTable table, Arguments arguments) {
        double[] stop = table.numbers(arguments.get("time"));
        boolean[] event = outcome(table, arguments.get("event"));
        return arguments.find("start").isPresent()
                ? SurvivalData.between(table.numbers(arguments.get("start")), stop, event)
                : SurvivalData.of(stop, event);
    }

    static List<String> names(Arguments arguments) {
        List<String> names = Arrays.stream(arguments.get("covariates").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (new TreeSet<>(names).size() < names.size()) {
            throw new UserError(
                    "option (--covariates " + arguments.get("covariates") + ") must name each column once.");
        }
        return names;
    }

    /** Rejects rows in which a covariate is missing. */
    static void requireCovariates(StudyTable table, Arguments arguments) {
        for (String name : names(arguments)) {
            table.requirePresent(name);
        }
    }

    static Covariates covariates(StudyTable table, Arguments arguments) {
        Covariates.Builder builder = Covariates.builder(table.size());
        for (String name : names(arguments)) {
            if (table.isNumeric(name)) {
                builder.number(name, table.numbers(name));
            } else {
                builder.text(name, table.text(name));
            }
        }
        return builder.build();
    }
}
