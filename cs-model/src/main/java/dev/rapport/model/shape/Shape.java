package dev.rapport.model.shape;

import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON value may look like and which value it makes; also how that value is written, and its JSON Schema.
 *
 * <pre>{@code
 * static final Shape<Band> BAND = Shape.object("band", fields -> {
 *     var code = fields.required("code", Shape.code(), Band::code);
 *     var from = fields.required("from", Shape.number().between(0, 100), Band::from);
 *     return in -> new Band(in.get(code), in.get(from));
 * });
 *
 * Checked<Band> band = BAND.read(JsonInput.text("band.json", "{\"code\": \"green\", \"from\": 70}"));
 * }</pre>
 *
 * <p>Immutable, and safe to share between threads. Not for extension: new shapes are made by combining these.
 *
 * @param <T> what it makes
 */
public abstract class Shape<T> {

    Shape() {}

    /**
     * Any string.
     *
     * @return the shape
     */
    public static TextShape text() {
        return TextShape.ANY;
    }

    /**
     * The code of something, to refer to it: 1 to 100 letters a-z and A-Z, digits, dots, hyphens and underscores,
     * beginning with a letter or digit.
     *
     * @return the shape
     */
    public static TextShape code() {
        return TextShape.CODE;
    }

    /**
     * A number, as a double.
     *
     * @return the shape
     */
    public static NumberShape<Double> number() {
        return NumberShape.DOUBLE;
    }

    /**
     * A number, exactly as written.
     *
     * @return the shape
     */
    public static NumberShape<BigDecimal> decimal() {
        return NumberShape.DECIMAL;
    }

    /**
     * A whole number in the range of an int; {@code 3.0} is one.
     *
     * @return the shape
     */
    public static NumberShape<Integer> integer() {
        return NumberShape.INTEGER;
    }

    /**
     * A whole number in the range of a long.
     *
     * @return the shape
     */
    public static NumberShape<Long> longInteger() {
        return NumberShape.LONG;
    }

    /**
     * True or false.
     *
     * @return the shape
     */
    public static Shape<Boolean> bool() {
        return BooleanShape.INSTANCE;
    }

    /**
     * A number, a string, or true or false, where something else says which it must be: makes a {@code BigDecimal}
     * exactly as written, a {@code String} or a {@code Boolean}.
     *
     * @return the shape
     */
    public static Shape<Object> literal() {
        return LiteralShape.INSTANCE;
    }

    /**
     * A date of the years 1 to 9999, such as {@code "2026-03-31"}.
     *
     * @return the shape
     */
    public static Shape<LocalDate> date() {
        return ParsedShape.DATE;
    }

    /**
     * An instant of the years 1 to 9999, such as {@code "2026-03-31T10:15:00Z"}; written in UTC.
     *
     * @return the shape
     */
    public static Shape<Instant> instant() {
        return ParsedShape.INSTANT;
    }

    /**
     * A span of days, weeks, months and years, such as {@code "P3M"} or {@code "P14D"}.
     *
     * @return the shape
     */
    public static Shape<Period> period() {
        return ParsedShape.PERIOD;
    }

    /**
     * An amount of money in a currency, such as {@code "EUR 12.50"}; with no more digits than the currency has.
     *
     * @return the shape
     */
    public static Shape<Money> money() {
        return ParsedShape.MONEY;
    }

    /**
     * A time zone, such as {@code "Europe/Berlin"}.
     *
     * @return the shape
     */
    public static Shape<ZoneId> zone() {
        return ParsedShape.ZONE;
    }

    /**
     * Something else that is written as a string, such as a country.
     *
     * @param <T> what is written
     * @param what what is written, with an example, for messages: {@code a time zone such as "Europe/Berlin"}
     * @param parse reads it; refuses with an {@code IllegalArgumentException} or {@code DateTimeException}
     * @param print writes it
     * @return the shape
     */
    public static <T> Shape<T> parsed(String what, Function<String, T> parse, Function<T, String> print) {
        return new ParsedShape<>(what, Optional.empty(), parse, print);
    }

    /**
     * One of the constants of an enum, written in lower case with hyphens: {@code LOWER_IS_BETTER} as {@code
     * "lower-is-better"}.
     *
     * @param <E> the enum
     * @param type its class
     * @return the shape
     */
    public static <E extends Enum<E>> Shape<E> oneOf(Class<E> type) {
        return WordShape.of(type);
    }

    /**
     * One of some words.
     *
     * @param <E> what the words mean
     * @param words the meaning of each word; all different
     * @return the shape
     */
    public static <E> Shape<E> oneOf(Map<String, E> words) {
        return new WordShape<>(new TreeMap<>(words));
    }

    /**
     * A list of values of one shape.
     *
     * @param <E> what the elements make
     * @param element the shape of each element
     * @return the shape
     */
    public static <E> ListShape<E> listOf(Shape<E> element) {
        return ListShape.of(element);
    }

    /**
     * A list of exactly two values, such as the points {@code [0.8, 100]} of a curve.
     *
     * @param <T> what they make together
     * @param <A> what the first makes
     * @param <B> what the second makes
     * @param first the shape of the first value
     * @param getFirst the first value of a whole, for writing
     * @param second the shape of the second value
     * @param getSecond the second value of a whole, for writing
     * @param make makes the whole; may refuse with an {@code IllegalArgumentException}, which becomes a problem
     * @return the shape
     */
    public static <T, A, B> Shape<T> pairOf(
            Shape<A> first,
            Function<? super T, ? extends A> getFirst,
            Shape<B> second,
            Function<? super T, ? extends B> getSecond,
            BiFunction<? super A, ? super B, ? extends T> make) {
        return new PairShape<>(new PairShape.Part<>(first, getFirst), new PairShape.Part<>(second, getSecond), make);
    }

    /**
     * An object whose field names are data: a map, sorted by name. No name is reserved in it.
     *
     * @param <V> what the values make
     * @param value the shape of each value
     * @return the shape
     */
    public static <V> Shape<Map<String, V>> mapOf(Shape<V> value) {
        return new MapShape<>(value, MapShape.Order.BY_NAME);
    }

    /**
     * An object with the given fields.
     *
     * @param <T> what it makes
     * @param name what it is called in JSON Schema: lower-case letters, digits and hyphens; different for different
     *     shapes of a document
     * @param declaration declares the fields and returns the function that makes a value of what they hold. That
     *     function is only called when all fields are right; it may still refuse with an {@code
     *     IllegalArgumentException}, which becomes a problem of the object
     * @return the shape
     */
    public static <T> Shape<T> object(String name, Function<Fields<T>, Function<FieldValues, T>> declaration) {
        return object(name, (self, fields) -> declaration.apply(fields));
    }

    /**
     * An object that can contain objects of its own shape.
     *
     * @param <T> what it makes
     * @param name what it is called in JSON Schema
     * @param declaration as above, with the shape itself as first argument
     * @return the shape
     */
    public static <T> Shape<T> object(
            String name, BiFunction<Shape<T>, Fields<T>, Function<FieldValues, T>> declaration) {
        return new ObjectShape<>(name, Optional.empty(), declaration);
    }

    /**
     * The same shape for another value.
     *
     * @param <U> what it makes
     * @param to makes the value; may refuse with an {@code IllegalArgumentException}, which becomes a problem
     * @param from the opposite, for writing
     * @return the new shape
     */
    public final <U> Shape<U> map(Function<? super T, ? extends U> to, Function<? super U, ? extends T> from) {
        return new MappedShape<>(this, to, from);
    }

    /**
     * The same shape with a further check, made when all else is right. JSON Schema does not know it.
     *
     * @param check reports what is wrong
     * @return the new shape
     */
    public Shape<T> check(Check<? super T> check) {
        return new CheckedShape<>(this, check);
    }

    /**
     * The same shape with a description for the JSON Schema, which editors show.
     *
     * @param description one sentence
     * @return the new shape
     */
    public final Shape<T> described(String description) {
        return new DescribedShape<>(this, description);
    }

    /**
     * Reads a value.
     *
     * @param input the text
     * @return the value, or all that is wrong with the text and with what it says
     */
    public final Checked<T> read(JsonInput input) {
        ProblemCollector problems = new ProblemCollector();
        Optional<JsonValue> tree = input.tree(problems);
        return checked(tree.isPresent() ? decode(tree.get(), problems) : null, problems);
    }

    /**
     * Reads a value from a tree.
     *
     * @param tree the tree
     * @return the value, or all that is wrong with it
     */
    public final Checked<T> read(JsonValue tree) {
        ProblemCollector problems = new ProblemCollector();
        return checked(decode(tree, problems), problems);
    }

    private static <T> Checked<T> checked(@Nullable T value, ProblemCollector problems) {
        return value == null || problems.errorCount() > 0
                ? Checked.invalid(problems.problems())
                : Checked.valid(value, problems.problems());
    }

    /**
     * Writes a value, so that reading it makes an equal one.
     *
     * @param value the value
     * @param out where it is written as one JSON value
     */
    public final void write(T value, JsonOut out) {
        encode(value, out);
    }

    /**
     * The value as text.
     *
     * @param value the value
     * @return the pretty text, ending in a line feed
     */
    public final String toJson(T value) {
        return JsonLayout.PRETTY.text(out -> encode(value, out));
    }

    /**
     * The JSON Schema (2020-12) of this shape. A text that is read without problems is valid under the schema; the
     * other way round, checks that a schema cannot say are missing from it.
     *
     * @return the pretty text, ending in a line feed
     */
    public final String toJsonSchema() {
        return SchemaWriter.write(this);
    }

    /** Makes the value, or null after at least one error was reported. */
    abstract @Nullable T decode(JsonValue json, ProblemCollector problems);

    abstract void encode(T value, JsonOut out);

    /** What is expected, for messages: {@code a number}. */
    abstract String expected();

    /** Writes the keywords of the schema into the object that is open. */
    abstract void describe(SchemaWriter schema);

    final @Nullable T wrongType(JsonValue found, ProblemCollector problems, String advice) {
        problems.add(Problem.error(
                        Codes.WRONG_TYPE, found.location(), "expected " + expected() + ", got " + found.describe())
                .withAdvice(advice));
        return null;
    }
}
