package dev.rapport.model.shape;

import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.shape.OutputFields.OutputField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An object that is only written: its schema allows nothing that is not declared. */
final class OutputShape<T> extends Shape<T> implements Definition {

    private final String name;
    private final Map<String, OutputField<T, ?>> fields;

    OutputShape(String name, BiConsumer<Shape<T>, OutputFields<T>> declaration) {
        this.name = Definition.checkName(name);
        OutputFields<T> declared = new OutputFields<>();
        declaration.accept(this, declared);
        this.fields = new LinkedHashMap<>(declared.fields());
    }

    @Override
    @Nullable
    T decode(JsonValue json, ProblemCollector problems) {
        problems.error(Codes.ONLY_WRITTEN, json.location(), "must not be read: a " + name + " is only written");
        return null;
    }

    @Override
    void encode(T value, JsonOut out) {
        out.object(object -> fields.forEach((field, declared) -> declared.encode(field, value, object)));
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
        out.object(
                "properties",
                properties -> fields.forEach((field, declared) -> schema.object(field, declared.shape())));
        out.array(
                "required",
                required -> fields.forEach((field, declared) -> {
                    if (declared.required()) {
                        required.value(field);
                    }
                }));
        out.field("additionalProperties", false);
    }
}
