package dev.rapport.model.tables;

import dev.rapport.model.customer.Customer;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.TimeEntry;
import dev.rapport.model.organisation.TimeSheet;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.tables.DecodingReader.MalformedTextException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One reading of one book. */
final class ReadingRun {

    private final BookManifest manifest;
    private final BookTables source;
    private final Rejections rejections;
    private final BookReader.Progress progress;
    private final Set<String> ignored;
    private final ProblemCollector problems;
    private final BookSchema schema;
    private final UsedCurrencies currencies;
    private final BookDraft book;
    private final RateDraft rates;
    private final List<TableFile> files = new ArrayList<>();

    ReadingRun(
            BookManifest manifest,
            BookTables source,
            Rejections rejections,
            BookReader.Progress progress,
            Set<String> ignored,
            ProblemCollector problems) {
        this.manifest = manifest;
        this.source = source;
        this.rejections = rejections;
        this.progress = progress;
        this.ignored = ignored;
        this.problems = problems;
        this.schema = BookSchema.of(manifest);
        this.currencies = new UsedCurrencies(manifest.currency());
        this.book = new BookDraft(manifest.zone(), rejections, currencies);
        this.rates = new RateDraft(manifest.currency(), rejections);
    }

    Checked<BookReading> read() throws IOException {
        List<TableMapping> mappings = mappings();
        for (TableSchema table : schema.tables()) {
            for (TableMapping mapping : mappings) {
                if (mapping.feeds().equals(table.name())) {
                    read(table, mapping);
                }
            }
            if (table.isCustomers()) {
                checkSince();
            }
            if (problems.errorCount() == 0) {
                settle(table);
            }
        }
        return problems.errorCount() > 0 ? Checked.invalid(problems.problems()) : finish();
    }

    /** The files that are mapped, then those that have the name of a table. */
    private List<TableMapping> mappings() {
        Set<String> present = new TreeSet<>(source.names());
        Set<String> mapped = new HashSet<>();
        List<TableMapping> mappings = new ArrayList<>();
        for (TableMapping mapping : manifest.files()) {
            mapped.add(mapping.file());
            if (present.contains(mapping.file())) {
                mappings.add(mapping);
            } else {
                problems.add(Problem.error(
                                "missing-file",
                                Location.of(mapping.file()),
                                "must be there, since book.json names it for " + mapping.feeds())
                        .withAdvice(Nearest.advice(mapping.file(), present)));
            }
        }
        List<String> expected = new ArrayList<>();
        for (TableSchema table : schema.tables()) {
            List<String> named = new ArrayList<>();
            for (FileKind kind : FileKind.values()) {
                String file = kind.file(table.name());
                expected.add(file);
                if (present.contains(file) && mapped.add(file)) {
                    mappings.add(TableMapping.of(file, table.name()));
                    named.add(file);
                }
            }
            if (named.size() > 1) {
                problems.add(Problem.error(
                                "two-files",
                                Location.of(named.get(0)),
                                "feeds " + table + ", and so does " + named.get(1))
                        .withAdvice("Maybe one of them was left behind; to read both, name one in book.json, under"
                                + " \"files\""));
            }
        }
        if (mappings.stream().noneMatch(mapping -> mapping.feeds().equals(TableSchema.CUSTOMERS))
                && manifest.files().stream()
                        .noneMatch(mapping -> mapping.feeds().equals(TableSchema.CUSTOMERS))) {
            String customers = FileKind.CSV.file(TableSchema.CUSTOMERS);
            problems.add(Problem.error(
                            "missing-file",
                            Location.of(customers),
                            "must be there, or " + FileKind.JSON_LINES.file(TableSchema.CUSTOMERS)
                                    + ", or a file that book.json maps to customers")
                    .withAdvice(Nearest.advice(customers, present)));
        }
        for (String file : present) {
            if (isNamedAsTable(file) && !mapped.contains(file) && !ignored.contains(file)) {
                problems.add(Problem.warning("unknown-file", Location.of(file), "feeds nothing")
                        .withAdvice(Nearest.advice(file, expected)));
            }
        }
        return mappings;
    }

    private static boolean isNamedAsTable(String file) {
        return Arrays.stream(FileKind.values()).anyMatch(kind -> file.endsWith("." + kind.suffix()));
    }

    private void read(TableSchema table, TableMapping mapping) throws IOException {
        TableBinding binding = new TableBinding(table, mapping, files.size(), manifest, problems);
        files.add(binding.file());
        Intake intake = new Intake(binding, manifest.currency(), rejections, this::take, progress, problems);
        Charset charset = binding.kind() == FileKind.CSV
                ? binding.saidFormat().saidCharset().orElse(StandardCharsets.UTF_8)
                : StandardCharsets.UTF_8;
        try (Reader in = DecodingReader.open(source.open(mapping.file()), charset)) {
            switch (binding.kind()) {
                case CSV -> CsvTable.read(in, intake);
                case JSON_LINES -> JsonTable.read(in, intake);
            }
        } catch (MalformedTextException e) {
            intake.fail(
                    "wrong-encoding",
                    e.line(),
                    "byte " + e.offset() + " is no character of " + e.charset(),
                    binding.kind() == FileKind.CSV
                            ? "Maybe the file is in another charset: say so in book.json, as in \"charset\":"
                                    + " \"windows-1252\""
                            : "Maybe the file was written in another charset: JSON Lines are UTF-8");
        }
    }

    private void take(DraftRow row) {
        TableSchema table = row.table().schema();
        if (table.isCustomers()) {
            book.addStatement(row);
        } else if (table.isRates()) {
            rates.add(row);
        } else {
            book.addEntry(row);
        }
    }

    /** One of the files of customers must say since when they are. */
    private void checkSince() {
        boolean isSaid = files.stream().anyMatch(file -> file.isFed(BookDraft.SINCE));
        if (!isSaid && !files.isEmpty() && problems.errorCount() == 0) {
            String file = files.get(0).name();
            FileKind kind = FileKind.of(file);
            Location location = Location.of(file);
            problems.add(Problem.error(
                            "missing-column",
                            kind == FileKind.CSV ? location.at(1, 0) : location,
                            "has no " + kind.column() + " for \"" + TableSchema.SINCE
                                    + "\", nor has another file of customers")
                    .withAdvice("Maybe say in book.json which " + kind.column() + " it is, or a constant for it"));
        }
    }

    private void settle(TableSchema table) {
        if (table.isCustomers()) {
            book.settleCustomers();
        } else if (table.isSeries()) {
            book.settle(table.series());
        }
    }

    private Checked<BookReading> finish() {
        Remarks remarks = new Remarks();
        BookChecks checks = new BookChecks(book, remarks);
        checks.checkCustomers();
        checks.checkContracts();
        schema.series().forEach(checks::checkSeries);
        remarks.tell(problems);
        RateTable table = rates.build();
        currencies.warnOfMissingRates(table, problems);
        for (TableFile file : files) {
            if (file.rounded() > 0) {
                problems.add(Problem.warning(
                        "rounded-amounts",
                        Location.of(file.name()).at(file.firstRounded(), 0),
                        "has " + file.rounded() + (file.rounded() == 1 ? " amount" : " amounts")
                                + " with more decimals than the currency; rounded half even to those it has"));
            }
        }
        boolean tellsHours = files.stream()
                .anyMatch(file ->
                        file.schema().isSeries() && file.schema().series().equals(TimeEntry.SERIES));
        Optional<TimeSheet> timeSheet = tellsHours ? Optional.of(book.timeSheet()) : Optional.empty();
        List<Customer> customers = book.build(schema.series());
        Problems warnings = problems.problems();
        return Checked.valid(
                new BookReading(
                        manifest,
                        customers,
                        timeSheet,
                        table,
                        rejections.quarantine(),
                        warnings,
                        files.stream().map(TableFile::report).toList(),
                        schema.series()),
                warnings);
    }
}
