package dev.rapport.segmentation.tier;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.NumberFunction;
import dev.rapport.model.decision.Program;
import dev.rapport.segmentation.segment.CompiledStrategy;
import dev.rapport.segmentation.segment.Segment;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Tiers by fixed thresholds on one number or amount of money. Each begins at its threshold and ends where the next begins.
 * Without the value there is no tier, nor below the threshold of a lowest tier that has one. The reasons carry the
 * distance to the next tier up. Immutable.
 *
 * <pre>{@code
 * SegmentationStrategy tiers = ValueTiers.of(ARR, CurrencyUnit.EUR,
 *         Tier.lowest("small"), Tier.from("mid-market", 10_000), Tier.from("enterprise", 40_000));
 * }</pre>
 */
public final class ValueTiers implements CompiledStrategy {

    private static final String CODE = "tier";

    private final AttributeKey<?> key;
    private final Optional<CurrencyUnit> currency;
    private final List<Tier> tiers;
    private final List<Segment> segments;
    private final Steps steps;
    private final Program program;

    private ValueTiers(AttributeKey<?> key, Optional<CurrencyUnit> currency, List<Tier> tiers) {
        this.key = requireNonNull(key, "key");
        this.currency = currency;
        this.tiers = List.copyOf(tiers);
        this.segments = this.tiers.stream().map(Tier::segment).toList();
        this.steps = new Steps(thresholds(this.tiers));
        this.program = Program.of(node(this.key, this.currency, this.steps, this.segments));
    }

    /**
     * Tiers by an amount of money. Amounts in another currency fail.
     *
     * @param key  the attribute
     * @param currency  the currency of the thresholds
     * @param tiers  the tiers, lowest first
     * @return the strategy
     * @throws IllegalArgumentException if the thresholds do not rise, one but the first is missing, or an id comes twice
     */
    public static ValueTiers of(AttributeKey<Money> key, CurrencyUnit currency, Tier... tiers) {
        return of(key, Optional.of(currency), List.of(tiers));
    }

    /**
     * Tiers by a number.
     *
     * @param key  the attribute
     * @param tiers  the tiers, lowest first
     * @return the strategy
     * @throws IllegalArgumentException as above
     */
    public static ValueTiers of(AttributeKey<Double> key, Tier... tiers) {
        return of(key, Optional.empty(), List.of(tiers));
    }

    /**
     * Tiers by an attribute whose kind is known only at run time.
     *
     * @param key  the attribute, a number or an amount of money
     * @param currency  the currency of the thresholds; of money and only of money
     * @param tiers  the tiers, lowest first
     * @return the strategy
     * @throws IllegalArgumentException as above, or if currency and kind do not go together
     */
    public static ValueTiers of(AttributeKey<?> key, Optional<CurrencyUnit> currency, List<Tier> tiers) {
        if (key.kind() != AttributeKind.NUMBER && key.kind() != AttributeKind.MONEY) {
            throw new IllegalArgumentException("attribute (" + key + ") must be a number or an amount of money.");
        }
        if (key.kind() == AttributeKind.MONEY && currency.isEmpty()) {
            throw new IllegalArgumentException("attribute (" + key
                    + ") is an amount of money, so the thresholds need a currency.\nMaybe \"currency\": \"EUR\".");
        }
        if (key.kind() == AttributeKind.NUMBER && currency.isPresent()) {
            throw new IllegalArgumentException(
                    "attribute (" + key + ") is a number, so the thresholds must not have a currency.");
        }
        return new ValueTiers(key, currency, tiers);
    }

    private static double[] thresholds(List<Tier> tiers) {
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("tiers must not be empty.");
        }
        Set<String> ids = new HashSet<>();
        double[] thresholds = new double[tiers.size()];
        for (int i = 0; i < thresholds.length; i++) {
            Tier tier = tiers.get(i);
            String id = tier.segment().id();
            if (!ids.add(id)) {
                throw new IllegalArgumentException("tier (" + id + ") must be defined once.");
            }
            if (i > 0 && tier.from().isEmpty()) {
                throw new IllegalArgumentException(
                        "tier (" + id + ") must have a threshold; only the lowest may have none.");
            }
            thresholds[i] = tier.from().map(Number::doubleValue).orElse(Double.NEGATIVE_INFINITY);
            if (tier.from().isPresent() && Double.isInfinite(thresholds[i])) {
                throw new IllegalArgumentException("threshold of tier (" + id + ") must be finite.");
            }
            if (i > 0 && !(thresholds[i] > thresholds[i - 1])) {
                throw new IllegalArgumentException(
                        "threshold of tier (" + id + ") must be above that of the tier before it ("
                                + text(tiers.get(i - 1)) + "), was " + text(tier)
                                + ".\nMaybe the tiers stand highest first; the lowest comes first.");
            }
        }
        return thresholds;
    }

    private static String text(Tier tier) {
        return tier.from().map(from -> from.toPlainString()).orElse("none");
    }

    @SuppressWarnings("unchecked") // each key is of the kind that is asked for
    private static Node node(
            AttributeKey<?> key, Optional<CurrencyUnit> currency, Steps steps, List<Segment> segments) {
        Node node = currency.map(unit -> Node.money(CODE, (AttributeKey<Money>) key, unit, steps))
                .orElseGet(() -> Node.number(CODE, (AttributeKey<Double>) key, steps));
        return node.labelled(segments.stream().map(Segment::id).toList());
    }

    /**
     * What decides.
     *
     * @return the attribute, a number or an amount of money
     */
    public AttributeKey<?> key() {
        return key;
    }

    /**
     * The currency of the thresholds.
     *
     * @return the currency; empty if a number decides
     */
    public Optional<CurrencyUnit> currency() {
        return currency;
    }

    /**
     * The tiers.
     *
     * @return the tiers, lowest first
     */
    public List<Tier> tiers() {
        return tiers;
    }

    /**
     * The tier of a value.
     *
     * @param value  a number, of money in major units
     * @return the position of its tier, -1 below all thresholds, NaN of NaN
     */
    public double positionOf(double value) {
        return steps.apply(value, 0);
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ValueTiers other
                && key.equals(other.key)
                && currency.equals(other.currency)
                && tiers.equals(other.tiers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, currency, tiers);
    }

    /** The attribute and the ids of the tiers. */
    @Override
    public String toString() {
        return "tiers " + segments + " by " + key;
    }

    /** The position of the last threshold that is not above the number, or -1. */
    private static final class Steps implements NumberFunction {

        private final double[] thresholds;

        Steps(double[] thresholds) {
            this.thresholds = thresholds;
        }

        @Override
        public double apply(double number, double today) {
            if (Double.isNaN(number)) {
                return Double.NaN;
            }
            int position = thresholds.length - 1;
            while (position >= 0 && number < thresholds[position]) {
                position--;
            }
            return position;
        }

        @Override
        public double distance(double number, double today) {
            double position = apply(number, today);
            if (Double.isNaN(position)) {
                return position;
            }
            int next = (int) position + 1;
            double distance = next == thresholds.length ? 0 : thresholds[next] - number;
            return Double.isInfinite(distance) ? Double.NaN : distance;
        }
    }
}
