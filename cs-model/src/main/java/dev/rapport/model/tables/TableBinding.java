package dev.rapport.model.tables;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.tables.TableFile.Slot;
import dev.rapport.model.tables.TableSchema.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Binds the header of a file to the table it feeds, and tells everything that does not fit. */
final class TableBinding {

    private static final String MAPPING = "book.json";
    private static final int MOST_NAMED = 10;

    private final TableSchema schema;
    private final TableMapping mapping;
    private final TableFormat format;
    private final Times times;
    private final CurrencyUnit currency;
    private final ProblemCollector problems;
    private final Location location;
    private final int ordinal;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    private TableBinding(
            TableSchema schema, TableMapping mapping, int ordinal, BookManifest manifest, ProblemCollector problems) {
        this.schema = schema;
        this.mapping = mapping;
        this.ordinal = ordinal;
        this.format = formatOf(mapping, manifest);
        this.times = new Times(manifest.zone(), format.saidDates().orElse(List.of()));
        this.currency = manifest.currency();
        this.problems = problems;
        this.location = Location.of(mapping.file()).at(1, 0);
    }

    static TableFormat formatOf(TableMapping mapping, BookManifest manifest) {
        return mapping.format().over(manifest.format()).over(TableFormat.STANDARD);
    }

    /** The file with its columns bound; empty, after an error was reported, if it cannot be read. */
    static Optional<TableFile> bind(
            TableSchema schema,
            TableMapping mapping,
            int ordinal,
            BookManifest manifest,
            List<String> header,
            ProblemCollector problems) {
        return new TableBinding(schema, mapping, ordinal, manifest, problems).bind(header);
    }

    private Optional<TableFile> bind(List<String> header) {
        int errors = problems.errorCount();
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i).strip();
            if (columns.putIfAbsent(column, i) != null) {
                twice.add(column);
            }
        }
        Set<String> claimed = new HashSet<>(mapping.columns().values());
        List<Slot> slots = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Target target : schema.targets()) {
            Slot slot = slot(target, claimed);
            if (!slot.isBound() && target.required() && !mapping.columns().containsKey(target.name())) {
                missing.add(target.name());
            }
            slots.add(slot);
        }
        if (!missing.isEmpty()) {
            problems.add(Problem.error("missing-column", location, "has no column for " + quoted(missing))
                    .withAdvice(adviceOnMissing(header)));
        }
        for (String column : twice) {
            if (used.contains(column)) {
                problems.error("duplicate-column", location, "has more than one column " + Quote.text(column));
            }
        }
        if (problems.errorCount() > errors) {
            return Optional.empty();
        }
        List<String> unread = header.stream()
                .map(String::strip)
                .filter(column -> !used.contains(column))
                .toList();
        warnOfUnread(unread, slots);
        return Optional.of(new TableFile(mapping.file(), ordinal, schema, slots, unread, header.size(), currency));
    }

    private Slot slot(Target target, Set<String> claimed) {
        CellReader reader = new CellReader(
                target.kind(),
                mapping.values().getOrDefault(target.name(), Map.of()),
                times,
                format,
                mapping.lastDays().contains(target.name()));
        String constant = mapping.constants().get(target.name());
        if (constant != null) {
            return new Slot(-1, target.name(), constant(target, constant, reader), reader);
        }
        String column = mapping.columns().get(target.name());
        if (column == null && !mapping.isOnlyMapped() && !claimed.contains(target.name())) {
            column = target.name();
        } else if (column != null && !columns.containsKey(column)) {
            problems.add(Problem.error(
                            "missing-column",
                            location,
                            "has no column " + Quote.text(column) + ", which " + MAPPING + " names for "
                                    + Quote.text(target.name()))
                    .withAdvice(Nearest.advice(column, columns.keySet())));
        }
        Integer position = column == null ? null : columns.get(column);
        if (column == null || position == null) {
            return new Slot(-1, target.name(), null, reader);
        }
        used.add(column);
        return new Slot(position, column, null, reader);
    }

    private @Nullable Object constant(Target target, String text, CellReader reader) {
        Object value = reader.read(text);
        if (value instanceof Refusal refusal) {
            problems.add(Problem.error(
                            refusal.code(),
                            Location.of(MAPPING),
                            "constant " + Quote.text(text) + " for " + Quote.text(target.name()) + " in "
                                    + mapping.file() + " " + refusal.reason())
                    .withAdvice(refusal.advice()));
        }
        return value;
    }

    private String adviceOnMissing(List<String> header) {
        if (header.size() == 1) {
            for (char other : new char[] {',', ';', '\t', '|'}) {
                if (header.get(0).indexOf(other) >= 0) {
                    return "Maybe the delimiter is " + (other == '\t' ? "a tab" : "\"" + other + "\"")
                            + ": say so in book.json";
                }
            }
        }
        return "Maybe say in book.json which column it is, or a constant for it; the columns are "
                + quoted(columns.keySet().stream().toList());
    }

    private void warnOfUnread(List<String> unread, List<Slot> slots) {
        if (unread.isEmpty() || mapping.isOnlyMapped()) {
            return;
        }
        List<String> unfed = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            if (!slots.get(i).isBound()) {
                unfed.add(schema.targets().get(i).name());
            }
        }
        String advice = unread.stream()
                .flatMap(column -> Nearest.to(column, unfed).stream()
                        .map(field -> Quote.text(column) + " is " + Quote.text(field)))
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        problems.add(Problem.warning("unread-columns", location, "has columns that feed nothing: " + quoted(unread))
                .withAdvice(advice.isEmpty() ? "" : "Maybe " + advice));
    }

    private static String quoted(List<String> names) {
        String text = names.stream().limit(MOST_NAMED).map(Quote::text).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMED ? text : text + " and " + (names.size() - MOST_NAMED) + " more";
    }
}
