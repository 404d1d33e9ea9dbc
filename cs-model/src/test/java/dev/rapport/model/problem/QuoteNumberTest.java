package dev.rapport.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteNumberTest {

    @Test
    void number_isWrittenWithoutFraction_whereItIsWhole() {
        assertThat(Quote.number(50)).isEqualTo("50");
        assertThat(Quote.number(-2)).isEqualTo("-2");
        assertThat(Quote.number(0.25)).isEqualTo("0.25");
        assertThat(Quote.number(1e300)).isEqualTo("1.0E300");
        assertThat(Quote.number(Double.NaN)).isEqualTo("NaN");
    }
}
