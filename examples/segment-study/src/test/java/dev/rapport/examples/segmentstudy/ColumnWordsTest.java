package dev.rapport.examples.segmentstudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.examples.segmentstudy.ColumnWords.Word;
import dev.rapport.examples.shared.UserError;
import org.junit.jupiter.api.Test;

class ColumnWordsTest {

    @Test
    void names_haveCommasBetween_andMayBeQuoted() {
        assertThat(ColumnWords.of("a, b:categorical"))
                .containsExactly(new Word("a", "", false), new Word("b:categorical", "", false));
        assertThat(ColumnWords.of("\"Sales, net\":numeric,\"12\"\" screens\",\"ratio:a\""))
                .containsExactly(
                        new Word("Sales, net", ":numeric", true),
                        new Word("12\" screens", "", true),
                        new Word("ratio:a", "", true));
    }

    @Test
    void openQuote_isRefused() {
        assertThatThrownBy(() -> ColumnWords.of("\"a,b"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("option (--columns \"a,b) must close every quote.");
    }
}
