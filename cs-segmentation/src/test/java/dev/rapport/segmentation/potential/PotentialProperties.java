package dev.rapport.segmentation.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The estimate against the formula written out over all customers. */
class PotentialProperties {

    private static final List<String> PRODUCTS = List.of("core", "Reports & more", "api");

    private static Buyer buyer(Random random, int number) {
        TreeMap<String, Integer> products = new TreeMap<>();
        for (String product : PRODUCTS) {
            if (random.nextBoolean()) {
                products.put(product, random.nextInt(5) * 1000);
            }
        }
        products.put("core", 500 + random.nextInt(5) * 1000);
        return new Buyer(
                Integer.toString(100 + number),
                random.nextInt(5) == 0 ? null : random.nextBoolean() ? "retail" : "media",
                random.nextInt(5) == 0 ? null : Double.valueOf(random.nextInt(4) * 40),
                random.nextInt(5) == 0 ? null : Double.valueOf(1 + random.nextInt(20)),
                products);
    }

    /** Those who share traits, most first; a trait that is not known ends the list. */
    private static List<List<Buyer>> levels(Buyer own, List<Buyer> all) {
        List<List<Buyer>> levels = new ArrayList<>();
        levels.add(all);
        if (own.industry() != null) {
            List<Buyer> same = all.stream()
                    .filter(other -> own.industry().equals(other.industry()))
                    .toList();
            levels.add(0, same);
            if (own.headcount() != null) {
                levels.add(
                        0,
                        same.stream()
                                .filter(other -> other.headcount() != null
                                        && (other.headcount() >= 50) == (own.headcount() >= 50))
                                .toList());
            }
        }
        return levels;
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double position = share * (sorted.size() - 1);
        int low = (int) Math.floor(position);
        double rest = position - low;
        return rest == 0 ? sorted.get(low) : (1 - rest) * sorted.get(low) + rest * sorted.get(low + 1);
    }

    private static double rated(
            Buyer own, List<Buyer> all, PotentialRule rule, Function<Buyer, @Nullable Double> unit) {
        Double count = unit.apply(own);
        if (count == null) {
            return Double.NaN;
        }
        for (List<Buyer> level : levels(own, all)) {
            List<Double> rates = level.stream()
                    .filter(other -> {
                        Double units = unit.apply(other);
                        return units != null && units > 0;
                    })
                    .map(other -> other.arr() / Objects.requireNonNull(unit.apply(other)))
                    .toList();
            if (rates.size() >= rule.minimumPeers()) {
                return quantile(rates, rule.quantile()) * count;
            }
        }
        return Double.NaN;
    }

    private static double withMissing(Buyer own, List<Buyer> all, PotentialRule rule) {
        for (List<Buyer> level : levels(own, all)) {
            if (level.size() >= rule.minimumPeers()) {
                double sum = own.arr();
                for (String product : new TreeSet<>(PRODUCTS)) {
                    List<Double> prices = level.stream()
                            .filter(other -> other.products().getOrDefault(product, 0) > 0)
                            .map(other -> (double) other.products().getOrDefault(product, 0))
                            .toList();
                    long owners = level.stream()
                            .filter(other -> other.products().containsKey(product))
                            .count();
                    if (!own.products().containsKey(product) && !prices.isEmpty()) {
                        sum += (double) owners / level.size() * quantile(prices, 0.5);
                    }
                }
                return sum;
            }
        }
        return Double.NaN;
    }

    @Property(tries = 300)
    void potential_isTheGreatestOfItsParts_eachFromTheNearestPeersWhoAreEnough(@ForAll long seed) {
        Random random = new Random(seed);
        List<Buyer> all = new ArrayList<>();
        for (int i = 2 + random.nextInt(14); i > 0; i--) {
            all.add(buyer(random, all.size()));
        }
        PotentialRule rule = new PotentialRule(
                List.of(
                        PeerTrait.same(CustomerAttributes.INDUSTRY),
                        PeerTrait.ranges(CustomerAttributes.HEADCOUNT, 50.0)),
                random.nextInt(5) / 4.0,
                1 + random.nextInt(6));
        Book book = Buyer.book(all);
        ArrPotential potential = ArrPotential.fit(rule, book);
        assertThat(potential).isEqualTo(ArrPotential.fit(rule, book));
        Program program = Program.of(potential.node());
        Scores scores = program.evaluate(program.columns(book)).get(0);

        for (int row = 0; row < all.size(); row++) {
            Buyer own = all.get(row);
            double expected = own.arr();
            for (double part : new double[] {
                withMissing(own, all, rule),
                rated(own, all, rule, Buyer::headcount),
                rated(own, all, rule, Buyer::seats)
            }) {
                expected = Double.isNaN(part) ? expected : Math.max(expected, part);
            }
            Explanation reasons = program.explain(book.customers().get(row));
            assertThat(reasons.foldsToItsValue()).isTrue();
            double value = reasons.value().orElseThrow();
            assertThat(value).as("seed %s, customer %s", seed, row).isCloseTo(expected, within(1e-6));
            assertThat(Double.doubleToLongBits(scores.value(row))).isEqualTo(Double.doubleToLongBits(value));
        }
    }
}
