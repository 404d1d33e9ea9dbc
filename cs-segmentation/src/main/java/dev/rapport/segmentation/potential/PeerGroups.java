package dev.rapport.segmentation.potential;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Amounts;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.segmentation.tier.QuantileType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.joda.money.Money;

/** Finds comparable customers in a book and what they pay. */
final class PeerGroups {

    private static final double MEDIAN = 0.5;

    private final PotentialRule rule;
    private final Book book;
    private final Amounts arr;
    private final List<Column> traits = new ArrayList<>();
    private final List<List<String>> names = new ArrayList<>();
    private final List<Column> units = new ArrayList<>();
    private final Column products;
    private final boolean hasLines;
    private final Found whole = new Found();

    private PeerGroups(PotentialRule rule, Book book) {
        this.rule = rule;
        this.book = book;
        this.arr = Amounts.of(book, StandardAttributes.ARR);
        List<AttributeKey<?>> keys = new ArrayList<>(ArrPotential.UNITS);
        keys.add(StandardAttributes.CONTRACTS_PRODUCTS);
        rule.peersBy().forEach(trait -> keys.add(trait.key()));
        Columns columns = book.columns(keys);
        for (PeerTrait trait : rule.peersBy()) {
            Column column = columns.find(trait.key()).orElseThrow();
            traits.add(column);
            names.add(trait.names(column));
        }
        ArrPotential.UNITS.forEach(unit -> units.add(columns.find(unit).orElseThrow()));
        this.products = columns.find(StandardAttributes.CONTRACTS_PRODUCTS).orElseThrow();
        this.hasLines = book.provides().series().contains(ContractLine.SERIES);
    }

    /** What is collected of one group, and the groups within it. */
    private static final class Found {
        final Map<Integer, Found> within = new TreeMap<>();
        final List<DoubleStream.Builder> rates = new ArrayList<>();
        final int[] counted = new int[ArrPotential.UNITS.size()];
        final Map<String, List<Double>> prices = new TreeMap<>();
        final Map<Integer, Integer> owners = new TreeMap<>();
        int peers;

        Found() {
            ArrPotential.UNITS.forEach(unit -> rates.add(DoubleStream.builder()));
        }
    }

    static List<PeerGroup> of(PotentialRule rule, Book book) {
        PeerGroups groups = new PeerGroups(rule, book);
        boolean isEmpty = true;
        for (int row = 0; row < book.size(); row++) {
            if (groups.arr.isOurs(row) && groups.arr.number(row) > 0) {
                groups.add(row);
                isEmpty = false;
            }
        }
        List<PeerGroup> all = new ArrayList<>();
        if (!isEmpty) {
            groups.collect(groups.whole, List.of(), all);
        }
        all.sort(Comparator.<PeerGroup>comparingInt(group -> group.of().size())
                .thenComparing(group -> String.join("\n", group.of())));
        return List.copyOf(all);
    }

    private void add(int row) {
        Map<String, Double> prices = hasLines ? prices(book.customers().get(row)) : Map.of();
        Found group = whole;
        add(group, row, prices);
        for (int level = 0; level < traits.size(); level++) {
            int position = rule.peersBy().get(level).position(traits.get(level), row);
            if (position < 0) {
                return;
            }
            group = group.within.computeIfAbsent(position, absent -> new Found());
            add(group, row, prices);
        }
    }

    private void add(Found group, int row, Map<String, Double> prices) {
        for (int unit = 0; unit < units.size(); unit++) {
            Column counts = units.get(unit);
            if (counts.isPresent(row) && counts.number(row) > 0) {
                group.rates.get(unit).add(arr.number(row) / counts.number(row));
                group.counted[unit]++;
            }
        }
        if (products.isPresent(row)) {
            group.peers++;
            group.owners.merge((int) products.number(row), 1, Integer::sum);
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
                    if (price.getCurrencyUnit().equals(book.currency()) && price.isPositive()) {
                        prices.merge(line.product(), price.getAmount().doubleValue(), Double::sum);
                    }
                }
            }
        }
        return prices;
    }

    private void collect(Found found, List<String> of, List<PeerGroup> all) {
        all.add(group(of, found));
        found.within.forEach((position, within) -> {
            List<String> named = new ArrayList<>(of);
            named.add(names.get(of.size()).get(position));
            collect(within, named, all);
        });
    }

    private PeerGroup group(List<String> of, Found group) {
        Map<String, PeerRate> rates = new TreeMap<>();
        for (int unit = 0; unit < units.size(); unit++) {
            if (group.counted[unit] > 0) {
                double[] values = group.rates.get(unit).build().toArray();
                rates.put(
                        ArrPotential.UNITS.get(unit).name(),
                        new PeerRate(values.length, quantile(values, rule.quantile())));
            }
        }
        List<PeerProduct> bought = new ArrayList<>();
        group.prices.forEach((product, prices) -> bought.add(new PeerProduct(
                product,
                (double) owners(group, product) / Math.max(1, group.peers),
                quantile(prices.stream().mapToDouble(price -> price).toArray(), MEDIAN))));
        return new PeerGroup(of, rates, new PeerProducts(group.peers, bought));
    }

    private int owners(Found group, String product) {
        int owners = 0;
        for (Map.Entry<Integer, Integer> set : group.owners.entrySet()) {
            owners += ((Set<?>) products.words().get(set.getKey())).contains(product) ? set.getValue() : 0;
        }
        return owners;
    }

    private static double quantile(double[] values, double share) {
        Arrays.sort(values);
        return QuantileType.LINEAR.of(values, share);
    }
}
