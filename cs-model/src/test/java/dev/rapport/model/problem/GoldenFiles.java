package dev.rapport.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.json.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A folder of documents with the expected text beside each: {@code late.json} and {@code late.expected.txt}. Where a new
 * text is right, {@code -Dgolden.write=<src/test/resources of the module, absolute>} writes it down instead of comparing.
 */
public final class GoldenFiles {

    private final Class<?> owner;
    private final String folder;

    private GoldenFiles(Class<?> owner, String folder) {
        this.owner = owner;
        this.folder = folder;
    }

    /** The folder of this name beside a test class. */
    public static GoldenFiles beside(Class<?> owner, String folder) {
        return new GoldenFiles(owner, folder);
    }

    /** All documents with this ending, sorted by name. */
    public List<Path> documents(String ending) {
        try (Stream<Path> files = Files.list(path())) {
            List<Path> documents = files.filter(
                            file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertThat(documents).as("documents in " + folder).isNotEmpty();
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document to be read, named as its file. */
    public static JsonInput open(Path document) throws IOException {
        try (InputStream in = Files.newInputStream(document)) {
            return JsonInput.read(document.getFileName().toString(), in);
        }
    }

    /** Compares a text with the one that is expected for a document. */
    public void verify(Path document, String actual) throws IOException {
        String name = document.getFileName().toString().replaceFirst("\\.[a-z]+$", ".expected.txt");
        String write = System.getProperty("golden.write");
        if (write != null) {
            String room = owner.getPackageName().replace('.', '/');
            Files.writeString(Path.of(write, room, folder, name), actual + "\n");
            return;
        }
        Path expected = document.resolveSibling(name);
        assertThat(expected).exists();
        assertThat(actual + "\n").isEqualTo(Files.readString(expected));
    }

    private Path path() {
        URL url = Objects.requireNonNull(owner.getResource(folder), folder);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
