package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The same facts and policies give the same bytes, wherever and however often the plan is made. */
@Isolated
class DeterminismTest {

    private static final int SIZE = 60;

    @TempDir
    private static Path folder;

    private static Map<String, String> embedded = Map.of();

    @BeforeAll
    static void run() throws IOException {
        embedded = plan("embedded", "--customers", SIZE);
        Run.ok("--write-sample", folder.resolve("book"), "--customers", SIZE);
    }

    /** Makes a plan, and reads all that was written. */
    private static Map<String, String> plan(String name, Object... options) throws IOException {
        Path out = folder.resolve(name);
        List<Object> line = new ArrayList<>(List.of(options));
        line.addAll(List.of("--compare-to", "2025-12-31", "--out", out));
        Run run = Run.ok(line.toArray());
        Map<String, String> texts = texts(out);
        texts.put("(standard output)", run.out().replace(out.toString(), "OUT"));
        return texts;
    }

    private static Map<String, String> texts(Path out) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(out.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void files_areThere() {
        assertThat(embedded).containsKeys("plan.json", "index.html").hasSizeGreaterThan(SIZE);
    }

    @Test
    void runs_inOneProcess_giveTheSame() throws IOException {
        assertThat(plan("again", "--customers", SIZE)).isEqualTo(embedded);
    }

    @Test
    void localeAndTimeZone_ofTheMachine_changeNothing() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertThat(plan("tokyo", "--customers", SIZE)).isEqualTo(embedded);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(plan("cairo", "--customers", SIZE)).isEqualTo(embedded);
            Run.ok("--write-sample", folder.resolve("book-of-tokyo"), "--customers", SIZE);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(texts(folder.resolve("book-of-tokyo"))).isEqualTo(texts(folder.resolve("book")));
    }

    @Test
    void writtenSample_givesThePlanOfTheEmbeddedOne() throws IOException {
        Map<String, String> read = plan("read", "--book", folder.resolve("book"), "--as-of", "2026-06-30");
        assertThat(read.keySet()).isEqualTo(embedded.keySet());
        read.forEach((name, text) ->
                assertThat(withoutSources(text)).as(name).isEqualTo(withoutSources(embedded.getOrDefault(name, ""))));
        assertThat(read.get("plan.json")).isEqualTo(embedded.get("plan.json"));
        assertThat(read.get("index.html")).isEqualTo(embedded.get("index.html"));
    }

    @Test
    void jsonLines_giveThePlanOfCsv() throws IOException {
        for (String kind : List.of("csv", "jsonl")) {
            Run.ok("--write-sample", folder.resolve("book-" + kind), "--customers", SIZE, "--format", kind);
            Run.ok("--write-sample", folder.resolve("b2c-" + kind), "--customers", SIZE, "--format", kind, "--b2c");
        }
        for (String book : List.of("book-", "b2c-")) {
            Map<String, String> csv = plan("of-csv", "--book", folder.resolve(book + "csv"), "--as-of", "2026-06-30");
            Map<String, String> lines =
                    plan("of-lines", "--book", folder.resolve(book + "jsonl"), "--as-of", "2026-06-30");
            assertThat(lines.keySet()).isEqualTo(csv.keySet());
            assertThat(lines.get("plan.json")).isEqualTo(csv.get("plan.json"));
            lines.forEach((name, text) ->
                    assertThat(withoutEndings(text)).as(name).isEqualTo(withoutEndings(csv.getOrDefault(name, ""))));
        }
    }

    /** Customer files name the table that they know something from, and the line. */
    private static String withoutEndings(String text) {
        return text.replaceAll("\\b([a-z-]+)\\.(csv|jsonl)(:[0-9]+)?", "$1");
    }

    /** The evidence names file and line, which are others where the rows stand elsewhere. */
    private static String withoutSources(String text) {
        return text.replaceAll("\"(source|from)\": \"(sample|[a-z-]+\\.csv(:[0-9]+)?)\"", "\"$1\": \"\"");
    }

    @Test
    void orderOfRows_changesNothing() throws IOException {
        Path shuffled = folder.resolve("shuffled");
        Random random = new Random(42);
        for (Map.Entry<String, String> file : texts(folder.resolve("book")).entrySet()) {
            List<String> lines = new ArrayList<>(file.getValue().lines().toList());
            if (file.getKey().endsWith(".csv")) {
                Collections.shuffle(lines.subList(1, lines.size()), random);
            }
            Path target = shuffled.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, lines);
        }
        Map<String, String> ordered = plan("ordered", "--book", folder.resolve("book"), "--as-of", "2026-06-30");
        Map<String, String> mixed = plan("mixed", "--book", shuffled, "--as-of", "2026-06-30");
        assertThat(mixed.keySet()).isEqualTo(ordered.keySet());
        mixed.forEach((name, text) -> {
            boolean tellsLines = name.startsWith("customers") && name.endsWith(".json");
            assertThat(tellsLines ? withoutSources(text) : text)
                    .as(name)
                    .isEqualTo(tellsLines ? withoutSources(ordered.getOrDefault(name, "")) : ordered.get(name));
        });
    }
}
