package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.health.retention.LostCustomer;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Contract;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How long customers stay, what they are still worth under each model, and what models do to retention. */
class PlanFindsLifetimeTest {

    private static final double CENT = 0.011;

    private static int watchedAYear;
    private static int lost;
    private static Tree plan = Tree.of("{}");

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
        Sources.sample(SampleBook.generate(300, 7), false, Optional.empty())
                .facts()
                .asOf(SampleBook.UNTIL)
                .customers()
                .forEach(PlanFindsLifetimeTest::count);
    }

    private static void count(CustomerView view) {
        Optional<LocalDate> start = view.series(Contract.SERIES).stream()
                .filter(contract -> !contract.trial().orElse(false))
                .map(Contract::start)
                .min(LocalDate::compareTo)
                .filter(day -> !day.isAfter(view.date()));
        boolean isTakenOver =
                !LostCustomer.isCustomer(view) && LostCustomer.lostOn(view).isEmpty();
        if (start.isPresent() && !isTakenOver) {
            int watched = 0;
            int seen = 0;
            for (LocalDate day = start.get().plusYears(1); !day.isAfter(view.date()); ) {
                watched++;
                LocalDate anniversary = day;
                seen += LostCustomer.lostOn(view).map(anniversary::isBefore).orElse(true) ? 1 : 0;
                day = start.get().plusYears(watched + 1L);
            }
            watchedAYear += watched > 0 ? 1 : 0;
            lost += seen < watched ? 1 : 0;
        }
    }

    /** The sample draws for each customer whether it leaves, whatever its age: nothing shows that old ones stay longer. */
    private static double retention() {
        return plan.at("evaluation", "lifetime", "parameters").number("retention");
    }

    private static Tree segment(String id) {
        return plan.at("segments").only(segment -> segment.text("id").equals(id));
    }

    @Test
    void lifetime_isFittedToTheContractsOfAll() {
        Tree lifetime = plan.at("evaluation", "lifetime");
        assertThat(lifetime.text("model")).isEqualTo("geometric");
        assertThat(retention()).isBetween(0.8, 1.0);
        assertThat(lifetime.number("customers")).isEqualTo(watchedAYear);
        assertThat(lifetime.number("lost")).isEqualTo(lost).isGreaterThan(0);
        assertThat(lifetime.number("years")).isEqualTo(5);
        assertThat(lifetime.number("yearlyDiscountRate")).isEqualTo(0.1);
        assertThat(plan.at("evaluation").has("missing")).isFalse();
    }

    @Test
    void lifetimeValue_isTheSumOverFiveYears_discounted() {
        assertThat(plan.at("evaluation", "options").list()).isNotEmpty();
        for (Tree option : plan.at("evaluation", "options").list()) {
            Tree value = option.at("lifetimeValue");
            check(option, option.number("shareKept", "low"), value.amount("atLow"));
            check(option, option.number("shareKept", "likely"), value.amount("likely"));
            check(option, option.number("shareKept", "high"), value.amount("atHigh"));
            double customers = segment(option.text("segment")).number("customers");
            assertThat(value.amount("perCustomer")).isCloseTo(value.amount("likely") / customers, within(CENT));
        }
    }

    /** Where all renew with the same probability, just the share kept is kept in every year. */
    private static void check(Tree option, double share, double value) {
        double cost = option.amount("costToServe");
        double profit = option.amount("margin") + cost;
        double expected = 0;
        for (int year = 1; year <= 5; year++) {
            expected += (profit * Math.pow(share, year) - cost * Math.pow(share, year - 1)) / Math.pow(1.1, year - 1);
        }
        assertThat(value).isCloseTo(expected, within(0.05 + 1e-6 * Math.abs(expected)));
    }

    @Test
    void otherModel_movesGrossAndNet_byWhatItsSegmentKeeps() {
        Tree retention = plan.at("evaluation", "retention");
        Tree now = plan.at("evaluation", "options")
                .only(option -> option.text("segment").equals("mid-market")
                        && option.text("model").equals("high-touch"));
        Tree proposed = plan.at("evaluation", "options")
                .only(option -> option.text("segment").equals("mid-market")
                        && option.text("model").equals("mid-touch"));
        double weight = segment("mid-market").amount("arr") / plan.amount("economics", "arr");
        assertThat(retention.number("proposed", "gross") - retention.number("now", "gross"))
                .isCloseTo(
                        weight * (proposed.number("shareKept", "likely") - now.number("shareKept", "likely")),
                        within(1e-9));
        assertThat(retention.number("proposed", "net") - retention.number("now", "net"))
                .isCloseTo(weight * (proposed.number("netRetention") - now.number("netRetention")), within(1e-9));
        // What is kept grows as it did
        assertThat(proposed.number("netRetention") / proposed.number("shareKept", "likely"))
                .isCloseTo(now.number("netRetention") / now.number("shareKept", "likely"), within(1e-9));
        Tree rates = plan.at("retention", "segments")
                .only(segment -> segment.text("segment").equals("mid-market"))
                .at("rates")
                .list()
                .get(0);
        assertThat(now.number("netRetention")).isCloseTo(rates.number("net", "share"), within(1e-9));
    }
}
