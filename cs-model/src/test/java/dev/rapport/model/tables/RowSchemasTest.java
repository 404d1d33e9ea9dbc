package dev.rapport.model.tables;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.shape.DocumentHeader;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** What the schemas of rows and the reader of rows say of the same rows. */
class RowSchemasTest {

    private static final BookManifest PLAIN =
            BookManifest.of(DocumentHeader.of("x", "1"), ZoneId.of("Europe/Berlin"), CurrencyUnit.EUR);

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "42",
            "1e14",
            "1e16",
            "1e-7",
            "-0.0",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"3\"",
            "\"true\"",
            "\"..\"",
            "\"EUR\"",
            "\"eur\"",
            "\"EUX\"",
            "\"EUR 5\"",
            "\"5.5 EUR\"",
            "\"EUR\u00a05\"",
            "\"2026-03-31\"",
            "\"2026-03-31T10:15\"",
            "\"2026-03-31 10:15:30.123Z\"",
            "\"2026-03-31T10:15:00+01:00\"",
            "\"2026-02-30\"",
            "\"2026-3-31\"",
            "\"31.03.2026\"",
            "\"0999-01-01\"",
            "[]",
            "[\"a\"]",
            "[1, \"b\"]",
            "[1.5]",
            "[[]]",
            "{}",
            "{\"amount\": 5, \"currency\": \"EUR\"}",
            "{\"amount\": \"5\", \"currency\": \"EUR\"}",
            "{\"amount\": 5}",
            "{\"amount\": 5, \"currency\": \"EUR\", \"tax\": 1}");

    /** What a schema does not say: rules of days, currencies and rows. */
    private static final Set<String> BEYOND_SCHEMA = Set.of(
            "no-such-day",
            "date-out-of-range",
            "end-before-start",
            "negative-arr",
            "recorded-before-occurred",
            "not-above-zero",
            "rate-of-base",
            "unknown-customer",
            "unknown-contract");

    /** What the reader takes as nothing though a schema wants it left out. */
    private static final Set<String> EMPTY = Set.of("\"\"", "\" \"");

    /** By another row of the customer, or another date of the row. */
    private static final Set<String> SAID_ELSEWHERE = Set.of(TableSchema.SINCE, TableSchema.AT);

    /** What is whole to a schema; the reader takes digits alone for a text. */
    private static final Set<String> WHOLE = Set.of("1e14", "1e16", "-0.0");

    /** The schemas of a book, by table. */
    private static Function<String, Schema> schemas(BookManifest manifest) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Map<String, Schema> schemas = new HashMap<>();
        RowSchemas.of(manifest)
                .forEach((table, text) -> schemas.put(table, registry.getSchema(text, InputFormat.JSON)));
        return table -> requireNonNull(schemas.get(table), table);
    }

    private static boolean isValid(Schema schema, String row) {
        return schema.validate(row, InputFormat.JSON).isEmpty();
    }

    @Property(tries = 50)
    void rowsThatAreWritten_areValid(@ForAll long seed) {
        RandomBook book = new RandomBook(seed, true);
        Map<String, String> tables = RandomBook.tables(FileKind.JSON_LINES, book.rates(), book.customers());
        BookManifest manifest = ManifestDocument.KIND
                .read(JsonInput.text("book.json", tables.getOrDefault("book.json", "")))
                .orThrow();
        Function<String, Schema> schemas = schemas(manifest);
        tables.remove("book.json");
        tables.forEach((file, text) -> text.lines()
                .forEach(row -> assertThat(isValid(schemas.apply(file.replace(".jsonl", "")), row))
                        .as(row)
                        .isTrue()));
    }

    @Test
    void valuesOfEveryField_areJudgedAlike_byReaderAndSchema() throws IOException {
        Function<String, Schema> schemas = schemas(PLAIN);
        List<String> differing = new ArrayList<>();
        for (TableSchema table : BookSchema.of(PLAIN).tables()) {
            boolean hasAmounts = table.targets().stream().anyMatch(target -> target.kind() == CellKind.MONEY);
            Set<String> kinds = new HashSet<>();
            for (TableSchema.Target target : table.targets()) {
                boolean isNeeded = target.kind() == CellKind.CURRENCY
                        ? target.required() || hasAmounts
                        : target.required() || !SAID_ELSEWHERE.contains(target.name());
                boolean isNew = isNeeded && kinds.add(target.kind() + " " + target.required());
                for (String value : isNew ? VALUES : List.<String>of()) {
                    String row = row(table, target, value);
                    List<Rejection> rejections = rejections(table, row);
                    if (isTaken(rejections) != isValid(schemas.apply(table.name()), row)
                            && !EMPTY.contains(value)
                            && !(target.kind() == CellKind.TEXT && WHOLE.contains(value))) {
                        differing.add(table + " " + row + " " + rejections);
                    }
                }
            }
        }
        assertThat(differing).isEmpty();
    }

    private static boolean isTaken(List<Rejection> rejections) {
        return rejections.stream()
                .allMatch(rejection -> BEYOND_SCHEMA.contains(rejection.code())
                        || (rejection.code().equals("unknown-currency")
                                && rejection.value().contains("EUX")));
    }

    @Test
    void fieldsThatNothingKnows_andMissingOnes_areNotValid() {
        Schema usage = schemas(PLAIN).apply("usage");
        assertThat(isValid(usage, "{\"customer\": \"a\", \"at\": \"2026-01-01\", \"quantity\": 1}"))
                .isTrue();
        assertThat(isValid(usage, "{\"customer\": \"a\", \"at\": \"2026-01-01\", \"quantity\": 1, \"featur\": \"x\"}"))
                .isFalse();
        assertThat(isValid(usage, "{\"customer\": \"a\", \"at\": \"2026-01-01\"}"))
                .isFalse();
    }

    /** A row with all that is required, and this. */
    private static String row(TableSchema table, TableSchema.Target target, String value) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (table.isCustomers()) {
            fields.put("since", "\"2024-01-01\"");
        }
        for (TableSchema.Target each : table.targets()) {
            if (each.required() || each.name().equals(TableSchema.AT)) {
                fields.put(each.name(), usual(each));
            }
        }
        fields.put(target.name(), value);
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String usual(TableSchema.Target target) {
        return switch (target.kind()) {
            case TEXT -> "\"acme\"";
            case MOMENT, START, DATE, OLD_DATE -> "\"2025-01-01\"";
            case CURRENCY -> "\"USD\"";
            case MONEY -> "{\"amount\": 5, \"currency\": \"EUR\"}";
            case NUMBER, DECIMAL -> "1";
            case BOOLEAN -> "true";
            case TEXT_SET -> "[]";
        };
    }

    private static List<Rejection> rejections(TableSchema table, String row) throws IOException {
        Folder folder = new Folder().file("contracts.csv", "customer,id,start", "acme,acme,2025-01-01");
        String other = table.name() + ".csv";
        return BookReader.standard()
                .read(BookTables.of(
                        folder.without(other).file(table.name() + ".jsonl", row).texts()))
                .orThrow()
                .quarantine()
                .rejections();
    }
}
