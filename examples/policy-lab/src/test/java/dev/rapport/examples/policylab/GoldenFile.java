package dev.rapport.examples.policylab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that is kept under {@code src/test/resources/golden} and must not change unnoticed. Run the tests with
 * {@code -Dgolden.write=true} to take the present texts in, and read the difference before you commit it.
 */
final class GoldenFile {

    private GoldenFile() {}

    static void assertSame(String name, String text) {
        try {
            if (Boolean.getBoolean("golden.write")) {
                Path file = Path.of("src", "test", "resources", "golden", name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                return;
            }
            try (InputStream in = GoldenFile.class.getResourceAsStream("/golden/" + name)) {
                assertThat(in).as("golden file %s", name).isNotNull();
                assertThat(text)
                        .as("golden file %s (-Dgolden.write=true rewrites it)", name)
                        .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
