package dev.rapport.engagement.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import dev.rapport.engagement.allocation.StopCondition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundedAssignmentTest {

    private static final Instant AT = Instant.parse("2026-06-30T22:00:00Z");

    private final AssignmentProblem.Builder problem =
            AssignmentProblem.builder("csm", AT, AssignmentWeights.CONTINUITY_FIRST);

    private static AssignmentNeed.Builder need(String id, String hours) {
        return AssignmentNeed.builder().customerId(id).hoursPerYear(new BigDecimal(hours));
    }

    private static AssignmentCandidate.Builder candidate(String id, String hours, String zone) {
        return AssignmentCandidate.builder()
                .memberId(id)
                .hoursPerYear(new BigDecimal(hours))
                .zone(ZoneId.of(zone));
    }

    private Assignment assign() {
        return new BoundedAssignment(1).assign(problem.build(), StopCondition.never());
    }

    private Placement placement(String customer) {
        return assign().of(customer).orElseThrow();
    }

    @Test
    void presentOwner_comesFirst_evenIfAnotherSpeaksTheLanguage() {
        problem.add(candidate("anna", "100", "Europe/Berlin")
                        .languages(List.of("de"))
                        .build())
                .add(candidate("grace", "100", "America/Toronto")
                        .languages(List.of("en"))
                        .build())
                .add(need("acme", "50")
                        .language("de")
                        .zone(ZoneId.of("Europe/Berlin"))
                        .presentOwner("grace")
                        .build());

        assertThat(placement("acme").memberId()).isEqualTo("grace");
        assertThat(placement("acme").why()).isEqualTo("already looks after the customer and has the hours");
        assertThat(placement("acme").misfit().value()).hasValue(8 + 6);
        assertThat(placement("acme").misfit().foldsToItsValue()).isTrue();
        assertThat(placement("acme").nextBest())
                .contains(NextBest.builder()
                        .memberId("anna")
                        .misfit(30)
                        .reason("the misfit would be 30.0 in place of 14.0")
                        .build());
    }

    @Test
    void newCustomer_goesToWhoFitsBest_andSaysWhoWouldBeNext() {
        problem.add(candidate("anna", "100", "Europe/Berlin")
                        .languages(List.of("de"))
                        .build())
                .add(candidate("ben", "100", "Europe/London")
                        .languages(List.of("en"))
                        .build())
                .add(need("acme", "50")
                        .language("en")
                        .zone(ZoneId.of("Europe/Berlin"))
                        .build());

        assertThat(placement("acme").memberId()).isEqualTo("ben");
        assertThat(placement("acme").why()).isEqualTo("best for all together of 2 who are able");
        assertThat(placement("acme").nextBest()).map(NextBest::memberId).contains("anna");
    }

    @Test
    void betterFitWithoutHours_isNamed() {
        problem.add(candidate("anna", "40", "Europe/Berlin").build())
                .add(candidate("grace", "100", "America/Toronto").build())
                .add(need("acme", "50.25").zone(ZoneId.of("Europe/Berlin")).build());

        assertThat(placement("acme").memberId()).isEqualTo("grace");
        assertThat(placement("acme").why())
                .isEqualTo("best for all together of 2 who are able; anna would fit better and has 40.0 h left of the"
                        + " 50.2 h needed");
        assertThat(placement("acme").nextBest().orElseThrow().reason())
                .isEqualTo("the misfit would be 0.0 in place of 6.0; anna has 40.0 h left of the 50.2 h needed, and no"
                        + " swap of two makes room");
    }

    @Test
    void placement_saysWhatASwapWouldCost() {
        problem.add(candidate("anna", "50", "Europe/Berlin").build())
                .add(candidate("grace", "50", "America/Toronto").build())
                .add(need("near", "50").zone(ZoneId.of("Europe/Berlin")).build())
                .add(need("far", "50").zone(ZoneId.of("America/Toronto")).build());

        assertThat(placement("near").nextBest().orElseThrow().reason())
                .isEqualTo("the misfit would be 6.0 in place of 0.0; grace has 0.0 h left of the 50.0 h needed, a swap"
                        + " for far would cost 12.0");
    }

    @Test
    void handOver_nearARenewal_countsMore() {
        problem.add(candidate("anna", "50", "Europe/Berlin").build())
                .add(candidate("ben", "50", "Europe/Berlin").build())
                .add(need("calm", "50").presentOwner("anna").build())
                .add(need("renewing", "50")
                        .presentOwner("anna")
                        .handOverFactor(3)
                        .build());

        assertThat(placement("renewing").memberId()).isEqualTo("anna");
        assertThat(placement("calm").memberId()).isEqualTo("ben");
        assertThat(assign().score()).isEqualTo(new AssignmentScore(0, 30));
        assertThat(assign().bound()).hasValueCloseTo(30.0, offset(0.01));
    }

    @Test
    void whoComesIntoQuestion_isARule() {
        problem.add(candidate("anna", "50", "Europe/Berlin").build())
                .add(candidate("ben", "50", "Europe/Berlin").build())
                .add(need("locked", "40").addOnlyWith("ben").build())
                .add(need("other", "40").presentOwner("ben").build())
                .add(need("impossible", "40").addOnlyWith("carl").build());

        assertThat(placement("locked").memberId()).isEqualTo("ben");
        assertThat(placement("other").memberId()).isEqualTo("anna");
        assertThat(assign().unplaced())
                .containsExactly(new Unplaced("impossible", "nobody is able of those who come into question: carl"));
    }

    @Test
    void arr_isSharedByHours_whereThatCounts() {
        problem.add(candidate("anna", "100", "Europe/Berlin").build())
                .add(candidate("ben", "100", "Europe/Berlin").build());
        for (int i = 0; i < 4; i++) {
            problem.add(need("c" + i, "10").arr(1000).build());
        }
        problem.add(need("large", "10").arr(4000).build()).unevenArr(0.001);

        assertThat(assign().placements().stream()
                        .filter(placement ->
                                placement.memberId().equals(placement("large").memberId())))
                .hasSize(1);
        assertThat(assign().score()).isEqualTo(new AssignmentScore(0, 0));
    }

    @Test
    void afterADeparture_noMoreMovesThanTheBudget_butThoseThatMust() {
        for (String member : List.of("anna", "ben", "carl")) {
            problem.add(candidate(member, "100", "Europe/Berlin").build());
        }
        for (int i = 0; i < 12; i++) {
            problem.add(need("c" + i, "20")
                    .zone(ZoneId.of(i % 2 == 0 ? "Asia/Tokyo" : "Europe/Berlin"))
                    .presentOwner(List.of("anna", "ben", "carl").get(i % 3))
                    .arr(100L * i)
                    .build());
        }
        problem.unevenArr(1);

        for (int budget : new int[] {0, 4, 6, 12}) {
            AssignmentProblem left = problem.mostMoves(budget).build().without("carl");
            Assignment answer = new BoundedAssignment(1).assign(left, StopCondition.steps(1_000_000));
            AssignmentCheck check = AssignmentCheck.of(left, answer);

            assertThat(left.forcedMoves()).isEqualTo(4);
            assertThat(check.violations()).isEmpty();
            assertThat(check.handOvers()).isLessThanOrEqualTo(Math.max(4, budget));
            assertThat(answer.unplaced()).hasSize(2);
        }
    }

    @Test
    void moreHoursNeededThanThereAre_bothBoundsMeanSomething() {
        problem.add(candidate("anna", "100", "Europe/Berlin").build())
                .add(candidate("ben", "100", "Europe/Berlin").build())
                .add(candidate("grace", "100", "America/Toronto").build());
        for (int i = 0; i < 40; i++) {
            problem.add(need("c" + i, "10").zone(ZoneId.of("Europe/Berlin")).build());
        }

        Assignment answer = new BoundedAssignment(1).assign(problem.build(), StopCondition.steps(2_000_000));

        assertThat(answer.score()).isEqualTo(new AssignmentScore(10, 60));
        assertThat(answer.leastUnplaced()).hasValue(10);
        assertThat(answer.bound()).hasValueCloseTo(60.0, offset(0.1));
    }

    @Test
    void distance_isTheShorterWayRoundTheClock_onThatDay() {
        AssignmentProblem empty = problem.build();
        AssignmentNeed tokyo = need("t", "1").zone(ZoneId.of("Asia/Tokyo")).build();

        assertThat(empty.misfit(
                        tokyo, candidate("grace", "1", "America/Los_Angeles").build()))
                .isEqualTo(8.0);
        assertThat(empty.misfit(tokyo, candidate("anna", "1", "Europe/Berlin").build()))
                .isEqualTo(7.0);
    }

    @Test
    void skillThatIsRequired_isARule() {
        problem.add(candidate("anna", "100", "Europe/Berlin")
                        .skills(Map.of("reviews", 2))
                        .build())
                .add(need("acme", "50")
                        .putSkills("reviews", 3)
                        .presentOwner("anna")
                        .build());

        assertThat(assign().placements()).isEmpty();
        assertThat(assign().unplaced()).containsExactly(new Unplaced("acme", "nobody has reviews at level 3"));
    }

    @Test
    void customerForWhomNobodyHasTheHours_isLeftOut_withWhatIsLeft() {
        problem.add(candidate("anna", "100", "Europe/Berlin").build())
                .add(need("big", "80").onlyWith(List.of("anna")).build())
                .add(need("huge", "130").build());

        assertThat(assign().of("big")).isPresent();
        assertThat(assign().unplaced())
                .containsExactly(new Unplaced("huge", "needs 130.0 h; of 1 who are able, anna has most left: 20.0 h"));
        assertThat(assign().score()).isEqualTo(new AssignmentScore(1, 0));
    }

    @Test
    void capacity_mayBeUsedToTheLastHour() {
        problem.add(candidate("anna", "0.3", "Europe/Berlin").build())
                .add(need("a", "0.1").build())
                .add(need("b", "0.2").build());

        assertThat(assign().unplaced()).isEmpty();
    }

    @Test
    void budgetOfNoSteps_stillAnswers_andKeepsTheRules() {
        problem.add(candidate("anna", "100", "Europe/Berlin").build())
                .add(need("a", "1").build());

        Assignment none = new BoundedAssignment(1).assign(problem.build(), StopCondition.steps(0));

        assertThat(none.of("a")).isPresent();
        assertThat(AssignmentCheck.of(problem.build(), none).isValid()).isTrue();
    }

    @Test
    void check_believesNothing() {
        problem.add(candidate("anna", "10", "Europe/Berlin")
                        .skills(Map.of("a", 1))
                        .build())
                .add(need("a", "8").putSkills("a", 2).presentOwner("ben").build())
                .add(need("b", "8").build())
                .add(need("c", "1").build());
        AssignmentProblem whole = problem.build();
        AssignmentCandidate anna = whole.candidate("anna").orElseThrow();
        AssignmentNeed stranger = need("x", "1").build();

        AssignmentCheck check = AssignmentCheck.of(
                whole,
                Assignment.builder(whole)
                        .place(whole.need("a").orElseThrow(), anna, "", Optional.empty())
                        .place(whole.need("b").orElseThrow(), anna, "", Optional.empty())
                        .leaveOut(whole.need("b").orElseThrow(), "no reason")
                        .leaveOut(stranger, "no reason")
                        .build(new AssignmentScore(0, 0), 1));

        assertThat(check.violations())
                .containsExactly(
                        "anna is to look after a and does not have a at the level required",
                        "b is named twice",
                        "x is left out and not part of the problem",
                        "anna has 10 h and was given 16 h",
                        "c is neither placed nor left out with a reason",
                        "the strategy says its score is 0 left out, misfit 0.0, it is 1 left out, misfit 30.0");
        assertThat(check.handOvers()).isEqualTo(1);
    }

    @Test
    void sameCustomerTwice_isRefused() {
        problem.add(need("a", "1").build());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> problem.add(need("a", "2").build()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> problem.add(need("b", "-1").build()))
                .withMessage("hoursPerYear (-1) of b must be at least 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AssignmentWeights(1, Double.NaN, 1))
                .withMessageContaining("otherLanguage (NaN)");
    }
}
