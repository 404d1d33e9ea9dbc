package dev.rapport.segmentation.potential;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.segmentation.tier.QuantileType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Finds comparable customers in a book and what they pay. */
final class PeerGroups {

    private static final double MEDIAN = 0.5;

    private final PotentialRule rule;
    private final CurrencyUnit currency;
    private final Map<List<String>, Found> found = new HashMap<>();

    private PeerGroups(PotentialRule rule, CurrencyUnit currency) {
        this.rule = rule;
        this.currency = currency;
    }

    /** What is collected of one group. */
    private static final class Found {
        final Map<String, List<Double>> rates = new TreeMap<>();
        final Map<String, List<Double>> prices = new TreeMap<>();
        final Map<String, Integer> owners = new TreeMap<>();
        int peers;
    }

    static List<PeerGroup> of(PotentialRule rule, Book book) {
        PeerGroups groups = new PeerGroups(rule, book.currency());
        for (CustomerView view : book.customers()) {
            view.find(StandardAttributes.ARR)
                    .filter(arr -> arr.getCurrencyUnit().equals(book.currency()) && arr.isPositive())
                    .ifPresent(arr -> groups.add(view, arr.getAmount().doubleValue()));
        }
        return groups.found.entrySet().stream()
                .map(entry -> groups.group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.<PeerGroup>comparingInt(group -> group.of().size())
                        .thenComparing(group -> String.join("\n", group.of())))
                .toList();
    }

    private void add(CustomerView view, double arr) {
        Map<String, Double> prices = prices(view);
        Optional<Set<String>> products = view.find(StandardAttributes.CONTRACTS_PRODUCTS);
        List<String> traits = new ArrayList<>();
        add(traits, view, arr, products, prices);
        for (PeerTrait trait : rule.peersBy()) {
            Optional<String> own = trait.of(view);
            if (own.isEmpty()) {
                return;
            }
            traits.add(own.get());
            add(traits, view, arr, products, prices);
        }
    }

    private void add(
            List<String> traits,
            CustomerView view,
            double arr,
            Optional<Set<String>> products,
            Map<String, Double> prices) {
        Found group = found.computeIfAbsent(List.copyOf(traits), absent -> new Found());
        for (AttributeKey<Double> unit : ArrPotential.UNITS) {
            view.find(unit)
                    .filter(count -> count > 0)
                    .ifPresent(count -> group.rates
                            .computeIfAbsent(unit.name(), absent -> new ArrayList<>())
                            .add(arr / count));
        }
        if (products.isPresent()) {
            group.peers++;
            products.get().forEach(product -> group.owners.merge(product, 1, Integer::sum));
            prices.forEach((product, price) -> group.prices
                    .computeIfAbsent(product, absent -> new ArrayList<>())
                    .add(price));
        }
    }

    /** What a customer pays for each product that has a line of its own, where that is in the currency of the book. */
    private Map<String, Double> prices(CustomerView view) {
        Map<String, Double> prices = new TreeMap<>();
        for (ContractTerms terms : ContractTerms.of(view)) {
            if (terms.isInForceOn(view.date())) {
                for (ContractLine line : terms.linesOn(view.date())) {
                    Money price = line.arr();
                    if (price.getCurrencyUnit().equals(currency) && price.isPositive()) {
                        prices.merge(line.product(), price.getAmount().doubleValue(), Double::sum);
                    }
                }
            }
        }
        return prices;
    }

    private PeerGroup group(List<String> traits, Found group) {
        Map<String, PeerRate> rates = new TreeMap<>();
        group.rates.forEach((unit, values) ->
                rates.put(unit, new PeerRate(values.size(), quantile(values, rule.quantile()))));
        List<PeerProduct> products = new ArrayList<>();
        group.prices.forEach((product, prices) -> products.add(new PeerProduct(
                product,
                (double) group.owners.getOrDefault(product, 0) / Math.max(1, group.peers),
                quantile(prices, MEDIAN))));
        return new PeerGroup(traits, rates, new PeerProducts(group.peers, products));
    }

    private static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return QuantileType.LINEAR.of(sorted, share);
    }
}
