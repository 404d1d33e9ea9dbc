package dev.rapport.model.json;

import dev.rapport.model.attribute.AttributeKey;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;

/**
 * Writes the value of an attribute: numbers and booleans as such, texts and dates as strings, money as a string such as
 * {@code "EUR 12000.00"}, sets of text as sorted lists.
 */
public final class AttributeValueJson {

    private AttributeValueJson() {}

    /**
     * Writes a value.
     *
     * @param key the attribute
     * @param value a value of the key's kind
     * @param out where it is written as one JSON value
     */
    public static void write(AttributeKey<?> key, Object value, JsonOut out) {
        switch (key.kind()) {
            case NUMBER -> writeNumber((Double) value, out);
            case BOOLEAN -> out.value((boolean) (Boolean) value);
            case TEXT, DATE -> out.value(value.toString());
            case MONEY -> out.value(((Money) value).toString());
            case TEXT_SET -> {
                Set<String> sorted = new TreeSet<>();
                ((Set<?>) value).forEach(word -> sorted.add((String) word));
                out.array(words -> sorted.forEach(words::value));
            }
        }
    }

    /**
     * Writes a number that JSON may not know: what is not finite becomes a string, so that it is seen and never guessed.
     *
     * @param number the number
     * @param out where it is written as one JSON value
     */
    public static void writeNumber(double number, JsonOut out) {
        if (Double.isFinite(number)) {
            out.value(number);
        } else {
            out.value(Double.toString(number));
        }
    }
}
