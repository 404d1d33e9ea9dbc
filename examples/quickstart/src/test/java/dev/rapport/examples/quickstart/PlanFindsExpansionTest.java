package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.derived.StandardAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What customers could buy and what of their renewals is kept, gone through once more from the sample's own facts. */
class PlanFindsExpansionTest {

    private static final double CENT = 0.011;

    private static final Pattern WHITESPACE =
            Pattern.compile("(\\w+): (\\d+) % of (\\d+) peers have it, at a median of (\\d+) EUR: .*");

    private static final SampleBook SAMPLE = SampleBook.generate(300, 7);

    private static Tree plan = Tree.of("{}");
    private static Book book = book();

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.since("2025-12-31").resolve("plan.json"));
        Set<String> customers = new HashSet<>();
        plan.list("customers").forEach(customer -> customers.add(customer.text("id")));
        book = book().only(view -> customers.contains(view.customerId()));
    }

    private static Book book() {
        List<Customer> customers = SAMPLE.stream().toList();
        return Facts.of(Customer.adapter(customers), customers)
                .derive(StandardAttributes.all(SAMPLE.reckoning()))
                .in(SampleBook.ZONE, SampleBook.CURRENCY)
                .asOf(SampleBook.UNTIL);
    }

    private static Tree customer(String id) {
        return plan.at("customers").only(line -> line.text("id").equals(id));
    }

    private static List<Tree> lines(String cause) {
        return plan.at("expansions", "lines").where(line -> line.text("cause").equals(cause));
    }

    private static Set<String> products(CustomerView view) {
        return view.find(StandardAttributes.CONTRACTS_PRODUCTS).orElse(Set.of());
    }

    /** Those with about as many people: fewer than 100, fewer than 500, more. */
    private static int size(CustomerView view) {
        double heads = view.find(CustomerAttributes.HEADCOUNT).orElse(-1.0);
        return heads < 0 ? -1 : heads < 100 ? 0 : heads < 500 ? 1 : 2;
    }

    @Test
    void whitespace_isWhatSoManyComparableCustomersHave_counted() {
        int counted = 0;
        for (Tree line : lines("missing-products")) {
            CustomerView view = book.find(line.text("customer")).orElseThrow();
            double worth = 0;
            double rounding = 0.01;
            for (String words : line.texts("derivation")) {
                Matcher whitespace = WHITESPACE.matcher(words);
                assertThat(whitespace.matches()).as(words).isTrue();
                String product = whitespace.group(1);
                assertThat(products(view)).doesNotContain(product);
                List<CustomerView> peers = book.customers().stream()
                        .filter(other ->
                                size(other) == size(view) && !products(other).isEmpty())
                        .toList();
                long have = peers.stream()
                        .filter(other -> products(other).contains(product))
                        .count();
                double share = (double) have / peers.size();
                assertThat(Integer.parseInt(whitespace.group(3))).as(words).isEqualTo(peers.size());
                assertThat(Long.parseLong(whitespace.group(2))).as(words).isEqualTo(Math.round(100 * share));
                assertThat(share).as("the policy's least adoption").isGreaterThanOrEqualTo(0.22);
                worth += share * Integer.parseInt(whitespace.group(4));
                rounding += share / 2;
                counted++;
            }
            assertThat(line.amount("arr")).isCloseTo(worth, within(rounding));
        }
        assertThat(counted).isGreaterThan(100);
    }

    @Test
    void seats_arePaidFor_untilThreeQuartersAreInUse() {
        for (Tree line : lines("seats-used-up")) {
            CustomerView view = book.find(line.text("customer")).orElseThrow();
            double used = view.find(StandardAttributes.USAGE_ACTIVE_SHARE).orElseThrow();
            assertThat(used).isGreaterThanOrEqualTo(0.9);
            assertThat(line.amount("arr"))
                    .isCloseTo(customer(line.text("customer")).amount("arr") * (used / 0.75 - 1), within(CENT));
        }
        assertThat(lines("seats-used-up")).isNotEmpty();
    }

    @Test
    void goals_areReached_byAllWhoAreOfferedTheNextOne() {
        for (Tree line : lines("goals-reached")) {
            CustomerView view = book.find(line.text("customer")).orElseThrow();
            assertThat(view.find(StandardAttributes.GOALS_PROGRESS).orElseThrow())
                    .isEqualTo(1);
            assertThat(line.amount("arr"))
                    .isCloseTo(customer(line.text("customer")).amount("arr") / 10, within(CENT));
        }
        assertThat(lines("goals-reached")).hasSizeGreaterThan(10);
    }

    @Test
    void gate_isHealth_ofEverybody() {
        for (Tree line : plan.list("expansions", "lines")) {
            assertThat(customer(line.text("customer")).number("score")).isGreaterThanOrEqualTo(75);
        }
        List<Tree> held =
                plan.at("expansions", "heldBack").where(line -> line.text("why").equals("gate"));
        assertThat(held)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(customer(line.text("customer")).number("score"))
                        .isLessThan(75));
    }

    @Test
    void renewals_keptAndLost_areAllThatIsKnown_asRetentionCountsThem() {
        Tree renewals = plan.at("forecast", "sinceLastPlan", "renewals");
        double known = renewals.amount("dueKnown");
        assertThat(renewals.amount("kept") + renewals.amount("lost")).isCloseTo(known, within(CENT));
        assertThat(renewals.number("gross")).isCloseTo(renewals.amount("kept") / known, within(1e-9));
        assertThat(renewals.number("net")).isCloseTo(renewals.amount("renewed") / known, within(1e-9));
        Tree forecast = renewals.at("forecast");
        boolean isWithin = renewals.amount("kept") >= forecast.amount("worst")
                && renewals.amount("kept") <= forecast.amount("best");
        assertThat(renewals.truth("withinRange")).isEqualTo(isWithin);
    }

    @Test
    void disagreements_areAllThatAreAQuarterApart_andNoOthers() {
        int disagreed = 0;
        for (Tree line : plan.list("forecast", "log", "lines")) {
            boolean isApart = Math.abs(line.number("stated") - line.number("kept")) >= 0.25 - 1e-12;
            assertThat(line.truth("disagrees")).as(line.text("contract")).isEqualTo(isApart);
            disagreed += isApart ? 1 : 0;
        }
        assertThat(plan.list("forecast", "log", "disagreements"))
                .hasSize(disagreed)
                .isNotEmpty();
    }
}
