package dev.rapport.segmentation.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.json.JsonInput;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.segmentation.combination.FirstMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Strategies inside strategies are documents too. */
class CombinedDocumentTest {

    private static final DocumentKind<SegmentationDocument> KIND = SegmentationDocument.kind(KnownAttributes.SHAPES);

    @Test
    void everyCombination_survivesReadingWritingAndReading() throws IOException {
        String json;
        try (InputStream in =
                Objects.requireNonNull(CombinedDocumentTest.class.getResourceAsStream("good/every-combination.json"))) {
            json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        SegmentationDocument document =
                KIND.read(JsonInput.text("every-combination.json", json)).orThrow();
        assertThat(document.strategy()).isInstanceOf(FirstMatch.class);
        String written = KIND.toJson(document);
        assertThat(KIND.read(JsonInput.text("again.json", written)).orThrow()).isEqualTo(document);
        assertThat(KIND.toJson(KIND.read(JsonInput.text("again.json", written)).orThrow()))
                .isEqualTo(written);
    }
}
