package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written today about a past date is what was written then, byte for byte, of a book that knew no more. */
class PastDateTest {

    private static final String THEN = "2026-03-31";

    @TempDir
    private Path folder;

    /** Blanks the rows that were recorded after the date: the others stay in their lines. */
    private static int forget(Path table) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(table));
        List<String> columns = Arrays.asList(lines.get(0).split(",", -1));
        int forgotten = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (recorded(columns, lines.get(i)).compareTo(THEN) > 0) {
                lines.set(i, "");
                forgotten++;
            }
        }
        Files.write(table, lines);
        return forgotten;
    }

    /** When a row was recorded: stated, or the day of what it tells. No cell before the days has a comma. */
    private static String recorded(List<String> columns, String line) {
        String[] cells = line.split(",", -1);
        for (String column : List.of("recorded-at", "valid-from", "at", "since")) {
            int index = columns.indexOf(column);
            if (index >= 0 && !cells[index].isEmpty()) {
                return cells[index].substring(0, THEN.length());
            }
        }
        return "";
    }

    private static Map<String, String> written(Path book, Path out) throws IOException {
        Run.ok("--book", book, "--as-of", THEN, "--out", out);
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(out.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void files_ofAPastDate_areThoseThatWereWrittenThen() throws IOException {
        Path today = folder.resolve("today");
        Path then = folder.resolve("then");
        int forgotten = 0;
        for (Path book : List.of(today, then)) {
            Run.ok("--write-sample", book, "--customers", 40);
        }
        try (Stream<Path> tables = Files.list(then)) {
            for (Path table : tables.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !file.endsWith("rates.csv"))
                    .toList()) {
                forgotten += forget(table);
            }
        }
        assertThat(forgotten).isGreaterThan(1_000);

        Map<String, String> now = written(today, folder.resolve("now"));
        Map<String, String> atThatTime = written(then, folder.resolve("at-that-time"));

        assertThat(now.keySet()).isEqualTo(atThatTime.keySet()).hasSizeGreaterThan(60);
        now.forEach((name, text) -> assertThat(text).as(name).isEqualTo(atThatTime.get(name)));
    }
}
