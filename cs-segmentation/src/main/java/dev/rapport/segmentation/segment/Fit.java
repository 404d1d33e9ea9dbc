package dev.rapport.segmentation.segment;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;

/** Whether what is required is what a book provides. */
final class Fit {

    private Fit() {}

    static Problems check(Requirements requirements, Book book) {
        ProblemCollector problems = new ProblemCollector();
        Requirements missing = book.missing(requirements);
        Set<AttributeKey<?>> provided = book.provides().attributes();
        for (AttributeKey<?> key : missing.attributes()) {
            problems.add(attribute(key, provided));
        }
        Set<String> series = new TreeSet<>();
        book.provides().series().forEach(key -> series.add(key.name()));
        for (SeriesKey<?> key : missing.series()) {
            problems.add(Problem.error(
                            "unknown-series", Location.NONE, "series (" + key.name() + ") is not provided by the book")
                    .withAdvice(Nearest.advice(key.name(), series)));
        }
        return problems.problems();
    }

    private static Problem attribute(AttributeKey<?> key, Set<AttributeKey<?>> provided) {
        Set<String> names = new TreeSet<>();
        for (AttributeKey<?> candidate : provided) {
            names.add(candidate.name());
            if (candidate.name().equals(key.name())) {
                return Problem.error(
                        "wrong-kind",
                        Location.NONE,
                        "attribute (" + key + ") is required as " + word(key.kind()) + ", the book provides it as "
                                + word(candidate.kind()));
            }
        }
        return Problem.error("unknown-attribute", Location.NONE, "attribute (" + key + ") is not provided by the book")
                .withAdvice(Nearest.advice(key.name(), names));
    }

    private static String word(AttributeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Problems currencies(Set<CurrencyUnit> currencies, Book book) {
        ProblemCollector problems = new ProblemCollector();
        for (CurrencyUnit currency : currencies) {
            if (!currency.equals(book.currency())) {
                problems.add(Problem.error(
                                "wrong-currency",
                                Location.NONE,
                                "amounts are compared in " + currency + ", the book reports in " + book.currency())
                        .withAdvice("Maybe give the thresholds in " + book.currency()));
            }
        }
        return problems.problems();
    }
}
