package dev.rapport.examples.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long nanos = 42;

    private Progress progress(boolean terminal) {
        return Progress.of(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, () -> nanos);
    }

    private void pass(double seconds) {
        nanos += (long) (seconds * 1e9);
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void work_ofLessThanASecond_isSilent() {
        for (boolean terminal : new boolean[] {true, false}) {
            Progress progress = progress(terminal);
            progress.begin("Planning");
            pass(0.99);
            progress.at(99, 100);
            progress.finish();
            assertThat(shown()).isEmpty();
        }
    }

    @Test
    void terminal_hasABar_thatIsCleared() {
        Progress progress = progress(true);
        progress.begin("Planning");
        pass(1);
        progress.at(50, 100);
        assertThat(shown()).isEqualTo("\rPlanning [###############...............]  50 %");
        progress.finish();
        assertThat(shown()).endsWith("\r").matches("(?s).*\r +\r");
    }

    @Test
    void terminal_isDrawnTenTimesASecondAtMost() {
        Progress progress = progress(true);
        progress.begin("Planning");
        pass(1);
        for (int i = 0; i < 100; i++) {
            progress.at(i, 100);
            pass(0.01);
        }
        assertThat(shown().chars().filter(c -> c == '\r')).hasSize(10);
    }

    @Test
    void elsewhere_thereAreLines_atMostEveryFiveSeconds_overAllTasks() {
        Progress progress = progress(false);
        progress.begin("Planning");
        pass(1);
        progress.at(20, 100);
        pass(4);
        progress.at(60, 100);
        progress.begin("Writing");
        progress.at(1, 100);
        assertThat(shown().lines()).containsExactly("Planning: 20 %");
        pass(1);
        progress.at(2, 100);
        progress.finish();
        assertThat(shown().lines()).containsExactly("Planning: 20 %", "Writing: 2 %");
    }

    @Test
    void hundredPercent_isTheEndOnly() {
        Progress progress = progress(false);
        progress.begin("Planning");
        pass(1);
        progress.at(999, 1000);
        assertThat(shown().lines()).containsExactly("Planning: 99 %");
    }
}
