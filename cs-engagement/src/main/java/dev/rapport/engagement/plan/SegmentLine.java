package dev.rapport.engagement.plan;

import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.band.Band;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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

    private SegmentLine(Plan plan, Optional<Segment> segment, int[] rows, List<AtRisk> changeable) {
        CustomerLines lines = plan.lines();
        HealthOfBook health = lines.health();
        this.segment = segment;
        this.customers = lines.some(rows);
        this.arr = lines.arr().sum(IntStream.of(rows));
        this.customersByBand = new LinkedHashMap<>();
        this.arrByBand = new LinkedHashMap<>();
        for (Band band : plan.bands().list()) {
            putBand(band.code(), lines, rows);
        }
        putBand(UNKNOWN, lines, rows);
        for (int row : rows) {
            if (!customersByBand.containsKey(health.band(row))) {
                putBand(health.band(row), lines, rows);
            }
        }
        this.completeness =
                IntStream.of(rows).mapToDouble(health::completeness).average().orElse(0);
        this.freshness = IntStream.of(rows).mapToDouble(health::freshness).average().orElse(0);
        this.customersWithoutArr = (int)
                IntStream.of(rows).filter(row -> !lines.arr().isKnown(row)).count();
        int[] unknown = IntStream.of(rows)
                .filter(row -> Double.isNaN(health.score(row)))
                .toArray();
        this.customersWithoutHealth = unknown.length;
        this.arrWithoutHealth = lines.arr().sum(IntStream.of(unknown));
        this.expectedLoss = plan.atRisk().value().map(list -> list.expectedLoss(changeable));
        this.economics = segment.flatMap(known -> plan.economics()
                .read(
                        all -> all.segments().stream()
                                .filter(row -> row.segment().equals(known.id()))
                                .findFirst(),
                        Optional.empty()));
    }

    private void putBand(String band, CustomerLines lines, int[] rows) {
        int[] inBand = IntStream.of(rows)
                .filter(row -> lines.health().band(row).equals(band))
                .toArray();
        customersByBand.put(band, inBand.length);
        arrByBand.put(band, lines.arr().sum(IntStream.of(inBand)));
    }

    static List<SegmentLine> of(Plan plan) {
        Segmentation segmentation = plan.segmentation();
        List<Segment> segments = segmentation.segments();
        List<List<AtRisk>> changeable = new ArrayList<>();
        for (int position = 0; position <= segments.size(); position++) {
            changeable.add(new ArrayList<>());
        }
        plan.atRisk().value().ifPresent(list -> list.changeable().forEach(line -> changeable
                .get(position(segmentation, plan.lines().row(line.customerId())))
                .add(line)));
        List<SegmentLine> lines = new ArrayList<>();
        for (int position = 0; position <= segments.size(); position++) {
            int wanted = position;
            int[] rows = IntStream.range(0, plan.lines().size())
                    .filter(row -> position(segmentation, row) == wanted)
                    .toArray();
            if (position < segments.size() || rows.length > 0) {
                Optional<Segment> segment =
                        position < segments.size() ? Optional.of(segments.get(position)) : Optional.empty();
                lines.add(new SegmentLine(plan, segment, rows, changeable.get(position)));
            }
        }
        return List.copyOf(lines);
    }

    /** Those in no segment stand behind all. */
    private static int position(Segmentation segmentation, int row) {
        return segmentation.segment(row).map(segmentation.segments()::indexOf).orElse(segmentation.segments().size());
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
