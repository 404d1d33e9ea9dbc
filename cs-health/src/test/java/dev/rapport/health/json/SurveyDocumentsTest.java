package dev.rapport.health.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.contact.ContactThrottle;
import dev.rapport.health.survey.SurveyInstruments;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurveyDocumentsTest {

    private static final String FOLDER = "survey-documents/";
    private static final List<AttributeKey<?>> KNOWN = List.of(AttributeKey.number("tickets.urgent-90d"));

    static Stream<Path> badDocuments() {
        return GoldenText.documents(FOLDER + "bad").stream();
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void badDocument_isRefused_withAllItsProblems(Path document) throws IOException {
        String name = document.getFileName().toString();
        Checked<?> read = name.startsWith("throttle")
                ? HealthDocuments.contactThrottleOver(KNOWN).read(GoldenText.open(document))
                : HealthDocuments.SURVEY_INSTRUMENTS.read(GoldenText.open(document));

        assertThat(read.isValid()).isFalse();
        GoldenText.verify(
                FOLDER + "bad/" + name.replace(".json", ".expected.txt"),
                read.problems().render() + "\n");
    }

    @Test
    void goodInstruments_areRead_andWrittenInFull() throws IOException {
        Checked<SurveyInstruments> read = HealthDocuments.SURVEY_INSTRUMENTS.read(
                GoldenText.open(GoldenText.file(FOLDER + "good-instruments.json")));

        assertThat(read.problems().isEmpty()).as(read.problems().render()).isTrue();
        String written = HealthDocuments.SURVEY_INSTRUMENTS.toJson(read.orThrow());
        GoldenText.verify(FOLDER + "good-instruments.written.json", written);
        assertThat(HealthDocuments.SURVEY_INSTRUMENTS
                        .read(JsonInput.text("again", written))
                        .orThrow())
                .isEqualTo(read.orThrow());
    }

    @Test
    void goodThrottle_isRead_andWrittenInFull() throws IOException {
        Checked<ContactThrottle> read = HealthDocuments.contactThrottleOver(KNOWN)
                .read(GoldenText.open(GoldenText.file(FOLDER + "good-throttle.json")));

        assertThat(read.problems().isEmpty()).as(read.problems().render()).isTrue();
        String written = HealthDocuments.CONTACT_THROTTLE.toJson(read.orThrow());
        GoldenText.verify(FOLDER + "good-throttle.written.json", written);
        assertThat(HealthDocuments.CONTACT_THROTTLE
                        .read(JsonInput.text("again", written))
                        .orThrow())
                .isEqualTo(read.orThrow());
    }

    @Test
    void presetThrottle_survivesTheRoundTrip() {
        ContactThrottle preset = ContactThrottle.halfYearly();

        assertThat(HealthDocuments.CONTACT_THROTTLE
                        .read(JsonInput.text("preset", HealthDocuments.CONTACT_THROTTLE.toJson(preset)))
                        .orThrow())
                .isEqualTo(preset);
    }

    @Test
    void documentsOfTheFormats_areRead() throws IOException {
        String formats = Files.readString(Path.of("..", "docs", "formats.md"));

        assertThat(HealthDocuments.SURVEY_INSTRUMENTS
                        .read(JsonInput.text("formats.md", example("survey-instruments", formats)))
                        .problems()
                        .list())
                .isEmpty();
        assertThat(HealthDocuments.contactThrottleOver(KNOWN)
                        .read(JsonInput.text("formats.md", example("contact-throttle", formats)))
                        .problems()
                        .list())
                .isEmpty();
    }

    private static String example(String name, String text) {
        String begin = "<!-- " + name + " -->\n```\n";
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf("```", from));
    }
}
