package dev.rapport.model.tables;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a table are divided and written. JSON Lines know no delimiter and are UTF-8; how numbers and sets are
 * written holds for those that stand in texts, and only if it is said. What is not said is as in the format it stands over: a file's over
 * the book's, the book's over the {@link #STANDARD}. Immutable.
 */
public final class TableFormat {

    /** Nothing said. */
    public static final TableFormat UNSAID = new TableFormat(null, null, null, null, null, null);

    /**
     * The format of our own files: commas, UTF-8, dates as in ISO 8601, decimal points, no grouping of digits, sets
     * divided by semicolons.
     */
    public static final TableFormat STANDARD = new TableFormat(',', StandardCharsets.UTF_8, List.of(), '.', null, ';');

    private final @Nullable Character delimiter;
    private final @Nullable Charset charset;
    private final @Nullable List<String> dates;
    private final @Nullable Character decimal;
    private final @Nullable Character grouping;
    private final @Nullable Character setDivider;

    private TableFormat(
            @Nullable Character delimiter,
            @Nullable Charset charset,
            @Nullable List<String> dates,
            @Nullable Character decimal,
            @Nullable Character grouping,
            @Nullable Character setDivider) {
        this.delimiter = delimiter;
        this.charset = charset;
        this.dates = dates;
        this.decimal = decimal;
        this.grouping = grouping;
        this.setDivider = setDivider;
    }

    /**
     * The format with another delimiter.
     *
     * @param newDelimiter  what stands between two cells: {@code , ; |} or a tab
     * @return the format
     */
    public TableFormat delimitedBy(char newDelimiter) {
        if (",;|\t".indexOf(newDelimiter) < 0) {
            throw new IllegalArgumentException(
                    "delimiter (" + newDelimiter + ") must be a comma, a semicolon, a bar or a tab.");
        }
        return new TableFormat(newDelimiter, charset, dates, decimal, grouping, setDivider);
    }

    /**
     * The format with another charset.
     *
     * @param newCharset  how characters are stored, unless a byte order mark says otherwise
     * @return the format
     */
    public TableFormat in(Charset newCharset) {
        return new TableFormat(
                delimiter, requireNonNull(newCharset, "newCharset"), dates, decimal, grouping, setDivider);
    }

    /**
     * The format with other dates.
     *
     * @param patterns  patterns as {@link java.time.format.DateTimeFormatter} knows them, names of months in English, the
     *     first that fits is taken; none for ISO 8601
     * @return the format
     * @throws IllegalArgumentException if a pattern is none
     */
    public TableFormat datesLike(String... patterns) {
        return datesLike(List.of(patterns));
    }

    TableFormat datesLike(List<String> patterns) {
        patterns.forEach(Times::formatter);
        return new TableFormat(delimiter, charset, List.copyOf(patterns), decimal, grouping, setDivider);
    }

    /**
     * The format with other numbers.
     *
     * @param newDecimal  what stands before the decimals, a point or a comma
     * @return the format, digits not grouped
     */
    public TableFormat numbersLike(char newDecimal) {
        return numbers(newDecimal, Optional.empty());
    }

    /**
     * The format with other numbers.
     *
     * @param newDecimal  what stands before the decimals, a point or a comma
     * @param newGrouping  what stands between groups of three digits, if anything: a point, comma, apostrophe or blank
     * @return the format
     */
    public TableFormat numbersLike(char newDecimal, char newGrouping) {
        return numbers(newDecimal, Optional.of(newGrouping));
    }

    TableFormat numbers(char newDecimal, Optional<Character> newGrouping) {
        if (newDecimal != '.' && newDecimal != ',') {
            throw new IllegalArgumentException("decimal (" + newDecimal + ") must be a point or a comma.");
        }
        newGrouping.ifPresent(sign -> {
            if (".,'’ \u00a0\u202f".indexOf(sign) < 0 || sign == newDecimal) {
                throw new IllegalArgumentException("grouping (" + sign
                        + ") must be a point, comma, apostrophe or blank, and differ from the decimal sign.");
            }
        });
        return new TableFormat(delimiter, charset, dates, newDecimal, newGrouping.orElse(null), setDivider);
    }

    /**
     * The format with another way to write sets.
     *
     * @param newDivider  what stands between two elements of a set in one cell; a backslash before it makes it a part of
     *     the element
     * @return the format
     */
    public TableFormat setsDividedBy(char newDivider) {
        if (newDivider == '\\' || newDivider == '"' || Character.isLetterOrDigit(newDivider)) {
            throw new IllegalArgumentException(
                    "divider (" + newDivider + ") must be neither letter, digit, quote nor backslash.");
        }
        return new TableFormat(delimiter, charset, dates, decimal, grouping, newDivider);
    }

    /**
     * This format, and where it says nothing, another one.
     *
     * @param other  what stands where this says nothing
     * @return the two as one
     */
    public TableFormat over(TableFormat other) {
        return new TableFormat(
                delimiter == null ? other.delimiter : delimiter,
                charset == null ? other.charset : charset,
                dates == null ? other.dates : dates,
                decimal == null ? other.decimal : decimal,
                decimal == null ? other.grouping : grouping,
                setDivider == null ? other.setDivider : setDivider);
    }

    Optional<Character> saidDelimiter() {
        return Optional.ofNullable(delimiter);
    }

    Optional<Charset> saidCharset() {
        return Optional.ofNullable(charset);
    }

    Optional<List<String>> saidDates() {
        return Optional.ofNullable(dates);
    }

    Optional<Character> saidDecimal() {
        return Optional.ofNullable(decimal);
    }

    Optional<Character> saidGrouping() {
        return Optional.ofNullable(grouping);
    }

    Optional<Character> saidSetDivider() {
        return Optional.ofNullable(setDivider);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof TableFormat other
                && Objects.equals(delimiter, other.delimiter)
                && Objects.equals(charset, other.charset)
                && Objects.equals(dates, other.dates)
                && Objects.equals(decimal, other.decimal)
                && Objects.equals(grouping, other.grouping)
                && Objects.equals(setDivider, other.setDivider);
    }

    @Override
    public int hashCode() {
        return Objects.hash(delimiter, charset, dates, decimal, grouping, setDivider);
    }

    @Override
    public String toString() {
        return "delimiter " + delimiter + ", charset " + charset + ", dates " + dates + ", decimal " + decimal;
    }
}
