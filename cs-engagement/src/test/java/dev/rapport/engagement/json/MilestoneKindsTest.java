package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.milestone.LastSafeDayTrigger;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.milestone.Step;
import dev.rapport.engagement.review.Cadence;
import dev.rapport.engagement.review.ReviewRule;
import dev.rapport.engagement.trigger.AdoptionTargetTrigger;
import dev.rapport.engagement.trigger.AnniversaryTrigger;
import dev.rapport.engagement.trigger.ConditionTrigger;
import dev.rapport.engagement.trigger.CreditBurnOutTrigger;
import dev.rapport.engagement.trigger.GoLiveTrigger;
import dev.rapport.engagement.trigger.GoalDueTrigger;
import dev.rapport.engagement.trigger.PriceUpliftTrigger;
import dev.rapport.engagement.trigger.ReviewTrigger;
import dev.rapport.engagement.trigger.SponsorSilenceTrigger;
import dev.rapport.engagement.trigger.StageTrigger;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.segmentation.condition.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every kind of milestone as a document. */
class MilestoneKindsTest {

    private static ReviewTrigger review(String id, Cadence cadence, boolean beforeDecision) {
        return new ReviewTrigger(ReviewRule.builder()
                .id(id)
                .touchpoint("review")
                .cadence(cadence)
                .beforeDecision(beforeDecision)
                .build());
    }

    private static Milestones policy(MilestoneTrigger... triggers) {
        List<Milestone> milestones = new ArrayList<>();
        for (MilestoneTrigger trigger : triggers) {
            milestones.add(Milestone.builder()
                    .id("m-" + milestones.size())
                    .trigger(trigger)
                    .addSteps(Step.onTheDay())
                    .fireLateUpToDays(7)
                    .reissueWhenMovedByDays(30)
                    .alerts("csm")
                    .build());
        }
        return Milestones.of(DocumentHeader.of("kinds", "1"), milestones);
    }

    @Test
    void everyKind_isReadBack() {
        Milestones policy = policy(
                new LastSafeDayTrigger(5),
                new PriceUpliftTrigger(),
                new AnniversaryTrigger(Optional.empty()),
                new AnniversaryTrigger(Optional.of(AttributeKey.date("founded.on"))),
                new StageTrigger("onboarding", Optional.empty()),
                new StageTrigger("onboarding", Optional.of("training")),
                new GoLiveTrigger(60),
                new AdoptionTargetTrigger(StandardAttributes.USAGE_ACTIVE_SHARE, 0.5, 90),
                new CreditBurnOutTrigger("Credits & more", 30),
                new SponsorSilenceTrigger("sponsor", 60),
                new SponsorSilenceTrigger("champion", 90),
                review("quarterly", Cadence.following("business-review"), false),
                review("annual", Cadence.everyMonths(12), true),
                new GoalDueTrigger(Optional.empty()),
                new GoalDueTrigger(Optional.of("onboarding")),
                ConditionTrigger.of("use-fell", Condition.atMost(StandardAttributes.USAGE_CHANGE_30D, -0.4), 14));

        String json = MilestonesDocument.KIND.toJson(policy);
        Milestones back =
                MilestonesDocument.KIND.read(JsonInput.text("kinds.json", json)).orThrow();
        assertThat(back).isEqualTo(policy);
        assertThat(MilestonesDocument.KIND.toJson(back)).isEqualTo(json);
    }

    @Test
    void conditions_nameWhatIsFed_andNothingElse() {
        String json = MilestonesDocument.KIND.toJson(policy(
                ConditionTrigger.of("use-fell", Condition.atMost(StandardAttributes.USAGE_CHANGE_30D, -0.4), 1)));

        assertThat(MilestonesDocument.over(List.of(StandardAttributes.ARR))
                        .read(JsonInput.text("kinds.json", json))
                        .problems()
                        .list())
                .extracting(problem -> problem.message())
                .containsExactly("unknown attribute \"usage.change-30d\"");
    }
}
