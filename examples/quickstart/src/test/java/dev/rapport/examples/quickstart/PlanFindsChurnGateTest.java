package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.json.PlanJson;
import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.plan.ChurnLearning;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.plan.Policies;
import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What the at-risk list goes by. Losses are planted behind warnings, so that a model can learn them: a book of 300 has one
 * loss too few for a verdict, a larger one has enough.
 */
class PlanFindsChurnGateTest {

    private static Tree plan(SampleBook book) {
        Source source = Sources.sample(book, false, Optional.empty());
        AsOf asOf = AsOf.endOf(SampleBook.UNTIL, SampleBook.ZONE);
        Policies policies = PolicyDocuments.read(
                        source.documents(), source.facts().asOf(asOf).provides())
                .orThrow();
        Plan plan = Planner.of(policies, source.reckoning())
                .learningChurn(ChurnLearning.standard())
                .plan(source.facts(), asOf, Memory.empty(), new InMemoryMilestoneLedger());
        return Tree.of(JsonLayout.PRETTY.text(out -> PlanJson.write(plan, out)));
    }

    /** Day by day: who had a contract one day and none the next 30. */
    private static int losses(SampleBook book, LocalDate after) {
        int losses = 0;
        for (CustomerView view : Sources.sample(book, false, Optional.empty())
                .facts()
                .asOf(SampleBook.UNTIL)
                .customers()) {
            // Who was taken over is not lost
            List<ContractTerms> contracts =
                    view.find(CustomerAttributes.MERGED_INTO).isPresent() ? List.of() : ContractTerms.of(view);
            for (LocalDate day = after.plusDays(1); !day.isAfter(SampleBook.UNTIL); day = day.plusDays(1)) {
                losses += isIn(contracts, day.minusDays(1)) && isGap(contracts, day) ? 1 : 0;
            }
        }
        return losses;
    }

    private static boolean isIn(List<ContractTerms> contracts, LocalDate day) {
        return contracts.stream().anyMatch(terms -> terms.isInForceOn(day));
    }

    private static boolean isGap(List<ContractTerms> contracts, LocalDate day) {
        for (int ahead = 0; ahead <= 30 && !day.plusDays(ahead).isAfter(SampleBook.UNTIL); ahead++) {
            if (isIn(contracts, day.plusDays(ahead))) {
                return false;
            }
        }
        return contracts.stream().noneMatch(terms -> terms.contract().start().isAfter(SampleBook.UNTIL));
    }

    @Test
    void bookOfThreeHundred_hasTooFewLosses_andTheRulesStay() {
        SampleBook book = SampleBook.generate(300, 7);
        Tree plan = plan(book);
        Tree gate = plan.at("churnGate");

        assertThat(gate.text("verdict")).isEqualTo("not-enough-data");
        assertThat(gate.toString())
                .contains(
                        "The at-risk list goes by the rules churn-risk@2026-03, not by a fitted model.",
                        // 32 are lost in two years; of these 27 were customers at a date that was tried
                        "Not enough data for a verdict: 27 losses, of which it takes 30.");
        assertThat(losses(book, LocalDate.of(2024, 9, 2))).isEqualTo(32);
        assertThat(plan.at("policies").at("churn-risk").text("id")).isEqualTo("churn-risk");
    }

    @Test
    void largerBook_learnsWhatWasPlanted_andTheListGoesByTheModel() {
        Tree plan = plan(SampleBook.generate(900, 7));
        Tree gate = plan.at("churnGate");

        assertThat(gate.text("verdict")).isEqualTo("passes");
        assertThat(gate.text("better")).as("than the rules by band").isEqualTo("challenger");
        assertThat(plan.at("policies").at("churn-risk").text("id")).isEqualTo("fitted-churn");
    }
}
