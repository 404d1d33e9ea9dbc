package dev.rapport.health.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of shares and net scores against published tables. */
class TextbookIntervalsTest {

    // Newcombe, Statistics in Medicine 17 (1998) 857-872, table I; 1/29 and 0/20 also in table II
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.255289, 0.366210",
        "15, 148, 0.062386, 0.160487",
        "0, 20, 0, 0.161125",
        "1, 29, 0.006113, 0.171755",
        "0, 10, 0, 0.277533",
        "45, 50, 0.786398, 0.956524",
        "7, 12, 0.319511, 0.806740"
    })
    void wilson_isThatOfNewcombe(long having, long of, double low, double high) {
        assertEnds(Proportion.wilson(having, of, 0.95), low, high, 5e-7);
        assertEnds(Proportion.wilson(of - having, of, 0.95), 1 - high, 1 - low, 5e-7);
    }

    // Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0"
    })
    void differenceOfShares_isThatOfNewcombe(long a, long m, long b, long n, double low, double high) {
        assertEnds(Proportion.difference(a, m, b, n, 0.95), low, high, 5e-5);
        assertEnds(Proportion.difference(b, n, a, m, 0.95), -high, -low, 5e-5);
    }

    // python3 -c "from math import sqrt; n=100; p,d=.45,.25; s=p-d; e=1.959963984540054*sqrt((p+d-s*s)/n); print(s-e,
    // s+e)"
    @ParameterizedTest
    @CsvSource({
        "45, 30, 25, 4.07717732, 35.92282268",
        "50, 30, 20, 14.692192, 45.307808",
        "100, 70, 30, 24.934292, 45.065708",
        "250, 150, 100, 23.154140, 36.845860",
        "162, 108, 54, 25.217384, 41.449283",
        "10, 0, 0, 100, 100"
    })
    void plainNetScore_isTheTextbooks(long promoters, long passives, long detractors, double low, double high) {
        assertEnds(NetScore.wald(promoters, passives, detractors, 0.95), low, high, 1e-6);
    }

    // R package NPS: nps_test(x, test = "adjusted.wald"), pseudo-observations .75, 1.5, .75
    @Test
    void adjustedNetScore_addsThreeAnswers() {
        assertEnds(NetScore.adjustedWald(45, 30, 25, 0.95), 3.77025, 35.06470, 5e-6);
    }

    @Test
    void adjustedNetScore_ofOneClass_hasAWidth_andHoldsTheEstimate() {
        Interval interval = NetScore.adjustedWald(10, 0, 0, 0.95);

        assertThat(interval.high()).isEqualTo(100);
        assertThat(interval.low()).isBetween(45.0, 50.0);
    }

    @Test
    void adjustedNetScore_atALowLevel_isStretchedToTheEstimate() {
        assertThat(NetScore.adjustedWald(1000, 0, 0, 0.5).contains(100)).isTrue();
    }

    @Test
    void plainShare_isTheTextbooks() {
        // R: p <- 81/263; print(p + c(-1, 1) * qnorm(.975) * sqrt(p * (1 - p) / 263), digits = 10)
        assertEnds(Proportion.wald(81, 263, 0.95), 0.2521901262, 0.3637794555, 1e-10);
        assertEnds(Proportion.wald(0, 20, 0.95), 0, 0, 0);
    }

    @Test
    void wrongCounts_areRefused() {
        assertThatThrownBy(() -> Proportion.wilson(3, 2, 0.95))
                .hasMessage("having (3) must be 0 to of (2), which is at least 1.");
        assertThatThrownBy(() -> NetScore.wald(0, 0, 0, 0.95))
                .hasMessageContaining("must be at least 0 and not all 0.");
        assertThatThrownBy(() -> Proportion.wilson(1, 2, 95))
                .hasMessage("level (95.0) must be at least 0.5 and below 1.\nMaybe 0.95 for 95 %.");
    }

    private static void assertEnds(Interval interval, double low, double high, double tolerance) {
        assertThat(interval.low()).isCloseTo(low, within(tolerance));
        assertThat(interval.high()).isCloseTo(high, within(tolerance));
    }
}
