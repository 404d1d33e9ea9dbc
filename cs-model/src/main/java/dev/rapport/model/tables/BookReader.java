package dev.rapport.model.tables;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.shape.DocumentKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a book from its tables, row by row. Rows that cannot be taken are rejected, each with its reasons; only what
 * leaves nothing to read with (no manifest, no customers, a required column missing, bytes that are no text) ends the
 * reading, with all problems at once. Immutable.
 *
 * <pre>{@code
 * BookReading book = BookReader.standard()
 *         .rejections(rejectedRows::add)
 *         .read(tables)
 *         .orThrow();
 * Book today = book.facts(StandardAttributes.all(book.reckoning())).asOf(date);
 * }</pre>
 *
 * <p>The same rows in another order give the same customers.
 */
public final class BookReader {

    /** The name of the manifest among the tables. */
    public static final String MANIFEST = "book.json";

    private static final int USUALLY_KEPT = 1_000;

    /** Is told how far the reading is. What it throws ends the reading. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Told every 10,000 rows, and at the end of each file.
         *
         * @param file  the file that is being read
         * @param rows  how many of its rows have been read
         */
        void read(String file, long rows);
    }

    private final Consumer<? super Rejection> listener;
    private final int kept;
    private final Progress progress;
    private final Set<String> ignored;
    private final DocumentKind<BookManifest> manifests;

    private BookReader(
            Consumer<? super Rejection> listener,
            int kept,
            Progress progress,
            Set<String> ignored,
            DocumentKind<BookManifest> manifests) {
        this.manifests = manifests;
        this.listener = listener;
        this.kept = kept;
        this.progress = progress;
        this.ignored = ignored;
    }

    /**
     * A reader that keeps the first 1,000 rejections and tells nobody.
     *
     * @return the reader
     */
    public static BookReader standard() {
        return new BookReader(rejection -> {}, USUALLY_KEPT, (file, rows) -> {}, Set.of(), ManifestDocument.KIND);
    }

    /**
     * This reader, telling each rejection as it happens.
     *
     * @param newListener  gets all of them, also those that are not kept
     * @return the reader
     */
    public BookReader rejections(Consumer<? super Rejection> newListener) {
        return new BookReader(requireNonNull(newListener, "newListener"), kept, progress, ignored, manifests);
    }

    /**
     * This reader, keeping another number of rejections in memory.
     *
     * @param number  how many are kept at most
     * @return the reader
     */
    public BookReader keepingAtMost(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("number (" + number + ") must be >= 0.");
        }
        return new BookReader(listener, number, progress, ignored, manifests);
    }

    /**
     * This reader, telling how far it is.
     *
     * @param newProgress  is told
     * @return the reader
     */
    public BookReader progress(Progress newProgress) {
        return new BookReader(listener, kept, requireNonNull(newProgress, "newProgress"), ignored, manifests);
    }

    /**
     * This reader, without warnings about files that are somebody else's.
     *
     * @param file  the name of a file beside the tables
     * @return the reader
     */
    public BookReader ignoring(String file) {
        Set<String> files = new TreeSet<>(ignored);
        files.add(file);
        return new BookReader(listener, kept, progress, Set.copyOf(files), manifests);
    }

    /**
     * This reader, which has calendars for the countries that a manifest names under {@code countryCalendars}. Nothing is
     * loaded by name: the host hands the source over, such as {@code CountryCalendars::of}.
     *
     * @param countries  gives the calendar of a country by its code, or refuses it with an {@code IllegalArgumentException},
     *     which becomes a problem of the manifest
     * @return the reader
     */
    public BookReader countryCalendars(Function<String, BusinessCalendar> countries) {
        return new BookReader(
                listener, kept, progress, ignored, ManifestDocument.over(requireNonNull(countries, "countries")));
    }

    /**
     * Reads a book whose manifest, {@value #MANIFEST}, is among its tables.
     *
     * @param tables  the tables
     * @return the book, or all that keeps it from being read
     * @throws IOException if the tables cannot be reached
     */
    public Checked<BookReading> read(BookTables tables) throws IOException {
        if (!tables.names().contains(MANIFEST)) {
            return Checked.invalid(Problems.of(Problem.error(
                            "missing-file", Location.of(MANIFEST), "must be there and say how the book is to be read")
                    .withAdvice(
                            "Maybe write the least: {\"format\": \"rapport/book\", \"version\": 1, \"id\": \"my-book\","
                                    + " \"revision\": \"1\", \"zone\": \"Europe/Berlin\", \"currency\": \"EUR\"}")));
        }
        Checked<BookManifest> manifest;
        try (InputStream in = tables.open(MANIFEST)) {
            manifest = manifests.read(JsonInput.read(MANIFEST, in));
        }
        if (manifest.find().isEmpty()) {
            return Checked.invalid(manifest.problems());
        }
        ProblemCollector problems = new ProblemCollector();
        problems.addAll(manifest.problems());
        return read(manifest.orThrow(), tables, problems);
    }

    /**
     * Reads a book by a manifest made in Java; one among the tables is left alone.
     *
     * @param manifest  how the book is to be read
     * @param tables  the tables
     * @return the book, or all that keeps it from being read
     * @throws IOException if the tables cannot be reached
     */
    public Checked<BookReading> read(BookManifest manifest, BookTables tables) throws IOException {
        ProblemCollector problems = new ProblemCollector();
        ManifestRules.check(manifest, problems);
        return problems.errorCount() > 0 ? Checked.invalid(problems.problems()) : read(manifest, tables, problems);
    }

    private Checked<BookReading> read(BookManifest manifest, BookTables tables, ProblemCollector problems)
            throws IOException {
        return new ReadingRun(manifest, tables, new Rejections(kept, listener), progress, ignored, problems).read();
    }
}
