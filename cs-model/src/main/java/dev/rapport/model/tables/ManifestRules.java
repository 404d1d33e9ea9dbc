package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.Place;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a manifest must keep beyond the shape of its fields: it names what there is, and nothing twice. */
final class ManifestRules {

    /** Where a problem is told: a path of field names and indices, then what is wrong. */
    private interface Report {
        void error(List<Object> path, String code, String message, String advice);
    }

    private final BookManifest manifest;
    private final Report report;

    private ManifestRules(BookManifest manifest, Report report) {
        this.manifest = manifest;
        this.report = report;
    }

    /** Checks a manifest made in Java. */
    static void check(BookManifest manifest, ProblemCollector problems) {
        new ManifestRules(manifest, (path, code, message, advice) -> {
                    Location location = Location.of(BookReader.MANIFEST);
                    for (Object step : path) {
                        location =
                                step instanceof Integer index ? location.child(index) : location.child(step.toString());
                    }
                    problems.add(Problem.error(code, location, message).withAdvice(advice));
                })
                .check();
    }

    /** Checks a manifest that was read. */
    static void check(BookManifest manifest, Place whole) {
        new ManifestRules(manifest, (path, code, message, advice) -> {
                    Place place = whole;
                    for (Object step : path) {
                        place = step instanceof Integer index ? place.at(index) : place.at(step.toString());
                    }
                    place.error(code, message, advice);
                })
                .check();
    }

    private void check() {
        int errors = checkAttributes() + checkSeries();
        if (errors > 0) {
            return;
        }
        BookSchema schema = BookSchema.of(manifest);
        for (int i = 0; i < manifest.files().size(); i++) {
            checkFile(i, manifest.files().get(i), schema);
        }
    }

    private int checkAttributes() {
        int errors = 0;
        Set<String> names = new HashSet<>();
        CustomerAttributes.all().forEach(key -> names.add(key.name()));
        for (int i = 0; i < manifest.attributes().size(); i++) {
            errors += checkName(manifest.attributes().get(i).name(), names, List.of("attributes", i, "name"));
        }
        return errors;
    }

    private int checkName(String name, Set<String> names, List<Object> path) {
        if (TableSchema.RESERVED.contains(name)) {
            report.error(path, "reserved-name", "must not be reserved, was " + Quote.text(name), "");
            return 1;
        }
        if (!names.add(name)) {
            report.error(path, "duplicate-name", "must be new, was " + Quote.text(name), "");
            return 1;
        }
        return 0;
    }

    private int checkSeries() {
        int errors = 0;
        Set<String> names = new HashSet<>();
        for (int i = 0; i < manifest.series().size(); i++) {
            SeriesKey<?> key = manifest.series().get(i);
            List<Object> path = List.of("series", i, "name");
            if (key.name().equals(TableSchema.CUSTOMERS) || key.name().equals(TableSchema.RATES)) {
                report.error(path, "reserved-name", "must not be reserved, was " + Quote.text(key.name()), "");
                errors++;
            } else {
                errors += checkName(key.name(), names, path);
            }
            Optional<SeriesKey<?>> standard = standard(key.name());
            Set<String> fields = new HashSet<>();
            standard.ifPresent(own -> own.fields().forEach(field -> fields.add(field.name())));
            int own = fields.size();
            for (int j = own; j < key.fields().size(); j++) {
                errors +=
                        checkName(key.fields().get(j).name(), fields, List.of("series", i, "fields", j - own, "name"));
            }
        }
        return errors;
    }

    static Optional<SeriesKey<?>> standard(String name) {
        return CustomerSeries.all().stream()
                .filter(key -> key.name().equals(name))
                .findFirst();
    }

    /** The fields that a series has beyond those of the library. */
    static List<AttributeKey<?>> ownFields(SeriesKey<?> key) {
        int standard = standard(key.name()).map(own -> own.fields().size()).orElse(0);
        return key.fields().subList(standard, key.fields().size());
    }

    private void checkFile(int index, TableMapping mapping, BookSchema schema) {
        if (!schema.has(mapping.feeds())) {
            List<String> tables =
                    schema.tables().stream().map(TableSchema::name).toList();
            report.error(
                    List.of("files", index, "feeds"),
                    "unknown-table",
                    "must be one of " + tables + ", was " + Quote.text(mapping.feeds()),
                    Nearest.advice(mapping.feeds(), tables));
            return;
        }
        TableSchema table = schema.table(mapping.feeds());
        checkFields(index, "columns", mapping.columns().keySet(), table);
        checkFields(index, "constants", mapping.constants().keySet(), table);
        checkFields(index, "values", mapping.values().keySet(), table);
        for (String field : mapping.constants().keySet()) {
            if (mapping.columns().containsKey(field)) {
                report.error(
                        List.of("files", index, "constants", field),
                        "two-sources",
                        "field has a column and a constant, must have one of them",
                        "");
            }
        }
        if (FileKind.of(mapping.file()) == FileKind.JSON_LINES) {
            checkLeftOut(index, "charset", mapping.format().saidCharset(), "JSON Lines are UTF-8");
            checkLeftOut(index, "delimiter", mapping.format().saidDelimiter(), "JSON Lines have none");
        }
        checkFields(index, "knownFrom", mapping.knownFrom().keySet(), table);
        mapping.knownFrom().forEach((field, time) -> checkKnownFrom(index, field, time, table));
        int position = 0;
        for (String field : mapping.lastDays()) {
            if (!isTime(table, field)
                    || table.targets().get(table.indexOf(field)).kind() == CellKind.MOMENT) {
                report.error(
                        List.of("files", index, "lastDays", position),
                        "unknown-field",
                        "must be a date of " + table + ", was " + Quote.text(field),
                        "");
            }
            position++;
        }
    }

    private static boolean isTime(TableSchema table, String field) {
        int target = table.indexOf(field);
        CellKind kind = target < 0 ? CellKind.TEXT : table.targets().get(target).kind();
        return kind == CellKind.DATE || kind == CellKind.OLD_DATE || kind == CellKind.MOMENT;
    }

    private void checkKnownFrom(int index, String field, String time, TableSchema table) {
        List<Object> place = List.of("files", index, "knownFrom", field);
        boolean canBeLater =
                table.isCustomers() || (table.isSeries() && table.series().nature() == SeriesKey.Nature.RECORDS);
        int target = table.indexOf(field);
        if (!canBeLater) {
            report.error(
                    place, "never-later", "must be a field of customers or of records; " + table + " are neither", "");
        } else if (target >= 0
                && (target < table.firstKey() || table.targets().get(target).required())) {
            report.error(place, "never-later", "must be a field that a row can be without", "");
        }
        if (!isTime(table, time)) {
            report.error(
                    place,
                    "unknown-field",
                    "must name a date or time of " + table + ", was " + Quote.text(time),
                    "Maybe the column is none of the library's: declare it under \"series\" or \"attributes\"");
        }
    }

    private void checkLeftOut(int index, String part, Optional<?> said, String why) {
        if (said.isPresent()) {
            report.error(List.of("files", index, "cells", part), "not-for-json-lines", "must be left out: " + why, "");
        }
    }

    private void checkFields(int index, String part, Collection<String> fields, TableSchema table) {
        for (String field : fields) {
            if (table.indexOf(field) < 0) {
                String nearest = Nearest.advice(field, table.names());
                report.error(
                        List.of("files", index, part, field),
                        "unknown-field",
                        "must be a field of " + table + ", was " + Quote.text(field),
                        nearest.isEmpty()
                                ? "Maybe it is one of your own: declare it in "
                                        + (table.isCustomers() ? "\"attributes\"" : "\"series\"")
                                : nearest);
            }
        }
    }
}
