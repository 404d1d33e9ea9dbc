package dev.rapport.model.tables;

import dev.rapport.model.tables.Numbers.Amount;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Puts the cells of one row together, whatever the file is written as: makes a draft of them, or rejects the row for all
 * that is wrong with it. Used again for each row of the file.
 */
final class RowReader {

    private final TableFile file;
    private final CurrencyUnit bookCurrency;
    private final Rejections rejections;
    private final int currencyTarget;
    private final String[] texts;
    private @Nullable Object[] values;
    private boolean isInBookCurrency;

    RowReader(TableFile file, CurrencyUnit bookCurrency, Rejections rejections) {
        this.file = file;
        this.bookCurrency = bookCurrency;
        this.rejections = rejections;
        this.currencyTarget = file.schema().indexOf(TableSchema.CURRENCY);
        this.texts = new String[file.slots().size()];
        this.values = new @Nullable Object[texts.length];
        Arrays.fill(texts, "");
    }

    /** Takes a cell: its value, nothing, or the refusal of the text that stands in it. */
    void cell(int target, @Nullable Object value, String text) {
        values[target] = value;
        texts[target] = text;
    }

    /** Rejects the row as a whole, whatever its cells are. */
    void reject(List<Rejection> reasons) {
        file.countRow();
        clear();
        rejections.reject(file, reasons);
    }

    void reject(int line, Refusal refusal) {
        reject(List.of(new Rejection(file.name(), line, "", "", refusal)));
    }

    private @Nullable Object[] clear() {
        @Nullable Object[] row = values;
        values = new @Nullable Object[row.length];
        Arrays.fill(texts, "");
        return row;
    }

    /** The row of the cells that were taken, or null if it was rejected. */
    @Nullable
    DraftRow end(int line) {
        file.countRow();
        List<Rejection> refused = new ArrayList<>(0);
        for (int i = 0; i < values.length; i++) {
            Slot slot = file.slots().get(i);
            if (values[i] instanceof Refusal refusal) {
                refused.add(rejection(line, i, texts[i], refusal));
                values[i] = null;
            } else if (values[i] == null) {
                values[i] = slot.constant();
                if (values[i] == null && slot.target().required()) {
                    refused.add(rejection(line, i, texts[i], Refusal.of("missing-value", "must have a value")));
                }
            }
        }
        settleAmounts(line, refused);
        @Nullable Object[] row = clear();
        if (!refused.isEmpty()) {
            rejections.reject(file, refused);
            return null;
        }
        for (int i = 0; i < row.length; i++) {
            if (row[i] != null) {
                file.countFilled(i);
            }
        }
        if (!file.schema().isRates() && currencyTarget >= 0) {
            row[currencyTarget] = null; // is in the amounts by now, and no part of what the row says
        }
        return new DraftRow(file, line, row);
    }

    /** The currency is the cell's own, else that of the row, else that of the book. */
    private void settleAmounts(int line, List<Rejection> refused) {
        isInBookCurrency = false;
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] instanceof Amount amount)) {
                continue;
            }
            CurrencyUnit currency = amount.currency();
            if (currency == null && values[currencyTarget] instanceof CurrencyUnit ofRow) {
                currency = ofRow;
            }
            if (currency == null && file.isFed(currencyTarget)) {
                values[i] = null;
                if (refused.stream().noneMatch(rejection -> rejection.column().equals(file.columnOf(currencyTarget)))) {
                    refused.add(rejection(line, currencyTarget, "", noCurrency()));
                }
                continue;
            }
            isInBookCurrency |= currency == null;
            CurrencyUnit known = currency == null ? bookCurrency : currency;
            if (amount.number().stripTrailingZeros().scale() > known.getDecimalPlaces()) {
                file.countRounded(line);
            }
            values[i] = Money.of(known, amount.number(), RoundingMode.HALF_EVEN);
        }
    }

    private Rejection rejection(int line, int target, String text, Refusal refusal) {
        return new Rejection(file.name(), line, file.columnOf(target), text, refusal);
    }

    /** Whether an amount of the last row is in the currency of the book since the row names none. */
    boolean isInBookCurrency() {
        return isInBookCurrency;
    }

    /** Rejects an earlier row for an amount without a currency. */
    void rejectWithoutCurrency(DraftRow row) {
        rejections.reject(row, currencyTarget, noCurrency());
    }

    private static Refusal noCurrency() {
        return Refusal.of("missing-value", "must have a value where there is an amount");
    }
}
