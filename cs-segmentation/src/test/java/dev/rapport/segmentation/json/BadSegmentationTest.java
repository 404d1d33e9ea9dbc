package dev.rapport.segmentation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.InvalidDocumentException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents with mistakes, and all that is said about them. Where a new text is right, {@code
 * -Dgolden.write=<src/test/resources of the module, absolute>} writes it down.
 */
class BadSegmentationTest {

    static List<Path> documents() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(BadSegmentationTest.class.getResource("bad"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreManyKindsOfMistake() throws IOException, URISyntaxException {
        assertThat(documents()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void badDocument_isRefused_withAllItsProblems(Path document) throws IOException {
        Checked<SegmentationDocument> read = SegmentationDocument.kind(KnownAttributes.SHAPES)
                .read(JsonInput.text(document.getFileName().toString(), Files.readString(document)));
        InvalidDocumentException thrown = catchThrowableOfType(InvalidDocumentException.class, read::orThrow);
        String name = document.getFileName().toString().replace(".json", ".expected.txt");
        String write = System.getProperty("golden.write");
        if (write != null) {
            Files.writeString(Path.of(write, "dev/rapport/segmentation/json/bad", name), thrown.getMessage() + "\n");
            return;
        }
        assertThat(thrown.getMessage() + "\n").isEqualTo(Files.readString(document.resolveSibling(name)));
    }
}
