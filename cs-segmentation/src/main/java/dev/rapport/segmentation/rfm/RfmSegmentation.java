package dev.rapport.segmentation.rfm;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.segmentation.segment.CompiledStrategy;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Segments by how recently, how often and for how much a customer bought. The reasons are the three scores, which add up to the
 * cell: 400 + 50 + 5 is 455. Without one of the three there is no segment. Immutable.
 *
 * <pre>{@code
 * SegmentationStrategy rfm = RfmSegmentation.of(cuts, CurrencyUnit.EUR, RfmNames.eleven());
 * }</pre>
 */
public final class RfmSegmentation implements CompiledStrategy {

    /** The days since the last purchase, as {@code StandardAttributes} derives it. */
    public static final AttributeKey<Double> RECENCY = AttributeKey.number("purchases.last-days");

    /** The number of purchases of a year. */
    public static final AttributeKey<Double> FREQUENCY = AttributeKey.number("purchases.count-365d");

    /** What was spent in a year. */
    public static final AttributeKey<Money> MONETARY = AttributeKey.money("purchases.amount-365d");

    private final RfmCuts cuts;
    private final CurrencyUnit currency;
    private final List<RfmName> names;
    private final List<Segment> segments;
    private final Program program;

    private RfmSegmentation(RfmCuts cuts, CurrencyUnit currency, List<RfmName> names) {
        this.cuts = requireNonNull(cuts, "cuts");
        this.currency = requireNonNull(currency, "currency");
        this.names = List.copyOf(names);
        this.segments = this.names.isEmpty()
                ? cells(cuts.highest())
                : this.names.stream().map(RfmName::segment).toList();
        Set<String> ids = new HashSet<>();
        for (Segment segment : segments) {
            if (!ids.add(segment.id())) {
                throw new IllegalArgumentException("segment (" + segment + ") must be defined once.");
            }
        }
        this.program = Program.of(Node.sum(
                "rfm.cell",
                List.of(
                        Node.number("recency", RECENCY, (days, today) -> 100.0 * cuts.recencyScore(days)),
                        Node.number("frequency", FREQUENCY, (count, today) -> 10.0 * cuts.frequencyScore(count)),
                        Node.money("monetary", MONETARY, currency, (amount, today) -> cuts.monetaryScore(amount))),
                Handling.UNKNOWN));
    }

    /**
     * Every cell a segment of its own: {@code 111} to {@code 555}.
     *
     * @param cuts  where the scores change
     * @param currency  the currency of the monetary cuts
     * @return the strategy
     */
    public static RfmSegmentation ofCells(RfmCuts cuts, CurrencyUnit currency) {
        return new RfmSegmentation(cuts, currency, List.of());
    }

    /**
     * Cells with names; a cell that no name holds has no segment.
     *
     * @param cuts  where the scores change
     * @param currency  the currency of the monetary cuts
     * @param names  the names, the first that holds a cell wins; at least one
     * @return the strategy
     * @throws IllegalArgumentException if there are none, or an id comes twice
     */
    public static RfmSegmentation of(RfmCuts cuts, CurrencyUnit currency, List<RfmName> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("names must not be empty.\nMaybe RfmSegmentation.ofCells.");
        }
        return new RfmSegmentation(cuts, currency, names);
    }

    private static List<Segment> cells(int highest) {
        List<Segment> cells = new ArrayList<>();
        for (int r = 1; r <= highest; r++) {
            for (int f = 1; f <= highest; f++) {
                for (int m = 1; m <= highest; m++) {
                    cells.add(Segment.of("" + r + f + m)
                            .describedAs("recency " + r + ", frequency " + f + ", monetary " + m + " of " + highest));
                }
            }
        }
        return cells;
    }

    /**
     * Where the scores change.
     *
     * @return the cuts
     */
    public RfmCuts cuts() {
        return cuts;
    }

    /**
     * The currency of the monetary cuts.
     *
     * @return the currency
     */
    public CurrencyUnit currency() {
        return currency;
    }

    /**
     * The names of cells.
     *
     * @return the names; none where every cell is a segment of its own
     */
    public List<RfmName> names() {
        return names;
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    public Program program() {
        return program;
    }

    /** The segment of the cell, which is the headline. */
    @Override
    public int position(double... values) {
        int cell = (int) values[0];
        int r = cell / 100;
        int f = cell / 10 % 10;
        int m = cell % 10;
        if (names.isEmpty()) {
            int highest = cuts.highest();
            return ((r - 1) * highest + f - 1) * highest + m - 1;
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).has(r, f, m)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof RfmSegmentation other
                && cuts.equals(other.cuts)
                && currency.equals(other.currency)
                && names.equals(other.names);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cuts, currency, names);
    }

    /** The number of segments. */
    @Override
    public String toString() {
        return segments.size() + " segments by recency, frequency and monetary value";
    }
}
