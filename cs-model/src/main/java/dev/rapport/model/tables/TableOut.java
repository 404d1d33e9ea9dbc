package dev.rapport.model.tables;

import dev.rapport.model.csv.CsvOut;
import dev.rapport.model.json.JsonLinesWriter;
import dev.rapport.model.json.JsonOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Where the rows of one table are written, whatever as. */
interface TableOut extends AutoCloseable {

    /**
     * Writes a row.
     *
     * @param values  one for each column: a text, number, truth, date, amount or set, or null for nothing
     * @throws UncheckedIOException if the target fails
     */
    void row(List<@Nullable Object> values);

    @Override
    void close() throws IOException;

    /** Begins a table. */
    static TableOut begin(FileKind kind, List<String> columns, Writer target) {
        return switch (kind) {
            case CSV -> new Csv(columns, target);
            case JSON_LINES -> new Json(columns, target);
        };
    }

    /** A line of column names, then a line for each row. */
    final class Csv implements TableOut {

        private final CsvOut out;

        Csv(List<String> columns, Writer target) {
            this.out = CsvOut.to(target);
            out.row(columns);
        }

        @Override
        public void row(List<@Nullable Object> values) {
            out.row(values.stream().map(CellText::of).toList());
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** An object for each row, without the fields that it has nothing for. */
    final class Json implements TableOut {

        private final List<String> columns;
        private final JsonLinesWriter out;

        Json(List<String> columns, Writer target) {
            this.columns = columns;
            this.out = JsonLinesWriter.to(target);
        }

        @Override
        public void row(List<@Nullable Object> values) {
            out.line(line -> line.object(fields -> {
                for (int i = 0; i < columns.size(); i++) {
                    Object value = values.get(i);
                    if (value != null) {
                        write(value, fields.name(columns.get(i)));
                    }
                }
            }));
        }

        private static void write(Object value, JsonOut field) {
            if (value instanceof Double number && Double.isFinite(number)) {
                field.value(number.doubleValue());
            } else if (value instanceof BigDecimal number) {
                field.value(number);
            } else if (value instanceof Boolean truth) {
                field.value(truth.booleanValue());
            } else if (value instanceof Money money) {
                field.object(amount -> amount.field("amount", money.getAmount())
                        .field("currency", money.getCurrencyUnit().getCode()));
            } else if (value instanceof Set<?> set) {
                Set<String> sorted = new TreeSet<>();
                set.forEach(element -> sorted.add(element.toString()));
                field.array(elements -> sorted.forEach(elements::value));
            } else {
                field.value(CellText.of(value));
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
