package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.PlantedTruth;
import dev.rapport.examples.quickstart.sample.SampleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was planted about health itself: overrides, a revised scorecard, one for small customers, a family. */
class PlanFindsHealthTruthsTest {

    /** The truths that are asked for here. */
    static final Set<String> TRUTHS = Set.of(
            "health-overridden",
            "override-was-right",
            "override-was-wrong",
            "scorecard-revised",
            "small-scored-otherwise",
            "family-rolled-up");

    private static final SampleBook BOOK = SampleBook.generate(300, 7);

    private static Tree plan = Tree.of("{}");

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
    }

    private static PlantedTruth truth(String id) {
        assertThat(TRUTHS).contains(id);
        return BOOK.truths().stream()
                .filter(truth -> truth.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " must be planted"));
    }

    private static String only(String truth) {
        List<String> customers = truth(truth).customers();
        assertThat(customers).hasSize(1);
        return customers.get(0);
    }

    private static Tree customer(String id) {
        return plan.at("customers").only(line -> line.text("id").equals(id));
    }

    private static Tree override(String truth) {
        String id = only(truth);
        return plan.at("overrides", "overrides")
                .only(line -> line.text("customer").equals(id));
    }

    private static List<Tree> movers() {
        return plan.list("changes", "movers");
    }

    @Test
    void override_inForce_standsBesideWhatIsComputed_andIsTheReasonOfTheMove() throws IOException {
        Tree customer = customer(only("health-overridden"));
        assertThat(customer.number("score")).isEqualTo(45);
        assertThat(customer.text("band")).isEqualTo("red");
        assertThat(customer.text("override", "computedBand")).isEqualTo("green");
        assertThat(customer.number("override", "computedScore")).isGreaterThan(80);
        assertThat(customer.text("override", "until")).isEqualTo("2026-08-15");
        assertThat(customer.text("override", "reason")).contains("look for something else");

        assertThat(override("health-overridden").truth("inForce")).isTrue();
        assertThat(override("health-overridden").text("verdict")).isEqualTo("open");

        Tree mover =
                plan.at("changes", "movers").only(line -> line.text("customer").equals(customer.text("id")));
        assertThat(mover.at("byReason").number("override"))
                .isEqualTo(45 - customer.number("override", "computedScore"), within(1e-9));

        Path files = SamplePlan.of().resolve("customers");
        Tree file = Tree.of(files.resolve(customer.text("id") + ".json"));
        assertThat(file.number("health", "computed", "value")).isEqualTo(customer.number("override", "computedScore"));
        assertThat(file.number("health", "reasons", "value")).isEqualTo(45);
        assertThat(Files.readString(files.resolve(customer.text("id") + ".html")))
                .contains(
                        "states red from 2026-06-15 until 2026-08-15: the sponsor says that they look for something else")
                .contains("The score says green (");
    }

    @Test
    void override_thatExpired_wasRight_asTheCustomerLeft() {
        Tree line = override("override-was-right");
        assertThat(line.truth("inForce")).isFalse();
        assertThat(line.text("statedBand")).isEqualTo("red");
        assertThat(line.text("computedBand")).isEqualTo("yellow");
        assertThat(line.text("outcome")).isEqualTo("churned");
        assertThat(line.text("verdict")).isEqualTo("override-right");
        assertThat(plan.at("overrides", "byOwner").at(line.text("owner")).number("override-right"))
                .isEqualTo(1);
        assertThat(plan.at("customers").where(one -> one.text("id").equals(line.text("customer"))))
                .as("no customer any more")
                .isEmpty();
    }

    @Test
    void override_thatExpired_wasWrong_asTheCustomerRenewed() {
        Tree line = override("override-was-wrong");
        assertThat(line.truth("inForce")).isFalse();
        assertThat(line.text("until")).isEqualTo("2026-04-01");
        assertThat(line.text("outcome")).isEqualTo("renewed");
        assertThat(line.text("verdict")).isEqualTo("score-right");
        assertThat(customer(line.text("customer")).has("override")).isFalse();
    }

    @Test
    void revisedScorecard_isAmongTheReasonsOfMovers() {
        Set<String> revised = Set.copyOf(truth("scorecard-revised").segments());
        List<Tree> byPolicy = movers().stream()
                .filter(mover -> !mover.text("policyFrom", "revision").equals(mover.text("policyTo", "revision")))
                .toList();
        assertThat(byPolicy.stream()
                        .map(mover -> customer(mover.text("customer")).text("segment"))
                        .collect(Collectors.toSet()))
                .isEqualTo(revised);
        assertThat(byPolicy).allSatisfy(mover -> {
            assertThat(mover.text("policyFrom", "revision")).isEqualTo("2026-03");
            assertThat(mover.text("policyTo", "revision")).isEqualTo("2026-05");
        });
        assertThat(byPolicy.stream()
                        .filter(mover -> Math.abs(mover.at("byReason").number("policy")) > 3))
                .hasSizeGreaterThan(10);
        assertThat(movers().stream()
                        .filter(mover ->
                                customer(mover.text("customer")).text("segment").equals("small"))
                        .map(mover -> mover.at("byReason").number("policy")))
                .isNotEmpty()
                .containsOnly(0.0);
        assertThat(plan.text("policies", "scorecard health", "revision")).isEqualTo("2026-05");
    }

    @Test
    void smallCustomers_areScoredByTheirOwnScorecard_andTheReasonIsSaid() {
        List<String> small = truth("small-scored-otherwise").segments();
        assertThat(plan.list("customers")).allSatisfy(customer -> {
            boolean isSmall = small.contains(customer.text("segment"));
            String scorecard =
                    customer.has("own") ? customer.text("own", "decidedBy", "id") : customer.text("decidedBy", "id");
            assertThat(scorecard).isEqualTo(isSmall ? "pooled-health" : "health");
            if (!customer.has("own")) {
                assertThat(customer.list("chosen").get(0).text("because"))
                        .startsWith(
                                isSmall ? "its condition is the first that holds, on segment" : "no condition holds");
            }
        });
    }

    @Test
    void family_isRolledUp_byWhatEachPays_andTheParentHasItsOwn() {
        List<String> family = truth("family-rolled-up").customers();
        double weighted = 0;
        double arr = 0;
        for (String id : family) {
            Tree member = customer(id);
            double score = member.has("own") ? member.number("own", "score") : member.number("score");
            weighted += score * member.amount("arr");
            arr += member.amount("arr");
        }
        Tree parent = customer(family.get(0));
        assertThat(parent.text("decidedBy", "id")).isEqualTo("family-health");
        assertThat(parent.number("score")).isEqualTo(weighted / arr, within(1e-9));
        assertThat(parent.number("own", "score")).isGreaterThan(parent.number("score") + 1);
        assertThat(customer(family.get(1)).has("own")).isFalse();
    }

    @Test
    void freshness_standsBesideCompleteness_bySegment_andPerCustomer() {
        for (Tree segment : plan.list("segments")) {
            double mean = plan
                    .at("customers")
                    .where(line -> line.has("segment") && line.text("segment").equals(segment.text("id")))
                    .stream()
                    .mapToDouble(line -> line.number("freshness"))
                    .average()
                    .orElseThrow();
            assertThat(segment.number("freshness")).isEqualTo(mean, within(1e-12));
        }
        assertThat(plan.at("segments")
                        .only(one -> one.text("id").equals("small"))
                        .number("freshness"))
                .as("nothing of theirs grows old")
                .isEqualTo(1);
        assertThat(plan.at("segments")
                        .only(one -> one.text("id").equals("enterprise"))
                        .number("freshness"))
                .isBetween(0.9, 0.999);
    }
}
