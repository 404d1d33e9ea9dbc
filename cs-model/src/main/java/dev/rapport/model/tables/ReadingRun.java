package dev.rapport.model.tables;

import dev.rapport.model.csv.CsvRows;
import dev.rapport.model.csv.CsvRows.BrokenFileException;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.tables.DecodingReader.MalformedTextException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One reading of one book. */
final class ReadingRun {

    private static final int ROWS_PER_REPORT = 10_000;
    private static final String SUFFIX = ".csv";

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
            String file = table.name() + SUFFIX;
            expected.add(file);
            if (present.contains(file) && mapped.add(file)) {
                mappings.add(TableMapping.of(file, table.name()));
            }
        }
        if (mappings.stream().noneMatch(mapping -> mapping.feeds().equals(TableSchema.CUSTOMERS))
                && manifest.files().stream()
                        .noneMatch(mapping -> mapping.feeds().equals(TableSchema.CUSTOMERS))) {
            problems.add(Problem.error(
                            "missing-file",
                            Location.of(TableSchema.CUSTOMERS + SUFFIX),
                            "must be there, or a file that" + " book.json maps to customers")
                    .withAdvice(Nearest.advice(TableSchema.CUSTOMERS + SUFFIX, present)));
        }
        for (String file : present) {
            if (file.endsWith(SUFFIX) && !mapped.contains(file) && !ignored.contains(file)) {
                problems.add(Problem.warning("unknown-file", Location.of(file), "feeds nothing")
                        .withAdvice(Nearest.advice(file, expected)));
            }
        }
        return mappings;
    }

    private void read(TableSchema table, TableMapping mapping) throws IOException {
        TableFormat format = TableBinding.formatOf(mapping, manifest);
        Location location = Location.of(mapping.file());
        RowTaker taker = new RowTaker(table, mapping);
        try (Reader in = DecodingReader.open(
                source.open(mapping.file()), format.saidCharset().orElse(StandardCharsets.UTF_8))) {
            CsvRows.read(in, format.saidDelimiter().orElse(','), taker);
            taker.finish();
        } catch (MalformedTextException e) {
            problems.add(Problem.error(
                            "wrong-encoding",
                            location.at(e.line(), 0),
                            "byte " + e.offset() + " is no character of " + e.charset())
                    .withAdvice("Maybe the file is in another charset: say so in book.json, as in \"charset\":"
                            + " \"windows-1252\""));
        } catch (BrokenFileException e) {
            problems.add(Problem.error(
                            "broken-row",
                            location.at(e.line(), 0),
                            "has a cell that never ends, is longer than " + CsvRows.LONGEST_CELL
                                    + " characters or goes on after its closing quote, in the row that begins here")
                    .withAdvice("Maybe a quote in it is not doubled; the rows from here on cannot be told apart"));
        }
    }

    /** One of the files of customers must say since when they are. */
    private void checkSince() {
        boolean isSaid = files.stream()
                .anyMatch(file -> file.slots().get(BookDraft.SINCE).isBound());
        if (!isSaid && !files.isEmpty() && problems.errorCount() == 0) {
            problems.add(Problem.error(
                            "missing-column",
                            Location.of(files.get(0).name()).at(1, 0),
                            "has no column for \"" + TableSchema.SINCE + "\", nor has another file of customers")
                    .withAdvice("Maybe say in book.json which column it is, or a constant for it"));
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
        List<Customer> customers = book.build(schema.series());
        Problems warnings = problems.problems();
        return Checked.valid(
                new BookReading(
                        manifest,
                        customers,
                        table,
                        rejections.quarantine(),
                        warnings,
                        files.stream().map(TableFile::report).toList(),
                        schema.series()),
                warnings);
    }

    /** Takes the rows of one file. */
    private final class RowTaker implements CsvRows.Sink {

        private final TableSchema table;
        private final TableMapping mapping;
        private @Nullable TableFile file;
        private boolean isStarted;

        RowTaker(TableSchema table, TableMapping mapping) {
            this.table = table;
            this.mapping = mapping;
        }

        @Override
        public boolean row(int line, String[] cells, int count, boolean isTooLong) {
            if (!isStarted) {
                isStarted = true;
                return bind(cells, count, isTooLong);
            }
            TableFile bound = file;
            if (bound == null) {
                return false;
            }
            DraftRow row = bound.read(line, cells, count, isTooLong, rejections);
            if (row != null) {
                take(row);
            }
            if (bound.rows() % ROWS_PER_REPORT == 0) {
                progress.read(bound.name(), bound.rows());
            }
            return true;
        }

        /** Binds the header; goes on to the rows only while nothing is wrong that would make them pointless. */
        private boolean bind(String[] cells, int count, boolean isTooLong) {
            if (isTooLong || count > cells.length) {
                problems.error(
                        "too-many-columns",
                        Location.of(mapping.file()).at(1, 0),
                        "must have at most " + CsvRows.MOST_CELLS + " columns, has " + count);
                return false;
            }
            file = TableBinding.bind(
                            table, mapping, files.size(), manifest, List.of(Arrays.copyOf(cells, count)), problems)
                    .orElse(null);
            if (file != null) {
                files.add(file);
            }
            return problems.errorCount() == 0;
        }

        private void take(DraftRow row) {
            if (table.isCustomers()) {
                book.addStatement(row);
            } else if (table.isRates()) {
                rates.add(row);
            } else {
                book.addEntry(row);
            }
        }

        void finish() {
            if (!isStarted) {
                problems.add(Problem.error(
                                "empty-file", Location.of(mapping.file()), "must begin with a line of column names")
                        .withAdvice(
                                "Maybe delete it, or leave the column names alone in it to say that there is nothing"));
            } else if (file != null) {
                progress.read(file.name(), file.rows());
            }
        }
    }
}
