package dev.rapport.model.decision;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.DerivedAttribute;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One value in a decision: a leaf that reads an attribute, or a combination of other nodes.
 *
 * <p>Immutable; a node may be part of several others. A {@link Program} evaluates it.
 */
public final class Node {

    /** As deep as nodes may be nested: explanations are trees of the same depth, and are written as JSON. */
    private static final int DEEPEST = 200;

    private final String code;
    private final Combination combination;
    private final List<Node> parts;
    private final double[] weights;
    private final Handling handling;
    private final double minimumCompleteness;
    private final List<String> labels;
    private final int required;
    private final boolean condition;
    private final @Nullable Leaf leaf;
    private final @Nullable DoubleUnaryOperator link;
    private final @Nullable String description;
    private final int depth;

    private Node(Draft draft) {
        this.code = requireNonNull(draft.code, "code");
        this.combination = draft.combination;
        this.parts = List.copyOf(draft.parts);
        this.weights = draft.weights;
        this.handling = requireNonNull(draft.handling, "handling");
        this.minimumCompleteness = draft.minimumCompleteness;
        this.labels = List.copyOf(draft.labels);
        this.required = draft.required;
        this.condition = draft.condition;
        this.leaf = draft.leaf;
        this.link = draft.link;
        this.description = draft.description;
        this.depth = 1 + parts.stream().mapToInt(part -> part.depth).max().orElse(0);
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("node (" + code + ") must not be nested deeper than " + DEEPEST
                    + " levels.\nMaybe put the parts into one node: all-of, any-of and sums take any number.");
        }
    }

    private static Node drafted(Draft draft, Consumer<Draft> changes) {
        changes.accept(draft);
        return new Node(draft);
    }

    /**
     * A leaf that turns a number into a value.
     *
     * @param code  the stable name of the value
     * @param key  the attribute
     * @param function  what is made of it
     * @return the node
     */
    public static Node number(String code, AttributeKey<Double> key, NumberFunction function) {
        return leaf(code, key, Leaf.numeric(key, function, null));
    }

    /**
     * A leaf that turns a date into a value.
     *
     * @param code  the stable name of the value
     * @param key  the attribute
     * @param function  what is made of its epoch day
     * @return the node
     */
    public static Node date(String code, AttributeKey<LocalDate> key, NumberFunction function) {
        return leaf(code, key, Leaf.numeric(key, function, null));
    }

    /**
     * A leaf that turns an amount of money into a value. An amount in another currency fails the leaf.
     *
     * @param code  the stable name of the value
     * @param key  the attribute
     * @param currency  the currency that the function reckons in
     * @param function  what is made of the amount in major units
     * @return the node
     */
    public static Node money(String code, AttributeKey<Money> key, CurrencyUnit currency, NumberFunction function) {
        return leaf(code, key, Leaf.numeric(key, function, requireNonNull(currency, "currency")));
    }

    /**
     * A leaf that turns yes or no into a value.
     *
     * @param code  the stable name of the value
     * @param key  the attribute
     * @param ifTrue  the value of yes
     * @param ifFalse  the value of no
     * @return the node
     */
    public static Node bool(String code, AttributeKey<Boolean> key, double ifTrue, double ifFalse) {
        if (ifTrue == 1 && ifFalse == 0) {
            return leaf(code, key, Leaf.numeric(key, (RangeFunction) today -> NumberRange.atLeast(1), null));
        }
        if (ifTrue == 0 && ifFalse == 1) {
            return leaf(code, key, Leaf.numeric(key, (RangeFunction) today -> NumberRange.atMost(0), null));
        }
        return leaf(code, key, Leaf.numeric(key, (value, today) -> value != 0 ? ifTrue : ifFalse, null));
    }

    /**
     * A leaf that turns a text into a value.
     *
     * @param code  the stable name of the value
     * @param key  the attribute
     * @param function  what is made of the text; NaN where it has no value
     * @return the node
     */
    public static Node text(String code, AttributeKey<String> key, ToDoubleFunction<String> function) {
        return leaf(code, key, Leaf.worded(key, word -> function.applyAsDouble((String) word)));
    }

    /**
     * A leaf that turns a set of texts into a value.
     *
     * @param code  the stable name of the value
     * @param key  the attribute
     * @param function  what is made of the set; NaN where it has no value
     * @return the node
     */
    @SuppressWarnings("unchecked") // a key of kind TEXT_SET reads sets of text
    public static Node textSet(String code, AttributeKey<Set<String>> key, ToDoubleFunction<Set<String>> function) {
        return leaf(code, key, Leaf.worded(key, word -> function.applyAsDouble((Set<String>) word)));
    }

    /**
     * A condition that an attribute has a value. It never lacks data itself.
     *
     * @param code  the stable name of the value
     * @param key  the attribute
     * @return the node
     */
    public static Node present(String code, AttributeKey<?> key) {
        return leaf(code, key, Leaf.presence(key)).asCondition();
    }

    /** The node of a value that was not computed here; no program evaluates it. */
    static Node stated(String code) {
        return new Node(new Draft(code, Combination.LEAF));
    }

    private static Node leaf(String code, AttributeKey<?> key, Leaf leaf) {
        requireNonNull(key, "key");
        return drafted(new Draft(code, Combination.LEAF), draft -> draft.leaf = leaf);
    }

    /**
     * The mean of parts by their weights. Parts that are not applicable leave it, weight and all.
     *
     * @param code  the stable name of the value
     * @param parts  the parts, at least one, with weights of which one is above 0
     * @param handling  how missing parts are handled
     * @param minimumCompleteness  the share of the weight that must have data, 0 to 1; below, the value is unknown
     * @return the node
     */
    public static Node weightedMean(String code, List<Weighted> parts, Handling handling, double minimumCompleteness) {
        if (!(minimumCompleteness >= 0 && minimumCompleteness <= 1)) {
            throw new IllegalArgumentException(
                    "minimumCompleteness (" + minimumCompleteness + ") of " + code + " must be between 0 and 1.");
        }
        double[] weights = parts.stream().mapToDouble(Weighted::weight).toArray();
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        if (!(total > 0) || Double.isInfinite(total)) {
            throw new IllegalArgumentException(
                    "weights of " + code + " must sum to a finite number above 0, was " + total + ".");
        }
        return combined(
                code,
                Combination.WEIGHTED_MEAN,
                parts.stream().map(Weighted::node).toList(),
                weights,
                handling,
                minimumCompleteness);
    }

    /**
     * The sum of parts.
     *
     * @param code  the stable name of the value
     * @param parts  the parts, at least one
     * @param handling  how missing parts are handled; redistributing leaves them out
     * @return the node
     */
    public static Node sum(String code, List<Node> parts, Handling handling) {
        return combined(code, Combination.SUM, parts, ones(parts), handling, 0);
    }

    /**
     * The parts multiplied with one another, such as a probability and an amount. One that lacks data makes the value
     * unknown, one that is not applicable makes it not applicable.
     *
     * @param code  the stable name of the value
     * @param parts  the parts, at least one
     * @return the node
     */
    public static Node product(String code, List<Node> parts) {
        return combined(code, Combination.PRODUCT, parts, ones(parts), Handling.UNKNOWN, 0);
    }

    /**
     * The least of parts: a cap, where one part is the bound.
     *
     * @param code  the stable name of the value
     * @param parts  the parts, at least one
     * @param handling  how missing parts are handled; redistributing leaves them out
     * @return the node
     */
    public static Node min(String code, List<Node> parts, Handling handling) {
        return combined(code, Combination.MIN, parts, ones(parts), handling, 0);
    }

    /**
     * The greatest of parts: a floor, where one part is the bound.
     *
     * @param code  the stable name of the value
     * @param parts  the parts, at least one
     * @param handling  how missing parts are handled; redistributing leaves them out
     * @return the node
     */
    public static Node max(String code, List<Node> parts, Handling handling) {
        return combined(code, Combination.MAX, parts, ones(parts), handling, 0);
    }

    /**
     * A value that is bounded from above: the least of the value and the caps. A cap that lacks data does not bind and does
     * not count against completeness; without the value there is nothing to cap.
     *
     * @param code  the stable name of the value
     * @param value  what is capped
     * @param caps  the bounds; where one does not bind, its value is the top of the scale
     * @return the node, whose first part is the value
     */
    public static Node capped(String code, Node value, List<Node> caps) {
        return bounded(code, Combination.MIN, value, caps);
    }

    /**
     * A value that is bounded from below: the greatest of the value and the floors. A floor that lacks data does not bind and
     * does not count against completeness; without the value there is nothing to hold up.
     *
     * @param code  the stable name of the value
     * @param value  what is held up
     * @param floors  the bounds; where one does not bind, its value is the bottom of the scale
     * @return the node, whose first part is the value
     */
    public static Node floored(String code, Node value, List<Node> floors) {
        return bounded(code, Combination.MAX, value, floors);
    }

    private static Node bounded(String code, Combination combination, Node value, List<Node> bounds) {
        List<Node> parts = new ArrayList<>();
        parts.add(value);
        parts.addAll(bounds);
        double[] weights = new double[parts.size()];
        weights[0] = 1;
        return combined(code, combination, parts, weights, Handling.UNKNOWN, 0);
    }

    /**
     * A function of one value, such as a probability of points. Status and completeness are those of the value.
     *
     * @param code  the stable name of the value
     * @param value  what the function is of
     * @param link  the function; pure, the same on every machine; NaN where there is no value
     * @return the node
     */
    public static Node linked(String code, Node value, DoubleUnaryOperator link) {
        return drafted(new Draft(code, Combination.LINK), draft -> {
            draft.parts = List.of(value);
            draft.weights = new double[] {1};
            draft.link = requireNonNull(link, "link");
        });
    }

    /**
     * A condition that holds if every part does. One that fails decides it, whatever is missing elsewhere.
     *
     * @param code  the stable name of the value
     * @param parts  conditions, at least one
     * @return the node
     */
    public static Node allOf(String code, List<Node> parts) {
        return logical(code, Combination.ALL_OF, parts);
    }

    /**
     * A condition that holds if some part does. One that holds decides it, whatever is missing elsewhere.
     *
     * @param code  the stable name of the value
     * @param parts  conditions, at least one
     * @return the node
     */
    public static Node anyOf(String code, List<Node> parts) {
        return logical(code, Combination.ANY_OF, parts);
    }

    /**
     * A condition that holds if no part does.
     *
     * @param code  the stable name of the value
     * @param parts  conditions, at least one
     * @return the node
     */
    public static Node noneOf(String code, List<Node> parts) {
        return logical(code, Combination.NONE_OF, parts);
    }

    /**
     * A condition that holds if at least so many parts do. Missing parts leave it open only where they could decide it.
     *
     * @param code  the stable name of the value
     * @param required  how many parts must hold, at least 1 and at most all
     * @param parts  conditions, at least one; those that are not applicable cannot hold
     * @return the node
     */
    public static Node atLeast(String code, int required, List<Node> parts) {
        if (required < 1 || required > parts.size()) {
            throw new IllegalArgumentException("required (" + required + ") of " + code
                    + " must be between 1 and the number of its parts (" + parts.size() + ").");
        }
        Node node = logical(code, Combination.AT_LEAST, parts);
        return drafted(new Draft(node), draft -> {
            draft.required = required;
            draft.condition = true;
        });
    }

    /**
     * The position of the first condition that holds, with a label for each; -1 and no label if none does. A condition
     * that lacks data is passed over and lowers the completeness; if none holds and one lacks data, so does this.
     *
     * @param code  the stable name of the value
     * @param conditions  the conditions in order of priority
     * @param labels  a label for each condition
     * @return the node
     */
    public static Node firstMatch(String code, List<Node> conditions, List<String> labels) {
        if (conditions.size() != labels.size()) {
            throw new IllegalArgumentException("labels of " + code + " must be as many as its conditions ("
                    + conditions.size() + "), was " + labels.size() + ".");
        }
        return logical(code, Combination.FIRST_MATCH, conditions).labelled(labels);
    }

    /**
     * The same with a label for the rest: the position behind the last condition if none holds, none lacks data.
     *
     * @param code  the stable name of the value
     * @param conditions  the conditions in order of priority
     * @param labels  a label for each condition
     * @param rest  the label of what meets no condition
     * @return the node
     */
    public static Node firstMatch(String code, List<Node> conditions, List<String> labels, String rest) {
        Node node = firstMatch(code, conditions, labels);
        List<String> all = new ArrayList<>(labels);
        all.add(requireNonNull(rest, "rest"));
        return node.labelled(all);
    }

    private static Node logical(String code, Combination combination, List<Node> parts) {
        for (Node part : parts) {
            if (!part.condition) {
                throw new IllegalArgumentException("part (" + part.code + ") of " + code + " must be a condition.\n"
                        + "Maybe declare it with asCondition().");
            }
        }
        Node node = combined(code, combination, parts, ones(parts), Handling.UNKNOWN, 0);
        return combination == Combination.FIRST_MATCH ? node : node.asCondition();
    }

    private static Node combined(
            String code,
            Combination combination,
            List<Node> parts,
            double[] weights,
            Handling handling,
            double minimumCompleteness) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts of " + code + " must not be empty.");
        }
        return drafted(new Draft(code, combination), draft -> {
            draft.parts = parts;
            draft.weights = weights;
            draft.handling = handling;
            draft.minimumCompleteness = minimumCompleteness;
        });
    }

    private static double[] ones(List<Node> parts) {
        double[] weights = new double[parts.size()];
        java.util.Arrays.fill(weights, 1);
        return weights;
    }

    /**
     * This node with a name for each value it can take, 0 first.
     *
     * @param newLabels  the names
     * @return the node
     */
    public Node labelled(List<String> newLabels) {
        return drafted(new Draft(this), draft -> draft.labels = newLabels);
    }

    /**
     * This node under another code.
     *
     * @param newCode  the stable name of the value
     * @return the node
     */
    public Node named(String newCode) {
        return drafted(new Draft(this), draft -> draft.code = newCode);
    }

    /**
     * This node as a condition: 1 is true, 0 is false.
     *
     * @return the node
     */
    public Node asCondition() {
        return drafted(new Draft(this), draft -> draft.condition = true);
    }

    /**
     * This leaf with a time to live: what it counts with in a weighted mean fades with the age of what it read. Elsewhere it
     * is there until it is gone.
     *
     * @param timeToLive  for how long the value counts
     * @return the node
     * @throws IllegalStateException if this is no leaf
     */
    public Node fading(TimeToLive timeToLive) {
        return with(requireLeaf("have a time to live").fading(timeToLive));
    }

    /**
     * This leaf of a number compared with peers: its function then reads what the number is among them. Who they are becomes
     * evidence.
     *
     * @param peers  those whom every number is compared with
     * @return the node
     * @throws IllegalStateException if this is no leaf of a number
     */
    public Node comparedWith(Peers peers) {
        return with(requireNumeric().compared(Comparison.with(peers)));
    }

    /**
     * This leaf of a number compared with peers that another attribute names, such as those of the same segment.
     *
     * @param by  the attribute
     * @param groups  the peers by its value; where there are none the leaf has no value
     * @return the node
     * @throws IllegalStateException if this is no leaf of a number
     */
    public Node comparedWithin(AttributeKey<String> by, Map<String, Peers> groups) {
        return with(requireNumeric().compared(Comparison.within(requireNonNull(by, "by"), groups)));
    }

    /**
     * This leaf with a computation of its own for the attribute that it reads: no book has to provide the attribute, only what
     * the computation reads.
     *
     * @param attribute  the attribute of this leaf and how it is computed
     * @return the node
     * @throws IllegalStateException if this is no leaf
     * @throws IllegalArgumentException if the leaf reads another attribute
     */
    public Node computedBy(DerivedAttribute<?> attribute) {
        return with(requireLeaf("be computed").computedBy(attribute));
    }

    private Node with(Leaf newLeaf) {
        return drafted(new Draft(this), draft -> draft.leaf = newLeaf);
    }

    private Leaf requireLeaf(String to) {
        if (leaf == null) {
            throw new IllegalStateException("node (" + code + ") must be a leaf to " + to + ".");
        }
        return leaf;
    }

    private Leaf requireNumeric() {
        Leaf own = requireLeaf("be compared");
        if (own.number == null) {
            throw new IllegalStateException("node (" + code + ") must be a leaf of a number to be compared.");
        }
        return own;
    }

    /**
     * This node with what it is about, in words.
     *
     * @param text  a sentence or less
     * @return the node
     */
    public Node described(String text) {
        return drafted(new Draft(this), draft -> draft.description = requireNonNull(text, "text"));
    }

    /**
     * The stable name of the value.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * How the value comes from its parts.
     *
     * @return the combination
     */
    public Combination combination() {
        return combination;
    }

    /**
     * What the value comes from.
     *
     * @return the parts in their order
     */
    public List<Node> parts() {
        return parts;
    }

    /**
     * Says whether the value is a truth value.
     *
     * @return true for conditions
     */
    public boolean isCondition() {
        return condition;
    }

    /**
     * What a condition says where it holds.
     *
     * @return the label of 1, or empty if it has none
     */
    public Optional<String> affirmation() {
        return condition ? Optional.ofNullable(label(1)) : Optional.empty();
    }

    int required() {
        return required;
    }

    /** Says whether a first match has a position behind the last condition for those that meet none. */
    boolean hasRest() {
        return labels.size() > parts.size();
    }

    /** Says whether a part only bounds the value and is no part of it. */
    boolean isBound(int part) {
        return (combination == Combination.MIN || combination == Combination.MAX) && weights[part] == 0;
    }

    double link(double value) {
        return requireNonNull(link, "link").applyAsDouble(value);
    }

    double weight(int part) {
        return weights[part];
    }

    double[] weights() {
        return weights;
    }

    Handling handling() {
        return handling;
    }

    double minimumCompleteness() {
        return minimumCompleteness;
    }

    @Nullable
    String label(double value) {
        int position = (int) value;
        return position >= 0 && position < labels.size() ? labels.get(position) : null;
    }

    @Nullable
    Leaf leaf() {
        return leaf;
    }

    @Nullable
    String description() {
        return description;
    }

    /** Says whether what it counts with depends on its age. */
    boolean isFading() {
        return leaf != null && leaf.timeToLive != null;
    }

    /** A node that is being made. */
    private static final class Draft {
        String code;
        final Combination combination;
        List<Node> parts = List.of();
        double[] weights = {};
        Handling handling = Handling.UNKNOWN;
        double minimumCompleteness;
        List<String> labels = List.of();
        int required;
        boolean condition;

        @Nullable
        Leaf leaf;

        @Nullable
        DoubleUnaryOperator link;

        @Nullable
        String description;

        Draft(String code, Combination combination) {
            this.code = code;
            this.combination = combination;
        }

        Draft(Node node) {
            this(node.code, node.combination);
            parts = node.parts;
            weights = node.weights;
            handling = node.handling;
            minimumCompleteness = node.minimumCompleteness;
            labels = node.labels;
            required = node.required;
            condition = node.condition;
            leaf = node.leaf;
            link = node.link;
            description = node.description;
        }
    }
}
