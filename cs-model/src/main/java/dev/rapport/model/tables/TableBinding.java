package dev.rapport.model.tables;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.tables.TableSchema.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Binds a file to the table it feeds: says which column is to feed what, and tells everything that does not fit the
 * columns that there are. In CSV the first line names them; in JSON Lines they are known when the last row was read, and
 * a row may leave out what it has no value for.
 */
final class TableBinding {

    private static final int MOST_NAMED = 10;

    private final TableSchema schema;
    private final TableMapping mapping;
    private final BookManifest manifest;
    private final FileKind kind;
    private final ProblemCollector problems;
    private final Location location;
    private final TableFile file;

    TableBinding(
            TableSchema schema, TableMapping mapping, int ordinal, BookManifest manifest, ProblemCollector problems) {
        this.schema = schema;
        this.mapping = mapping;
        this.manifest = manifest;
        this.kind = FileKind.of(mapping.file());
        this.problems = problems;
        Location whole = Location.of(mapping.file());
        this.location = kind == FileKind.CSV ? whole.at(1, 0) : whole;
        this.file = new TableFile(mapping.file(), ordinal, schema, slots(), knownFrom());
    }

    /** What the manifest says of how the cells are written. */
    TableFormat saidFormat() {
        return mapping.format().over(manifest.format());
    }

    TableFile file() {
        return file;
    }

    FileKind kind() {
        return kind;
    }

    /** Whether a table without rows counts as having the column. */
    boolean isExpected(Slot slot) {
        String field = slot.target().name();
        return slot.target().required()
                || field.equals(TableSchema.SINCE)
                || mapping.columns().containsKey(field);
    }

    /** Whether a row with an amount must name its currency. */
    boolean namesCurrencies() {
        int currency = schema.indexOf(TableSchema.CURRENCY);
        return currency >= 0 && (file.isFed(currency) || mapping.columns().containsKey(TableSchema.CURRENCY));
    }

    private List<Slot> slots() {
        TableFormat format = saidFormat().over(TableFormat.STANDARD);
        Times times = new Times(manifest.zone(), format.saidDates().orElse(List.of()));
        Set<String> claimed = new HashSet<>(mapping.columns().values());
        List<Slot> slots = new ArrayList<>();
        for (Target target : schema.targets()) {
            CellReader cells = new CellReader(
                    target.kind(),
                    mapping.values().getOrDefault(target.name(), Map.of()),
                    times,
                    format,
                    mapping.lastDays().contains(target.name()));
            String constant = mapping.constants().get(target.name());
            slots.add(
                    constant == null
                            ? new Slot(target, column(target, claimed), null, cells)
                            : new Slot(target, null, constant(target, constant, cells), cells));
        }
        return slots;
    }

    /** For each target the one that tells when it became known; -1 for those known with the row. */
    private int[] knownFrom() {
        return schema.targets().stream()
                .mapToInt(target -> {
                    String time = mapping.knownFrom().get(target.name());
                    return time == null ? -1 : schema.indexOf(time);
                })
                .toArray();
    }

    private @Nullable String column(Target target, Set<String> claimed) {
        String column = mapping.columns().get(target.name());
        return column == null && !mapping.isOnlyMapped() && !claimed.contains(target.name()) ? target.name() : column;
    }

    private @Nullable Object constant(Target target, String text, CellReader cells) {
        Object value = cells.read(text);
        if (value instanceof Refusal refusal) {
            problems.add(Problem.error(
                            refusal.code(),
                            Location.of(BookReader.MANIFEST),
                            "constant " + Quote.text(text) + " for " + Quote.text(target.name()) + " in "
                                    + mapping.file() + " " + refusal.reason())
                    .withAdvice(refusal.advice()));
        }
        return value;
    }

    /**
     * Compares what is wanted with the columns of the file.
     *
     * @param columns  those that there are, in their order
     * @param twice  those that there are more than once
     */
    void check(Collection<String> columns, Set<String> twice) {
        int errors = problems.errorCount();
        Set<String> there = new HashSet<>(columns);
        Set<String> used = new HashSet<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < file.slots().size(); i++) {
            Slot slot = file.slots().get(i);
            String column = slot.column();
            if (column != null && there.contains(column)) {
                used.add(column);
                file.feed(i);
            } else if (mapping.columns().containsKey(slot.target().name())) {
                tellMissing(slot, columns);
            } else if (slot.target().required() && !file.isFed(i)) {
                missing.add(slot.target().name());
            }
        }
        if (!missing.isEmpty()) {
            problems.add(Problem.error("missing-column", location, hasNo() + "for " + quoted(missing))
                    .withAdvice(adviceOnMissing(columns)));
        }
        for (String column : twice) {
            if (used.contains(column)) {
                problems.error("duplicate-column", location, "has more than one column " + Quote.text(column));
            }
        }
        List<String> unread =
                columns.stream().filter(column -> !used.contains(column)).toList();
        file.unread(unread);
        if (problems.errorCount() == errors) {
            warnOfUnread(unread);
        }
    }

    private String hasNo() {
        return "has no " + kind.column() + " ";
    }

    /** A field that the mapping feeds from a column that is not there; rows of JSON may all be without a value for it. */
    private void tellMissing(Slot slot, Collection<String> columns) {
        boolean isError = kind == FileKind.CSV || slot.target().required();
        String message = hasNo() + Quote.text(slot.label()) + ", which " + BookReader.MANIFEST + " names for "
                + Quote.text(slot.target().name());
        problems.add((isError
                        ? Problem.error("missing-column", location, message)
                        : Problem.warning("missing-column", location, message))
                .withAdvice(Nearest.advice(slot.label(), columns)));
    }

    private String adviceOnMissing(Collection<String> columns) {
        if (columns.size() == 1 && kind == FileKind.CSV) {
            String only = columns.iterator().next();
            for (char other : new char[] {',', ';', '\t', '|'}) {
                if (only.indexOf(other) >= 0) {
                    return "Maybe the delimiter is " + (other == '\t' ? "a tab" : "\"" + other + "\"")
                            + ": say so in book.json";
                }
            }
        }
        return "Maybe say in book.json which " + kind.column() + " it is, or a constant for it; the " + kind.column()
                + "s are " + quoted(columns.stream().distinct().toList());
    }

    private void warnOfUnread(List<String> unread) {
        if (unread.isEmpty() || mapping.isOnlyMapped()) {
            return;
        }
        List<String> unfed = new ArrayList<>();
        for (int i = 0; i < file.slots().size(); i++) {
            if (!file.isFed(i)) {
                unfed.add(schema.targets().get(i).name());
            }
        }
        String advice = unread.stream()
                .flatMap(column -> Nearest.to(column, unfed).stream()
                        .map(field -> Quote.text(column) + " is " + Quote.text(field)))
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        problems.add(Problem.warning(
                        "unread-columns", location, "has " + kind.column() + "s that feed nothing: " + quoted(unread))
                .withAdvice(advice.isEmpty() ? "" : "Maybe " + advice));
    }

    private static String quoted(List<String> names) {
        String text = names.stream().limit(MOST_NAMED).map(Quote::text).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMED ? text : text + " and " + (names.size() - MOST_NAMED) + " more";
    }
}
