package dev.rapport.health;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.BandLimits;
import dev.rapport.health.band.Bands;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Scores;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.memory.Remembered;
import dev.rapport.model.memory.Standing;
import dev.rapport.model.time.AsOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * How all customers of a book are: numbers and bands, a row each in the order of the book. The reasons of a customer come
 * from {@link HealthStrategy#decide(dev.rapport.model.attribute.CustomerView, Memory)}. Immutable.
 *
 * <p>As in {@link Health}, score and band are those in force, {@link #computed()} those without overrides.
 */
public final class HealthOfBook {

    private final PolicyRef policy;
    private final AsOf asOf;
    private final List<String> customerIds;
    private final double[] scores;
    private final double[] completeness;
    private final double[] freshness;
    private final String[] bands;
    private final IntFunction<Banding.Banded> banded;
    private final Origin[] origins;
    private final Map<String, HealthOverride> overrides;

    /** What a row was decided by. */
    record Origin(PolicyRef policy, Bands bands) {}

    /** What was before is told where somebody asks: of most rows nobody does. */
    private HealthOfBook(PolicyRef policy, AsOf asOf, List<String> customerIds, IntFunction<Banding.Banded> banded) {
        this.policy = requireNonNull(policy, "policy");
        this.asOf = requireNonNull(asOf, "asOf");
        this.customerIds = List.copyOf(customerIds);
        this.scores = new double[customerIds.size()];
        this.completeness = new double[customerIds.size()];
        this.freshness = new double[customerIds.size()];
        this.bands = new String[customerIds.size()];
        this.banded = banded;
        this.origins = new Origin[customerIds.size()];
        this.overrides = new HashMap<>();
    }

    private HealthOfBook(HealthOfBook same, PolicyRef policy, Map<String, HealthOverride> overrides) {
        this.policy = requireNonNull(policy, "policy");
        this.asOf = same.asOf;
        this.customerIds = same.customerIds;
        this.scores = same.scores;
        this.completeness = same.completeness;
        this.freshness = same.freshness;
        this.bands = same.bands;
        this.banded = same.banded;
        this.origins = same.origins;
        this.overrides = overrides;
    }

    /**
     * The health of customers who were decided one by one.
     *
     * @param policy  the policy that decided
     * @param asOf  the cut
     * @param rows  the customers in the order of the book
     * @return the health of the book
     */
    public static HealthOfBook of(PolicyRef policy, AsOf asOf, List<Health> rows) {
        Banding.Banded[] banded = new Banding.Banded[rows.size()];
        HealthOfBook book = new HealthOfBook(
                policy, asOf, rows.stream().map(Health::customerId).toList(), row -> banded[row]);
        for (int row = 0; row < rows.size(); row++) {
            book.put(row, rows.get(row), banded);
        }
        return book;
    }

    /**
     * The health that follows from the scores of a whole book, where rules limit the bands.
     *
     * @param policy  the policy that decided
     * @param book  the book that was scored
     * @param scores  a row for each customer of the book
     * @param bands  what scores are called
     * @param memory  what was decided before
     * @param limits  what the band of a row must not be above or below
     * @return the health of the book
     */
    public static HealthOfBook of(
            PolicyRef policy, Book book, Scores scores, Bands bands, Memory memory, IntFunction<BandLimits> limits) {
        if (scores.size() != book.size()) {
            throw new IllegalArgumentException(
                    "scores must have a row for each of the " + book.size() + " customers, had " + scores.size() + ".");
        }
        Banding banding = new Banding(bands, policy, memory, book.asOf(), book.zone());
        HealthOfBook health = new HealthOfBook(
                policy,
                book.asOf(),
                book.customerIds(),
                row -> banding.decide(book.customerIds().get(row), scores.value(row), limits.apply(row)));
        Arrays.fill(health.origins, new Origin(policy, bands));
        for (int row = 0; row < scores.size(); row++) {
            health.scores[row] = scores.value(row);
            health.completeness[row] = scores.completeness(row);
            health.freshness[row] = scores.freshness(row);
            health.bands[row] = banding.code(health.customerIds.get(row), scores.value(row), limits.apply(row));
        }
        return health;
    }

    /**
     * The health of customers who were decided in parts, each by its own policy.
     *
     * @param policy  the policy that chose who is decided by which
     * @param book  the book
     * @param parts  the parts, which have each customer of the book once
     * @return the health of the book
     */
    public static HealthOfBook of(PolicyRef policy, Book book, List<HealthOfBook> parts) {
        HealthOfBook[] partOf = new HealthOfBook[book.size()];
        int[] at = new int[book.size()];
        HealthOfBook health =
                new HealthOfBook(policy, book.asOf(), book.customerIds(), row -> partOf[row].banded.apply(at[row]));
        BitSet decided = new BitSet(book.size());
        for (HealthOfBook part : parts) {
            int row = -1;
            for (int from = 0; from < part.size(); from++) {
                row = HealthLayer.row(health.customerIds, part.customerId(from), row + 1);
                if (row < 0 || decided.get(row)) {
                    throw new IllegalArgumentException("parts must have each customer of the book once, had "
                            + part.customerId(from) + ", which is not in the book or was there before.");
                }
                decided.set(row);
                health.copy(row, part, from);
                partOf[row] = part;
                at[row] = from;
            }
            health.overrides.putAll(part.overrides);
        }
        if (decided.cardinality() != book.size()) {
            throw new IllegalArgumentException("parts must have each customer of the book, lack "
                    + health.customerId(decided.nextClearBit(0)) + ".");
        }
        return health;
    }

    /**
     * This health with that of some customers in place of theirs.
     *
     * @param other  the policy that decided about the whole
     * @param others  the health of customers of this book
     * @return the health
     */
    public HealthOfBook with(PolicyRef other, List<Health> others) {
        if (others.isEmpty()) {
            return new HealthOfBook(this, other, overrides);
        }
        Banding.Banded[] all = new Banding.Banded[size()];
        HealthOfBook health = new HealthOfBook(other, asOf, customerIds, row -> all[row]);
        for (int row = 0; row < scores.length; row++) {
            health.copy(row, this, row);
            all[row] = banded.apply(row);
        }
        health.overrides.putAll(overrides);
        for (Health one : others) {
            int row = Collections.binarySearch(customerIds, one.customerId());
            if (row < 0) {
                throw new IllegalArgumentException(
                        "others must be customers of the book, had " + one.customerId() + ".");
            }
            health.overrides.remove(one.customerId());
            health.put(row, one, all);
        }
        return health;
    }

    private void copy(int row, HealthOfBook from, int at) {
        scores[row] = from.scores[at];
        completeness[row] = from.completeness[at];
        freshness[row] = from.freshness[at];
        bands[row] = from.bands[at];
        origins[row] = from.origins[at];
    }

    private void put(int row, Health health, Banding.Banded[] all) {
        Health computed = health.computed();
        scores[row] = computed.score().orElse(Double.NaN);
        completeness[row] = computed.completeness();
        freshness[row] = computed.freshness();
        bands[row] = computed.band();
        all[row] = computed.banded();
        origins[row] = computed.origin();
        health.override().ifPresent(override -> overrides.put(health.customerId(), override));
    }

    /**
     * This health as somebody overrides it. What was computed stays beside it.
     *
     * @param stated  the override of each customer who has one; must state a band or score of the customer's scale
     * @return the health
     */
    public HealthOfBook overriddenBy(Map<String, HealthOverride> stated) {
        Map<String, HealthOverride> all = new HashMap<>(overrides);
        all.putAll(stated);
        return new HealthOfBook(this, policy, all);
    }

    /**
     * What the policies make of the data, whatever is stated.
     *
     * @return the health without overrides
     */
    public HealthOfBook computed() {
        return overrides.isEmpty() ? this : new HealthOfBook(this, policy, Map.of());
    }

    /**
     * What decided.
     *
     * @return the policy
     */
    public PolicyRef policy() {
        return policy;
    }

    /**
     * The cut.
     *
     * @return the instant everything here is as of
     */
    public AsOf asOf() {
        return asOf;
    }

    /**
     * The number of customers.
     *
     * @return how many rows there are
     */
    public int size() {
        return scores.length;
    }

    /**
     * Who stands in a row.
     *
     * @param row  the row
     * @return the customer's id
     */
    public String customerId(int row) {
        return customerIds.get(row);
    }

    /**
     * The score of a row.
     *
     * @param row  the row
     * @return 0 to 100, not rounded; NaN if unknown
     */
    public double score(int row) {
        return overrides.isEmpty()
                ? scores[row]
                : override(row).flatMap(HealthOverride::score).orElse(scores[row]);
    }

    /**
     * The share of the score that has data.
     *
     * @param row  the row
     * @return 0 to 1
     */
    public double completeness(int row) {
        return completeness[row];
    }

    /**
     * The share of what has a value that is not too old.
     *
     * @param row  the row
     * @return 0 to 1; 1 where no measure has a time to live
     */
    public double freshness(int row) {
        return freshness[row];
    }

    /**
     * The band of a row.
     *
     * @param row  the row
     * @return the code of the band, or {@link Band#UNKNOWN}; where it is overridden, the stated one
     */
    public String band(int row) {
        return overrides.isEmpty()
                ? bands[row]
                : override(row).flatMap(stated -> stated.bandAmong(bands(row))).orElse(bands[row]);
    }

    /**
     * What somebody states in place of the computed health of a row.
     *
     * @param row  the row
     * @return the override in force, or empty
     */
    public Optional<HealthOverride> override(int row) {
        return overrides.isEmpty() ? Optional.empty() : Optional.ofNullable(overrides.get(customerIds.get(row)));
    }

    /**
     * What decided about a row, where several policies did.
     *
     * @param row  the row
     * @return the policy
     */
    public PolicyRef policy(int row) {
        return origins[row].policy();
    }

    /**
     * What scores are called under the policy of a row.
     *
     * @param row  the row
     * @return the bands
     */
    public Bands bands(int row) {
        return origins[row].bands();
    }

    /**
     * The computed band of a row, since when, and what was before.
     *
     * @param row  the row
     * @return all three together
     */
    public Standing standing(int row) {
        return banded.apply(row).standing();
    }

    /**
     * Says whether a customer changed computed bands with this decision.
     *
     * @param row  the row
     * @return true if another band is remembered; false at the first decision
     */
    public boolean bandChanged(int row) {
        return banded.apply(row).changed();
    }

    /**
     * How many customers each band has.
     *
     * @return the numbers by band, sorted by code; bands without customers are left out
     */
    public Map<String, Integer> customersByBand() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int row = 0; row < scores.length; row++) {
            counts.merge(band(row), 1, Integer::sum);
        }
        return Collections.unmodifiableMap(counts);
    }

    /**
     * The lowest bands: what is bad where nothing else is said.
     *
     * @return the code of the lowest band of each scale, of those whose health is known, sorted
     */
    public Set<String> lowestBands() {
        Set<String> lowest = new TreeSet<>();
        for (int row = 0; row < scores.length; row++) {
            if (!band(row).equals(Band.UNKNOWN)) {
                lowest.add(bands(row).list().get(0).code());
            }
        }
        return Collections.unmodifiableSet(lowest);
    }

    /**
     * What to remember of these decisions.
     *
     * @return the records of customers of whom not all is remembered already, in the order of the rows
     */
    public List<Remembered> toRemember() {
        List<Remembered> records = new ArrayList<>();
        for (int row = 0; row < size(); row++) {
            records.addAll(banded.apply(row).toRemember());
        }
        return records;
    }

    /**
     * Lays score and band over the book for others to read, see {@link HealthAttributes}.
     *
     * @param book  the book that was decided on, or the same with other attributes laid over it
     * @return the book with both attributes; missing for customers whose health is unknown
     */
    public Book layOver(Book book) {
        return new HealthLayer(this, customerIds).over(book);
    }
}
