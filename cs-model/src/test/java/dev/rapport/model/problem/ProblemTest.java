package dev.rapport.model.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final Location WEIGHT = Location.of("scorecard.json")
            .child("groups")
            .child(0)
            .child("weight")
            .at(14, 9);

    @Test
    void problem_rendersLocationMessageAndAdvice() {
        Problem problem = Problem.error("out-of-range", WEIGHT, "must be >= 0, was -0.1")
                .withAdvice("Maybe the measure should be inverted: \"direction\": \"lower-is-better\"");

        assertThat(problem.render()).isEqualTo("""
                        scorecard.json:14:9 /groups/0/weight: must be >= 0, was -0.1.
                          Maybe the measure should be inverted: "direction": "lower-is-better".""");
        assertThat(problem).hasToString(problem.render());
    }

    @Test
    void warning_saysThatItIsOne() {
        assertThat(Problem.warning("old-word", Location.of("a.json"), "is an old word"))
                .hasToString("a.json: warning: is an old word.");
    }

    @Test
    void problemWithoutPlace_rendersTheMessageAlone() {
        assertThat(Problem.error("gap", Location.NONE, "segments leave a gap.")).hasToString("segments leave a gap.");
    }

    @Test
    void message_isOneVisibleLine() {
        assertThat(Problem.error("x", Location.NONE, "a\nb\u202E").withAdvice("Maybe\u0000"))
                .hasToString("a\\u000ab\\u202e.\n  Maybe\\u0000.");
    }

    @Test
    void problems_sortByLocation_andErrorsComeBeforeWarnings() {
        Location a = Location.of("a.json");
        Problem first = Problem.error("x", a.at(2, 9), "first");
        Problem second = Problem.error("x", a.at(10, 1), "second");
        Problem third = Problem.warning("a", a.at(10, 1), "third");
        Problem fourth = Problem.error("x", Location.of("b.json"), "fourth");

        assertThat(Stream.of(fourth, third, second, first).sorted()).containsExactly(first, second, third, fourth);
    }

    @Test
    void problems_areEqual_ifAllPartsAre() {
        Problem problem = Problem.error("gap", WEIGHT, "is a gap").withAdvice("Maybe fill it");
        List<Problem> others = List.of(
                Problem.warning("gap", WEIGHT, "is a gap").withAdvice("Maybe fill it"),
                Problem.error("hole", WEIGHT, "is a gap").withAdvice("Maybe fill it"),
                Problem.error("gap", WEIGHT.at(1, 1), "is a gap").withAdvice("Maybe fill it"),
                Problem.error("gap", WEIGHT, "is a hole").withAdvice("Maybe fill it"),
                Problem.error("gap", WEIGHT, "is a gap"));

        assertThat(problem)
                .isEqualTo(Problem.error("gap", WEIGHT, "is a gap").withAdvice("Maybe fill it"))
                .hasSameHashCodeAs(Problem.error("gap", WEIGHT, "is a gap").withAdvice("Maybe fill it"));
        assertThat(others)
                .doesNotContain(problem)
                .allSatisfy(other -> assertThat(other.compareTo(problem)).isNotZero());
    }

    @Test
    void blankCodeOrMessage_isRefused() {
        assertThatThrownBy(() -> Problem.error(" ", WEIGHT, "message")).hasMessage("code must not be blank");
        assertThatThrownBy(() -> Problem.error("code", WEIGHT, "")).hasMessage("message must not be blank");
    }
}
