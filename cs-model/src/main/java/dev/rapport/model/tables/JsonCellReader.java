package dev.rapport.model.tables;

import dev.rapport.model.json.JsonArray;
import dev.rapport.model.json.JsonNumber;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.tables.Numbers.Amount;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one field of JSON rows. A number must be one, and so must true and false and a list: the text "3" is
 * no number, unless the manifest says how numbers are written as text. What is text is read as the cells of CSV, and so is
 * what the mapping translates. Not for use by several threads.
 */
final class JsonCellReader {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,30}");

    private final CellReader cells;
    private final CellKind kind;
    private final boolean readsNumbersFromText;
    private final boolean readsSetsFromText;
    private final Numbers numbers = new Numbers('.', Optional.empty());
    private final Seen seen = new Seen(this::literal);

    JsonCellReader(CellReader cells, TableFormat said) {
        this.cells = cells;
        this.kind = cells.kind();
        this.readsNumbersFromText = said.saidDecimal().isPresent();
        this.readsSetsFromText = said.saidSetDivider().isPresent();
    }

    /** The value of a string, null for an empty one, or the refusal. */
    @Nullable
    Object text(String text) {
        Object value = cells.read(text);
        if (value == null || value instanceof Refusal || cells.translates(text)) {
            return value;
        }
        return switch (kind) {
            case TEXT, MOMENT, START, DATE, OLD_DATE, CURRENCY -> value;
            case NUMBER, DECIMAL -> readsNumbersFromText ? value : quoted("not-a-number", "a number", text);
            case MONEY ->
                readsNumbersFromText || ((Amount) value).currency() != null
                        ? value
                        : quoted("not-an-amount", "an amount", text);
            case BOOLEAN ->
                Refusal.of("not-a-boolean", "must be true or false, not a text")
                        .advice("Maybe " + value + " without quotes");
            case TEXT_SET ->
                readsSetsFromText
                        ? value
                        : wrongType().advice("Maybe say in book.json how sets are written as text: \"setDivider\"");
        };
    }

    private static Refusal quoted(String code, String what, String text) {
        return Refusal.of(code, "must be " + what + ", not a text")
                .advice("Maybe " + text.strip()
                        + " without quotes, or say in book.json how numbers are written as text: \"decimal\"");
    }

    /** The value of a number, or the refusal. */
    @Nullable
    Object number(String literal) {
        return seen.read(literal);
    }

    private @Nullable Object literal(String literal) {
        if (cells.translates(literal)) {
            return cells.read(literal);
        }
        return switch (kind) {
            case NUMBER -> plain(numbers.number(literal));
            case DECIMAL -> plain(numbers.decimal(literal));
            case MONEY -> amount(literal, null);
            case TEXT ->
                WHOLE.matcher(literal).matches() ? literal : wrongType().advice("Maybe " + Quote.text(literal));
            default -> wrongType();
        };
    }

    private Object amount(String literal, @Nullable CurrencyUnit currency) {
        Object number = plain(numbers.decimal(literal));
        return number instanceof BigDecimal decimal ? new Amount(decimal, currency) : number;
    }

    /** How numbers are written as text has nothing to do with it. */
    private static Object plain(Object number) {
        return number instanceof Refusal refusal ? refusal.advice("") : number;
    }

    /** The value of true or false, or the refusal. */
    @Nullable
    Object truth(boolean truth) {
        if (cells.translates(Boolean.toString(truth))) {
            return cells.read(Boolean.toString(truth));
        }
        return kind == CellKind.BOOLEAN ? truth : wrongType();
    }

    /** The value of a list or an object, or the refusal. */
    Object nested(JsonValue value) {
        return switch (kind) {
            case TEXT_SET -> value instanceof JsonArray list ? set(list) : wrongType();
            case MONEY -> value instanceof JsonObject object ? money(object) : wrongType();
            default -> wrongType();
        };
    }

    private Object set(JsonArray list) {
        Set<String> elements = new LinkedHashSet<>();
        for (JsonValue element : list.elements()) {
            String text;
            if (element instanceof JsonText string) {
                text = string.text().strip();
            } else if (element instanceof JsonNumber number
                    && WHOLE.matcher(number.literal()).matches()) {
                text = number.literal();
            } else {
                return wrongType();
            }
            if (text.indexOf('\0') >= 0) {
                return CellReader.NUL;
            }
            if (!text.isEmpty()) {
                elements.add(text);
            }
        }
        return Collections.unmodifiableSet(elements);
    }

    private Object money(JsonObject object) {
        if (object.members().size() == 2
                && object.find("amount").orElse(null) instanceof JsonNumber number
                && object.find("currency").orElse(null) instanceof JsonText code) {
            Object currency = Numbers.currency(code.text());
            return currency instanceof CurrencyUnit unit ? amount(number.literal(), unit) : currency;
        }
        return wrongType();
    }

    private Refusal wrongType() {
        return switch (kind) {
            case TEXT -> Refusal.of("not-a-text", "must be a text, in quotes");
            case MOMENT, START -> Refusal.of("not-a-date", "must be a date or time in quotes, such as \"2026-03-31\"");
            case DATE, OLD_DATE -> Refusal.of("not-a-date", "must be a date in quotes, such as \"2026-03-31\"");
            case NUMBER, DECIMAL -> Refusal.of("not-a-number", "must be a number such as 1200.5");
            case BOOLEAN ->
                Refusal.of("not-a-boolean", "must be true or false")
                        .advice("Maybe translate it in book.json, under \"values\"");
            case MONEY ->
                Refusal.of(
                        "not-an-amount",
                        "must be an amount such as 1200.50 or {\"amount\": 1200.50, \"currency\": \"EUR\"}");
            case TEXT_SET -> Refusal.of("not-a-list", "must be a list of texts such as [\"a\", \"b\"]");
            case CURRENCY -> Refusal.of("unknown-currency", "must be a currency of ISO 4217 such as \"EUR\"");
        };
    }
}
