package dev.rapport.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QuoteTest {

    @Test
    void text_standsInQuotes_andQuotesInItAreEscaped() {
        assertThat(Quote.text("usage")).isEqualTo("\"usage\"");
        assertThat(Quote.text("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
    }

    @Test
    void invisibleCharacters_areShown() {
        assertThat(Quote.text("a\nb\u202E\u0000\uD800")).isEqualTo("\"a\\u000ab\\u202e\\u0000\\ud800\"");
        assertThat(Quote.text("Gr\u00FC\u00DFe \uD83D\uDE00")).isEqualTo("\"Gr\u00FC\u00DFe \uD83D\uDE00\"");
    }

    @Test
    void longText_isCutBetweenCharacters_andItsLengthIsSaid() {
        assertThat(Quote.text("\uD83D\uDE00".repeat(100)))
                .isEqualTo('"' + "\uD83D\uDE00".repeat(60) + "...\" (100 characters)");
        assertThat(Quote.bare("3".repeat(61))).isEqualTo("3".repeat(60) + "... (61 characters)");
        assertThat(Quote.bare("3".repeat(60))).isEqualTo("3".repeat(60));
    }

    @Property
    void quotedText_isOneVisibleLine_ofBoundedLength(@ForAll String text) {
        String quoted = Quote.text(text);

        assertThat(quoted.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(
                        c -> Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE);
        assertThat(quoted.length()).isLessThan(60 * 12 + 40);
    }
}
