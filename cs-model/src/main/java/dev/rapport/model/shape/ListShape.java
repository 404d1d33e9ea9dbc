package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonArray;
import dev.rapport.model.json.JsonNull;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of values of one shape.
 *
 * @param <E> what the elements make
 */
public final class ListShape<E> extends Shape<List<E>> {

    private final Shape<E> element;
    private final Size size;
    private final Optional<Identity<E>> identity;

    private ListShape(Shape<E> element, Size size, Optional<Identity<E>> identity) {
        this.element = requireNonNull(element, "element");
        this.size = size;
        this.identity = identity;
    }

    static <E> ListShape<E> of(Shape<E> element) {
        return new ListShape<>(element, new Size(0, Integer.MAX_VALUE), Optional.empty());
    }

    /**
     * Only lists with at least one element.
     *
     * @return the new shape
     */
    public ListShape<E> notEmpty() {
        return atLeast(1);
    }

    /**
     * Only lists of a minimum size.
     *
     * @param elements how many elements there must be
     * @return the new shape
     */
    public ListShape<E> atLeast(int elements) {
        return new ListShape<>(element, new Size(elements, size.most()), identity);
    }

    /**
     * Only lists of a maximum size.
     *
     * @param elements how many elements there may be
     * @return the new shape
     */
    public ListShape<E> atMost(int elements) {
        return new ListShape<>(element, new Size(size.least(), elements), identity);
    }

    /**
     * Only lists in which no element occurs twice. JSON Schema does not know it.
     *
     * @return the new shape
     */
    public ListShape<E> unique() {
        return new ListShape<>(element, size, Optional.of(new Identity<>("", Function.identity())));
    }

    /**
     * Only lists of objects in which no two are the same in one field. JSON Schema does not know it.
     *
     * @param field the name of the field, for messages
     * @param value the value of that field of an element
     * @return the new shape
     */
    public ListShape<E> uniqueBy(String field, Function<? super E, ?> value) {
        return new ListShape<>(element, size, Optional.of(new Identity<>(field, value)));
    }

    @Override
    @Nullable
    List<E> decode(JsonValue json, ProblemCollector problems) {
        if (!(json instanceof JsonArray array)) {
            return wrongType(json, problems, json instanceof JsonNull ? "" : "Maybe [ ] around it: a list of one");
        }
        int errorsBefore = problems.errorCount();
        int found = array.elements().size();
        if (!size.allows(found)) {
            problems.error(Codes.WRONG_LENGTH, json.location(), "must have " + size.rule() + ", has " + found);
        }
        List<E> elements = new ArrayList<>(found);
        for (JsonValue next : array.elements()) {
            E decoded = element.decode(next, problems);
            if (decoded != null) {
                elements.add(decoded);
            }
        }
        if (problems.errorCount() == errorsBefore) {
            identity.ifPresent(present -> present.check(elements, array, problems));
        }
        return problems.errorCount() == errorsBefore ? Collections.unmodifiableList(elements) : null;
    }

    @Override
    void encode(List<E> value, JsonOut out) {
        out.array(elements -> value.forEach(each -> element.encode(each, elements)));
    }

    @Override
    String expected() {
        return "a list";
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.out().field("type", "array");
        schema.object("items", element);
        if (size.least() > 0) {
            schema.out().field("minItems", size.least());
        }
        if (size.most() < Integer.MAX_VALUE) {
            schema.out().field("maxItems", size.most());
        }
    }

    /** How many elements there may be. */
    private record Size(int least, int most) {

        Size {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException(
                        "the number of elements must be between " + least + " and " + most + ", which is none");
            }
        }

        boolean allows(int elements) {
            return elements >= least && elements <= most;
        }

        String rule() {
            if (least == most) {
                return "exactly " + elements(least);
            }
            if (least == 0) {
                return "at most " + elements(most);
            }
            return most == Integer.MAX_VALUE
                    ? "at least " + elements(least)
                    : "between " + least + " and " + elements(most);
        }

        private static String elements(int count) {
            return count + (count == 1 ? " element" : " elements");
        }
    }

    /**
     * What no two elements may have in common.
     *
     * @param field the field that holds it, or empty for the element itself
     * @param value takes it from an element
     */
    private record Identity<E>(String field, Function<? super E, ?> value) {

        void check(List<E> elements, JsonArray array, ProblemCollector problems) {
            Map<Object, Integer> first = new HashMap<>();
            for (int i = 0; i < elements.size(); i++) {
                Object found = value.apply(elements.get(i));
                Integer earlier = first.putIfAbsent(found, i);
                if (earlier != null) {
                    Place place = Place.of(array, problems).at(i);
                    Location at = (field.isEmpty() ? place : place.at(field)).location();
                    Location earlierAt = array.elements().get(earlier).location();
                    problems.error(
                            Codes.REPEATED,
                            at,
                            Quote.text(found.toString()) + " is already in "
                                    + Quote.bare(earlierAt.pointer().toString()) + " at " + earlierAt.position()
                                    + "; each may occur once");
                }
            }
        }
    }
}
