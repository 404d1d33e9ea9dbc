package dev.rapport.segmentation.potential;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.Node;
import dev.rapport.model.derived.StandardAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What customers could pay a year, estimated from comparable ones. Fitted to a book once, then a value: a customer's
 * estimate does not depend on who else is in its book. Immutable.
 *
 * <p><strong>Formula.</strong> {@code max(arr, arr + sum(a[p] * m[p]), h * heads, s * seats)}, {@code h} and {@code s} the
 * quantile of the rule of {@code arr / heads} and {@code arr / seats} among the customer's peers, {@code a[p]} the share of
 * them that has product {@code p}, {@code m[p]} the median of what those pay for it, summed over the products that the
 * customer has not.
 *
 * <p><strong>Units.</strong> Amounts are ARR in major units of {@link #currency()}.
 *
 * <p><strong>Edges.</strong> Peers are those who share all traits of the rule; where fewer than its minimum are known, the
 * last trait is dropped, and so on up to all customers, and the evidence says so. A part whose input is missing is left out
 * and named; without any part there is no estimate. Peers who pay nothing are no standard. A customer is one of its own
 * peers when it was in the book.
 *
 * <p><strong>Algorithm.</strong> One pass for each figure; quantiles by linear interpolation (R's type 7).
 *
 * <p><strong>Reference.</strong> The parts are those of account potential in sales planning: Zoltners, Sinha, Lorimer,
 * Building a Winning Sales Force, 2009, chapter 3. That the greatest counts is this library's choice: they are different
 * views of one budget, so they do not add up.
 */
public final class ArrPotential {

    /** What heads and seats are counted by. */
    static final List<AttributeKey<Double>> UNITS =
            List.of(CustomerAttributes.HEADCOUNT, StandardAttributes.SEATS_LICENSED);

    private final PotentialRule rule;
    private final CurrencyUnit currency;
    private final List<PeerGroup> groups;
    private final List<List<String>> ranges;
    private final Map<List<String>, PeerGroup> byTraits;

    /** What is said of all who have the same traits, by what it is about and the traits. */
    private final Map<List<String>, Reading<Double>> said = new ConcurrentHashMap<>();

    private ArrPotential(PotentialRule rule, CurrencyUnit currency, List<PeerGroup> groups) {
        this.rule = requireNonNull(rule, "rule");
        this.currency = requireNonNull(currency, "currency");
        this.groups = List.copyOf(groups);
        this.ranges = rule.peersBy().stream().map(PeerTrait::ranges).toList();
        this.byTraits = new HashMap<>();
        for (PeerGroup group : this.groups) {
            if (group.of().size() > rule.peersBy().size()) {
                throw new IllegalArgumentException("group " + group.of() + " must have at most "
                        + rule.peersBy().size() + " traits, as the rule has.");
            }
            if (byTraits.put(group.of(), group) != null) {
                throw new IllegalArgumentException("group " + group.of() + " must come once.");
            }
        }
    }

    /**
     * A model whose figures are known.
     *
     * @param rule  who is compared with whom
     * @param currency  the currency of all amounts
     * @param groups  the peers
     * @return the model
     * @throws IllegalArgumentException if a group comes twice or has more traits than the rule
     */
    public static ArrPotential of(PotentialRule rule, CurrencyUnit currency, List<PeerGroup> groups) {
        return new ArrPotential(rule, currency, groups);
    }

    /**
     * Finds the figures in a book.
     *
     * @param rule  who is compared with whom
     * @param book  the customers
     * @return the model, in the currency of the book
     */
    public static ArrPotential fit(PotentialRule rule, Book book) {
        return new ArrPotential(rule, book.currency(), PeerGroups.of(rule, book));
    }

    /**
     * Who is compared with whom.
     *
     * @return the rule
     */
    public PotentialRule rule() {
        return rule;
    }

    /**
     * What amounts are in.
     *
     * @return the currency
     */
    public CurrencyUnit currency() {
        return currency;
    }

    /**
     * The peers.
     *
     * @return the groups by what they have in common, all customers first
     */
    public List<PeerGroup> groups() {
        return groups;
    }

    /**
     * The estimate as a node, each part of it a part of the node.
     *
     * @return the node, whose value is the potential in major units
     */
    public Node node() {
        Node now = Node.money("pays-now", StandardAttributes.ARR, currency, (amount, today) -> amount);
        List<Node> parts = new ArrayList<>();
        parts.add(now);
        Set<String> products = products();
        if (!products.isEmpty()) {
            List<Node> sum = new ArrayList<>();
            sum.add(now);
            products.forEach(product -> sum.add(whitespace(product, sum.size(), 0)));
            parts.add(Node.sum("with-missing-products", sum, Handling.UNKNOWN));
        }
        for (AttributeKey<Double> unit : UNITS) {
            Node rate = computed(
                    "peers-pay-for-each", AttributeKey.number("potential.rate." + unit.name()), new RateOf(this, unit));
            Node count = Node.number(unit.name(), unit, (number, today) -> number);
            parts.add(Node.product("by-" + unit.name(), List.of(rate, count)));
        }
        return Node.max("arr-potential", parts, Handling.REDISTRIBUTE);
    }

    /**
     * What a customer could pay for what comparable ones have bought and it has not, as a node, each product a part of it.
     *
     * @param leastAdoption  the share of the peers that must have a product for it to count, 0 to 1
     * @return the node, whose value is in major units, 0 where nothing is missing; empty if no product is known
     */
    public Optional<Node> missingProducts(double leastAdoption) {
        List<Node> parts = new ArrayList<>();
        for (String product : products()) {
            parts.add(whitespace(product, parts.size() + 1, leastAdoption));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Node.sum("missing-products", parts, Handling.UNKNOWN));
    }

    private Set<String> products() {
        Set<String> products = new TreeSet<>();
        groups.forEach(group -> group.products().products().forEach(product -> products.add(product.product())));
        return products;
    }

    private Node whitespace(String product, int position, double leastAdoption) {
        String name = "potential.product." + product;
        AttributeKey<Double> key =
                AttributeKey.number(AttributeKey.isName(name) ? name : "potential.product-" + position);
        return computed(
                product, key, new WorthOf(this, product, leastAdoption, leastAdoption + " of product " + product));
    }

    private Node computed(String code, AttributeKey<Double> key, Function<CustomerView, Reading<Double>> function) {
        Set<AttributeKey<?>> read = new LinkedHashSet<>();
        rule.peersBy().forEach(trait -> read.add(trait.key()));
        if (function instanceof WorthOf) {
            read.add(StandardAttributes.CONTRACTS_PRODUCTS);
        }
        return Node.number(code, key, (number, today) -> number)
                .computedBy(new DerivedAttribute<>(key, new Requirements(read, Set.of()), function));
    }

    /** The nearest peers of whom enough is known, and how they were found. */
    private record Peers(Optional<PeerGroup> group, String words) {}

    private Peers peers(List<String> traits, Predicate<PeerGroup> hasEnough) {
        StringBuilder words = new StringBuilder();
        if (traits.size() < rule.peersBy().size()) {
            words.append("; ").append(rule.peersBy().get(traits.size()).key()).append(" is not known");
        }
        for (int level = traits.size(); level >= 0; level--) {
            List<String> of = traits.subList(0, level);
            PeerGroup group = byTraits.get(of);
            if (group != null && hasEnough.test(group)) {
                return new Peers(Optional.of(group), name(of) + words);
            }
            words.append("; too few in ").append(name(of));
        }
        return new Peers(Optional.empty(), words.substring(2));
    }

    /** What is said about somebody: of all who have the same traits the same, so it is worked out once. */
    private Reading<Double> said(String about, CustomerView view, Function<List<String>, Reading<Double>> reading) {
        List<String> key = new ArrayList<>(rule.peersBy().size() + 1);
        key.add(about);
        for (int i = 0; i < ranges.size(); i++) {
            Optional<String> own = rule.peersBy().get(i).of(view, ranges.get(i));
            if (own.isEmpty()) {
                break;
            }
            key.add(own.get());
        }
        Reading<Double> known = said.get(key);
        if (known == null) {
            known = reading.apply(List.copyOf(key.subList(1, key.size())));
            said.put(List.copyOf(key), known);
        }
        return known;
    }

    private String name(List<String> of) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            names.add(rule.peersBy().get(i).key() + " " + of.get(i));
        }
        return names.isEmpty() ? "the whole book" : String.join(", ", names);
    }

    private record RateOf(ArrPotential model, AttributeKey<Double> unit)
            implements Function<CustomerView, Reading<Double>> {

        @Override
        public Reading<Double> apply(CustomerView view) {
            return model.said("for each " + unit.name(), view, this::of);
        }

        private Reading<Double> of(List<String> traits) {
            Peers peers = model.peers(traits, group -> {
                PeerRate rate = group.rates().get(unit.name());
                return rate != null && rate.peers() >= model.rule.minimumPeers();
            });
            Optional<PeerRate> rate = peers.group().map(PeerGroup::rates).map(rates -> rates.get(unit.name()));
            return rate.map(found -> Reading.present(
                            found.arr(),
                            Provenance.of("quantile " + model.rule.quantile() + " of " + found.peers() + " peers: "
                                    + peers.words())))
                    .orElseGet(() -> Reading.missing(peers.words()));
        }
    }

    private record WorthOf(ArrPotential model, String product, double leastAdoption, String about)
            implements Function<CustomerView, Reading<Double>> {

        @Override
        public Reading<Double> apply(CustomerView view) {
            Reading<Set<String>> owned = view.read(StandardAttributes.CONTRACTS_PRODUCTS);
            Set<String> products = owned.valueOrNull();
            if (products == null) {
                return Reading.missing("what it has bought is not known");
            }
            if (products.contains(product)) {
                return Reading.present(0.0, Provenance.of("it has " + product));
            }
            return model.said(about, view, this::of);
        }

        private Reading<Double> of(List<String> traits) {
            Peers peers = model.peers(traits, group -> group.products().peers() >= model.rule.minimumPeers());
            if (peers.group().isEmpty()) {
                return Reading.missing(peers.words());
            }
            PeerProducts bought = peers.group().get().products();
            double adoption = bought.find(product).map(PeerProduct::adoption).orElse(0.0);
            if (adoption < leastAdoption) {
                return Reading.present(
                        0.0,
                        Provenance.of("only " + Math.round(100 * adoption) + " % of " + bought.peers()
                                + " peers have it: " + peers.words()));
            }
            double arr = bought.find(product).map(PeerProduct::arr).orElse(0.0);
            return Reading.present(
                    adoption * arr,
                    Provenance.of(
                            Math.round(100 * adoption) + " % of " + bought.peers() + " peers have it, at a median of "
                                    + Math.round(arr) + " " + model.currency + ": " + peers.words()));
        }
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ArrPotential other
                && rule.equals(other.rule)
                && currency.equals(other.currency)
                && groups.equals(other.groups);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, currency, groups);
    }

    /** How many groups of peers there are. */
    @Override
    public String toString() {
        return "ARR potential from " + groups.size() + " groups of peers";
    }
}
