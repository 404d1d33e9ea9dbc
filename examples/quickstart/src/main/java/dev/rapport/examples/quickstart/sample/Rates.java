package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.money.RateTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/** Made-up exchange rates into euro, one for each quarter. */
final class Rates {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final Map<String, Double> LEVELS = levels();

    private Rates() {}

    private static Map<String, Double> levels() {
        Map<String, Double> levels = new LinkedHashMap<>();
        levels.put("CHF", 1.04);
        levels.put("GBP", 1.17);
        levels.put("SEK", 0.0885);
        levels.put("USD", 0.92);
        return levels;
    }

    static RateTable table() {
        RateTable table = RateTable.empty(SampleBook.CURRENCY);
        for (String currency : LEVELS.keySet()) {
            for (LocalDate from = FIRST; !from.isAfter(SampleBook.UNTIL); from = from.plusMonths(3)) {
                table = table.with(CurrencyUnit.of(currency), from, rate(currency, from));
            }
        }
        return table;
    }

    /** What one unit is worth in euro at the end of the book. */
    static double today(CurrencyUnit currency) {
        return currency.equals(SampleBook.CURRENCY)
                ? 1
                : rate(currency.getCode(), SampleBook.UNTIL).doubleValue();
    }

    private static BigDecimal rate(String currency, LocalDate date) {
        int quarter = (date.getYear() - FIRST.getYear()) * 4 + (date.getMonthValue() - 1) / 3;
        double wave = StrictMath.sin(quarter * 0.7 + currency.charAt(0));
        return BigDecimal.valueOf(LEVELS.getOrDefault(currency, 1.0) * (1 + 0.025 * wave))
                .setScale(5, RoundingMode.HALF_EVEN);
    }
}
