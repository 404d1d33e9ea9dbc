package dev.rapport.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.GoldenFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are no JSON, and what is said about them. */
class BadSyntaxTest {

    private static final GoldenFiles BAD = GoldenFiles.beside(BadSyntaxTest.class, "bad");

    static Stream<Path> documents() {
        return BAD.documents(".json").stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void badText_isRefused_inOurWords(Path document) throws IOException {
        Checked<JsonValue> tree = GoldenFiles.open(document).tree();

        assertThat(tree.isValid()).isFalse();
        BAD.verify(document, tree.problems().render());
    }
}
