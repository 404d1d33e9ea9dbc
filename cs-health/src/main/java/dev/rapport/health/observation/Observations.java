package dev.rapport.health.observation;

import dev.rapport.health.survival.SurvivalData;
import dev.rapport.model.time.AsOf;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;

/**
 * Observations in the order of their dates, then customers, with what was left out and why. Immutable.
 *
 * <p>Rows of one customer at several dates depend on each other: statistics over them count customers, not rows.
 */
public final class Observations {

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final ObservationPlan plan;
    private final AsOf until;
    private final ZoneId zone;
    private final CurrencyUnit currency;
    private final List<Observation> rows;
    private final List<Excluded> excluded;

    Observations(
            ObservationPlan plan,
            AsOf until,
            ZoneId zone,
            CurrencyUnit currency,
            List<Observation> rows,
            List<Excluded> excluded) {
        this.plan = plan;
        this.until = until;
        this.zone = zone;
        this.currency = currency;
        this.rows = List.copyOf(rows);
        this.excluded = List.copyOf(excluded);
    }

    /**
     * What was observed.
     *
     * @return the plan
     */
    public ObservationPlan plan() {
        return plan;
    }

    /**
     * Up to when outcomes are seen.
     *
     * @return the instant, and as known when
     */
    public AsOf until() {
        return until;
    }

    /**
     * The zone in which days begin.
     *
     * @return that of the book
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The currency of {@link Observation#arr}.
     *
     * @return that of the book
     */
    public CurrencyUnit currency() {
        return currency;
    }

    /**
     * The observations.
     *
     * @return by date, then by customer
     */
    public List<Observation> rows() {
        return rows;
    }

    /**
     * The number of observations.
     *
     * @return at least 0
     */
    public int size() {
        return rows.size();
    }

    /**
     * What was left out.
     *
     * @return by date, then by customer, for each step that leaves out
     */
    public List<Excluded> excluded() {
        return excluded;
    }

    /**
     * How much was left out.
     *
     * @return how many customers at dates for each reason, reasons without any left out
     */
    public Map<Exclusion, Integer> excludedByReason() {
        Map<Exclusion, Integer> counts = new EnumMap<>(Exclusion.class);
        excluded.forEach(one -> counts.merge(one.why(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /**
     * How many observations had a fate.
     *
     * @param fate  the fate
     * @return at least 0
     */
    public int count(Fate fate) {
        return (int) rows.stream().filter(row -> row.fate() == fate).count();
    }

    /**
     * The number of customers.
     *
     * @return each once
     */
    public int customers() {
        return (int) rows.stream().map(Observation::customerId).distinct().count();
    }

    /**
     * Those whose outcome is known: what a classification learns from.
     *
     * @return without the censored
     */
    public Observations decided() {
        return only(row -> row.fate() != Fate.CENSORED);
    }

    /**
     * Some of the observations.
     *
     * @param condition  holds for those that stay
     * @return the observations, with the same exclusions
     */
    public Observations only(Predicate<Observation> condition) {
        return with(rows.stream().filter(condition).toList(), excluded);
    }

    private Observations with(List<Observation> newRows, List<Excluded> newExcluded) {
        return new Observations(plan, until, zone, currency, newRows, newExcluded);
    }

    /**
     * For each observation whether the customer was lost within the horizon.
     *
     * @return false for those who stayed, and for the censored, see {@link #decided}
     */
    public boolean[] lost() {
        boolean[] lost = new boolean[rows.size()];
        for (int row = 0; row < lost.length; row++) {
            lost[row] = rows.get(row).fate() == Fate.LOST;
        }
        return lost;
    }

    /**
     * How long each was watched from its date on, in days, clustered by customer: what a survival regression learns from,
     * censored or not.
     *
     * @return a row for each observation
     */
    public SurvivalData survival() {
        double[] time = rows.stream().mapToDouble(Observation::days).toArray();
        boolean[] event = new boolean[time.length];
        for (int row = 0; row < time.length; row++) {
            event[row] = rows.get(row).lostAfterDays();
        }
        return SurvivalData.of(time, event)
                .clusters(rows.stream().map(Observation::customerId).toList());
    }

    /**
     * The histories of customers in pieces, for covariates that change: each from an observation to the next one of the same
     * relation, on the clock of the relation's first observation, in days.
     *
     * @return a piece for each observation, clustered by customer, in the order of {@link #rows()}
     */
    public SurvivalData histories() {
        return Histories.of(rows);
    }

    /**
     * Splits by time. What is trained on was over before the split, horizon and all; what reaches across it is in neither
     * part, with the reason. For a split that also forgets what was recorded later see {@link Snapshots#until}.
     *
     * @param date  the first observation date of the test
     * @return both parts
     */
    public Split splitAt(LocalDate date) {
        List<Observation> training = new ArrayList<>();
        List<Observation> test = new ArrayList<>();
        List<Excluded> left = new ArrayList<>(excluded);
        for (Observation row : rows) {
            if (!row.date().isBefore(date)) {
                test.add(row);
            } else if (row.date().plusDays(plan.window().horizonDays()).isBefore(date)) {
                training.add(row);
            } else {
                left.add(new Excluded(row.customerId(), row.date(), Exclusion.ACROSS_SPLIT));
            }
        }
        return new Split(with(training, left), with(test, left));
    }

    /**
     * Splits by customer: each is in the test of one fold and in the training of the others, with all its observations. Which
     * one depends on the customer's id and the seed alone.
     *
     * @param folds  how many, at least 2
     * @param seed  another seed gives other folds
     * @return the folds
     */
    public List<Split> folds(int folds, long seed) {
        if (folds < 2) {
            throw new IllegalArgumentException("folds (" + folds + ") must be at least 2.");
        }
        List<Split> splits = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int own = fold;
            splits.add(new Split(
                    only(row -> fold(row.customerId(), folds, seed) != own),
                    only(row -> fold(row.customerId(), folds, seed) == own)));
        }
        return List.copyOf(splits);
    }

    /** Fowler, Noll and Vo's hash of the id, mixed with the seed. */
    private static int fold(String customerId, int folds, long seed) {
        long hash = FNV_START ^ seed;
        for (byte one : customerId.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xff)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return (int) Math.floorMod(hash ^ (hash >>> 33), (long) folds);
    }

    /** How many there are, and how many were lost. */
    @Override
    public String toString() {
        return size() + " observations of " + customers() + " customers, " + count(Fate.LOST) + " lost, "
                + count(Fate.CENSORED) + " censored";
    }
}
