package dev.rapport.model.tables;

import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.tables.TableSchema.Target;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The JSON Schemas (2020-12) of the rows of a book in JSON Lines, for those who write them. A row that is valid is read as
 * it is meant, but for what a schema cannot say: days that do not exist, currencies that are none, customers that are not
 * there. They hold for files that no mapping reads otherwise.
 */
public final class RowSchemas {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String TIME =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(\\.([0-9]{3}){1,3})?(Z|[+-][0-9]{2}:[0-9]{2})?)?";
    private static final String NUMBER = "[-+]?[0-9]{1,15}(\\.[0-9]{1,40})?";
    private static final double LARGEST = 1e15;

    private RowSchemas() {}

    /**
     * The schema of a row of each table.
     *
     * @param manifest  the book, whose own attributes and series count
     * @return the schemas by the names of the tables, as pretty texts that end in a line feed
     */
    public static NavigableMap<String, String> of(BookManifest manifest) {
        NavigableMap<String, String> schemas = new TreeMap<>();
        for (TableSchema table : BookSchema.of(manifest).tables()) {
            schemas.put(table.name(), JsonLayout.PRETTY.text(out -> out.object(schema -> describe(table, schema))));
        }
        return Collections.unmodifiableNavigableMap(schemas);
    }

    private static void describe(TableSchema table, JsonOut schema) {
        boolean hasAmounts = table.targets().stream().anyMatch(target -> target.kind() == CellKind.MONEY);
        schema.field("$schema", DIALECT);
        schema.field("title", "A row of " + FileKind.JSON_LINES.file(table.name()));
        schema.field("type", "object");
        schema.object("properties", properties -> {
            for (Target target : table.targets()) {
                if (target.required() || hasAmounts || target.kind() != CellKind.CURRENCY) {
                    properties.object(target.name(), field -> describe(target, field));
                }
            }
        });
        schema.array(
                "required",
                required -> table.targets().stream()
                        .filter(Target::required)
                        .forEach(target -> required.value(target.name())));
        schema.field("additionalProperties", false);
    }

    private static void describe(Target target, JsonOut field) {
        boolean isRequired = target.required();
        switch (target.kind()) {
            case TEXT -> {
                types(field, isRequired, "string", "integer");
                if (isRequired) {
                    field.field("minLength", 1);
                }
            }
            case MOMENT, DATE, OLD_DATE -> text(field, isRequired, TIME);
            case START -> text(field, isRequired, "(\\.\\.|" + TIME + ")");
            case NUMBER, DECIMAL -> {
                types(field, isRequired, "number");
                bounds(field);
            }
            case BOOLEAN -> types(field, isRequired, "boolean");
            case TEXT_SET -> {
                types(field, isRequired, "array");
                field.object("items", items -> types(items, true, "string", "integer"));
            }
            case CURRENCY -> text(field, isRequired, "[A-Z]{3}");
            case MONEY -> amount(field, isRequired);
        }
    }

    private static void types(JsonOut field, boolean isRequired, String... types) {
        field.array("type", out -> {
            for (String type : types) {
                out.value(type);
            }
            if (!isRequired) {
                out.value("null");
            }
        });
    }

    private static void text(JsonOut field, boolean isRequired, String pattern) {
        types(field, isRequired, "string");
        field.field("pattern", "^" + pattern + "$");
    }

    private static void bounds(JsonOut field) {
        field.field("minimum", -LARGEST).field("maximum", LARGEST);
    }

    /** A number, in the currency of the row or of the book, or an amount that says its own. */
    private static void amount(JsonOut field, boolean isRequired) {
        types(field, isRequired, "number", "object", "string");
        bounds(field);
        field.field("pattern", "^([A-Z]{3} ?" + NUMBER + "|" + NUMBER + " ?[A-Z]{3})$");
        field.object("properties", parts -> {
            parts.object("amount", number -> {
                types(number, true, "number");
                bounds(number);
            });
            parts.object("currency", code -> text(code, true, "[A-Z]{3}"));
        });
        field.array("required", required -> required.value("amount").value("currency"));
        field.field("additionalProperties", false);
    }
}
