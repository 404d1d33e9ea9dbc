package dev.rapport.model.json;

import dev.rapport.model.problem.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes JSON, one call for one field or element. {@link JsonLayout} begins a document; objects and lists are filled by
 * the function they are given, and so are always closed.
 *
 * <pre>{@code
 * out.object(measure -> measure
 *         .field("code", "usage")
 *         .field("weight", 0.3)
 *         .array("points", points -> points.value(0).value(100)));
 * }</pre>
 *
 * <p>Doubles are written in the shortest form that reads back as the same double, whole ones below 1e15 without
 * {@code .0}. Mutable, for one thread; valid only while the document is being written. A field outside an object, a
 * value without a name within one, or a second value of the document is an {@code IllegalStateException}. A failing
 * target ends the writing; {@link JsonLayout} throws its {@code IOException}.
 */
public final class JsonOut {

    private static final double WHOLE_BELOW = 1e15;

    private final JsonGenerator generator;
    private boolean named;

    /**
     * Writes to any generator of Jackson, so that a module of ours can hand one of a host's on. In an object, the name
     * must have been written.
     */
    JsonOut(JsonGenerator generator) {
        this.generator = generator;
        this.named = generator.streamWriteContext().inObject();
    }

    /**
     * Writes an object.
     *
     * @param fields writes its fields
     * @return this
     */
    public JsonOut object(Consumer<JsonOut> fields) {
        beginNested();
        generator.writeStartObject();
        fields.accept(this);
        checkNoName();
        generator.writeEndObject();
        return this;
    }

    /**
     * Writes a list.
     *
     * @param elements writes its elements
     * @return this
     */
    public JsonOut array(Consumer<JsonOut> elements) {
        beginNested();
        generator.writeStartArray();
        elements.accept(this);
        generator.writeEndArray();
        return this;
    }

    /**
     * Writes the name of a field. Its value must be written next.
     *
     * @param name the name
     * @return this
     */
    public JsonOut name(String name) {
        checkNoName();
        if (!generator.streamWriteContext().inObject()) {
            throw new IllegalStateException("a field stands in an object; field was " + Quote.text(name));
        }
        generator.writeName(name);
        named = true;
        return this;
    }

    /**
     * Writes a string.
     *
     * @param text the string
     * @return this
     */
    public JsonOut value(String text) {
        begin();
        generator.writeString(text);
        return this;
    }

    /**
     * Writes a number.
     *
     * @param number the number
     * @return this
     * @throws IllegalArgumentException if it is NaN or infinite; the message names the field
     */
    public JsonOut value(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(place() + " must be a finite number, was " + number);
        }
        begin();
        boolean isMinusZero = number == 0 && 1 / number < 0;
        if (number == Math.rint(number) && Math.abs(number) < WHOLE_BELOW && !isMinusZero) {
            generator.writeNumber((long) number);
        } else {
            generator.writeNumber(number);
        }
        return this;
    }

    /**
     * Writes a whole number.
     *
     * @param number the number
     * @return this
     */
    public JsonOut value(long number) {
        begin();
        generator.writeNumber(number);
        return this;
    }

    /**
     * Writes a number with the decimals it has.
     *
     * @param number the number
     * @return this
     * @throws IllegalArgumentException if it is longer or larger than is ever read back; the message names the field
     */
    public JsonOut value(BigDecimal number) {
        String literal = number.toString();
        if (!JsonNumber.isWithinBounds(literal)) {
            throw new IllegalArgumentException(
                    place() + " must be of bounded length and magnitude, was " + Quote.text(literal));
        }
        begin();
        generator.writeNumber(literal);
        return this;
    }

    /**
     * Writes true or false.
     *
     * @param truth which of them
     * @return this
     */
    public JsonOut value(boolean truth) {
        begin();
        generator.writeBoolean(truth);
        return this;
    }

    /**
     * Writes null.
     *
     * @return this
     */
    public JsonOut nullValue() {
        begin();
        generator.writeNull();
        return this;
    }

    /**
     * Writes a tree that was read, numbers as they were written.
     *
     * @param tree the tree
     * @return this
     */
    public JsonOut value(JsonValue tree) {
        if (tree instanceof JsonObject object) {
            return object(out ->
                    object.members().forEach(member -> out.name(member.name()).value(member.value())));
        }
        if (tree instanceof JsonArray array) {
            return array(out -> array.elements().forEach(out::value));
        }
        if (tree instanceof JsonText text) {
            return value(text.text());
        }
        if (tree instanceof JsonNumber number) {
            begin();
            generator.writeNumber(number.literal());
            return this;
        }
        return tree instanceof JsonBoolean truth ? value(truth.value()) : nullValue();
    }

    /**
     * Writes a field that holds an object.
     *
     * @param name its name
     * @param fields writes the fields of the object
     * @return this
     */
    public JsonOut object(String name, Consumer<JsonOut> fields) {
        return name(name).object(fields);
    }

    /**
     * Writes a field that holds a list.
     *
     * @param name its name
     * @param elements writes the elements of the list
     * @return this
     */
    public JsonOut array(String name, Consumer<JsonOut> elements) {
        return name(name).array(elements);
    }

    /**
     * Writes a field that holds a string.
     *
     * @param name its name
     * @param text the string
     * @return this
     */
    public JsonOut field(String name, String text) {
        return name(name).value(text);
    }

    /**
     * Writes a field that holds a number.
     *
     * @param name its name
     * @param number the number
     * @return this
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public JsonOut field(String name, double number) {
        return name(name).value(number);
    }

    /**
     * Writes a field that holds a whole number.
     *
     * @param name its name
     * @param number the number
     * @return this
     */
    public JsonOut field(String name, long number) {
        return name(name).value(number);
    }

    /**
     * Writes a field that holds a number with the decimals it has.
     *
     * @param name its name
     * @param number the number
     * @return this
     * @throws IllegalArgumentException if it is longer or larger than is ever read back
     */
    public JsonOut field(String name, BigDecimal number) {
        return name(name).value(number);
    }

    /**
     * Writes a field that holds true or false.
     *
     * @param name its name
     * @param truth which of them
     * @return this
     */
    public JsonOut field(String name, boolean truth) {
        return name(name).value(truth);
    }

    /**
     * Writes a field that holds a date.
     *
     * @param name its name
     * @param date the date, written as {@code 2026-03-31}
     * @return this
     */
    public JsonOut field(String name, LocalDate date) {
        return name(name).value(date.toString());
    }

    /**
     * Writes a field that holds an instant.
     *
     * @param name its name
     * @param instant the instant, written in UTC as {@code 2026-03-31T10:15:00Z}
     * @return this
     */
    public JsonOut field(String name, Instant instant) {
        return name(name).value(instant.toString());
    }

    /**
     * Writes a field that holds a tree that was read.
     *
     * @param name its name
     * @param tree the tree
     * @return this
     */
    public JsonOut field(String name, JsonValue tree) {
        return name(name).value(tree);
    }

    /**
     * Writes a field that holds null.
     *
     * @param name its name
     * @return this
     */
    public JsonOut nullField(String name) {
        return name(name).nullValue();
    }

    private void beginNested() {
        if (generator.streamWriteContext().getNestingDepth() >= JsonLimits.DEEPEST) {
            throw new IllegalStateException("objects and lists must not be nested deeper than " + JsonLimits.DEEPEST);
        }
        begin();
    }

    private void begin() {
        if (generator.streamWriteContext().inObject() && !named) {
            throw new IllegalStateException("a value in an object needs a name, at " + place());
        }
        named = false;
    }

    private void checkNoName() {
        if (named) {
            throw new IllegalStateException("a field needs a value, at " + place());
        }
    }

    private String place() {
        String pointer = generator.streamWriteContext().pathAsPointer().toString();
        return pointer.isEmpty() ? "the value" : pointer;
    }
}
