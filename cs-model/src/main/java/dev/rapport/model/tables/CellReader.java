package dev.rapport.model.tables;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one column. Not for use by several threads. */
final class CellReader {

    static final Refusal NUL = Refusal.of("nul-character", "must not have a NUL character")
            .advice("Maybe the file is damaged, or not in the charset that it is read in");

    private final CellKind kind;
    private final Map<String, String> translations;
    private final Times times;
    private final Numbers numbers;
    private final char setDivider;
    private final boolean isLastDay;
    private final Seen seen = new Seen(this::translated);

    /** For a format in which everything is said. */
    CellReader(CellKind kind, Map<String, String> translations, Times times, TableFormat format, boolean isLastDay) {
        this.kind = kind;
        this.translations = translations;
        this.times = times;
        this.numbers = new Numbers(format.saidDecimal().orElse('.'), format.saidGrouping());
        this.setDivider = format.saidSetDivider().orElse(';');
        this.isLastDay = isLastDay;
    }

    CellKind kind() {
        return kind;
    }

    /** Whether the mapping says what to read instead of this text. */
    boolean translates(String cell) {
        return translations.containsKey(cell);
    }

    /** The value, null for an empty cell, or the refusal. */
    @Nullable
    Object read(String cell) {
        return seen.read(cell);
    }

    private @Nullable Object translated(String cell) {
        String text = translations.getOrDefault(cell, cell);
        if (text.indexOf('\0') >= 0) {
            return NUL;
        }
        if (kind == CellKind.TEXT) {
            return text.isEmpty() ? null : text;
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : value(stripped);
    }

    private Object value(String text) {
        return switch (kind) {
            case TEXT -> text;
            case MOMENT -> times.moment(text);
            case START -> text.equals("..") ? Moment.ALWAYS : times.moment(text);
            case DATE -> shifted(times.date(text, Times.EARLIEST));
            case OLD_DATE -> shifted(times.date(text, Times.LONG_AGO));
            case NUMBER -> numbers.number(text);
            case DECIMAL -> numbers.decimal(text);
            case BOOLEAN -> truth(text);
            case MONEY -> numbers.amount(text);
            case TEXT_SET -> set(text);
            case CURRENCY -> Numbers.currency(text);
        };
    }

    private Object shifted(Object date) {
        return isLastDay && date instanceof java.time.LocalDate day ? day.plusDays(1) : date;
    }

    private static Object truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                Refusal.of("not-a-boolean", "must be true or false")
                        .advice("Maybe translate it in book.json, under \"values\"");
        };
    }

    /** Elements without order; a backslash makes the next character a part of the element. */
    private Object set(String text) {
        Set<String> elements = new LinkedHashSet<>();
        StringBuilder element = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : setDivider;
            if (c == '\\' && i + 1 < text.length()) {
                element.append(text.charAt(++i));
            } else if (c == setDivider) {
                Optional.of(element.toString().strip())
                        .filter(found -> !found.isEmpty())
                        .ifPresent(elements::add);
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        return Collections.unmodifiableSet(elements);
    }
}
