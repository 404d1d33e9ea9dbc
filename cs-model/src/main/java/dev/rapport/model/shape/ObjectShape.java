package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonMember;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object with declared fields; as a variant, also with the field that says which one it is. */
final class ObjectShape<T> extends Shape<T> implements Definition {

    static final String TYPE = "type";
    static final String DESCRIPTION = "description";

    private static final String FREE_PREFIX = "x-";

    private final String name;
    private final Optional<String> typeId;
    private final List<Slot<T, ?, ?>> slots;
    private final Function<FieldValues, T> make;
    private final Set<String> known;
    private final Set<String> comments;

    ObjectShape(
            String name,
            Optional<String> typeId,
            BiFunction<Shape<T>, Fields<T>, Function<FieldValues, T>> declaration) {
        this(name, typeId, Set.of(DESCRIPTION), declaration);
    }

    /** With the names of the fields that take a comment for people and make nothing. */
    ObjectShape(
            String name,
            Optional<String> typeId,
            Set<String> comments,
            BiFunction<Shape<T>, Fields<T>, Function<FieldValues, T>> declaration) {
        this.name = Definition.checkName(name);
        this.typeId = typeId;
        Set<String> reserved = new HashSet<>(comments);
        reserved.remove(DESCRIPTION);
        typeId.ifPresent(id -> reserved.add(TYPE));
        Fields<T> fields = new Fields<>(reserved);
        this.make = requireNonNull(declaration.apply(this, fields), "declaration must return a function");
        this.slots = fields.slots();
        this.known = new TreeSet<>();
        slots.forEach(slot -> known.add(slot.field().name()));
        this.comments = new TreeSet<>(comments);
        this.comments.removeAll(known);
        typeId.ifPresent(id -> known.add(TYPE));
    }

    static boolean isFree(String field) {
        return field.startsWith(FREE_PREFIX);
    }

    @Override
    @Nullable
    T decode(JsonValue json, ProblemCollector problems) {
        if (!(json instanceof JsonObject object)) {
            return wrongType(json, problems, "");
        }
        int errorsBefore = problems.errorCount();
        Set<String> meant = reportUnknown(object, problems);
        FieldValues values = new FieldValues();
        for (Slot<T, ?, ?> slot : slots) {
            slot.decode(object, values, problems);
            String field = slot.field().name();
            if (slot.isRequired() && object.find(field).isEmpty() && !meant.contains(field)) {
                problems.add(slot.missing(object));
            }
        }
        return problems.errorCount() == errorsBefore ? Refusal.apply(() -> make.apply(values), json, problems) : null;
    }

    /** Returns the fields that unknown ones were probably meant to be: those are misspelled and not missing. */
    private Set<String> reportUnknown(JsonObject object, ProblemCollector problems) {
        List<JsonMember> unknown = new ArrayList<>();
        for (JsonMember member : object.members()) {
            if (comments.contains(member.name())) {
                text().decode(member.value(), problems);
            } else if (!known.contains(member.name()) && !isFree(member.name())) {
                unknown.add(member);
            }
        }
        if (unknown.isEmpty()) {
            return Set.of();
        }
        Set<String> absent = new TreeSet<>(known);
        object.members().forEach(member -> absent.remove(member.name()));
        Set<String> meant = new HashSet<>();
        for (JsonMember member : unknown) {
            Nearest.to(member.name(), absent).ifPresent(meant::add);
            problems.add(Problem.error(Codes.UNKNOWN_FIELD, member.location(), "unknown field; known: " + known)
                    .withAdvice(Nearest.advice(member.name(), absent)));
        }
        return meant;
    }

    @Override
    void encode(T value, JsonOut out) {
        out.object(fields -> {
            typeId.ifPresent(id -> fields.field(TYPE, id));
            slots.forEach(slot -> slot.encode(value, fields));
        });
    }

    @Override
    String expected() {
        return "an object";
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.refer(this);
    }

    @Override
    public String definitionName() {
        return name;
    }

    @Override
    public void define(SchemaWriter schema) {
        JsonOut out = schema.out();
        out.field("type", "object");
        out.object("properties", properties -> {
            typeId.ifPresent(id -> properties.object(TYPE, type -> type.field("const", id)));
            slots.forEach(slot -> slot.describe(schema));
            comments.forEach(comment -> properties.object(comment, text -> text.field("type", "string")));
        });
        out.object("patternProperties", patterns -> patterns.field("^" + FREE_PREFIX, true));
        out.array("required", required -> {
            typeId.ifPresent(id -> required.value(TYPE));
            slots.stream()
                    .filter(Slot::isRequired)
                    .forEach(slot -> required.value(slot.field().name()));
        });
        out.field("additionalProperties", false);
    }
}
