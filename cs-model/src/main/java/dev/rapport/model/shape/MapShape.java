package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonMember;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An object whose field names are data. */
final class MapShape<V> extends Shape<Map<String, V>> {

    /** In which order the fields are written. */
    enum Order {
        BY_NAME,
        OWN
    }

    private final Shape<V> value;
    private final Order order;

    MapShape(Shape<V> value, Order order) {
        this.value = requireNonNull(value, "value");
        this.order = order;
    }

    @Override
    @Nullable
    Map<String, V> decode(JsonValue json, ProblemCollector problems) {
        if (!(json instanceof JsonObject object)) {
            return wrongType(json, problems, "");
        }
        int errorsBefore = problems.errorCount();
        Map<String, V> values = new TreeMap<>();
        for (JsonMember member : object.members()) {
            V decoded = value.decode(member.value(), problems);
            if (decoded != null) {
                values.put(member.name(), decoded);
            }
        }
        return problems.errorCount() == errorsBefore ? Collections.unmodifiableMap(values) : null;
    }

    @Override
    void encode(Map<String, V> values, JsonOut out) {
        Map<String, V> ordered = order == Order.OWN ? values : new TreeMap<>(values);
        out.object(fields -> ordered.forEach((name, each) -> value.encode(each, fields.name(name))));
    }

    @Override
    String expected() {
        return "an object";
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.out().field("type", "object");
        schema.object("additionalProperties", value);
    }
}
