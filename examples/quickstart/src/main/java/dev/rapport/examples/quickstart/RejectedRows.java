package dev.rapport.examples.quickstart;

import dev.rapport.model.tables.Rejection;
import dev.rapport.model.tables.RejectionWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file of rejected rows: there only if a row was rejected. */
final class RejectedRows implements Consumer<Rejection>, AutoCloseable {

    private final Path file;

    @Nullable
    private RejectionWriter writer;

    private RejectedRows(Path file) {
        this.file = file;
    }

    /** Rows that go to a file, in place of those of an earlier run. */
    static RejectedRows at(Path file) throws IOException {
        Files.deleteIfExists(file);
        return new RejectedRows(file);
    }

    @Override
    public void accept(Rejection rejection) {
        RejectionWriter rows = writer;
        if (rows == null) {
            try {
                rows = RejectionWriter.to(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            writer = rows;
        }
        rows.accept(rejection);
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
