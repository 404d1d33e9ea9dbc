package dev.rapport.engagement.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.json.PlanJson;
import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.health.churn.Feature;
import dev.rapport.health.validation.Verdict;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What the at-risk list goes by: a fitted model where the gate passes it, else the rules, and the plan says which. */
class ChurnGateTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final AttributeKey<Double> MOOD = AttributeKey.number("mood");
    private static final AttributeKey<Double> LUCK = AttributeKey.number("luck");
    private static final String RULES = """
            {"format": "rapport/segmentation", "version": 1, "id": "rules", "revision": "1",
             "strategy": {"type": "rules", "rest": {"id": "rest", "name": "The rest"},
               "segments": [{"id": "sad", "name": "Sad",
                 "when": {"type": "compare", "attribute": "mood", "operator": "below", "value": 50}}]}}""";
    private static final String SCORECARD = """
            {"format": "rapport/scorecard", "version": 1, "id": "health", "revision": "1",
             "handling": "redistribute", "minimumCompleteness": 0.5,
             "parts": [{"type": "measure", "code": "luck", "weight": 1, "attribute": "luck",
                        "curve": {"type": "linear", "points": [[0, 0], [100, 100]]}}],
             "bands": {"hysteresis": 0, "bands": [{"code": "poor", "from": 0}, {"code": "good", "from": 50}]}}""";
    private static final String RISK = """
            {"format": "rapport/churn-risk", "version": 1, "id": "risk", "revision": "1", "source": "a test",
             "risk": {"type": "by-band", "probability": {"poor": 0.5, "good": 0.1}}}""";

    private final List<Customer> customers = new ArrayList<>();

    /** Customers whose mood falls by so much in the months before they do not renew; their luck is noise. */
    private void customers(int count, double fall) {
        Random random = new Random(9);
        for (int i = 0; i < count; i++) {
            boolean leaves = random.nextInt(3) == 0;
            LocalDate end =
                    leaves ? START.plusDays(250 + random.nextInt(640)) : TODAY.plusDays(30 + random.nextInt(300));
            Customer.Builder customer =
                    Customer.builder("c" + i, START.atStartOfDay(ZoneOffset.UTC).toInstant());
            for (LocalDate month = START; month.isBefore(TODAY); month = month.plusMonths(1)) {
                boolean isNear = leaves && month.plusDays(150).isAfter(end);
                customer.set(
                        MOOD,
                        70 + 15 * random.nextGaussian() - (isNear ? fall : 0),
                        month.atStartOfDay(ZoneOffset.UTC).toInstant());
                customer.set(
                        LUCK,
                        random.nextDouble() * 100,
                        month.atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            String id = "k" + i;
            customer.add(
                    Contract.SERIES,
                    entry -> entry.id(id)
                            .at(START)
                            .with(Contract.START, START)
                            .with(Contract.END, end)
                            .with(Contract.AUTO_RENEWS, false)
                            .with(Contract.ARR, Money.of(CurrencyUnit.EUR, 1200)));
            customers.add(customer.build());
        }
    }

    private Facts facts() {
        return Facts.of(Customer.adapter(customers), customers)
                .derive(StandardAttributes.all(Reckoning.in(CurrencyUnit.EUR)))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR);
    }

    private Planner planner() {
        List<JsonInput> documents = List.of(
                JsonInput.text("segmentation.json", RULES),
                JsonInput.text("scorecard.json", SCORECARD),
                JsonInput.text("risk.json", RISK));
        return Planner.of(
                PolicyDocuments.read(documents, facts().asOf(TODAY).provides()).orThrow(),
                Reckoning.in(CurrencyUnit.EUR));
    }

    private static ChurnLearning learning() {
        return ChurnLearning.builder()
                .from(ChurnLearning.standard())
                .features(List.of(Feature.of(MOOD), Feature.of(LUCK), Feature.of(AttributeKey.number("not-fed"))))
                .build();
    }

    private Plan plan(ChurnLearning how) {
        return planner()
                .learningChurn(how)
                .plan(facts(), AsOf.endOf(TODAY, ZoneOffset.UTC), Memory.empty(), new InMemoryMilestoneLedger());
    }

    @Test
    void modelThatTheGatePasses_takesThePlaceOfTheRules_andThePlanSaysSo() {
        customers(500, 50);

        Plan plan = plan(learning());
        ChurnGate gate = plan.churnGate().orElseThrow();

        assertThat(gate.words().get(0))
                .isEqualTo("The at-risk list goes by a model that was fitted to this book: the gate passes it.");
        assertThat(gate.verdict()).contains(Verdict.PASSES);
        assertThat(gate.used()).contains(new PolicyRef("fitted-churn", "2026-06-30"));
        assertThat(plan.policies()).containsEntry("churn-risk", new PolicyRef("fitted-churn", "2026-06-30"));
        String atRisk = plan.atRisk().value().orElseThrow().lines().get(0).customerId();
        assertThat(plan.find(atRisk).orElseThrow().churnRisk().orElseThrow())
                .isNotIn(0.5, 0.1)
                .isEqualTo(plan.atRisk().value().orElseThrow().lines().get(0).probability());
        assertThat(planner()
                        .learningChurn(learning())
                        .file(plan, atRisk, new InMemoryMilestoneLedger())
                        .orElseThrow()
                        .sections()
                        .churnRisk()
                        .orElseThrow()
                        .find(part -> part.code().equals("mood")))
                .as("the file explains the model, not the rules")
                .isNotEmpty();
        assertThat(JsonLayout.PRETTY.text(out -> PlanJson.write(plan, out)))
                .contains("\"churnGate\": {", "\"usesModel\": true", "\"better\": \"challenger\"");
    }

    @Test
    void noise_leavesTheRulesInPlace() {
        customers(500, 0);

        Plan plan = plan(learning());
        ChurnGate gate = plan.churnGate().orElseThrow();

        assertThat(gate.verdict()).contains(Verdict.NO_BETTER_THAN_CHANCE);
        assertThat(gate.model()).isEmpty();
        assertThat(gate.words().get(0)).isEqualTo("The at-risk list goes by the rules risk@1, not by a fitted model.");
        assertThat(gate.words().get(1)).startsWith("Losses cannot be predicted from this data by this candidate");
        assertThat(plan.policies()).containsEntry("churn-risk", new PolicyRef("risk", "1"));
        assertThat(plan.customers())
                .allSatisfy(line -> assertThat(line.churnRisk().orElseThrow()).isIn(0.5, 0.1));
    }

    @Test
    void fewLosses_areRefused_beforeAnythingIsFitted() {
        customers(60, 50);

        ChurnGate gate = plan(learning()).churnGate().orElseThrow();

        assertThat(gate.verdict()).contains(Verdict.NOT_ENOUGH_DATA);
        assertThat(gate.validation()).isEmpty();
        assertThat(gate.words().get(1))
                .matches("Not enough data for a verdict: \\d+ losses since 2024-09-02, of which it" + " takes 30\\.");
    }

    @Test
    void partOfALargeBook_isEnough() {
        customers(500, 50);

        ChurnGate gate = plan(ChurnLearning.builder()
                        .from(learning())
                        .atMostCustomers(400)
                        .build())
                .churnGate()
                .orElseThrow();

        assertThat(gate.validation().orElseThrow().data().customers()).isLessThanOrEqualTo(400);
        assertThat(gate.words())
                .contains("It was learnt from and tried on 400 of the 500 customers, drawn by their ids alone.");
        assertThat(gate.verdict()).contains(Verdict.PASSES);
    }

    @Test
    void withoutLearning_thePlanHasNoGate() {
        customers(20, 50);

        assertThat(planner()
                        .plan(facts(), AsOf.endOf(TODAY, ZoneOffset.UTC), Memory.empty(), new InMemoryMilestoneLedger())
                        .churnGate())
                .isEmpty();
    }
}
