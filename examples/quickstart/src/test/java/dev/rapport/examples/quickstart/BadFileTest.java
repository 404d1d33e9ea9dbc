package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no files, or that may not be read: one message that names them, and exit code 2. */
class BadFileTest {

    @TempDir
    private Path folder;

    private Path book = Path.of("book");

    @BeforeEach
    void writeABook() {
        book = folder.resolve("book");
        Run.ok("--write-sample", book, "--customers", 3);
    }

    private void refused(String message) {
        Run run = Run.of("--book", book, "--as-of", "2026-06-30", "--out", folder.resolve("out"));
        assertThat(run.error().replace(folder.toString(), "DIR").strip()).isEqualTo(message);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private void replaceByAFolder(String file) throws IOException {
        Files.delete(book.resolve(file));
        Files.createDirectory(book.resolve(file));
    }

    /** Root reads what it likes: then there is nothing to test. */
    private void makeUnreadable(String file) {
        Path path = book.resolve(file);
        assertThat(path.toFile().setReadable(false, false)).isTrue();
        assumeFalse(Files.isReadable(path), "who runs the tests can read everything");
    }

    @Test
    void table_mustNotBeAFolder() throws IOException {
        replaceByAFolder("contracts.csv");
        refused("file (DIR/book/contracts.csv) must be a file, is a folder.");
    }

    @Test
    void manifest_mustNotBeAFolder() throws IOException {
        replaceByAFolder("book.json");
        refused("file (DIR/book/book.json) must be a file, is a folder.");
    }

    @Test
    void policy_mustNotBeAFolder() throws IOException {
        replaceByAFolder("policies/scorecard.json");
        refused("file (DIR/book/policies/scorecard.json) must be a file, is a folder.");
    }

    @Test
    void folderOfAnotherName_isNobodysBusiness() throws IOException {
        Files.createDirectory(book.resolve("archive"));
        assertThat(Run.of("--book", book, "--as-of", "2026-06-30", "--out", folder.resolve("out"))
                        .exit())
                .isZero();
    }

    @Test
    void table_mustBeReadable() {
        makeUnreadable("contracts.csv");
        refused("file (DIR/book/contracts.csv) cannot be read: permission is denied.\n"
                + "Maybe it belongs to another user.");
    }

    @Test
    void policy_mustBeReadable() {
        makeUnreadable("policies/scorecard.json");
        refused("file (DIR/book/policies/scorecard.json) cannot be read: permission is denied.\n"
                + "Maybe it belongs to another user.");
    }
}
