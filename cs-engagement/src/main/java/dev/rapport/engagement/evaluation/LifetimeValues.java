package dev.rapport.engagement.evaluation;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.model.LifetimeOutlook;
import dev.rapport.health.lifetime.ContractLifetime;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * What customers are still worth under an engagement model, capped and discounted: the curve of a fitted lifetime model, at the
 * level of retention that the model is expected to hold. Immutable.
 *
 * <pre>{@code
 * LifetimeValues values = LifetimeValues.builder(lifetime, new LifetimeOutlook(5, 0.1))
 *         .customer("small", 3, 1200)
 *         .build();
 * values.of(option).map(LifetimeValue::likely);
 * }</pre>
 *
 * <p><strong>Formula.</strong> {@code sum over k = 1..H of (P W[k] - C V[k-1]) / (1 + d)^(k-1)} with the gross profit {@code P} and
 * the cost to serve {@code C} of a year; {@code W[k]} and {@code V[k]} are the means, by ARR and by customer, of {@code (S(n + k) /
 * S(n))^z} over customers who have been there for {@code n} years, {@code S} the survival of the lifetime model. {@code z} is such that
 * {@code W[1]} is the share of ARR that the engagement model is expected to keep: hazards are in proportion, so that old
 * customers stay longer than new ones, and all longer under a model that keeps more.
 *
 * <p><strong>Units.</strong> {@code P} and {@code C} in major units a year, {@code H} years, {@code d} a year. The first of the years is the
 * coming one, and its margin is that of {@link MarginForecast}.
 *
 * <p><strong>Edges.</strong> None without ARR. A share of 1 keeps everybody for {@code H} years, one of 0 nobody beyond the first year,
 * whose cost remains. ARR neither grows nor shrinks but by who leaves; cost is that of this year.
 *
 * <p><strong>Algorithm.</strong> {@code z} by bisection to the last bit; a term for each number of years.
 *
 * <p><strong>Reference.</strong> P. S. Fader, B. G. S. Hardie, Customer-Base Valuation in a Contractual Setting: The Perils of Ignoring
 * Heterogeneity, Marketing Science 29 (2010), doi:10.1287/mksc.1080.0482; D. R. Cox, Regression Models and Life-Tables,
 * Journal of the Royal Statistical Society B 34 (1972), section 6, for hazards in proportion in discrete time.
 */
public final class LifetimeValues {

    private static final double MOST = 1e12;
    private static final int HALVINGS = 200;

    private final ContractLifetime lifetime;
    private final LifetimeOutlook outlook;
    private final Map<String, SortedMap<Integer, Group>> segments;

    private LifetimeValues(Builder builder) {
        this.lifetime = builder.lifetime;
        this.outlook = builder.outlook;
        this.segments = Map.copyOf(builder.segments);
    }

    /** Customers of as many years. */
    private record Group(int customers, double arr) {

        Group and(double more) {
            return new Group(customers + 1, arr + more);
        }
    }

    /** The means of a segment's survival, to the power z. */
    private static final class Kept {

        private final double[] ofArr;
        private final double[] ofCustomers;

        Kept(SortedMap<Integer, Group> groups, double[][] survivals, double power) {
            int years = survivals[0].length;
            this.ofArr = new double[years];
            this.ofCustomers = new double[years];
            double arr = 0;
            double customers = 0;
            int row = 0;
            for (Group group : groups.values()) {
                arr += group.arr();
                customers += group.customers();
                for (int year = 0; year < years; year++) {
                    double survival = StrictMath.pow(survivals[row][year], power);
                    ofArr[year] += group.arr() * survival;
                    ofCustomers[year] += group.customers() * survival;
                }
                row++;
            }
            for (int year = 0; year < years; year++) {
                ofArr[year] /= arr;
                ofCustomers[year] /= customers;
            }
        }
    }

    /**
     * Begins.
     *
     * @param lifetime  how long such customers stay, in years
     * @param outlook  how far ahead years count
     * @return a builder without customers
     */
    public static Builder builder(ContractLifetime lifetime, LifetimeOutlook outlook) {
        return new Builder(requireNonNull(lifetime, "lifetime"), requireNonNull(outlook, "outlook"));
    }

    /**
     * How long customers stay.
     *
     * @return the fitted model, in years
     */
    public ContractLifetime lifetime() {
        return lifetime;
    }

    /**
     * How far ahead years count.
     *
     * @return the outlook
     */
    public LifetimeOutlook outlook() {
        return outlook;
    }

    /**
     * What the customers of a segment are still worth under a model.
     *
     * @param option  the segment under the model
     * @return the value by the share of ARR kept, below zero where serving costs more than is earned; empty if no customer of
     *     the segment is known with ARR
     */
    public Optional<LifetimeValue> of(ModelOption option) {
        SortedMap<Integer, Group> groups = segments.get(option.of().segment());
        if (groups == null || groups.values().stream().noneMatch(group -> group.arr() > 0)) {
            return Optional.empty();
        }
        double[][] survivals = survivals(groups);
        return Optional.of(new LifetimeValue(
                value(option, groups, survivals, option.expectation().share().low()),
                value(option, groups, survivals, option.expectation().share().likely()),
                value(option, groups, survivals, option.expectation().share().high())));
    }

    /** Of customers of so many years, who is there at the end of each further one. */
    private double[][] survivals(SortedMap<Integer, Group> groups) {
        double[][] survivals = new double[groups.size()][outlook.years()];
        int row = 0;
        for (int already : groups.keySet()) {
            double survival = 1;
            for (int year = 0; year < outlook.years(); year++) {
                survival *= lifetime.retention(already + year + 1);
                survivals[row][year] = survival;
            }
            row++;
        }
        return survivals;
    }

    private Money value(ModelOption option, SortedMap<Integer, Group> groups, double[][] survivals, double share) {
        Kept kept = new Kept(groups, survivals, power(groups, survivals, share));
        double profit = option.economics().exactGrossProfit().doubleValue();
        double cost = option.cost().doubleValue();
        double value = 0;
        double factor = 1;
        double served = 1;
        for (int year = 0; year < outlook.years(); year++) {
            value += (profit * kept.ofArr[year] - cost * served) * factor;
            served = kept.ofCustomers[year];
            factor /= 1 + outlook.yearlyDiscountRate();
        }
        return Money.of(option.economics().arr().getCurrencyUnit(), value, RoundingMode.HALF_EVEN);
    }

    /** The power of survival at which a share of ARR is kept for a year: the share falls as the power rises. */
    private static double power(SortedMap<Integer, Group> groups, double[][] survivals, double share) {
        double low = 0;
        double high = MOST;
        for (int i = 0; i < HALVINGS && low < high; i++) {
            double middle = (low + high) / 2;
            if (keptForAYear(groups, survivals, middle) > share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double keptForAYear(SortedMap<Integer, Group> groups, double[][] survivals, double power) {
        double arr = 0;
        double kept = 0;
        int row = 0;
        for (Group group : groups.values()) {
            arr += group.arr();
            kept += group.arr() * StrictMath.pow(survivals[row++][0], power);
        }
        return kept / arr;
    }

    /** Gathers customers. Mutable, for one thread. */
    public static final class Builder {

        private final ContractLifetime lifetime;
        private final LifetimeOutlook outlook;
        private final Map<String, SortedMap<Integer, Group>> segments = new HashMap<>();

        private Builder(ContractLifetime lifetime, LifetimeOutlook outlook) {
            this.lifetime = lifetime;
            this.outlook = outlook;
        }

        /**
         * Adds a customer.
         *
         * @param segment  the id of the segment
         * @param years  how many anniversaries they have seen, at least 0
         * @param arr  their ARR in major units, at least 0
         * @return this builder
         */
        public Builder customer(String segment, int years, double arr) {
            if (years < 0 || !(arr >= 0 && Double.isFinite(arr))) {
                throw new IllegalArgumentException(
                        "years (" + years + ") and arr (" + arr + ") must be at least 0 and finite.");
            }
            segments.computeIfAbsent(requireNonNull(segment, "segment"), name -> new TreeMap<>())
                    .merge(years, new Group(1, arr), (group, one) -> group.and(arr));
            return this;
        }

        /**
         * Makes the values.
         *
         * @return the values
         */
        public LifetimeValues build() {
            return new LifetimeValues(this);
        }
    }
}
