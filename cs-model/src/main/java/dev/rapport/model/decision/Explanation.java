package dev.rapport.model.decision;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The reasons of a decision: a tree whose values fold to the headline.
 *
 * <p>It is read out of the values that were computed, so the headline cannot differ from its reasons; {@link
 * #foldsToItsValue()} computes the combinations again and compares bits, which is worth something for trees that come
 * from elsewhere. Identity for comparisons between dates is the path of codes. Immutable.
 */
public final class Explanation {

    private final Node node;
    private final Status status;
    private final double value;
    private final double completeness;
    private final double known;
    private final double distance;
    private final @Nullable Reading<?> reading;
    private final @Nullable Reading<?> group;
    private final @Nullable String reason;
    private final List<Explanation> parts;

    Explanation(
            Node node,
            Status status,
            double value,
            double completeness,
            double known,
            double distance,
            @Nullable Reading<?> reading,
            @Nullable Reading<?> group,
            @Nullable String reason,
            List<Explanation> parts) {
        this.node = node;
        this.status = status;
        this.value = value;
        this.completeness = completeness;
        this.known = known;
        this.distance = distance;
        this.reading = reading;
        this.group = group;
        this.reason = reason;
        this.parts = parts;
    }

    /**
     * The reasons of a decision that a host's own strategy took: one value, with no promise that it folds.
     *
     * @param code  the stable name of the value
     * @param value  the value; NaN for none
     * @param reason  why, in words
     * @return the explanation, a single leaf
     */
    public static Explanation stated(String code, double value, String reason) {
        return new Explanation(
                Node.stated(code),
                Double.isNaN(value) ? Status.NOT_ENOUGH_DATA : Status.EVALUATED,
                value,
                1,
                1,
                Double.NaN,
                null,
                null,
                requireNonNull(reason, "reason"),
                List.of());
    }

    /**
     * The reasons of a decision that could not be taken because the strategy failed.
     *
     * @param code  the stable name of the value
     * @param reason  what went wrong, in words
     * @return the explanation, a single leaf
     */
    public static Explanation failed(String code, String reason) {
        return without(Status.FAILED, code, reason);
    }

    /**
     * The reasons of a decision that could not be taken because data is missing.
     *
     * @param code  the stable name of the value
     * @param reason  what is missing, in words
     * @return the explanation, a single leaf
     */
    public static Explanation missing(String code, String reason) {
        return without(Status.NOT_ENOUGH_DATA, code, reason);
    }

    private static Explanation without(Status status, String code, String reason) {
        return new Explanation(
                Node.stated(code),
                status,
                Double.NaN,
                0,
                0,
                Double.NaN,
                null,
                null,
                requireNonNull(reason, "reason"),
                List.of());
    }

    /**
     * A sum of reasons that do not come from one customer, such as what a segment costs. It folds as every sum does; a
     * part without data makes the whole unknown.
     *
     * @param code  the stable name of the value
     * @param parts  the parts, at least one
     * @return the explanation, with the parts as they are
     */
    public static Explanation sumOf(String code, List<Explanation> parts) {
        return folded(Node.sum(code, nodes(parts), Handling.UNKNOWN), parts);
    }

    /**
     * A mean of reasons that do not come from one customer, such as the members of a family, by their weights.
     *
     * @param code  the stable name of the value
     * @param parts  the parts, at least one
     * @param weights  a weight for each part, finite and at least 0, of which one is above 0
     * @param handling  how missing parts are handled
     * @param minimumCompleteness  the share of the weight that must have data, 0 to 1; below, the value is unknown
     * @return the explanation, with the parts as they are
     */
    public static Explanation weightedMeanOf(
            String code, List<Explanation> parts, List<Double> weights, Handling handling, double minimumCompleteness) {
        List<Weighted> weighted = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            weighted.add(new Weighted(parts.get(i).node, weights.get(i)));
        }
        return folded(Node.weightedMean(code, weighted, handling, minimumCompleteness), parts);
    }

    /**
     * The least of reasons that do not come from one customer, such as the members of a family.
     *
     * @param code  the stable name of the value
     * @param parts  the parts, at least one
     * @param handling  how missing parts are handled; redistributing leaves them out
     * @return the explanation, with the parts as they are
     */
    public static Explanation leastOf(String code, List<Explanation> parts, Handling handling) {
        return folded(Node.min(code, nodes(parts), handling), parts);
    }

    /**
     * A product of reasons that do not come from one program, such as a probability and an amount. It folds as every
     * product does.
     *
     * @param code  the stable name of the value
     * @param parts  the parts, at least one
     * @return the explanation, with the parts as they are
     */
    public static Explanation productOf(String code, List<Explanation> parts) {
        return folded(Node.product(code, nodes(parts)), parts);
    }

    /**
     * A choice among names that rests on other decisions, such as a segment out of several segmentations. The choice alone
     * makes the value; the decisions are shown with weight 0.
     *
     * @param code  the stable name of the value
     * @param choice  the position of what was chosen, -1 if nothing is to be chosen, without a value if it is not known
     * @param labels  the names that could be chosen, in their order
     * @param parts  the decisions that it rests on
     * @return the explanation, whose first part is the choice; it folds to the choice
     */
    public static Explanation chosen(String code, Explanation choice, List<String> labels, List<Explanation> parts) {
        List<Explanation> all = new ArrayList<>();
        List<Weighted> weighted = new ArrayList<>();
        all.add(choice);
        weighted.add(new Weighted(choice.node, 1));
        for (Explanation part : parts) {
            all.add(part);
            weighted.add(new Weighted(part.node, 0));
        }
        return folded(
                Node.weightedMean(code, weighted, Handling.REDISTRIBUTE, 0).labelled(labels), all);
    }

    private static List<Node> nodes(List<Explanation> parts) {
        return parts.stream().map(part -> part.node).toList();
    }

    private static Explanation folded(Node node, List<Explanation> parts) {
        Frame frame = Frame.ofParts(parts);
        int last = parts.size();
        Kernel.combine(node, frame, last, frame.positions(), 1);
        return new Explanation(
                node,
                frame.status(last, 0),
                frame.value(last, 0),
                frame.completeness(last, 0),
                frame.known(last, 0),
                Double.NaN,
                null,
                null,
                null,
                List.copyOf(parts));
    }

    /**
     * The stable name of the value.
     *
     * @return the code
     */
    public String code() {
        return node.code();
    }

    /**
     * How the value comes from the parts.
     *
     * @return the combination
     */
    public Combination combination() {
        return node.combination();
    }

    /**
     * How missing parts were handled.
     *
     * @return the handling; of no meaning for leaves and conditions
     */
    public Handling handling() {
        return node.handling();
    }

    /**
     * The completeness below which the value is unknown.
     *
     * @return a share from 0 to 1
     */
    public double minimumCompleteness() {
        return node.minimumCompleteness();
    }

    /**
     * What became of it.
     *
     * @return the status
     */
    public Status status() {
        return status;
    }

    /**
     * The value; 1 or 0 for conditions.
     *
     * @return the value, empty unless {@link Status#EVALUATED}
     */
    public OptionalDouble value() {
        return status == Status.EVALUATED ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /**
     * Says whether the value is a truth value.
     *
     * @return true for conditions
     */
    public boolean isCondition() {
        return node.isCondition();
    }

    /**
     * The name of the value, where values have names: a tier, a segment.
     *
     * @return the label, or empty
     */
    public Optional<String> label() {
        return status == Status.EVALUATED ? Optional.ofNullable(node.label(value)) : Optional.empty();
    }

    /**
     * The share of the weight that has data. What fades with its age counts with what is left of it.
     *
     * @return a share from 0 to 1; parts that are not applicable do not count
     */
    public double completeness() {
        return completeness;
    }

    /**
     * The share of what has a value that is not too old: the completeness, over what it would be if nothing faded with its
     * age.
     *
     * @return a share from 0 to 1; 1 where nothing has a time to live, and where there is no value that could be old
     */
    public double freshness() {
        return known > 0 ? completeness / known : 1;
    }

    /**
     * How far an unmet condition is from being met, or a tier from the next one up: what would have to be added to the
     * number it rests on.
     *
     * @return the distance, 0 if it is met or there is no higher tier, empty where there is no such thing
     */
    public OptionalDouble distance() {
        return Double.isNaN(distance) ? OptionalDouble.empty() : OptionalDouble.of(distance);
    }

    /**
     * How many parts must hold, where at least some must.
     *
     * @return the number; 0 unless the combination is {@link Combination#AT_LEAST}
     */
    public int required() {
        return node.required();
    }

    /**
     * What a leaf rests on.
     *
     * @return the evidence, empty for combinations and where nothing could be read
     */
    public Optional<Evidence> evidence() {
        Leaf leaf = node.leaf();
        Object read = reading == null ? null : reading.valueOrNull();
        return leaf == null || reading == null || read == null
                ? Optional.empty()
                : Optional.of(new Evidence(leaf.key, read, reading.provenance().orElseThrow()));
    }

    /**
     * Whom the value of a leaf is compared with, where it is relative: first what names the group, if something does, then
     * the population: how many they are, as of when, according to what.
     *
     * @return the evidence; empty if the value is not relative, or nothing was read
     */
    public List<Evidence> comparedWith() {
        Leaf leaf = node.leaf();
        if (leaf == null || leaf.comparison == null || reading == null) {
            return List.of();
        }
        List<Evidence> found = new ArrayList<>();
        Object name = group == null ? null : group.valueOrNull();
        if (group != null && name != null) {
            found.add(new Evidence(
                    requireNonNull(leaf.by(), "by"), name, group.provenance().orElseThrow()));
        }
        Peers peers = leaf.comparison.of(name);
        if (peers != null) {
            found.add(peers.evidence());
        }
        return List.copyOf(found);
    }

    /**
     * What the value is about, as the policy says it.
     *
     * @return a sentence or less, or empty
     */
    public Optional<String> description() {
        return Optional.ofNullable(node.description());
    }

    /**
     * Why there is no value, why it counts for less than its weight, or what a host's own strategy says about it.
     *
     * @return the reason, or empty
     */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * What the value comes from.
     *
     * @return the parts in their order, those without data included
     */
    public List<Explanation> parts() {
        return parts;
    }

    /**
     * The weight of a part.
     *
     * @param part  its position among {@link #parts()}
     * @return the weight; 1 where the combination is not weighted, 0 of a cap, which bounds the value and is no part of it
     */
    public double weight(int part) {
        return node.weight(part);
    }

    /**
     * Computes the combinations of this tree again from the values of the leaves.
     *
     * @return true if each gives its value, status and completeness to the last bit
     */
    public boolean foldsToItsValue() {
        if (parts.isEmpty()) {
            return true;
        }
        Frame frame = Frame.ofParts(parts);
        Kernel.combine(node, frame, parts.size(), frame.positions(), 1);
        return frame.status(parts.size(), 0) == status
                && sameBits(frame.value(parts.size(), 0), value)
                && sameBits(frame.completeness(parts.size(), 0), completeness)
                && sameBits(frame.known(parts.size(), 0), known)
                && parts.stream().allMatch(Explanation::foldsToItsValue);
    }

    private static boolean sameBits(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    double rawValue() {
        return value;
    }

    /** The share of the weight that has a value, however old. */
    double known() {
        return known;
    }

    boolean isFading() {
        return node.isFading();
    }

    /**
     * The leaves that moved a weighted mean furthest from a baseline, worst first.
     *
     * @param baseline  the value that is neither good nor bad
     * @return a contribution for each leaf with a value, from the most negative to the most positive, ties by code; they
     *     sum to the headline less the baseline, up to rounding, when every combination is a weighted mean that
     *     redistributes
     */
    public List<Contribution> contributions(double baseline) {
        List<Contribution> all = new ArrayList<>();
        collect(1, baseline, all);
        all.sort(Comparator.comparingDouble(Contribution::points)
                .thenComparing(contribution -> contribution.leaf().code()));
        return all;
    }

    private void collect(double share, double baseline, List<Contribution> into) {
        if (status != Status.EVALUATED) {
            return;
        }
        if (parts.isEmpty()) {
            into.add(new Contribution(this, share, share * (value - baseline)));
            return;
        }
        double used = 0;
        for (int i = 0; i < parts.size(); i++) {
            used += weightLeft(i);
        }
        for (int i = 0; i < parts.size() && used > 0; i++) {
            if (node.isBound(i)) {
                continue;
            }
            parts.get(i).collect(share * weightLeft(i) / used, baseline, into);
        }
    }

    /** What a part counts with: nothing without a value, less than its weight while it fades. */
    private double weightLeft(int part) {
        Explanation of = parts.get(part);
        double left = of.isFading() ? of.completeness : 1;
        return of.status == Status.EVALUATED ? node.weight(part) * left : 0;
    }

    /**
     * A leaf's share in a weighted mean.
     *
     * @param leaf  the leaf
     * @param share  its effective weight, 0 to 1
     * @param points  the share times the leaf's distance from the baseline
     */
    public record Contribution(Explanation leaf, double share, double points) {}

    /**
     * All nodes that meet a condition, this one included, from the top down.
     *
     * @param condition  what to look for
     * @return the nodes found
     */
    public List<Explanation> find(Predicate<Explanation> condition) {
        List<Explanation> found = new ArrayList<>();
        find(condition, found);
        return found;
    }

    private void find(Predicate<Explanation> condition, List<Explanation> into) {
        if (condition.test(this)) {
            into.add(this);
        }
        for (Explanation part : parts) {
            part.find(condition, into);
        }
    }

    /** The code and the value; for readers of logs, not for programs. */
    @Override
    public String toString() {
        return code() + " = " + (status == Status.EVALUATED ? label().orElse(Double.toString(value)) : status);
    }
}
