package dev.rapport.model.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.json.JsonInput;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralShapeTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.30", "\"x\"", "true"})
    void literal_isWrittenAsItWasRead(String json) {
        Object value = Shape.literal().read(JsonInput.text("a.json", json)).orThrow();
        assertThat(Shape.literal().toJson(value)).isEqualTo(json + "\n");
    }

    @Test
    void number_isKeptExactly() {
        assertThat(Shape.literal().read(JsonInput.text("a.json", "0.30")).orThrow())
                .isEqualTo(new BigDecimal("0.30"));
    }

    @Test
    void listsObjectsAndNull_areRefused() {
        assertThat(Shape.literal()
                        .read(JsonInput.text("a.json", "[1]"))
                        .problems()
                        .render())
                .isEqualTo("a.json:1:1: expected a number, a string, or true or false, got a list.");
    }

    @Test
    void secondLineOfARefusal_isItsAdvice() {
        Shape<String> shape = Shape.text()
                .map(
                        text -> {
                            throw new IllegalArgumentException("text must be loud, was " + text + ".\nMaybe shout.");
                        },
                        text -> text.toString().toLowerCase(Locale.ROOT));
        assertThat(shape.read(JsonInput.text("a.json", "\"x\"")).problems().render())
                .isEqualTo("a.json:1:1: text must be loud, was x.\n  Maybe shout.");
    }
}
