package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.examples.quickstart.sample.PlantedTruth;
import dev.rapport.examples.quickstart.sample.SampleBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What falls due of every kind, and what became of reviews, found where it was planted. */
class PlanFindsMilestonesTest {

    static final Set<String> TRUTHS = Set.of(
            "reviews-without-decision-maker",
            "actions-left-open",
            "review-arranged",
            "review-after-decision",
            "price-rises-soon",
            "credits-run-out",
            "never-went-live",
            "adoption-behind");

    private static final SampleBook BOOK = SampleBook.generate(300, 7);

    private static Path folder = Path.of("");
    private static Tree fired = Tree.of("[]");
    private static Tree reviews = Tree.of("{}");

    @BeforeAll
    static void run() {
        folder = SamplePlan.of();
        Tree plan = Tree.of(folder.resolve("plan.json"));
        fired = plan.at("milestones", "fired");
        reviews = plan.at("reviews");
    }

    private static PlantedTruth truth(String id) {
        return BOOK.truths().stream()
                .filter(truth -> truth.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " must be planted"));
    }

    private static String customer(String truth) {
        return truth(truth).customers().get(0);
    }

    private static List<Tree> firedOf(String milestone, String truth) {
        return fired.where(one ->
                one.text("milestone").equals(milestone) && one.text("customer").equals(customer(truth)));
    }

    private static List<Tree> filed(String customer, String section) {
        return Tree.of(folder.resolve("customers").resolve(customer + ".json")).list(section);
    }

    @Test
    void price_risesIn30Days() {
        assertThat(firedOf("price-uplift", "price-rises-soon")).isNotEmpty().allSatisfy(one -> {
            assertThat(one.text("due")).isEqualTo("2026-06-30");
            assertThat(one.text("anchorDate")).isEqualTo("2026-07-30");
            assertThat(one.text("reason")).contains("rises by 5 %");
        });
        assertThat(fired.where(one -> one.text("milestone").equals("price-uplift")))
                .extracting(one -> one.text("customer"))
                .containsOnly(customer("price-rises-soon"));
    }

    @Test
    void credits_runOutInSeptember_atFourAWeek() {
        // 13 weeks of 4 since 1 April; 32 within the last 60 days, so 48 more last 90 days
        assertThat(firedOf("credits-run-out", "credits-run-out"))
                .singleElement()
                .satisfies(one -> assertThat(one.text("reason"))
                        .endsWith("52 of 100 of interface-credits are used; at the 0.53 a day of the last 60 days the"
                                + " rest lasts until 2026-09-28"));
    }

    @Test
    void customerThatUsesNothing_isNotLive() {
        assertThat(firedOf("go-live", "never-went-live"))
                .singleElement()
                .satisfies(one -> assertThat(one.text("reason"))
                        .endsWith("nothing has been used since the contract began on 2026-01-15"));
    }

    @Test
    void customerStuckInOnboarding_isBehindItsTargetOfAdoption_andStillInItsStage() {
        assertThat(firedOf("adoption-target", "adoption-behind"))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.text("reason")).contains("usage.active-share is 0.12, the target 0.5"));
        assertThat(firedOf("onboarding", "stuck-in-onboarding"))
                .singleElement()
                .satisfies(one -> assertThat(one.text("step")).isEqualTo("180 days after"));
    }

    /** It fell for 90 days: the condition became true once, whatever the number did between. */
    @Test
    void usageThatFell_becameSoOnce_withEachOfThem() {
        for (String customer : truth("usage-falls-at-risk").customers()) {
            assertThat(filed(customer, "milestones").stream()
                            .filter(one -> one.text("milestone").equals("usage-fell")))
                    .as(customer)
                    .hasSize(1)
                    .allSatisfy(one -> assertThat(one.text("anchorDate")).isBetween("2026-04-01", "2026-06-30"));
        }
    }

    @Test
    void useCaseThatIsNotReached_wasDue() {
        for (String customer : truth("use-case-not-reached").customers()) {
            assertThat(filed(customer, "milestones").stream()
                            .filter(one -> one.text("milestone").equals("goal-due")
                                    && one.text("state").equals("already-handled")))
                    .as(customer)
                    .isEmpty();
        }
    }

    @Test
    void missedDeadline_hadALastSafeDay_sevenDaysBefore() {
        assertThat(filed(customer("notice-deadline-missed"), "milestones").stream()
                        .filter(one -> one.text("milestone").equals("last-safe-day")))
                .as("20 June 2026 is a Saturday")
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.text("due")).isEqualTo("2026-06-12");
                    assertThat(one.text("state")).isEqualTo("expired");
                });
    }

    @Test
    void everyKind_fired() {
        assertThat(fired.where(one -> true))
                .extracting(one -> one.text("milestone"))
                .contains(
                        "last-safe-day",
                        "anniversary",
                        "sponsor-silent",
                        "goal-due",
                        "review-to-arrange",
                        "usage-fell");
    }

    private static List<Tree> reviewsOf(String truth) {
        return filed(customer(truth), "reviews");
    }

    @Test
    void reviews_withoutADecisionMaker_areThoseOfOneCustomer() {
        List<Tree> held = reviewsOf("reviews-without-decision-maker").stream()
                .filter(one -> one.has("heldOn"))
                .toList();
        assertThat(held)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.truth("decisionMakerPresent")).isFalse());
        assertThat(reviews.at("toSee")
                        .where(one -> one.has("decisionMakerPresent") && !one.truth("decisionMakerPresent")))
                .extracting(one -> one.text("customer"))
                .as("but for those whose sponsor has left")
                .filteredOn(customer -> !truth("sponsor-left").customers().contains(customer))
                .containsOnly(customer("reviews-without-decision-maker"));
    }

    @Test
    void actions_thatNobodyClosed_areOpen_andThoseOfOthersOnlySinceTheLastReview() {
        List<Tree> held = reviewsOf("actions-left-open").stream()
                .filter(one -> one.has("heldOn") && one.text("review").equals("business-review"))
                .toList();
        assertThat(held).hasSizeGreaterThan(1).allSatisfy(one -> {
            assertThat(one.number("actionsAgreed")).isEqualTo(2);
            assertThat(one.number("actionsOpen")).isEqualTo(2);
        });
        assertThat(reviews.at("toSee")
                        .where(one -> one.text("review").equals("business-review") && one.number("actionsOpen") > 0))
                .filteredOn(one -> one.text("customer").equals(customer("use-case-not-reached")))
                .as("of another customer the last review alone")
                .hasSizeLessThan(2);
    }

    @Test
    void review_thatIsArranged_isScheduled() {
        assertThat(reviewsOf("review-arranged").stream()
                        .filter(one -> one.text("status").equals("scheduled")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.text("scheduledFor")).isEqualTo("2026-08-04");
                    assertThat(one.text("review")).isEqualTo("business-review");
                });
    }

    @Test
    void review_afterTheDecisionDate_isHeldLate() {
        assertThat(reviewsOf("review-after-decision").stream()
                        .filter(one -> one.text("status").equals("held-late")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.text("review")).isEqualTo("before-decision");
                    assertThat(one.text("dueBy")).isEqualTo("2025-08-29");
                    assertThat(one.text("reason")).endsWith("after the decision date 2025-08-29");
                });
    }

    @Test
    void techTouch_isToHaveNoReviews() {
        assertThat(reviews.list("segments"))
                .extracting(one -> one.text("segment"))
                .contains("strategic", "enterprise", "mid-market")
                .doesNotContain("small");
    }
}
