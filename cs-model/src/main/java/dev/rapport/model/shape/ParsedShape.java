package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Something written in a string. */
final class ParsedShape<T> extends Shape<T> {

    static final ParsedShape<LocalDate> DATE = new ParsedShape<>(
            "a date such as \"2026-03-31\"", Optional.of("date"), ParsedShape::parseDate, LocalDate::toString);

    static final ParsedShape<Instant> INSTANT = new ParsedShape<>(
            "an instant such as \"2026-03-31T10:15:00Z\"",
            Optional.of("date-time"),
            ParsedShape::parseInstant,
            Instant::toString);

    static final ParsedShape<Period> PERIOD = new ParsedShape<>(
            "a period such as \"P3M\" or \"P14D\"", Optional.of("duration"), Period::parse, Period::toString);

    static final ParsedShape<Money> MONEY = new ParsedShape<>(
            "an amount such as \"EUR 12.50\"", Optional.empty(), ParsedShape::parseMoney, Money::toString);

    static final ParsedShape<ZoneId> ZONE =
            new ParsedShape<>("a time zone such as \"Europe/Berlin\"", Optional.empty(), ZoneId::of, ZoneId::getId);

    private final String what;
    private final Optional<String> format;
    private final Function<String, T> parse;
    private final Function<T, String> print;

    ParsedShape(String what, Optional<String> format, Function<String, T> parse, Function<T, String> print) {
        this.what = requireNonNull(what, "what");
        this.format = format;
        this.parse = requireNonNull(parse, "parse");
        this.print = requireNonNull(print, "print");
    }

    private static LocalDate parseDate(String text) {
        LocalDate date = LocalDate.parse(text);
        checkYear(date.getYear());
        return date;
    }

    private static Instant parseInstant(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        checkYear(instant.atOffset(ZoneOffset.UTC).getYear());
        return instant;
    }

    private static Money parseMoney(String text) {
        try {
            return Money.parse(text);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("more digits than the currency has", e);
        }
    }

    private static void checkYear(int year) {
        if (year < 1 || year > 9999) {
            throw new DateTimeException("year must be between 1 and 9999, was " + year);
        }
    }

    @Override
    @Nullable
    T decode(JsonValue json, ProblemCollector problems) {
        if (json instanceof JsonText text) {
            try {
                return parse.apply(text.text());
            } catch (IllegalArgumentException | DateTimeException e) {
                problems.error(Codes.WRONG_SYNTAX, json.location(), "expected " + what + ", got " + json.describe());
                return null;
            }
        }
        return wrongType(json, problems, "");
    }

    @Override
    void encode(T value, JsonOut out) {
        out.value(print.apply(value));
    }

    @Override
    String expected() {
        return what;
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.out().field("type", "string");
        format.ifPresent(present -> schema.out().field("format", present));
    }
}
