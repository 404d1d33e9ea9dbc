package dev.rapport.model.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static final Location FILE = Location.of("a.json");

    @Test
    void exception_countsAndListsAllProblems_sorted() {
        Problems problems = Problems.of(
                Problem.error("b", FILE.at(9, 1), "is the second"),
                Problem.warning("c", FILE.at(10, 1), "is the third"),
                Problem.error("a", FILE.at(2, 1), "is the first").withAdvice("Maybe not"));

        assertThatThrownBy(problems::orThrow)
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessage("""
                        2 errors and 1 warning in a.json:
                        a.json:2:1: is the first.
                          Maybe not.
                        a.json:9:1: is the second.
                        a.json:10:1: warning: is the third.""");
    }

    @Test
    void exception_namesNoSource_ifThereAreSeveral() {
        Problems problems = Problems.of(
                Problem.error("a", FILE, "is wrong"), Problem.error("b", Location.of("b.json"), "is wrong"));

        assertThatThrownBy(problems::orThrow).hasMessageStartingWith("2 errors:\na.json: is wrong.");
    }

    @Test
    void warningsAlone_areNoReasonToThrow() {
        Problems problems = Problems.of(Problem.warning("a", FILE, "is old"));

        assertThatCode(problems::orThrow).doesNotThrowAnyException();
        assertThat(problems.hasErrors()).isFalse();
        assertThat(problems.isEmpty()).isFalse();
        assertThat(problems.summary()).isEqualTo("1 warning");
    }

    @Test
    void nothing_isNoProblem() {
        assertThat(Problems.none().isEmpty()).isTrue();
        assertThat(Problems.none().summary()).isEqualTo("no problems");
        assertThat(Problems.none().render()).isEmpty();
        assertThat(new ProblemCollector().problems()).isEqualTo(Problems.none());
    }

    @Test
    void collector_keepsUpToItsLimit_andSaysHowManyItLeftOut() {
        ProblemCollector collector = new ProblemCollector(2);
        for (int line = 1; line <= 5; line++) {
            collector.error("a", FILE.at(line, 1), "is wrong");
        }
        collector.add(Problem.warning("b", FILE.at(6, 1), "is old"));

        Problems problems = collector.problems();

        assertThat(problems.list()).hasSize(3);
        assertThat(problems.errorCount()).isEqualTo(5);
        assertThat(problems.render()).isEqualTo("""
                        a.json:1:1: is wrong.
                        a.json:2:1: is wrong.
                        a.json:6:1: warning: is old.
                        3 further errors are not listed.""");
    }

    @Test
    void errors_areNeverDisplacedByWarnings() {
        ProblemCollector collector = new ProblemCollector(1);
        collector.add(Problem.warning("b", FILE, "is old"));
        collector.add(Problem.warning("b", FILE, "is older"));
        collector.error("a", FILE, "is wrong");

        assertThat(collector.problems().render())
                .isEqualTo("a.json: is wrong.\na.json: warning: is old.\n1 further warning is not listed.");
    }

    @Test
    void collector_takesOverWhatAnotherOneLeftOut() {
        ProblemCollector first = new ProblemCollector(1);
        first.error("a", FILE, "is wrong");
        first.error("b", FILE, "is wrong, too");
        ProblemCollector all = new ProblemCollector();
        all.addAll(first.problems());
        all.add(Problem.warning("c", FILE, "is old"));

        assertThat(all.errorCount()).isEqualTo(2);
        assertThat(all.problems().list()).hasSize(2);
        assertThat(all.problems().errorsLeftOut()).isEqualTo(1);
        assertThat(all.problems().summary()).isEqualTo("2 errors and 1 warning");
    }

    @Test
    void limitBelowOne_isRefused() {
        assertThatThrownBy(() -> new ProblemCollector(0)).hasMessage("limit must be >= 1, was 0");
    }

    @Test
    void exception_canBeSentToAnotherProcess() throws IOException, ClassNotFoundException {
        InvalidDocumentException sent = new InvalidDocumentException(
                Problems.of(Problem.error("a", FILE.at(1, 2), "is wrong").withAdvice("Maybe not")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sent);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            InvalidDocumentException received = (InvalidDocumentException) in.readObject();
            assertThat(received.problems()).isEqualTo(sent.problems()).hasSameHashCodeAs(sent.problems());
            assertThat(received).hasMessage(sent.getMessage());
        }
    }
}
