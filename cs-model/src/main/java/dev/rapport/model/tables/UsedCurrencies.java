package dev.rapport.model.tables;

import dev.rapport.model.money.RateTable;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** Counts the currencies of amounts, to tell which of them have no rate. */
final class UsedCurrencies {

    private record Use(long rows, DraftRow first, LocalDate earliest) {

        Use and(DraftRow row, LocalDate date) {
            boolean isEarlier = date.isBefore(earliest)
                    || (date.equals(earliest) && row.source().compareTo(first.source()) < 0);
            return new Use(rows + 1, isEarlier ? row : first, isEarlier ? date : earliest);
        }
    }

    private final CurrencyUnit base;
    private final Map<CurrencyUnit, Use> uses = new TreeMap<>();

    UsedCurrencies(CurrencyUnit base) {
        this.base = base;
    }

    void use(CurrencyUnit currency, DraftRow row, LocalDate date) {
        if (!currency.equals(base)) {
            Use use = uses.get(currency);
            uses.put(currency, use == null ? new Use(1, row, date) : use.and(row, date));
        }
    }

    void warnOfMissingRates(RateTable rates, ProblemCollector problems) {
        uses.forEach((currency, use) -> {
            NavigableMap<LocalDate, BigDecimal> known = rates.rates().get(currency);
            String amounts = use.rows() + (use.rows() == 1 ? " amount" : " amounts") + " in " + currency
                    + ", the earliest of " + use.earliest() + ",";
            Location location =
                    Location.of(use.first().table().name()).at(use.first().line(), 0);
            if (known == null) {
                problems.add(Problem.warning(
                                "missing-rate", location, "has " + amounts + " and there is no rate of it to " + base)
                        .withAdvice("Maybe add it to the rates: without, what sums these amounts fails"));
            } else if (known.firstKey().isAfter(use.earliest())) {
                problems.add(Problem.warning(
                                "missing-rate",
                                location,
                                "has " + amounts + " and the rates of it to " + base + " begin on " + known.firstKey())
                        .withAdvice("Maybe add earlier rates: questions as of a day before fail"));
            }
        });
    }
}
