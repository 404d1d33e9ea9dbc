package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.json.JsonArray;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the table of the two sources names is there: every place in the plan of the sample, and every test. */
class CoverageOfTheSourcesTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final int WHERE = 2;
    private static final int ASSERTED_BY = 3;

    private static final List<String[]> ROWS = new ArrayList<>();
    private static final Map<String, String> TESTS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (String line : Files.readAllLines(ROOT.resolve("docs/coverage-of-the-sources.md"))) {
            if (line.startsWith("| \"")) {
                ROWS.add(line.split("\\|"));
            }
        }
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().contains("src/test/java"))
                    .filter(file -> file.toString().endsWith("Test.java")
                            || file.toString().endsWith("Properties.java"))
                    .forEach(file -> TESTS.merge(
                            file.getFileName().toString().replace(".java", ""), text(file), String::concat));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes(String cell) {
        List<String> codes = new ArrayList<>();
        Matcher found = CODE.matcher(cell);
        while (found.find()) {
            codes.add(found.group(1));
        }
        return codes;
    }

    @Test
    void everyRow_hasAPlace_andATest() {
        assertThat(ROWS).hasSizeGreaterThan(40);
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(codes(row[WHERE])).as(row[1]).isNotEmpty();
            assertThat(codes(row[ASSERTED_BY])).as(row[1]).isNotEmpty();
        });
    }

    @Test
    void everyPlace_isInThePlanOfTheSample() {
        Path folder = SamplePlan.of();
        JsonValue plan = Tree.of(folder.resolve("plan.json")).value();
        JsonValue customer = Tree.of(folder.resolve("customers/c-000001.json")).value();
        for (String[] row : ROWS) {
            for (String path : codes(row[WHERE])) {
                boolean isOfFile = path.startsWith("customer:");
                String[] names = (isOfFile ? path.substring("customer:".length()) : path).split("\\.");
                assertThat(has(isOfFile ? customer : plan, names, 0)).as(path).isTrue();
            }
        }
    }

    /** A list has what one of its elements has. */
    private static boolean has(JsonValue value, String[] names, int at) {
        if (at == names.length) {
            return true;
        }
        boolean isList = names[at].endsWith("[]");
        String name = isList ? names[at].substring(0, names[at].length() - 2) : names[at];
        return value instanceof JsonObject object
                && object.find(name)
                        .filter(found -> isList
                                ? found instanceof JsonArray list
                                        && list.elements().stream().anyMatch(element -> has(element, names, at + 1))
                                : has(found, names, at + 1))
                        .isPresent();
    }

    @Test
    void everyTest_isThere() {
        for (String[] row : ROWS) {
            for (String test : codes(row[ASSERTED_BY])) {
                String[] names = test.split("\\.", -1);
                assertThat(TESTS).as(row[1]).containsKey(names[0]);
                if (names.length > 1) {
                    assertThat(TESTS.get(names[0])).as(row[1]).contains("void " + names[1] + "(");
                }
            }
        }
    }
}
