package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.GoldenFiles;
import dev.rapport.model.problem.InvalidDocumentException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents with mistakes, and all that is said about them. */
class BadDocumentTest {

    private static final GoldenFiles BAD = GoldenFiles.beside(BadDocumentTest.class, "bad");

    static Stream<Path> documents() {
        return BAD.documents(".json").stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void badDocument_isRefused_withAllItsProblems(Path document) throws IOException {
        JsonInput input = GoldenFiles.open(document);

        InvalidDocumentException refusal = catchThrowableOfType(
                InvalidDocumentException.class, () -> Scorecard.KIND.read(input).orThrow());

        BAD.verify(document, requireNonNull(refusal.getMessage()));
    }
}
