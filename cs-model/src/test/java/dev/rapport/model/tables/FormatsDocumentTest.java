package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.json.JsonInput;
import dev.rapport.model.shape.DocumentHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** docs/formats.md says what the code does. */
class FormatsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "formats.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "rapport", "model", "tables");

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> all(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void manifestsInTheDocument_canBeRead() {
        List<String> manifests = all("```json\n(.*?)```", text(DOCUMENT)).stream()
                .filter(document -> document.contains("\"rapport/book\""))
                .toList();
        assertThat(manifests)
                .hasSize(2)
                .allSatisfy(manifest -> assertThat(ManifestDocument.KIND
                                .read(JsonInput.text("book.json", manifest))
                                .problems()
                                .list())
                        .isEmpty());
    }

    @Test
    void columnsOfEveryTable_areInTheDocument() {
        String document = text(DOCUMENT);
        BookSchema schema =
                BookSchema.of(BookManifest.of(DocumentHeader.of("x", "1"), ZoneId.of("UTC"), CurrencyUnit.EUR));
        for (TableSchema table : schema.tables()) {
            String row = document.lines()
                    .filter(line -> line.startsWith("| `" + table.name() + "` |"))
                    .findFirst()
                    .orElseThrow();
            boolean hasAmounts =
                    table.isRates() || table.targets().stream().anyMatch(target -> target.kind() == CellKind.MONEY);
            List<String> required = table.targets().stream()
                    .filter(TableSchema.Target::required)
                    .map(TableSchema.Target::name)
                    .toList();
            List<String> names = table.names().stream()
                    .filter(name -> hasAmounts || !name.equals(TableSchema.CURRENCY))
                    .toList();
            String columns = row.substring(row.indexOf('|', 1)).replace(" time or `..`", "");
            assertThat(all("`([a-z-]+)`", columns)).as(table.name()).isEqualTo(names);
            assertThat(all("\\*\\*`([a-z-]+)`\\*\\*", columns)).as(table.name()).isEqualTo(required);
        }
    }

    @Test
    void everyCode_isInTheDocument() throws IOException {
        List<String> codes = new ArrayList<>();
        try (Stream<Path> sources = Files.list(SOURCES)) {
            sources.sorted()
                    .forEach(source -> codes.addAll(all(
                            "(?:Refusal\\.of\\(|Problem\\.(?:error|warning)\\(|problems\\.error\\(|remarks\\.add\\([^\"]*?)"
                                    + "\\s*\"([a-z]+(?:-[a-z]+)+|duplicate|contradiction)\"",
                            text(source))));
        }
        String document = text(DOCUMENT);
        assertThat(codes)
                .hasSizeGreaterThan(30)
                .allSatisfy(code -> assertThat(document).contains("`" + code + "`"));
    }
}
