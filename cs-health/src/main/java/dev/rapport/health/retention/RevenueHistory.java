package dev.rapport.health.retention;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.family.Successions;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a book paid at several dates, customer by customer, contract by contract and line by line: what all figures of
 * retention are read from, so that they reconcile. Immutable.
 *
 * <pre>{@code
 * RevenueHistory year = RevenueHistory.monthly(facts, asOf, 12, RetentionDefinition.STANDARD, reckoning);
 * RetentionRates byAccount = year.whole(Level.ACCOUNT).rates();
 * RetentionRates byContract = year.whole(Level.CONTRACT).rates();
 * List<ArrBridge> months = year.steps(Level.ACCOUNT);
 * }</pre>
 *
 * <p>Each unit is converted at full precision and rounded once; totals are sums of what was rounded. So, in one currency,
 * all levels have the same totals to the cent; with several, levels may differ by half a cent a unit. A customer of whom a
 * contract in force does not tell its revenue, or whose currency has no rate, is left out at all dates, see {@link
 * #untold()}.
 */
public final class RevenueHistory {

    private final RetentionDefinition definition;
    private final Money zero;
    private final List<LocalDate> dates;
    private final List<Successions> successions;
    private final Units units;
    private final Map<String, String> untold;
    private final Predicate<? super RevenueUnit> shown;

    private RevenueHistory(
            RetentionDefinition definition,
            Money zero,
            List<LocalDate> dates,
            List<Successions> successions,
            Units units,
            Map<String, String> untold,
            Predicate<? super RevenueUnit> shown) {
        this.definition = definition;
        this.zero = zero;
        this.dates = dates;
        this.successions = successions;
        this.units = units;
        this.untold = untold;
        this.shown = shown;
    }

    /**
     * What is read of each customer.
     *
     * @return the contracts; lines, outcomes, mergers and splits are read where they are fed
     */
    public static Requirements requirements() {
        return Requirements.series(Contract.SERIES);
    }

    /**
     * The history at month's distances back from a cut: from the last day of a month at the last days of months, otherwise
     * at the same day of each month. What was true then is told as it is known at the cut.
     *
     * @param facts  the uncut history
     * @param asOf  the cut
     * @param months  how many months, at least 1
     * @param definition  what the figures mean
     * @param reckoning  the currency and its rates
     * @return the history at one date more than there are months
     */
    public static RevenueHistory monthly(
            Facts facts, AsOf asOf, int months, RetentionDefinition definition, Reckoning reckoning) {
        LocalDate last = asOf.date(facts.zone());
        boolean isMonthEnd = last.getDayOfMonth() == last.lengthOfMonth();
        List<LocalDate> dates = new ArrayList<>();
        for (int back = months; back > 0; back--) {
            LocalDate date = last.minusMonths(back);
            dates.add(isMonthEnd ? date.withDayOfMonth(date.lengthOfMonth()) : date);
        }
        dates.add(last);
        return at(dates, facts, asOf, definition, reckoning);
    }

    /**
     * The history at any dates. What was true then is told as it is known at the cut.
     *
     * @param dates  the dates, earliest first, none after the cut
     * @param facts  the uncut history
     * @param asOf  the cut
     * @param definition  what the figures mean
     * @param reckoning  the currency and its rates
     * @return the history
     */
    public static RevenueHistory at(
            List<LocalDate> dates, Facts facts, AsOf asOf, RetentionDefinition definition, Reckoning reckoning) {
        List<Book> cuts = new ArrayList<>();
        for (LocalDate date : dates) {
            boolean isCut = date.equals(asOf.date(facts.zone()));
            cuts.add(facts.asOf(isCut ? asOf : AsOf.endOf(date, facts.zone()).knownAt(asOf.knownAt())));
        }
        return of(cuts, definition, reckoning);
    }

    /**
     * The history of cuts that were made already.
     *
     * @param cuts  at least two cuts of the same facts, earliest first, with former customers
     * @param definition  what the figures mean
     * @param reckoning  the currency and its rates
     * @return the history
     * @throws IllegalArgumentException if the cuts are fewer, or not in order
     */
    public static RevenueHistory of(List<Book> cuts, RetentionDefinition definition, Reckoning reckoning) {
        List<LocalDate> dates = cuts.stream().map(Book::date).toList();
        if (dates.size() < 2) {
            throw new IllegalArgumentException("dates (" + dates + ") must be at least two.");
        }
        for (int i = 1; i < dates.size(); i++) {
            if (!dates.get(i - 1).isBefore(dates.get(i))) {
                throw new IllegalArgumentException("dates (" + dates + ") must be in order, each once.");
            }
        }
        UnitReader reader = new UnitReader(requireNonNull(definition, "definition"), reckoning, dates);
        List<Successions> successions = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            successions.add(Successions.of(cuts.get(i)));
            for (CustomerView view : cuts.get(i).customers()) {
                reader.read(view, i);
            }
        }
        return new RevenueHistory(
                definition,
                Money.zero(reckoning.currency()),
                List.copyOf(dates),
                List.copyOf(successions),
                reader.units(),
                reader.untold(),
                unit -> true);
    }

    /**
     * What the figures mean.
     *
     * @return the definition
     */
    public RetentionDefinition definition() {
        return definition;
    }

    /**
     * The dates.
     *
     * @return the last day that each cut sees, earliest first
     */
    public List<LocalDate> dates() {
        return dates;
    }

    /**
     * The currency of all amounts.
     *
     * @return the reckoning's
     */
    public CurrencyUnit currency() {
        return zero.getCurrencyUnit();
    }

    /**
     * The customers that are left out, because their revenue is not told.
     *
     * @return why, by customer
     */
    public Map<String, String> untold() {
        return untold;
    }

    /**
     * This history of some of its units. Mergers and splits are still seen, so that parts sum to the whole.
     *
     * @param condition  holds for those that stay
     * @return the history without the others
     */
    public RevenueHistory only(Predicate<? super RevenueUnit> condition) {
        requireNonNull(condition, "condition");
        return new RevenueHistory(
                definition, zero, dates, successions, units, untold, unit -> shown.test(unit) && condition.test(unit));
    }

    /**
     * From each date to the next.
     *
     * @param level  what is counted
     * @return the bridges, one less than there are dates; each opens as the one before closed
     */
    public List<ArrBridge> steps(Level level) {
        List<ArrBridge> steps = new ArrayList<>();
        for (int i = 0; i < dates.size() - 1; i++) {
            steps.add(step(level, i));
        }
        return List.copyOf(steps);
    }

    ArrBridge step(Level level, int from) {
        return bridge(level, from, from + 1, series -> series.atRatesOfNext(from));
    }

    /**
     * From the first date to the last at once: what went up and down between counts by its end only.
     *
     * @param level  what is counted
     * @return the bridge
     */
    public ArrBridge whole(Level level) {
        return bridge(level, 0, dates.size() - 1, UnitSeries::openingAtEnd);
    }

    private ArrBridge bridge(Level level, int from, int to, Function<UnitSeries, Amounts> openingAtLaterRates) {
        TransferredRevenue transferred = TransferredRevenue.find(
                successions.get(from), successions.get(to), units.at(Level.ACCOUNT), to, openingAtLaterRates);
        Map<RevenueUnit, ArrChange> changes = new TreeMap<>();
        Map<RevenueUnit, Money> moved = transferred.byUnit(units.at(level), to, openingAtLaterRates);
        Map<RevenueUnit, UnitSeries> all = new TreeMap<>();
        units.at(level).forEach(series -> all.put(series.unit(), series));
        moved.keySet()
                .forEach(unit ->
                        all.computeIfAbsent(unit, absent -> new UnitSeries(unit, dates.size(), Amounts.none(zero))));
        for (UnitSeries series : all.values()) {
            ArrChange change = ArrChange.between(
                    series,
                    dates.get(from),
                    series.at(from),
                    openingAtLaterRates.apply(series),
                    series.at(to),
                    moved.getOrDefault(series.unit(), zero));
            if (!change.isNothing() && shown.test(series.unit())) {
                changes.put(series.unit(), change);
            }
        }
        return new ArrBridge(
                level,
                definition,
                dates.get(from),
                dates.get(to),
                zero,
                List.copyOf(changes.values()),
                transferred.shown(shown));
    }

    /**
     * The product of the cohort rates of all steps: {@link RetentionMethod#TRAILING}. Who grew weighs more in later steps, so
     * the gross rate can lie above or below that of the cohort.
     *
     * @param level  what is counted
     * @return the rates, each as a product of 1; undefined where a step has nothing to keep
     */
    public RetentionRates trailing(Level level) {
        return TrailingMethod.rates(steps(level));
    }

    /** The units of a level that are shown. */
    List<UnitSeries> units(Level level) {
        return units.at(level).stream()
                .filter(series -> shown.test(series.unit()))
                .toList();
    }

    Money zero() {
        return zero;
    }
}
