package dev.rapport.health.retention;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.MoneySum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.joda.money.Money;

/** Gathers what the units of all levels pay, cut by cut. Mutable, for one thread. */
final class UnitReader {

    private final RetentionDefinition definition;
    private final Reckoning reckoning;
    private final List<LocalDate> dates;
    private final Amounts none;
    private final Map<RevenueUnit, UnitSeries> units = new TreeMap<>();
    private final Map<String, String> untold = new TreeMap<>();

    UnitReader(RetentionDefinition definition, Reckoning reckoning, List<LocalDate> dates) {
        this.definition = definition;
        this.reckoning = reckoning;
        this.dates = dates;
        this.none = Amounts.none(Money.zero(reckoning.currency()));
    }

    void read(CustomerView view, int date) {
        if (untold.containsKey(view.customerId())) {
            return;
        }
        try {
            PieceReader reader = PieceReader.of(view, definition);
            for (Level level : Level.values()) {
                read(view.customerId(), reader, level, date);
            }
        } catch (IllegalStateException e) {
            untold.put(view.customerId(), String.valueOf(e.getMessage()));
        }
    }

    private void read(String customer, PieceReader reader, Level level, int date) {
        Map<RevenueUnit, List<Piece>> byUnit = new HashMap<>();
        for (Piece piece : reader.pieces()) {
            byUnit.computeIfAbsent(piece.unit(level, customer), absent -> new ArrayList<>())
                    .add(piece);
        }
        reader.firstDays(level).forEach((unit, day) -> series(unit).paidSince(day));
        byUnit.forEach((unit, pieces) -> {
            UnitSeries series = series(unit);
            LocalDate ratesOf = definition.constantRatesOf().orElse(dates.get(date));
            Amounts own = amounts(pieces, ratesOf, date);
            series.set(date, own, isLast(date) ? own : atRates(pieces, date + 1, date, own));
            if (date == 0) {
                series.setOpeningAtEnd(atRates(pieces, dates.size() - 1, date, own));
            }
        });
    }

    private UnitSeries series(RevenueUnit unit) {
        return units.computeIfAbsent(unit, absent -> new UnitSeries(unit, dates.size(), none));
    }

    private boolean isLast(int date) {
        return date == dates.size() - 1;
    }

    private Amounts atRates(List<Piece> pieces, int ratesOf, int date, Amounts own) {
        boolean isOneCurrency = pieces.stream()
                .allMatch(piece -> piece.amount().getCurrencyUnit().equals(reckoning.currency()));
        return isOneCurrency || definition.constantRatesOf().isPresent()
                ? own
                : amounts(pieces, dates.get(ratesOf), date);
    }

    private Amounts amounts(List<Piece> pieces, LocalDate ratesOf, int date) {
        boolean countsNoticed = definition.churnDate() == ChurnDate.EFFECTIVE;
        boolean countsPending = definition.unsigned() == UnsignedRenewal.RENEWED;
        LocalDate next = isLast(date) ? LocalDate.MIN : dates.get(date + 1);
        return new Amounts(
                sum(pieces, ratesOf, piece -> switch (piece.state()) {
                    case IN_FORCE -> true;
                    case UNDER_NOTICE -> countsNoticed;
                    case PENDING -> countsPending;
                }),
                sum(pieces, ratesOf, piece -> piece.state() == Piece.State.PENDING && !countsPending),
                sum(pieces, ratesOf, piece -> piece.state() == Piece.State.UNDER_NOTICE && !countsNoticed),
                sum(pieces, ratesOf, piece -> piece.isDueBy(next)));
    }

    private Money sum(List<Piece> pieces, LocalDate ratesOf, Predicate<Piece> counts) {
        MoneySum sum = new MoneySum(reckoning.currency(), reckoning.rates());
        pieces.stream().filter(counts).forEach(piece -> sum.add(piece.amount(), ratesOf));
        return sum.total();
    }

    /** The units of those whose revenue is told at all dates. */
    Units units() {
        return Units.of(units.values().stream()
                .filter(series -> !untold.containsKey(series.unit().customerId()))
                .toList());
    }

    /** Why the revenue of others is not told. */
    Map<String, String> untold() {
        return Collections.unmodifiableMap(untold);
    }
}
