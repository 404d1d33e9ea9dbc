package dev.rapport.health.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.warning.EarlyWarning;
import dev.rapport.health.warning.UsageBooks;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WarningDocumentsTest {

    private static final Requirements FED = Requirements.series(Usage.SERIES, Ticket.SERIES);

    static Stream<Path> badDocuments() {
        return GoldenText.documents("bad-early-warning").stream();
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void badDocument_isRefused_withAllItsProblems(Path document) throws IOException {
        Checked<EarlyWarning> read = HealthDocuments.earlyWarningOver(FED).read(GoldenText.open(document));

        assertThat(read.isValid()).isFalse();
        GoldenText.verify(
                "bad-early-warning/" + document.getFileName().toString().replace(".json", ".expected.txt"),
                read.problems().render() + "\n");
    }

    @Test
    void goodDocument_isRead_andWrittenInFull() throws IOException {
        Checked<EarlyWarning> read =
                HealthDocuments.earlyWarningOver(FED).read(GoldenText.open(GoldenText.file("good-early-warning.json")));

        assertThat(read.problems().isEmpty()).as(read.problems().render()).isTrue();
        String written = HealthDocuments.EARLY_WARNING.toJson(read.orThrow());
        GoldenText.verify("good-early-warning.written.json", written);
        assertThat(again(written)).isEqualTo(read.orThrow());
    }

    @Test
    void policyOfCode_survivesTheRoundTrip() {
        EarlyWarning policy = UsageBooks.policy();

        assertThat(again(HealthDocuments.EARLY_WARNING.toJson(policy))).isEqualTo(policy);
    }

    private static EarlyWarning again(String written) {
        return HealthDocuments.EARLY_WARNING
                .read(JsonInput.text("again", written))
                .orThrow();
    }

    @Test
    void schemas_comeFromTheSameShapes() {
        GoldenText.verify("early-warning.schema.json", HealthDocuments.EARLY_WARNING.toJsonSchema());
        GoldenText.verify("early-warning-state.schema.json", HealthDocuments.WATCH_STATE.toJsonSchema());
    }
}
