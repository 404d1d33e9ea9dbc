package dev.rapport.model.tables;

import dev.rapport.model.money.RateTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** Puts the rows of exchange rates together. */
final class RateDraft {

    private static final int CURRENCY = 0;
    private static final int FROM = 1;
    private static final int RATE = 2;

    private static final Comparator<DraftRow> IDENTITY =
            Comparator.<DraftRow, String>comparing(row -> row.text(CURRENCY)).thenComparing(row -> row.text(FROM));

    private final CurrencyUnit base;
    private final Rejections rejections;
    private final List<DraftRow> rows = new ArrayList<>();

    RateDraft(CurrencyUnit base, Rejections rejections) {
        this.base = base;
        this.rejections = rejections;
    }

    void add(DraftRow row) {
        BigDecimal rate = rate(row);
        if (rate.signum() <= 0) {
            rejections.reject(row, RATE, Refusal.of("not-above-zero", "must be above 0"));
        } else if (base.equals(row.cell(CURRENCY))) {
            if (rate.compareTo(BigDecimal.ONE) != 0) {
                rejections.reject(
                        row, RATE, Refusal.of("rate-of-base", "must be 1 for the currency that the book reports in"));
            }
        } else {
            rows.add(row);
        }
    }

    private static BigDecimal rate(DraftRow row) {
        return row.cell(RATE) instanceof BigDecimal rate ? rate : BigDecimal.ZERO;
    }

    RateTable build() {
        Map<CurrencyUnit, Map<LocalDate, BigDecimal>> rates = new TreeMap<>();
        for (DraftRow row : Twins.reject(rows, IDENTITY, row -> true, rejections)) {
            if (row.cell(CURRENCY) instanceof CurrencyUnit currency && row.cell(FROM) instanceof LocalDate from) {
                rates.computeIfAbsent(currency, absent -> new TreeMap<>()).put(from, rate(row));
            }
        }
        RateTable table = RateTable.empty(base);
        for (Map.Entry<CurrencyUnit, Map<LocalDate, BigDecimal>> entry : rates.entrySet()) {
            table = table.with(entry.getKey(), entry.getValue());
        }
        return table;
    }
}
