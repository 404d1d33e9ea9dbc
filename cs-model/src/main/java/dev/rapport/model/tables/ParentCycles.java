package dev.rapport.model.tables;

import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.time.AsOf;
import dev.rapport.model.time.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds customers that are their own parents' parents at some time, tells the path, and leaves the parent out that closed
 * the cycle, which is the one that was recorded last, so that nobody who follows parents goes round for ever; what was
 * stated before then stands again. Nothing that was recorded earlier changes. A parent that changes over time is no cycle
 * by itself.
 */
final class ParentCycles {

    /** Beyond so many steps, whatever could be a cycle at any time counts as one. */
    private static final long MOST_STEPS = 20_000_000;

    private static final int MOST_NAMED = 10;

    private final BookDraft book;
    private final Remarks remarks;
    private final Map<String, List<DraftRow>> statements = new TreeMap<>();

    ParentCycles(BookDraft book, Remarks remarks) {
        this.book = book;
        this.remarks = remarks;
    }

    void dissolve() {
        for (CustomerDraft customer : book.customers()) {
            List<DraftRow> rows = customer.statements().stream()
                    .filter(row -> parent(row) != null)
                    .toList();
            if (!rows.isEmpty()) {
                statements.put(customer.id(), rows);
            }
        }
        keepWhatCouldBeCycles();
        while (!statements.isEmpty()) {
            boolean any = dissolveFound();
            if (!any) {
                return;
            }
            statements.replaceAll((id, rows) ->
                    rows.stream().filter(row -> parent(row) != null).toList());
            keepWhatCouldBeCycles();
        }
    }

    private static Instant recordedAt(CustomerDraft customer, DraftRow row) {
        return customer.recordedAt(row, row.table().schema().indexOf(CustomerAttributes.PARENT));
    }

    private static @Nullable String parent(DraftRow row) {
        return BookDraft.field(row, CustomerAttributes.PARENT);
    }

    /** Takes away, again and again, whoever has no parent left that has a parent. */
    private void keepWhatCouldBeCycles() {
        Map<String, Set<String>> children = new HashMap<>();
        Map<String, Integer> parents = new HashMap<>();
        List<String> free = new ArrayList<>();
        statements.forEach((id, rows) -> {
            Set<String> named = rows.stream()
                    .map(ParentCycles::parent)
                    .filter(parent -> parent != null && statements.containsKey(parent))
                    .collect(Collectors.toSet());
            named.forEach(parent ->
                    children.computeIfAbsent(parent, absent -> new HashSet<>()).add(id));
            parents.put(id, named.size());
            if (named.isEmpty()) {
                free.add(id);
            }
        });
        while (!free.isEmpty()) {
            String id = free.remove(free.size() - 1);
            statements.remove(id);
            for (String child : children.getOrDefault(id, Set.of())) {
                if (parents.merge(child, -1, Integer::sum) == 0) {
                    free.add(child);
                }
            }
        }
    }

    private boolean dissolveFound() {
        Map<String, Timeline<String>> timelines = new TreeMap<>();
        Set<Instant> changes = new TreeSet<>();
        Set<Instant> recordings = new TreeSet<>();
        statements.forEach((id, rows) -> {
            Timeline<String> timeline = Timeline.empty();
            CustomerDraft customer = draft(id);
            for (DraftRow row : sorted(rows, customer)) {
                String parent = parent(row);
                if (parent != null) {
                    timeline = timeline.record(parent, customer.valid(row), recordedAt(customer, row));
                    Instant from = customer.validFrom(row);
                    changes.add(from == null ? recordedAt(customer, row) : from);
                    recordings.add(recordedAt(customer, row));
                    Instant until = customer.validUntil(row);
                    if (until != null) {
                        changes.add(until);
                    }
                }
            }
            timelines.put(id, timeline);
        });
        if ((long) changes.size() * recordings.size() * timelines.size() > MOST_STEPS) {
            leaveOutAll();
            return true;
        }
        for (Instant recorded : recordings) {
            for (Instant change : changes) {
                AsOf justAfter = new AsOf(change.plusNanos(1), recorded.plusNanos(1));
                List<List<String>> cycles = cyclesAt(timelines, justAfter);
                if (!cycles.isEmpty()) {
                    cycles.forEach(cycle -> leaveOut(cycle, recorded));
                    return true;
                }
            }
        }
        return false;
    }

    private static List<DraftRow> sorted(List<DraftRow> rows, CustomerDraft customer) {
        List<DraftRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> recordedAt(customer, row)));
        return sorted;
    }

    private CustomerDraft draft(String id) {
        CustomerDraft customer = book.customer(id);
        if (customer == null) {
            throw new IllegalStateException("customer " + id + " is gone");
        }
        return customer;
    }

    /** Follows the one parent that each has at that time; the ids of each cycle, the smallest first. */
    private static List<List<String>> cyclesAt(Map<String, Timeline<String>> timelines, AsOf asOf) {
        Map<String, String> parents = new HashMap<>();
        timelines.forEach((id, timeline) -> timeline.at(asOf).ifPresent(parent -> parents.put(id, parent)));
        List<List<String>> cycles = new ArrayList<>();
        Set<String> visited = new HashSet<>();
        for (String start : timelines.keySet()) {
            Map<String, Integer> path = new HashMap<>();
            List<String> order = new ArrayList<>();
            String id = start;
            while (id != null && visited.add(id)) {
                path.put(id, order.size());
                order.add(id);
                id = parents.get(id);
            }
            Integer entered = id == null ? null : path.get(id);
            if (entered != null) {
                cycles.add(List.copyOf(order.subList(entered, order.size())));
            }
        }
        return cycles;
    }

    /** Leaves out what was recorded when the cycle came to be; before that it was none. */
    private void leaveOut(List<String> cycle, Instant recorded) {
        List<DraftRow> guilty = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            String parent = cycle.get((i + 1) % cycle.size());
            CustomerDraft child = draft(cycle.get(i));
            for (DraftRow row : statements.getOrDefault(child.id(), List.of())) {
                if (parent.equals(parent(row)) && recordedAt(child, row).equals(recorded)) {
                    row.cell(row.table().schema().indexOf(CustomerAttributes.PARENT), null);
                    guilty.add(row);
                }
            }
        }
        remarks.add(
                guilty.get(0),
                "parent-cycle",
                "customers are their own parents: " + path(cycle) + "; what was recorded last of it is left out",
                "");
    }

    private static String path(List<String> cycle) {
        String names = cycle.stream().limit(MOST_NAMED).map(Quote::text).collect(Collectors.joining(" -> "));
        String more = cycle.size() > MOST_NAMED ? " -> " + (cycle.size() - MOST_NAMED) + " more" : "";
        return names + more + " -> " + Quote.text(cycle.get(0));
    }

    private void leaveOutAll() {
        List<DraftRow> guilty =
                statements.values().stream().flatMap(List::stream).toList();
        guilty.forEach(row -> row.cell(row.table().schema().indexOf(CustomerAttributes.PARENT), null));
        remarks.add(
                guilty.get(0),
                "parent-cycle",
                statements.size() + " customers from "
                        + Quote.text(statements.keySet().iterator().next())
                        + " on could be their own parents at some time; their parents are left out",
                "");
        statements.clear();
    }
}
