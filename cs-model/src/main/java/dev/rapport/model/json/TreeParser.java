package dev.rapport.model.json;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Reads one text into a located tree. For one use, by one thread. */
final class TreeParser {

    /** Shares nothing between parsers, and leaves the limits to this class. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonLimits.DEEPEST + 1)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final int linesBefore;
    private final String text;
    private final JsonLimits limits;
    private final ProblemCollector problems;
    private final JsonParser parser;
    private final Deque<Container> containers = new ArrayDeque<>();
    private Location here;
    private boolean isComplete = true;

    private TreeParser(
            JsonParser parser,
            Location source,
            int linesBefore,
            String text,
            JsonLimits limits,
            ProblemCollector problems) {
        this.linesBefore = linesBefore;
        this.text = text;
        this.limits = limits;
        this.problems = problems;
        this.parser = parser;
        this.here = source;
    }

    static Optional<JsonValue> parse(String source, String text, JsonLimits limits, ProblemCollector problems) {
        return parse(source, 0, text, limits, problems);
    }

    /** Reads a text that follows so many lines of its source. */
    static Optional<JsonValue> parse(
            String source, int linesBefore, String text, JsonLimits limits, ProblemCollector problems) {
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text);
        return new TreeParser(parser, Location.of(source), linesBefore, text, limits, problems).parse();
    }

    /**
     * The value of a field of the document, whose first token was just read by a parser of the caller.
     *
     * @return the value, or empty if it is beyond the limits
     * @throws JacksonException if it is no JSON or nested too deeply
     */
    static Optional<JsonValue> field(JsonParser parser, JsonToken first, JsonLimits limits) {
        ProblemCollector problems = new ProblemCollector();
        TreeParser nested = new TreeParser(parser, Location.NONE, 0, "", limits, problems);
        nested.enter(new Container(Location.NONE, true));
        JsonValue value = nested.value(first, Location.NONE);
        return problems.errorCount() == 0 ? Optional.of(value) : Optional.empty();
    }

    private Optional<JsonValue> parse() {
        try (parser) {
            return located();
        }
    }

    /** Problems are located before the parser is closed, which moves it. */
    private Optional<JsonValue> located() {
        try {
            return document(parser.nextToken());
        } catch (StreamConstraintsException e) {
            problems.error(
                    "too-deep",
                    here,
                    "must not be nested deeper than " + limits.maxDepth() + " levels; the rest was not read");
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            problems.add(new SyntaxError(text, (int) at.getCharOffset(), Optional.ofNullable(containers.peek()))
                    .explain(locate(here, at)));
        }
        return Optional.empty();
    }

    private Optional<JsonValue> document(@Nullable JsonToken first) {
        if (first == null) {
            problems.error("syntax", here.at(linesBefore + 1, 1), "must be a JSON document, is empty");
            return Optional.empty();
        }
        JsonValue root = value(first, here);
        if (parser.nextToken() != null) {
            problems.error("syntax", locate(root.location()), "expected the end of the document, got a second value");
            return Optional.empty();
        }
        return isComplete ? Optional.of(root) : Optional.empty();
    }

    /** The value whose first token was just read. */
    private JsonValue value(JsonToken token, Location place) {
        Location at = locate(place);
        here = at;
        return switch (token) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> text(at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(at);
            case VALUE_TRUE -> new JsonBoolean(at, true);
            case VALUE_FALSE -> new JsonBoolean(at, false);
            case VALUE_NULL -> new JsonNull(at);
            default -> throw new IllegalStateException("not the beginning of a value: " + token);
        };
    }

    private JsonValue object(Location at) {
        enter(new Container(at, true));
        Map<String, JsonMember> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            here = locate(at.child(name));
            checkLength(name, here, "a field name");
            Location nameAt = here;
            JsonValue value = value(parser.nextToken(), nameAt);
            JsonMember first = members.putIfAbsent(name, new JsonMember(nameAt, name, value));
            if (first != null) {
                problems.error(
                        "duplicate-key",
                        nameAt,
                        "field " + Quote.text(name) + " is given twice, first at "
                                + first.location().position());
            }
            here = at;
        }
        containers.pop();
        return new JsonObject(at, List.copyOf(members.values()));
    }

    private JsonValue array(Location at) {
        enter(new Container(at, false));
        List<JsonValue> elements = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            elements.add(value(next, at.child(elements.size())));
            here = at;
        }
        containers.pop();
        return new JsonArray(at, elements);
    }

    private void enter(Container container) {
        if (containers.size() == limits.maxDepth()) {
            throw new StreamConstraintsException("too deep");
        }
        containers.push(container);
    }

    private JsonValue text(Location at) {
        String found = parser.getString();
        checkLength(found, at, "a string");
        return new JsonText(at, found);
    }

    private JsonValue number(Location at) {
        String literal = parser.getString();
        if (JsonNumber.isWithinBounds(literal)) {
            return new JsonNumber(at, literal);
        }
        leaveOut(
                "number-out-of-bounds",
                at,
                "a number must have at most " + JsonNumber.LONGEST + " characters and a magnitude between 1e-"
                        + JsonNumber.LARGEST_EXPONENT + " and 1e" + JsonNumber.LARGEST_EXPONENT + ", was "
                        + Quote.bare(literal));
        return new JsonNull(at);
    }

    private void checkLength(String found, Location at, String what) {
        if (found.length() > limits.maxTextLength()) {
            leaveOut(
                    "too-long",
                    at,
                    what + " must have at most " + limits.maxTextLength() + " characters, has " + found.length());
        }
    }

    /** Reports something that the tree cannot hold, so that there will be none. */
    private void leaveOut(String code, Location at, String message) {
        problems.error(code, at, message);
        isComplete = false;
    }

    private Location locate(Location place) {
        return locate(place, parser.currentTokenLocation());
    }

    private Location locate(Location place, TokenStreamLocation at) {
        return place.at(linesBefore + at.getLineNr(), at.getColumnNr());
    }

    /**
     * An object or list that is not closed yet.
     *
     * @param location where it begins
     * @param isObject whether it is an object
     */
    record Container(Location location, boolean isObject) {}
}
