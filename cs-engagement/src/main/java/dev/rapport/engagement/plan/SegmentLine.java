package dev.rapport.engagement.plan;

import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.segmentation.segment.Segment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** One segment in the plan: a row of its table. The rows sum to the whole book. Immutable. */
public final class SegmentLine {

    /** The band of those whose health is unknown. */
    public static final String UNKNOWN = "UNKNOWN";

    private final Optional<Segment> segment;
    private final List<CustomerLine> customers;
    private final Money arr;
    private final Map<String, Integer> customersByBand;
    private final Map<String, Money> arrByBand;
    private final int customersWithoutArr;
    private final int customersWithoutHealth;
    private final Money arrWithoutHealth;
    private final double completeness;
    private final double freshness;
    private final Optional<Money> expectedLoss;
    private final Optional<SegmentEconomics> economics;

    SegmentLine(SegmentLines all, int position, List<AtRisk> changeable) {
        int[] rows = all.rows(position);
        this.segment = all.segment(position);
        this.customers = all.lines.some(rows);
        this.arr = all.arr(position);
        this.customersByBand = all.customersByBand(position);
        this.arrByBand = all.arrByBand(position);
        this.completeness = IntStream.of(rows)
                .mapToDouble(all.health::completeness)
                .average()
                .orElse(0);
        this.freshness =
                IntStream.of(rows).mapToDouble(all.health::freshness).average().orElse(0);
        this.customersWithoutArr = all.withoutArr(position);
        this.customersWithoutHealth = all.withoutHealth(position);
        this.arrWithoutHealth = all.arrWithoutHealth(position);
        this.expectedLoss = all.plan.atRisk().value().map(list -> list.expectedLoss(changeable));
        this.economics = segment.flatMap(known -> all.plan
                .economics()
                .read(
                        economics -> economics.segments().stream()
                                .filter(row -> row.segment().equals(known.id()))
                                .findFirst(),
                        Optional.empty()));
    }

    /**
     * The segment.
     *
     * @return the segment; empty for the row of those who are in none
     */
    public Optional<Segment> segment() {
        return segment;
    }

    /**
     * The segment's customers.
     *
     * @return their lines, by id
     */
    public List<CustomerLine> customers() {
        return customers;
    }

    /**
     * The recurring revenue of a year.
     *
     * @return the sum of what can be told
     */
    public Money arr() {
        return arr;
    }

    /**
     * How many customers each health band has.
     *
     * @return the numbers, worst band first, {@link #UNKNOWN} last
     */
    public Map<String, Integer> customersByBand() {
        return Collections.unmodifiableMap(customersByBand);
    }

    /**
     * The recurring revenue in each health band.
     *
     * @return the sums, worst band first, {@link #UNKNOWN} last
     */
    public Map<String, Money> arrByBand() {
        return Collections.unmodifiableMap(arrByBand);
    }

    /**
     * How many customers pay what cannot be told.
     *
     * @return the number of those without ARR
     */
    public int customersWithoutArr() {
        return customersWithoutArr;
    }

    /**
     * How many customers have no score of health.
     *
     * @return the number, whatever somebody states as their band
     */
    public int customersWithoutHealth() {
        return customersWithoutHealth;
    }

    /**
     * The recurring revenue of those without a score of health.
     *
     * @return the sum of what can be told
     */
    public Money arrWithoutHealth() {
        return arrWithoutHealth;
    }

    /**
     * The share of the scores that has data.
     *
     * @return the mean over the customers, 0 to 1
     */
    public double completeness() {
        return completeness;
    }

    /**
     * The share of that data that is not too old.
     *
     * @return the mean over the customers, 0 to 1; 1 where no measure has a time to live
     */
    public double freshness() {
        return freshness;
    }

    /**
     * What is expected to be lost within the plan's horizon.
     *
     * @return the sum of all on the at-risk list whose decision can still be changed; empty where the plan has no such list
     */
    public Optional<Money> expectedLoss() {
        return expectedLoss;
    }

    /**
     * What the segment costs and earns.
     *
     * @return the economics; empty where the plan has none for it
     */
    public Optional<SegmentEconomics> economics() {
        return economics;
    }
}
