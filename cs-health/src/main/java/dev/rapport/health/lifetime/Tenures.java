package dev.rapport.health.lifetime;

import dev.rapport.health.retention.LostCustomer;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.derived.Relationship;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.Problems;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many anniversaries of their beginning the customers of a book have seen under contract, and how many they could have
 * seen: what models of {@link ContractLifetime} are fitted to, in years. Immutable.
 *
 * <pre>{@code
 * ContractLifetime years = Tenures.of(facts.asOf(date)).fit().orThrow();
 * }</pre>
 *
 * <p>A customer begins by {@link Relationship} and is lost by {@link LostCustomer}; a gap between two contracts ends nothing.
 * Who was lost within the first year counts once the first anniversary would have been. Customers without a contract but
 * trials, and those whom another one took over, are left out. A book that keeps nothing of those it lost shows nobody lost,
 * and there is no model.
 */
public final class Tenures {

    static final int LEAST_CUSTOMERS = 30;

    private final SortedMap<Integer, double[]> aliveByWatched;
    private final Map<String, Integer> present;
    private final int customers;
    private final int lost;

    private Tenures(
            SortedMap<Integer, double[]> aliveByWatched, Map<String, Integer> present, int customers, int lost) {
        this.aliveByWatched = aliveByWatched;
        this.present = present;
        this.customers = customers;
        this.lost = lost;
    }

    /**
     * What is read of each customer.
     *
     * @return the contracts
     */
    public static Requirements requirements() {
        return Requirements.series(Contract.SERIES);
    }

    /**
     * The tenures of a cut.
     *
     * @param cut  the cut, with former customers
     * @return the tenures
     */
    public static Tenures of(Book cut) {
        SortedMap<Integer, double[]> alive = new TreeMap<>();
        Map<String, Integer> present = new HashMap<>();
        int customers = 0;
        int lost = 0;
        for (CustomerView view : cut.customers()) {
            Optional<LocalDate> start = start(view);
            if (start.isPresent()) {
                Optional<LocalDate> lostOn = LostCustomer.lostOn(view);
                int watched = years(start.get(), view.date());
                int seen =
                        lostOn.map(day -> years(start.get(), day.minusDays(1))).orElse(watched);
                if (lostOn.isEmpty()) {
                    present.put(view.customerId(), seen);
                }
                if (watched > 0) {
                    double[] cohort = alive.computeIfAbsent(watched, years -> new double[years + 1]);
                    for (int year = 0; year <= seen; year++) {
                        cohort[year]++;
                    }
                    customers++;
                    lost += seen < watched ? 1 : 0;
                }
            }
        }
        return new Tenures(alive, present, customers, lost);
    }

    private static Optional<LocalDate> start(CustomerView view) {
        boolean isCounted = view.find(CustomerAttributes.MERGED_INTO).isEmpty()
                && ContractTerms.of(view).stream()
                        .anyMatch(terms ->
                                !terms.isTrial() && !terms.contract().start().isAfter(view.date()));
        return isCounted ? Relationship.startOf(view) : Optional.empty();
    }

    private static int years(LocalDate start, LocalDate day) {
        return (int) Math.max(0, ChronoUnit.YEARS.between(start, day));
    }

    /**
     * How many customers could have seen an anniversary.
     *
     * @return the number, those lost included
     */
    public int customers() {
        return customers;
    }

    /**
     * How many of them were lost before the last anniversary that they could have seen.
     *
     * @return the number
     */
    public int lost() {
        return lost;
    }

    /**
     * How many anniversaries a present customer has seen.
     *
     * @param customerId  the id
     * @return the number; empty for those who are no customers of the cut, or are not counted
     */
    public OptionalInt yearsOf(String customerId) {
        Integer years = present.get(customerId);
        return years == null ? OptionalInt.empty() : OptionalInt.of(years);
    }

    /**
     * How many were there at each anniversary, those watched equally long together.
     *
     * @return the table; empty if nobody could have seen an anniversary
     */
    public Optional<RetentionTable> table() {
        Optional<RetentionTable> table = Optional.empty();
        for (double[] cohort : aliveByWatched.values()) {
            table = Optional.of(table.isPresent() ? table.get().and(cohort) : RetentionTable.of(cohort));
        }
        return table;
    }

    /**
     * Fits how long customers stay: {@link ShiftedBetaGeometric}, or {@link GeometricLifetime} where nothing shows that
     * customers differ and that old ones stay longer.
     *
     * @return the model, in years; or why there is none: fewer than {@value #LEAST_CUSTOMERS} customers, or nobody lost
     */
    public Checked<ContractLifetime> fit() {
        if (customers < LEAST_CUSTOMERS || lost == 0) {
            return Checked.invalid(Problems.of(Problem.error(
                            "too-few-customers",
                            Location.NONE,
                            "at least " + LEAST_CUSTOMERS + " customers must have begun more than a year ago, and some"
                                    + " of them be lost; " + customers + " have, and " + lost + " are lost")
                    .withAdvice("Maybe customers are left out of the book once they are lost")));
        }
        RetentionTable table = table().orElseThrow();
        Optional<? extends ContractLifetime> differing =
                ShiftedBetaGeometric.fit(table).find();
        if (differing.isPresent()) {
            return Checked.valid(differing.get());
        }
        Checked<GeometricLifetime> alike = GeometricLifetime.fit(table);
        return alike.find()
                .<Checked<ContractLifetime>>map(Checked::valid)
                .orElseGet(() -> Checked.invalid(alike.problems()));
    }
}
