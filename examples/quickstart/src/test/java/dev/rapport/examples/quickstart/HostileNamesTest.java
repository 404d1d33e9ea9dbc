package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and ids that would like to be code, paths or tricks stay text in JSON, CSV, HTML, file names and terminal. */
class HostileNamesTest {

    private static final List<String> IDS = List.of(
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "=cmd()",
            "\u202Eevil",
            "😀🧨",
            "x".repeat(300),
            "Ab",
            "aB",
            "CON",
            ".",
            "..",
            "%2e%2e",
            "a b",
            "a/b",
            "a\\b");

    private final BadFolder book;
    private final Path folder;

    HostileNamesTest(@TempDir Path folder) {
        this.folder = folder;
        this.book = BadFolder.of(1, folder);
    }

    @Test
    void ids_areNamesOfFiles_belowTheFolderOnly() throws IOException {
        for (String id : IDS) {
            book.row("customers.csv", "id", id, "since", "2024-01-01", "name", "Name of " + id);
        }
        Run run = book.run();
        assertThat(run.error()).isEmpty();
        assertThat(book.plan().list("customers"))
                .extracting(line -> line.text("id"))
                .containsAll(IDS);
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            Set<String> names = files.filter(Files::isRegularFile)
                    .map(file -> folder.resolve("out").relativize(file).toString())
                    .collect(Collectors.toSet());
            Set<String> folded =
                    names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
            assertThat(names.stream().filter(name -> !name.startsWith("digests/")))
                    .hasSize(2 + 2 * book.plan().list("customers").size());
            assertThat(names)
                    .allMatch(name -> name.matches("[A-Za-z0-9_%./-]{1,130}"));
            assertThat(folded).as("also where case does not tell files apart").hasSameSizeAs(names);
        }
        String page = Files.readString(book.out("index.html"));
        assertThat(page).doesNotContain("<script>alert").doesNotContain("\u202E");
    }

    @Test
    void names_stayText() throws IOException {
        List<String> names = List.of(
                "<script>alert(1)</script>",
                "=cmd()|' /C calc'!A0",
                "\u202Eevil\u202C",
                "😀🧨",
                "\"quoted\"",
                "two\nlines");
        for (int i = 0; i < names.size(); i++) {
            book.row("customers.csv", "id", "h-" + i, "since", "2024-01-01", "name", names.get(i));
        }
        Run run = book.run();
        assertThat(run.error()).isEmpty();
        assertThat(book.plan().list("customers").stream().filter(line -> line.has("name")))
                .extracting(line -> line.text("name"))
                .containsAll(names);
        assertThat(run.out()).doesNotContain("\u202E").doesNotContain("\u001B");
        for (int i = 0; i < names.size(); i++) {
            String page = Files.readString(book.out("customers/h-" + i + ".html"));
            assertThat(page).doesNotContain("<script>alert").doesNotContain("\u202E");
            assertThat(Tree.of(book.out("customers/h-" + i + ".json")).text("customer"))
                    .isEqualTo("h-" + i);
        }
    }

    @Test
    void rejectedCells_areNoFormulas() {
        book.row("tickets.csv", "customer", "=cmd()", "id", "new", "at", "2026-01-10");
        book.row("customers.csv", "id", "n-1", "since", "2024-01-01", "name", "nul\0name");
        assertThat(book.run().exit()).isZero();
        assertThat(book.rejected())
                .anyMatch(line -> line.contains(",customer,'=cmd(),unknown-customer,"))
                .anyMatch(line -> line.contains(",name,nul\\0name,nul-character,"));
    }
}
