package dev.rapport.engagement.experiment;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A roll-out in which customers began at different times: the effect of each cohort in each period, and their mean. Immutable.
 *
 * <pre>{@code
 * StaggeredRollout rollout = StaggeredRollout.builder()
 *         .add("acme", 1, false, 0.82)
 *         .add("acme", 2, true, 0.88)
 *         ...
 *         .build();
 * Effect mean = rollout.effect(Judgement.standard());
 * Effect atOnce = rollout.effectAfter(0, Judgement.standard());
 * }</pre>
 *
 * <p><strong>Formula.</strong> {@code ATT(g, t) = mean of Y[t] - Y[b] over cohort g, less the same over those not yet treated in
 * t}, with the last period {@code b} before {@code g}. The effect is the mean of {@code ATT(g, t)} over {@code t >= g}, each
 * weighted with the size of its cohort; {@link #effectAfter} takes those of one distance from {@code g}.
 *
 * <p><strong>Units.</strong> That of the outcome. Periods are whole numbers in their order; distances are counted in the periods
 * that there are.
 *
 * <p><strong>Edges.</strong> Customers without an outcome in each period are left out and counted, as are those treated from the
 * first period, of whom nothing is known before. Periods in which everybody is treated have nobody to be compared with, and
 * are left out. Refused where a cohort comes from fewer clusters than asked for.
 *
 * <p><strong>Algorithm.</strong> Each effect is a sum of means of cohorts, so that its errors are those of {@link
 * ClusterErrors}: the usual ones from 50 clusters in each cohort, else the bias-reduced ones. The sizes of the cohorts are
 * taken as given. Not a regression with fixed effects of customers and periods, which compares with those treated earlier and
 * can turn the sign where effects grow: A. Goodman-Bacon, Journal of Econometrics 225 (2021),
 * doi:10.1016/j.jeconom.2021.03.014.
 *
 * <p><strong>Reference.</strong> B. Callaway, P. H. C. Sant'Anna, Difference-in-Differences with Multiple Time Periods, Journal of
 * Econometrics 225 (2021) 200-230, doi:10.1016/j.jeconom.2020.12.001, without covariates, compared with the not yet treated.
 */
public final class StaggeredRollout {

    /** After every period: never treated. */
    private static final int NEVER = Integer.MAX_VALUE;

    private final List<Integer> periods;
    /** By the position of the first treated period. */
    private final SortedMap<Integer, List<Unit>> cohorts;

    private final int incomplete;

    private StaggeredRollout(List<Integer> periods, SortedMap<Integer, List<Unit>> cohorts, int incomplete) {
        this.periods = periods;
        this.cohorts = cohorts;
        this.incomplete = incomplete;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Unit(String cluster, double[] outcomes) {}

    /** One cohort in one period. */
    private record Cell(int cohort, int period) {}

    /**
     * Begins.
     *
     * @return a builder without rows
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The mean effect over all cohorts and periods since they began.
     *
     * @param judgement  what is asked
     * @return the effect
     */
    public Effect effect(Judgement judgement) {
        return effect(sinceTheyBegan(), judgement, Optional.empty());
    }

    private List<Cell> sinceTheyBegan() {
        List<Cell> cells = new ArrayList<>();
        for (int cohort : cohorts.keySet()) {
            for (int period = cohort; period < periods.size(); period++) {
                cells.add(new Cell(cohort, period));
            }
        }
        return cells;
    }

    /**
     * The mean effect over all cohorts and periods since they began, with errors of one's choice.
     *
     * @param judgement  what is asked
     * @param errors  which errors
     * @return the effect
     */
    public Effect effect(Judgement judgement, ClusterErrors errors) {
        return effect(sinceTheyBegan(), judgement, Optional.of(errors));
    }

    /**
     * The mean effect at one distance from the beginning.
     *
     * @param distance  how many periods after the first with the treatment; below 0 before it, where an effect says that
     *     the cohorts did not change alike even without the treatment; not -1, with which all others are compared
     * @param judgement  what is asked
     * @return the effect
     */
    public Effect effectAfter(int distance, Judgement judgement) {
        List<Cell> cells = new ArrayList<>();
        for (int cohort : cohorts.keySet()) {
            long period = (long) cohort + distance;
            if (distance != -1 && period >= 0 && period < periods.size()) {
                cells.add(new Cell(cohort, (int) period));
            }
        }
        return effect(cells, judgement, Optional.empty());
    }

    /**
     * The effect on one cohort in one period.
     *
     * @param cohort  the first period with the treatment
     * @param period  the period
     * @param judgement  what is asked
     * @return the effect
     */
    public Effect effectOf(int cohort, int period, Judgement judgement) {
        int first = periods.indexOf(cohort);
        int then = periods.indexOf(period);
        if (then < 0 || !cohorts.containsKey(first)) {
            throw new IllegalArgumentException("cohort (" + cohort + ") must be one of " + cohorts() + " and period ("
                    + period + ") one of " + periods + ".");
        }
        return effect(List.of(new Cell(first, then)), judgement, Optional.empty());
    }

    /**
     * The first periods with the treatment, of those who are neither treated from the first period on nor never.
     *
     * @return in rising order
     */
    public List<Integer> cohorts() {
        return cohorts.keySet().stream()
                .filter(cohort -> cohort > 0 && cohort != NEVER)
                .map(periods::get)
                .toList();
    }

    /**
     * All periods.
     *
     * @return in rising order
     */
    public List<Integer> periods() {
        return periods;
    }

    /**
     * How many customers are left out because they have no outcome in some period.
     *
     * @return at least 0
     */
    public int incomplete() {
        return incomplete;
    }

    /**
     * How many customers are left out because they were treated from the first period on.
     *
     * @return at least 0
     */
    public int alwaysTreated() {
        return cohorts.getOrDefault(0, List.of()).size();
    }

    private Effect effect(List<Cell> asked, Judgement judgement, Optional<ClusterErrors> errors) {
        List<Cell> cells = asked.stream()
                .filter(cell -> cell.cohort() > 0 && cell.cohort() != NEVER && comparedWith(cell) > 0)
                .toList();
        if (cells.isEmpty()) {
            return new Effect.Refused(
                    EffectMethod.GROUP_TIME, "no cohort has both a period before and others who were not treated yet");
        }
        Map<Integer, double[]> coefficients = coefficients(cells);
        List<Integer> used = List.copyOf(coefficients.keySet());
        double[] weights = new double[used.size()];
        ClusteredContrast.Rows rows = new ClusteredContrast.Rows(used.size());
        for (int k = 0; k < weights.length; k++) {
            List<Unit> units = cohorts.getOrDefault(used.get(k), List.of());
            double[] ofOne = coefficients.getOrDefault(used.get(k), new double[0]);
            double norm = norm(ofOne);
            weights[k] = norm * units.size();
            for (Unit unit : units) {
                double value = 0;
                for (int t = 0; t < ofOne.length; t++) {
                    value += ofOne[t] * unit.outcomes()[t];
                }
                rows.add(unit.cluster(), k, value / norm);
            }
        }
        ClusteredContrast contrast = rows.weighted(weights);
        for (int k = 0; k < weights.length; k++) {
            if (contrast.clustersOf(k) < judgement.leastClusters()) {
                return new Effect.Refused(
                        EffectMethod.GROUP_TIME,
                        contrast.clustersOf(k) + " of at least " + judgement.leastClusters() + " clusters "
                                + (used.get(k) == NEVER
                                        ? "that were never treated"
                                        : "in the cohort of period " + periods.get(used.get(k))));
            }
        }
        ClusterErrors suiting = ClusterErrors.suiting(contrast.leastClusters());
        return contrast.effect(EffectMethod.GROUP_TIME, errors.orElse(suiting), judgement);
    }

    /** What one customer's outcomes count, by cohort and period. */
    private Map<Integer, double[]> coefficients(List<Cell> cells) {
        double total = cells.stream().mapToDouble(cell -> size(cell.cohort())).sum();
        Map<Integer, double[]> coefficients = new TreeMap<>();
        for (Cell cell : cells) {
            double weight = size(cell.cohort()) / total;
            double compared = comparedWith(cell);
            add(coefficients, cell.cohort(), cell, weight / size(cell.cohort()));
            for (int other : cohorts.keySet()) {
                if (isComparedWith(cell, other)) {
                    add(coefficients, other, cell, -weight / compared);
                }
            }
        }
        coefficients.values().removeIf(ofOne -> norm(ofOne) == 0);
        return coefficients;
    }

    private void add(Map<Integer, double[]> coefficients, int cohort, Cell cell, double weight) {
        double[] ofOne = coefficients.computeIfAbsent(cohort, key -> new double[periods.size()]);
        ofOne[cell.period()] += weight;
        ofOne[cell.cohort() - 1] -= weight;
    }

    private static double norm(double[] ofOne) {
        double squares = 0;
        for (double each : ofOne) {
            squares += each * each;
        }
        return Math.sqrt(squares);
    }

    private double size(int cohort) {
        return cohorts.getOrDefault(cohort, List.of()).size();
    }

    private double comparedWith(Cell cell) {
        return cohorts.keySet().stream()
                .filter(other -> isComparedWith(cell, other))
                .mapToDouble(this::size)
                .sum();
    }

    /** Not treated in the period, nor in the one before the cohort began. */
    private static boolean isComparedWith(Cell cell, int other) {
        return other != cell.cohort() && other > cell.period() && other > cell.cohort() - 1;
    }

    /** Gathers rows. Mutable, for one thread. */
    public static final class Builder {

        private final Map<String, Map<Integer, Double>> outcomes = new TreeMap<>();
        private final Map<String, TreeSet<Integer>> treatments = new TreeMap<>();
        private final Map<String, String> clusters = new TreeMap<>();

        private Builder() {}

        /**
         * Adds a customer in a period, a cluster of its own.
         *
         * @param customer  the customer
         * @param period  the period
         * @param isTreated  whether it was treated then; once treated it must stay so
         * @param outcome  its outcome, finite
         * @return this builder
         */
        public Builder add(String customer, int period, boolean isTreated, double outcome) {
            return add(customer, customer, period, isTreated, outcome);
        }

        /**
         * Adds a customer in a period.
         *
         * @param cluster  what it shares with other customers, such as its region
         * @param customer  the customer
         * @param period  the period
         * @param isTreated  whether it was treated then; once treated it must stay so
         * @param outcome  its outcome, finite
         * @return this builder
         */
        public Builder add(String cluster, String customer, int period, boolean isTreated, double outcome) {
            requireNonNull(cluster, "cluster");
            requireNonNull(customer, "customer");
            double checked = Outcomes.checked(outcome, "customer", customer);
            if (outcomes.computeIfAbsent(customer, name -> new TreeMap<>()).put(period, checked) != null) {
                throw new IllegalArgumentException(
                        "customer (" + customer + ") must have one outcome in period " + period + ".");
            }
            String before = clusters.put(customer, cluster);
            if (before != null && !before.equals(cluster)) {
                throw new IllegalArgumentException("customer (" + customer + ") must stay in cluster (" + before
                        + "), was in " + cluster + " too.");
            }
            if (isTreated) {
                treatments.computeIfAbsent(customer, name -> new TreeSet<>()).add(period);
            }
            return this;
        }

        /**
         * Makes the roll-out.
         *
         * @return the roll-out, which may be empty
         * @throws IllegalArgumentException if a customer's treatment ended again
         */
        public StaggeredRollout build() {
            TreeSet<Integer> all = new TreeSet<>();
            outcomes.values().forEach(ofOne -> all.addAll(ofOne.keySet()));
            List<Integer> periods = List.copyOf(all);
            SortedMap<Integer, List<Unit>> cohorts = new TreeMap<>();
            int incomplete = 0;
            for (Map.Entry<String, Map<Integer, Double>> entry : outcomes.entrySet()) {
                String customer = entry.getKey();
                TreeSet<Integer> treated = treatments.getOrDefault(customer, new TreeSet<>());
                for (int period : entry.getValue().keySet()) {
                    if (!treated.isEmpty() && period > treated.first() && !treated.contains(period)) {
                        throw new IllegalArgumentException("customer (" + customer + ") must stay treated from period "
                                + treated.first() + " on, was not in period " + period
                                + ".\nMaybe compare two arms of one period instead.");
                    }
                }
                if (entry.getValue().size() < periods.size()) {
                    incomplete++;
                    continue;
                }
                int cohort = treated.isEmpty() ? NEVER : periods.indexOf(treated.first());
                cohorts.computeIfAbsent(cohort, key -> new ArrayList<>())
                        .add(new Unit(
                                clusters.getOrDefault(customer, customer),
                                entry.getValue().values().stream()
                                        .mapToDouble(outcome -> outcome)
                                        .toArray()));
            }
            return new StaggeredRollout(periods, cohorts, incomplete);
        }
    }
}
