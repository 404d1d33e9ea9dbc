package dev.rapport.model.tables;

import dev.rapport.model.csv.CsvRows;
import dev.rapport.model.tables.Numbers.Amount;
import dev.rapport.model.tables.TableSchema.Target;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A file whose columns are bound to what they feed: reads its rows, and counts them. */
final class TableFile {

    /**
     * Where one target of the table comes from.
     *
     * @param column  the position in the row, or -1
     * @param label  the name of the column, or of the target where there is none
     * @param constant  what stands in every row, where there is no column
     * @param reader  reads the cells
     */
    record Slot(int column, String label, @Nullable Object constant, CellReader reader) {

        boolean isBound() {
            return column >= 0 || constant != null;
        }
    }

    private final String name;
    private final int ordinal;
    private final TableSchema schema;
    private final List<Slot> slots;
    private final List<String> unread;
    private final int width;
    private final int currencyTarget;
    private final CurrencyUnit bookCurrency;
    private final long[] filled;
    private long rows;
    private long rejected;
    private long rounded;
    private int firstRounded;

    TableFile(
            String name,
            int ordinal,
            TableSchema schema,
            List<Slot> slots,
            List<String> unread,
            int width,
            CurrencyUnit bookCurrency) {
        this.name = name;
        this.ordinal = ordinal;
        this.schema = schema;
        this.slots = List.copyOf(slots);
        this.unread = List.copyOf(unread);
        this.width = width;
        this.currencyTarget = schema.indexOf(TableSchema.CURRENCY);
        this.bookCurrency = bookCurrency;
        this.filled = new long[slots.size()];
    }

    String name() {
        return name;
    }

    /** Which of the files of the book it is, in the order in which they are read. */
    int ordinal() {
        return ordinal;
    }

    TableSchema schema() {
        return schema;
    }

    List<Slot> slots() {
        return slots;
    }

    List<String> unread() {
        return unread;
    }

    String columnOf(int target) {
        return slots.get(target).label();
    }

    long rows() {
        return rows;
    }

    long rejected() {
        return rejected;
    }

    long filled(int target) {
        return filled[target];
    }

    /** How many amounts had more decimals than their currency, and the line of the first. */
    long rounded() {
        return rounded;
    }

    int firstRounded() {
        return firstRounded;
    }

    void countRejected() {
        rejected++;
    }

    /** The row, or null if it was rejected. */
    @Nullable
    DraftRow read(int line, String[] cells, int count, boolean isTooLong, Rejections rejections) {
        rows++;
        if (isTooLong) {
            rejections.reject(
                    this,
                    List.of(rejection(
                            line,
                            -1,
                            "",
                            Refusal.of(
                                    "row-too-long",
                                    "must have at most " + CsvRows.LONGEST_ROW + " characters in a row"))));
            return null;
        }
        if (count != width) {
            rejections.reject(
                    this,
                    List.of(rejection(
                            line,
                            -1,
                            "",
                            Refusal.of("cell-count", "must have " + width + " cells like the header, has " + count)
                                    .advice("Maybe a cell with the delimiter or a line break in it is not quoted"))));
            return null;
        }
        @Nullable Object[] values = new @Nullable Object[slots.size()];
        List<Rejection> refused = new ArrayList<>(0);
        for (int i = 0; i < values.length; i++) {
            Slot slot = slots.get(i);
            String cell = slot.column() < 0 ? "" : cells[slot.column()];
            Object value = slot.column() < 0 ? slot.constant() : slot.reader().read(cell);
            if (value instanceof Refusal refusal) {
                refused.add(rejection(line, i, cell, refusal));
            } else if (value != null) {
                values[i] = value;
            } else if (schema.targets().get(i).required()) {
                refused.add(rejection(line, i, cell, Refusal.of("missing-value", "must have a value")));
            }
        }
        settleAmounts(line, values, refused);
        if (!refused.isEmpty()) {
            rejections.reject(this, refused);
            return null;
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                filled[i]++;
            }
        }
        if (!schema.isRates() && currencyTarget >= 0) {
            values[currencyTarget] = null; // is in the amounts by now, and no part of what the row says
        }
        return new DraftRow(this, line, values);
    }

    /** The currency is the cell's own, else that of the row, else that of the book. */
    private void settleAmounts(int line, @Nullable Object[] values, List<Rejection> refused) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] instanceof Amount amount)) {
                continue;
            }
            CurrencyUnit currency = amount.currency();
            if (currency == null && values[currencyTarget] instanceof CurrencyUnit ofRow) {
                currency = ofRow;
            }
            if (currency == null && slots.get(currencyTarget).isBound()) {
                values[i] = null;
                if (refused.stream().noneMatch(rejection -> rejection.column().equals(columnOf(currencyTarget)))) {
                    refused.add(rejection(
                            line,
                            currencyTarget,
                            "",
                            Refusal.of("missing-value", "must have a value where there is an amount")));
                }
                continue;
            }
            CurrencyUnit known = currency == null ? bookCurrency : currency;
            if (amount.number().stripTrailingZeros().scale() > known.getDecimalPlaces()) {
                firstRounded = rounded++ == 0 ? line : firstRounded;
            }
            values[i] = Money.of(known, amount.number(), RoundingMode.HALF_EVEN);
        }
    }

    private Rejection rejection(int line, int target, String cell, Refusal refusal) {
        return new Rejection(name, line, target < 0 ? "" : columnOf(target), cell, refusal);
    }

    TableReport report() {
        List<TableReport.FedField> fed = new ArrayList<>();
        List<String> unfed = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Target target = schema.targets().get(i);
            Slot slot = slots.get(i);
            if (slot.isBound()) {
                fed.add(new TableReport.FedField(target.name(), slot.column() < 0 ? "" : slot.label(), filled[i]));
            } else {
                unfed.add(target.name());
            }
        }
        return new TableReport(name, schema.name(), rows, rejected, fed, unfed, unread);
    }

    @Override
    public String toString() {
        return name;
    }
}
