package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.engagement.file.FileSection;
import dev.rapport.engagement.file.FileView;
import dev.rapport.engagement.file.FileViews;
import dev.rapport.engagement.file.Pseudonyms;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FileViewsDocumentTest {

    private static final SeriesKey<Entry> TRAININGS = SeriesKey.events("trainings", Function.identity())
            .requires(AttributeKey.text("topic"))
            .allows(AttributeKey.number("hours"));
    private static final Requirements BOOK =
            new Requirements(Set.of(AttributeKey.text("shoe-size")), Set.of(TRAININGS));

    private static Checked<FileViews> read(String views) {
        return FileViewsDocument.over(BOOK)
                .read(JsonInput.text(
                        "views.json",
                        "{\"format\":\"rapport/file-views\",\"version\":1,\"id\":\"v\",\"revision\":\"1\",\"views\":["
                                + views + "]}"));
    }

    @Test
    void standard_isReadTheSame() {
        FileViews standard = FileViews.standard();

        assertThat(FileViewsDocument.over(Requirements.none())
                        .read(JsonInput.text(
                                "standard",
                                FileViewsDocument.over(Requirements.none()).toJson(standard)))
                        .orThrow())
                .isEqualTo(standard);
        assertThat(standard.views())
                .extracting(FileView::reader)
                .containsExactly("ceo", "vp", "csm", "partner", "customer");
    }

    @Test
    void example_ofTheDocumentation_isRight() throws IOException {
        String formats = Files.readString(Path.of("..", "docs", "formats.md"));
        String begin = "<!-- file-views -->\n```\n";
        int from = formats.indexOf(begin) + begin.length();
        String example = formats.substring(from, formats.indexOf("```", from));

        assertThat(FileViewsDocument.over(Requirements.none())
                        .read(JsonInput.text("formats.md", example))
                        .orThrow()
                        .find("partner"))
                .isPresent();
    }

    @Test
    void names_ofTheHostsOwnAttributesAndSeries_areKnown() {
        assertThat(read("""
                {"reader": "trainer", "sections": ["timeline"], "attributes": ["shoe-size", "name"],
                 "series": ["trainings"], "shows": "open", "hashed": ["trainings.topic"]}""").orThrow().find("trainer")).hasValueSatisfying(view -> {
            assertThat(view.sections()).containsExactly(FileSection.TIMELINE);
            assertThat(view.attributes())
                    .hasValueSatisfying(names -> assertThat(names).hasSize(2));
            assertThat(view.without()).isEmpty();
        });
    }

    /** What is to be left out must not stay in for a slip of the pen. */
    @Test
    void names_thatNothingHas_areRefused_allAtOnce() {
        assertThat(read("""
                {"reader": "partner", "sections": [], "attributes": ["nmae"], "series": ["contract"],
                 "shows": "internal", "without": ["contract.arr", "arr"], "hashed": ["trainings.hours", "peple.name"]}""").problems().list())
                .extracting(problem -> problem.location().pointer() + ": " + problem.message()
                        + problem.advice().map(advice -> " / " + advice).orElse(""))
                .containsExactly(
                        "/views/0/attributes/0: \"nmae\" must be the name of an attribute / Maybe \"name\"",
                        "/views/0/series/0: \"contract\" must be the name of a series / Maybe \"contracts\"",
                        "/views/0/without/0: \"contract.arr\" must be the name of an attribute, or a field such as"
                                + " people.name / Maybe \"contracts.arr\"",
                        "/views/0/without/1: \"arr\" must be the name of an attribute, or a field such as people.name",
                        "/views/0/hashed/0: \"trainings.hours\" must be a text to be hashed, is a number / Maybe leave it"
                                + " out",
                        "/views/0/hashed/1: \"peple.name\" must be the name of an attribute, or a field such as"
                                + " people.name / Maybe \"people.name\"");
    }

    @Test
    void reasons_mustNotTellWhatIsLeftOut() {
        assertThat(read("{\"reader\": \"vp\", \"sections\": [\"health\"], \"shows\": \"internal\", \"without\":"
                                + " [\"headcount\"]}")
                        .problems()
                        .list())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.message())
                                .contains(
                                        "view (vp) must not leave out attributes and show segment, health, churn risk, expansion or next steps"));
    }

    @Test
    void readers_areDifferent() {
        String view = "{\"reader\": \"vp\", \"sections\": [], \"shows\": \"open\"}";

        assertThat(read(view + "," + view).problems().list())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.location().pointer().toString()).startsWith("/views/1"));
    }

    @Test
    void pseudonym_isTheSameForTheSameText_andAnotherByAnotherSecret() {
        Pseudonyms one = Pseudonyms.keyed("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        Pseudonyms other = Pseudonyms.keyed("0123456789abcdeg".getBytes(StandardCharsets.UTF_8));

        // printf 'Road Runner' | openssl dgst -sha256 -hmac 0123456789abcdef | cut -c1-16 of the digest
        assertThat(one.of("Road Runner")).isEqualTo("hashed-3ea4e4aa8745f1e7");
        assertThat(one.of("road runner")).isNotEqualTo(one.of("Road Runner"));
        assertThat(other.of("Road Runner")).isNotEqualTo(one.of("Road Runner"));
        assertThatThrownBy(() -> Pseudonyms.keyed(new byte[15])).hasMessageContaining("15 bytes must have at least 16");
        assertThatThrownBy(() -> Pseudonyms.none().of("x")).hasMessageContaining("no secret");
    }
}
