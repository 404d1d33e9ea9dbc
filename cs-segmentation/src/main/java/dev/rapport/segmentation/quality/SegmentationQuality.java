package dev.rapport.segmentation.quality;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Amounts;
import dev.rapport.model.book.Book;
import dev.rapport.segmentation.segment.Overlap;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Whether a segmentation is worth having. Immutable.
 *
 * <pre>{@code
 * SegmentationQuality quality = SegmentationQuality.of(segmentation, book, ARR)
 *         .separating("churned", churned)
 *         .separating("NRR", nrr);
 * quality.verdict(QualityLimits.manageable());
 * }</pre>
 */
public final class SegmentationQuality {

    /** Hennig's limit, below which a cluster is dissolved. */
    private static final double DISSOLVED = 0.5;

    private final Segmentation segmentation;
    private final List<SegmentSize> sizes;
    private final double[] revenueByCustomer;
    private final int withoutRevenue;
    private final List<Separation> separations;
    private final Optional<Stability> stability;

    private SegmentationQuality(
            Segmentation segmentation,
            List<SegmentSize> sizes,
            double[] revenueByCustomer,
            int withoutRevenue,
            List<Separation> separations,
            Optional<Stability> stability) {
        this.segmentation = segmentation;
        this.sizes = List.copyOf(sizes);
        this.revenueByCustomer = revenueByCustomer;
        this.withoutRevenue = withoutRevenue;
        this.separations = List.copyOf(separations);
        this.stability = stability;
    }

    /**
     * Looks at sizes and revenue.
     *
     * @param segmentation  the segmentation
     * @param book  the book that was assigned
     * @param revenue  what customers bring, such as ARR; amounts in another currency than the book's, negative and missing
     *     ones are not counted, see {@link #withoutRevenue()}
     * @return the quality, without outcomes
     * @throws IllegalArgumentException if the book is another one
     */
    public static SegmentationQuality of(Segmentation segmentation, Book book, AttributeKey<Money> revenue) {
        if (!segmentation.customerIds().equals(book.customerIds())) {
            throw new IllegalArgumentException("book must be the one that was assigned: its customers differ.");
        }
        List<Segment> segments = segmentation.segments();
        Amounts found = Amounts.of(book, revenue);
        double[] amounts = new double[book.size()];
        int[] positions = new int[book.size()];
        int without = 0;
        for (int row = 0; row < amounts.length; row++) {
            boolean counts = found.isOurs(row) && !(found.number(row) < 0);
            without += counts ? 0 : 1;
            amounts[row] = counts ? found.number(row) : 0;
            positions[row] = counts ? segmentation.position(row) : -1;
        }
        Money[] sums = found.sums(segments.size(), row -> positions[row]);
        List<SegmentSize> sizes = new ArrayList<>();
        Map<Segment, Integer> counts = segmentation.sizes();
        for (int s = 0; s < sums.length; s++) {
            Segment segment = segments.get(s);
            sizes.add(new SegmentSize(segment, counts.getOrDefault(segment, 0), sums[s]));
        }
        return new SegmentationQuality(segmentation, sizes, amounts, without, List.of(), Optional.empty());
    }

    /**
     * Looks also at an outcome.
     *
     * @param name  what it is called
     * @param outcomes  the outcome by customer; 1 and 0 for yes and no; customers without are left out
     * @return the quality with it
     */
    public SegmentationQuality separating(String name, Map<String, Double> outcomes) {
        List<Separation> more = new ArrayList<>(separations);
        more.add(Separation.of(requireNonNull(name, "name"), segmentation, outcomes));
        return new SegmentationQuality(segmentation, sizes, revenueByCustomer, withoutRevenue, more, stability);
    }

    /**
     * Says also whether the segments are found again in other customers like these; of segments that were found in data.
     *
     * @param found  the stability
     * @return the quality with it
     */
    public SegmentationQuality stable(Stability found) {
        return new SegmentationQuality(
                segmentation, sizes, revenueByCustomer, withoutRevenue, separations, Optional.of(found));
    }

    /**
     * Whether the segments are found again.
     *
     * @return the stability, if it was looked at
     */
    public Optional<Stability> stability() {
        return stability;
    }

    /**
     * What is judged, with its overlaps, gaps and undecided customers.
     *
     * @return the segmentation
     */
    public Segmentation segmentation() {
        return segmentation;
    }

    /**
     * How large the segments are.
     *
     * @return customers and revenue in the order of the strategy
     */
    public List<SegmentSize> sizes() {
        return sizes;
    }

    /**
     * How many customers' revenue is not known.
     *
     * @return the number
     */
    public int withoutRevenue() {
        return withoutRevenue;
    }

    /**
     * How unevenly revenue is spread over customers.
     *
     * @return the Gini coefficient of all customers, those without revenue with 0
     */
    public double giniOfCustomers() {
        return Concentration.gini(revenueByCustomer);
    }

    /**
     * How unevenly revenue is spread over segments.
     *
     * @return the Gini coefficient of the segments
     */
    public double giniOfSegments() {
        return Concentration.gini(revenues());
    }

    /**
     * How far revenue comes from few segments.
     *
     * @return the Herfindahl-Hirschman index of the segments, 1 if one has everything
     */
    public double herfindahlOfSegments() {
        return Concentration.herfindahl(revenues());
    }

    private double[] revenues() {
        return sizes.stream()
                .mapToDouble(size -> size.revenue().getAmount().doubleValue())
                .toArray();
    }

    /**
     * Whether segments differ in the outcomes.
     *
     * @return what was found, in the order in which outcomes were handed in
     */
    public List<Separation> separations() {
        return separations;
    }

    /**
     * The most effective segments first. The criterion is what a segment contributes to the explained variance of the
     * outcomes, their mean where there are several; without outcomes, its share of the revenue.
     *
     * @return all segments; ties in the order of the strategy
     */
    public List<Effectiveness> mostEffectiveFirst() {
        List<Effectiveness> all = new ArrayList<>();
        double[] revenues = revenues();
        double total = Arrays.stream(revenues).sum();
        for (int s = 0; s < sizes.size(); s++) {
            Segment segment = sizes.get(s).segment();
            if (separations.isEmpty()) {
                all.add(new Effectiveness(segment, total > 0 ? revenues[s] / total : 0, "share of the revenue"));
            } else {
                double sum = 0;
                for (Separation separation : separations) {
                    sum += separation.contribution(s);
                }
                all.add(new Effectiveness(
                        segment, sum / separations.size(), "share of the outcomes' variance that it explains"));
            }
        }
        all.sort(Comparator.comparingDouble(Effectiveness::value).reversed());
        return List.copyOf(all);
    }

    /**
     * What speaks against the segmentation, in plain words with the numbers.
     *
     * @param limits  from where on something does
     * @return the findings, the gravest kind first; none if all is well
     */
    public List<Finding> verdict(QualityLimits limits) {
        List<Finding> findings = new ArrayList<>();
        int customers = segmentation.customerIds().size();
        if (!segmentation.isExclusive()) {
            Overlap largest = segmentation.overlaps().stream()
                    .reduce((a, b) -> b.customers() > a.customers() ? b : a)
                    .orElseThrow();
            findings.add(finding(
                    "overlapping",
                    "%d of %d customers meet the conditions of several segments, most of them those of %s and %s (%d)",
                    segmentation.overlapping(),
                    customers,
                    largest.first(),
                    largest.second(),
                    largest.customers()));
        }
        if (!segmentation.isExhaustive()) {
            findings.add(finding(
                    "gaps",
                    "customers without a segment: %d meet no condition, %d lack data, %d failed, of %d",
                    segmentation.gaps().size(),
                    segmentation.undecided().size(),
                    segmentation.failed().size(),
                    customers));
        }
        if (sizes.size() > limits.mostSegments()) {
            findings.add(finding(
                    "too-many",
                    "%d segments, more than %d are hard to look after apart",
                    sizes.size(),
                    limits.mostSegments()));
        }
        List<String> small = sizes.stream()
                .filter(size -> size.customers() < limits.fewestCustomers())
                .map(size -> size.segment() + " (" + size.customers() + ")")
                .toList();
        if (!small.isEmpty()) {
            findings.add(finding(
                    "too-small",
                    "%d of %d segments have fewer than %d customers: %s",
                    small.size(),
                    sizes.size(),
                    limits.fewestCustomers(),
                    String.join(", ", small)));
        }
        long occupied = sizes.stream().filter(size -> size.customers() > 0).count();
        if (occupied == 1 && sizes.size() > 1) {
            findings.add(finding("one-has-all", "one of %d segments has all customers", sizes.size()));
        }
        List<String> dissolved = stability.map(Stability::segments).orElse(List.of()).stream()
                .filter(segment -> segment.jaccard() < DISSOLVED)
                .map(segment -> String.format(Locale.ROOT, "%s (%.2f)", segment.segment(), segment.jaccard()))
                .toList();
        if (!dissolved.isEmpty()) {
            findings.add(finding(
                    "unstable",
                    "%d of %d segments dissolve in other customers like these, found again by less than %.1f (Jaccard): %s",
                    dissolved.size(),
                    sizes.size(),
                    DISSOLVED,
                    String.join(", ", dissolved)));
        }
        for (Separation separation : separations) {
            if (separation.explainedBeyondChance() < limits.leastExplained()) {
                findings.add(finding(
                        "not-separating",
                        "not actionable for %s: segments explain %.1f %% of its variance beyond chance, less than %.1f %%",
                        separation.name(),
                        100 * separation.explainedBeyondChance(),
                        100 * limits.leastExplained()));
            }
        }
        return List.copyOf(findings);
    }

    private static Finding finding(String code, String text, Object... numbers) {
        return new Finding(code, String.format(Locale.ROOT, text, numbers));
    }
}
