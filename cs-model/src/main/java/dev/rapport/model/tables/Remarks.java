package dev.rapport.model.tables;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects warnings about rows that were kept; of many of one kind in one file, it tells ten and counts the rest. */
final class Remarks {

    private static final int MOST_TOLD = 10;

    private record Kind(String file, String code) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int byFile = file.compareTo(other.file);
            return byFile != 0 ? byFile : code.compareTo(other.code);
        }
    }

    private final Map<Kind, List<Problem>> told = new TreeMap<>();
    private final Map<Kind, Long> counts = new TreeMap<>();

    void add(DraftRow row, String code, String message, String advice) {
        Kind kind = new Kind(row.table().name(), code);
        counts.merge(kind, 1L, Long::sum);
        List<Problem> problems = told.computeIfAbsent(kind, absent -> new ArrayList<>());
        if (problems.size() < MOST_TOLD) {
            problems.add(Problem.warning(code, Location.of(kind.file()).at(row.line(), 0), message)
                    .withAdvice(advice));
        }
    }

    void tell(ProblemCollector problems) {
        told.forEach((kind, list) -> {
            list.forEach(problems::add);
            long more = counts.getOrDefault(kind, 0L) - list.size();
            if (more > 0) {
                problems.add(Problem.warning(
                        kind.code(),
                        Location.of(kind.file()),
                        "has " + more + (more == 1 ? " further row" : " further rows") + " like this"));
            }
        });
    }
}
