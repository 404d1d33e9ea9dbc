package dev.rapport.model.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.json.JsonInput;
import org.junit.jupiter.api.Test;

class DescriptionFieldTest {

    private static Shape<String> shape(String declared) {
        return Shape.object("part", fields -> {
            var field = fields.required(declared, Shape.text(), value -> value);
            return in -> in.get(field);
        });
    }

    @Test
    void description_isAComment_whereItIsNotDeclared() {
        Shape<String> shape = shape("name");
        assertThat(shape.read(JsonInput.text("a.json", "{\"name\": \"n\", \"description\": \"d\"}"))
                        .orThrow())
                .isEqualTo("n");
        assertThat(shape.toJson("n")).isEqualTo("{\n  \"name\": \"n\"\n}\n");
    }

    @Test
    void description_isAField_whereItIsDeclared() {
        Shape<String> shape = shape("description");
        assertThat(shape.read(JsonInput.text("a.json", "{\"description\": \"d\"}"))
                        .orThrow())
                .isEqualTo("d");
        assertThat(shape.toJson("d")).isEqualTo("{\n  \"description\": \"d\"\n}\n");
        assertThat(shape.read(JsonInput.text("a.json", "{}")).isValid()).isFalse();
        assertThat(shape.toJsonSchema().split("\"description\"", -1)).hasSize(3);
    }
}
