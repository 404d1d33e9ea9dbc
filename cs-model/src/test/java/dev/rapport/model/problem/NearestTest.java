package dev.rapport.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("threshold", "all-of", "any-of", "not", "weight", "wait");

    @ParameterizedTest
    @CsvSource({
        "treshold,  threshold", // one missing
        "thresshold,threshold", // one too many
        "thresholt, threshold", // one wrong
        "threshodl, threshold", // two swapped
        "allOf,     all-of", // other spelling
        "ALL_OF,    all-of",
        "nto,       not",
        "wieght,    weight",
        "weit,      wait",
        "sigmoid,   ",
        "x,         ",
        "'',        ",
    })
    void slip_isForgiven_forEachThreeLetters(String word, String nearest) {
        assertThat(Nearest.to(word, KNOWN).orElse(null)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({"from, Maybe \"from\"", "frmo, Maybe \"from\"", "colour, ''"})
    void advice_offersTheNearest_orNothing(String word, String advice) {
        assertThat(Nearest.advice(word, List.of("code", "from"))).isEqualTo(advice);
    }

    @ParameterizedTest
    @CsvSource({"'', abc, 3", "abc, abc, 0", "abcd, acbd, 1", "ca, abc, 3", "kitten, sitting, 3", "a, '', 1"})
    void distance_isThatOfOptimalStringAlignment(String a, String b, int distance) {
        assertThat(Nearest.distance(a, b)).isEqualTo(distance);
    }

    @Property
    void distance_isSymmetric_andZeroOnlyForEqualWords(
            @ForAll @AlphaChars @StringLength(max = 8) String a, @ForAll @AlphaChars @StringLength(max = 8) String b) {
        assertThat(Nearest.distance(a, b)).isEqualTo(Nearest.distance(b, a));
        assertThat(Nearest.distance(a, b) == 0).isEqualTo(a.equals(b));
    }

    @Property
    void answer_doesNotDependOnTheOrderOfTheKnownWords(
            @ForAll @AlphaChars @StringLength(min = 2, max = 6) String word,
            @ForAll @Size(max = 6) List<@AlphaChars @StringLength(min = 2, max = 6) String> known) {
        List<String> reversed = new ArrayList<>(known);
        Collections.reverse(reversed);

        assertThat(Nearest.to(word, reversed)).isEqualTo(Nearest.to(word, known));
    }
}
