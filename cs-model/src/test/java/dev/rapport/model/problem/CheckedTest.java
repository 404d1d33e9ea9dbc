package dev.rapport.model.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckedTest {

    private static final Problems ERROR = Problems.of(Problem.error("a", Location.of("a.json"), "is wrong"));
    private static final Problems WARNING = Problems.of(Problem.warning("a", Location.of("a.json"), "is old"));

    @Test
    void validValue_isThere_withItsWarnings() {
        Checked<Integer> checked = Checked.valid(5, WARNING);

        assertThat(checked.isValid()).isTrue();
        assertThat(checked.find()).contains(5);
        assertThat(checked.orThrow()).isEqualTo(5);
        assertThat(checked.problems()).isEqualTo(WARNING);
        assertThat(checked).hasToString("5");
    }

    @Test
    void invalidValue_isAbsent_andThrowsItsProblems() {
        Checked<Integer> checked = Checked.invalid(ERROR);

        assertThat(checked.isValid()).isFalse();
        assertThat(checked.find()).isEmpty();
        assertThatThrownBy(checked::orThrow)
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        thrown -> assertThat(thrown.problems()).isEqualTo(ERROR));
        assertThat(checked).hasToString("a.json: is wrong.");
    }

    @Test
    void mapping_keepsProblems() {
        assertThat(Checked.valid(5, WARNING).map(Object::toString).orThrow()).isEqualTo("5");
        assertThat(Checked.valid(5, WARNING).map(Object::toString).problems()).isEqualTo(WARNING);
        assertThat(Checked.invalid(ERROR).map(Object::toString).problems()).isEqualTo(ERROR);
    }

    @Test
    void valueWithErrors_andNoValueWithoutErrors_areRefused() {
        assertThatThrownBy(() -> Checked.valid(5, ERROR)).hasMessage("warnings must have no errors, had 1");
        assertThatThrownBy(() -> Checked.invalid(WARNING)).hasMessage("problems must have at least one error");
    }
}
