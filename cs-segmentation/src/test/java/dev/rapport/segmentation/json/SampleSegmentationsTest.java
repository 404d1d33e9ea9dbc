package dev.rapport.segmentation.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.json.JsonInput;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents of the sample book, in the one place where they stand. */
class SampleSegmentationsTest {

    private static final Path POLICIES =
            Path.of("..", "examples", "quickstart", "src", "main", "resources").resolve(Path.of("sample", "policies"));

    private static SegmentationStrategy read(String file) throws IOException {
        return SegmentationDocument.kind(KnownAttributes.SHAPES)
                .read(JsonInput.text(file, Files.readString(POLICIES.resolve(file))))
                .orThrow()
                .strategy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"value-tiers.json", "regions.json"})
    void sample_isReadAndWrittenAsItStands(String file) throws IOException {
        var kind = SegmentationDocument.kind(KnownAttributes.SHAPES);
        SegmentationDocument document = kind.read(JsonInput.text(file, Files.readString(POLICIES.resolve(file))))
                .orThrow();
        assertThat(kind.toJson(document)).isEqualTo(Files.readString(POLICIES.resolve(file)));
    }

    @Test
    void sample_namesTheSegmentsThatThePlanKnows() throws IOException {
        assertThat(read("value-tiers.json").segments())
                .extracting(Segment::id)
                .containsExactly("small", "mid-market", "enterprise", "strategic");
        assertThat(read("regions.json").segments())
                .extracting(Segment::id)
                .containsExactly("dach", "benelux", "nordics", "uk-ireland", "north-america", "rest-of-world");
    }
}
