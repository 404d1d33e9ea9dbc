package dev.rapport.segmentation.condition;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which entries of a series count: those that meet a condition on their own fields. */
final class EntryFilter {

    private final Optional<Node> node;
    private final Optional<Program> program;

    private EntryFilter(Optional<Node> node) {
        this.node = node;
        this.program = node.map(Program::of);
    }

    static EntryFilter of(SeriesKey<?> series, Optional<Condition> where) {
        EntryFilter filter = new EntryFilter(where.map(Condition::compile));
        filter.program.ifPresent(program -> {
            program.requirements().attributes().forEach(key -> check(series, key));
            if (!program.requirements().series().isEmpty()) {
                throw new IllegalArgumentException("where must be a condition on fields of series (" + series
                        + "), reads series " + program.requirements().series() + ".");
            }
        });
        return filter;
    }

    static void check(SeriesKey<?> series, AttributeKey<?> field) {
        if (series.indexOf(field) < 0) {
            throw new IllegalArgumentException(
                    "field (" + field + ") must be one of series " + series + ": " + series.fields() + ".");
        }
    }

    /** The entries of the last days, or all for 0. */
    static List<Entry> window(CustomerView view, SeriesKey<?> series, int days) {
        List<Entry> entries = view.entries(series);
        if (days == 0) {
            return entries;
        }
        Instant from = view.startOf(view.date().plusDays(1L - days));
        return entries.stream().filter(entry -> !entry.at().isBefore(from)).toList();
    }

    /** The entries that count; empty if there are some and none says whether it does. */
    Optional<List<Entry>> select(List<Entry> entries, CustomerView view) {
        if (program.isEmpty() || entries.isEmpty()) {
            return Optional.of(entries);
        }
        List<Entry> counted = new ArrayList<>();
        boolean told = false;
        for (Entry entry : entries) {
            Explanation answer = program.get().explain(new EntryView(view, entry));
            if (answer.status() == Status.EVALUATED) {
                told = true;
                if (answer.value().orElseThrow() != 0) {
                    counted.add(entry);
                }
            }
        }
        return told ? Optional.of(counted) : Optional.empty();
    }

    Sensitivity sensitivity() {
        Sensitivity most = Sensitivity.INTERNAL;
        for (Program read : program.stream().toList()) {
            for (AttributeKey<?> key : read.requirements().attributes()) {
                most = key.sensitivity().compareTo(most) > 0 ? key.sensitivity() : most;
            }
        }
        return most;
    }

    Optional<String> words() {
        return node.map(Wording::sentence);
    }
}
