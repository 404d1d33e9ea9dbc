package dev.rapport.model.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"arr", "usage.active-share", "tickets.urgent-90d", "x1"})
    void name_isLowerCaseWords(String name) {
        assertThat(AttributeKey.number(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ARR", "a b", "-a", "a-", "a..b", "a.", "ä", "a\u0000", "<script>"})
    void otherNames_areRefused(String name) {
        assertThatThrownBy(() -> AttributeKey.number(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("name (" + name + ") must be");
    }

    @Test
    void keys_areEqualByNameAndKind() {
        assertThat(AttributeKey.number("x").unit("days")).isEqualTo(AttributeKey.number("x"));
        assertThat((Object) AttributeKey.number("x")).isNotEqualTo(AttributeKey.text("x"));
    }

    @Test
    void series_fieldsHaveDifferentNames() {
        assertThatThrownBy(() -> SeriesKey.events("s", entry -> entry)
                        .requires(AttributeKey.number("a"))
                        .allows(AttributeKey.text("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was twice a");
    }
}
