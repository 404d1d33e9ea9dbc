package dev.rapport.health.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.json.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Texts that tests compare with. Where a new text is right, {@code -Dgolden.write=<src/test/resources of the module,
 * absolute>} writes it down instead of comparing.
 */
final class GoldenText {

    private static final String ROOM = "dev/rapport/health/json/";

    private GoldenText() {}

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(GoldenText.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonInput open(Path document) throws IOException {
        try (InputStream in = Files.newInputStream(document)) {
            return JsonInput.read(document.getFileName().toString(), in);
        }
    }

    static List<Path> documents(String folder) {
        try (Stream<Path> files = Files.list(file(folder))) {
            return files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void verify(String name, String actual) {
        try {
            String write = System.getProperty("golden.write");
            if (write != null) {
                Files.writeString(Path.of(write, ROOM + name), actual);
                return;
            }
            assertThat(actual).isEqualTo(Files.readString(file(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
