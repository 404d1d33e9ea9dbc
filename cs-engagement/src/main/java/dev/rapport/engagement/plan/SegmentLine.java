package dev.rapport.engagement.plan;

import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.health.band.Band;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final double completeness;
    private final double freshness;
    private final Optional<Money> expectedLoss;
    private final Optional<SegmentEconomics> economics;

    private SegmentLine(Plan plan, Optional<Segment> segment, List<CustomerLine> customers) {
        this.segment = segment;
        this.customers = customers;
        this.arr = plan.arrOf(customers);
        this.customersByBand = new LinkedHashMap<>();
        this.arrByBand = new LinkedHashMap<>();
        for (Band band : plan.bands().list()) {
            customersByBand.put(band.code(), 0);
            arrByBand.put(band.code(), Money.zero(plan.currency()));
        }
        customersByBand.put(UNKNOWN, 0);
        arrByBand.put(UNKNOWN, Money.zero(plan.currency()));
        for (CustomerLine line : customers) {
            customersByBand.merge(line.health().band(), 1, Integer::sum);
            line.arr().ifPresent(amount -> arrByBand.merge(line.health().band(), amount, Money::plus));
        }
        this.completeness = customers.stream()
                .mapToDouble(line -> line.health().completeness())
                .average()
                .orElse(0);
        this.freshness = customers.stream()
                .mapToDouble(line -> line.health().freshness())
                .average()
                .orElse(0);
        this.expectedLoss = plan.atRisk().value().map(list -> expectedLoss(list, customers));
        this.economics = segment.flatMap(known -> plan.economics()
                .read(
                        all -> all.segments().stream()
                                .filter(row -> row.segment().equals(known.id()))
                                .findFirst(),
                        Optional.empty()));
    }

    private static Money expectedLoss(AtRiskList list, List<CustomerLine> customers) {
        Set<String> ids = customers.stream().map(CustomerLine::customerId).collect(Collectors.toSet());
        return list.expectedLoss(list.changeable().stream()
                .filter(line -> ids.contains(line.customerId()))
                .toList());
    }

    static List<SegmentLine> of(Plan plan) {
        Map<String, List<CustomerLine>> bySegment = new LinkedHashMap<>();
        List<CustomerLine> without = new ArrayList<>();
        for (CustomerLine line : plan.customers()) {
            if (line.segment().isPresent()) {
                bySegment
                        .computeIfAbsent(line.segment().get(), absent -> new ArrayList<>())
                        .add(line);
            } else {
                without.add(line);
            }
        }
        List<SegmentLine> lines = new ArrayList<>();
        for (Segment segment : plan.segmentation().segments()) {
            lines.add(new SegmentLine(plan, Optional.of(segment), bySegment.getOrDefault(segment.id(), List.of())));
        }
        if (!without.isEmpty()) {
            lines.add(new SegmentLine(plan, Optional.empty(), without));
        }
        return List.copyOf(lines);
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
