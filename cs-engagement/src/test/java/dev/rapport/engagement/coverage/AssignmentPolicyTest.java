package dev.rapport.engagement.coverage;

import static dev.rapport.engagement.model.SampleTeam.BERLIN;
import static dev.rapport.engagement.model.SampleTeam.TODAY;
import static dev.rapport.engagement.model.SampleTeam.organisation;
import static dev.rapport.engagement.model.SampleTeam.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.engagement.allocation.StopCondition;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.condition.Operator;
import dev.rapport.segmentation.condition.Tally;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a policy of assignment makes of a book. */
class AssignmentPolicyTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");

    private final List<Customer> customers = new ArrayList<>();
    private final Map<String, String> segments = new HashMap<>();
    private final Map<String, Double> decisions = new HashMap<>();
    private final Map<String, String> genders = new HashMap<>();
    private final Map<String, Money> arr = new HashMap<>();

    private Customer.Builder begin(String id, String owner) {
        segments.put(id, "large");
        return Customer.builder(id, START.atStartOfDay(ZoneOffset.UTC).toInstant())
                .add(
                        Ownership.SERIES,
                        entry -> entry.id(id + "-owner")
                                .at(START)
                                .with(Ownership.ROLE, "csm")
                                .with(Ownership.OWNER, owner)
                                .with(Ownership.FROM, START));
    }

    private void customer(String id, String owner) {
        customers.add(begin(id, owner).build());
    }

    private void escalated(String id, String owner, Optional<LocalDate> closed) {
        customers.add(begin(id, owner)
                .add(Ticket.SERIES, entry -> {
                    entry.id(id + "-ticket").at(TODAY.minusDays(40)).with(Ticket.ESCALATED, true);
                    closed.ifPresent(day -> entry.with(Ticket.CLOSED_ON, day));
                })
                .build());
    }

    private Book book() {
        return Facts.of(Customer.adapter(customers), customers)
                .in(BERLIN, CurrencyUnit.EUR)
                .asOf(TODAY)
                .with(SEGMENT, "test", segments)
                .with(StandardAttributes.ARR, "test", arr)
                .with(CustomerAttributes.GENDER, "test", genders)
                .with(StandardAttributes.DECISION_NEXT_DAYS, "test", decisions);
    }

    private AssignmentProblem problem(AssignmentPolicy by) {
        return problem(by, organisation().build());
    }

    private AssignmentProblem problem(AssignmentPolicy by, Organisation staff) {
        return AssignmentProblem.of(book(), staff, policy().build(), "csm", by);
    }

    private static AssignmentPolicy.Builder deciding() {
        return AssignmentPolicy.builder()
                .header(DocumentHeader.of("assignment", "1"))
                .source("a test");
    }

    private static AssignmentNeed need(AssignmentProblem problem, String id) {
        return problem.need(id).orElseThrow();
    }

    private static Assignment answer(AssignmentProblem problem) {
        Assignment answer = new BoundedAssignment(1).assign(problem, StopCondition.steps(1_000_000));
        assertThat(AssignmentCheck.of(problem, answer).violations()).isEmpty();
        return answer;
    }

    @Test
    void handOver_countsMore_nearADecision_andDuringAnEscalation() {
        customer("calm", "anna");
        customer("deciding", "anna");
        escalated("burning", "anna", Optional.empty());
        escalated("solved", "anna", Optional.of(TODAY.minusDays(1)));
        escalated("both", "anna", Optional.of(TODAY.plusDays(1)));
        decisions.putAll(Map.of("calm", 91.0, "deciding", 90.0, "both", 3.0));

        AssignmentProblem problem = problem(AssignmentPolicy.standard());

        assertThat(problem.needs())
                .extracting(AssignmentNeed::customerId, AssignmentNeed::handOverFactor)
                .containsExactly(
                        tuple("both", 6.0),
                        tuple("burning", 2.0),
                        tuple("calm", 1.0),
                        tuple("deciding", 3.0),
                        tuple("solved", 1.0));
        assertThat(problem.misfitReasons(
                                need(problem, "deciding"),
                                problem.candidate("ben").orElseThrow())
                        .parts()
                        .get(0)
                        .reason())
                .contains("anna looks after the customer now; decision-near (decision.next-days 90) counts 3 times");
        assertThat(answer(problem)
                        .of("both")
                        .orElseThrow()
                        .nextBest()
                        .orElseThrow()
                        .reason())
                .contains("decision-near (decision.next-days 3) counts 3 times; escalation-open counts 2 times");
    }

    @Test
    void whatNobodyFed_makesARuleHoldForNobody_andIsNamed() {
        customer("calm", "anna");
        Book bare = Facts.of(Customer.adapter(customers), customers)
                .in(BERLIN, CurrencyUnit.EUR)
                .asOf(TODAY)
                .with(SEGMENT, "test", segments);

        assertThat(AssignmentPolicy.standard().missingFrom(bare)).contains("attribute decision.next-days");
        assertThat(AssignmentProblem.of(
                                bare, organisation().build(), policy().build(), "csm", AssignmentPolicy.standard())
                        .need("calm")
                        .orElseThrow()
                        .handOverFactor())
                .isEqualTo(1);
    }

    @Test
    void attributeOfAPerson_isRefused_unlessItIsStated() {
        PlacementRule women = PlacementRule.builder()
                .id("women")
                .when(Condition.oneOf(CustomerAttributes.GENDER, "female"))
                .putSkills("reviews", 4)
                .build();

        assertThatThrownBy(() -> deciding().addRules(women).build())
                .hasMessageContaining(
                        "attribute \"gender\" must not decide who looks after whom, rule \"women\" reads it: it"
                                + " tells something about a natural person")
                .hasMessageContaining("Maybe name it in \"allowed\" with the reason");
        assertThatThrownBy(() -> deciding()
                        .addHandOver(new HandOverRule("old", Condition.atLeast(CustomerAttributes.AGE, 70), 2))
                        .build())
                .hasMessageContaining("attribute \"age\"");
        assertThatThrownBy(() -> deciding()
                        .addHandOver(new HandOverRule(
                                "named",
                                Condition.anyOf(Condition.compare(
                                        Tally.count(Person.SERIES).where(Condition.oneOf(Person.NAME, "Smith")),
                                        Operator.AT_LEAST,
                                        1)),
                                2))
                        .build())
                .hasMessageContaining("attribute \"name\"");

        customer("ada", "ben");
        customer("carl", "ben");
        genders.putAll(Map.of("ada", "female", "carl", "male"));
        AssignmentProblem stated = problem(deciding()
                .addRules(women)
                .addAllowed(new AllowedAttribute("gender", "a shelter: women are looked after by women"))
                .build());
        assertThat(need(stated, "ada").rules()).containsExactly(women);
        assertThat(need(stated, "carl").rules()).isEmpty();
    }

    @Test
    void attributeNamedInBarred_isRefusedToo() {
        AttributeKey<String> district = AttributeKey.text("district").sensitivity(Sensitivity.OPEN);

        assertThatThrownBy(() -> deciding()
                        .addBarred("district")
                        .addRules(PlacementRule.builder()
                                .id("west")
                                .when(Condition.oneOf(district, "west"))
                                .build())
                        .build())
                .hasMessageContaining("attribute \"district\"")
                .hasMessageContaining("it is named in barred");
    }

    @Test
    void strategy_neverSeesWhatIsPersonal() {
        customer("ada", "ben");
        customer("carl", "ben");
        genders.putAll(Map.of("ada", "female", "carl", "male"));
        List<AssignmentProblem> seen = new ArrayList<>();
        AssignmentStrategy strategy = (problem, stop) -> {
            seen.add(problem);
            return new BoundedAssignment(1).assign(problem, stop);
        };
        strategy.assign(problem(AssignmentPolicy.standard()), StopCondition.steps(1000));
        genders.putAll(Map.of("ada", "male", "carl", "female"));
        strategy.assign(problem(AssignmentPolicy.standard()), StopCondition.steps(1000));

        assertThat(seen.get(0).needs()).isEqualTo(seen.get(1).needs());
        assertThat(seen.get(0).needs().toString() + seen.get(0).candidates())
                .doesNotContain("male")
                .doesNotContain("EUR");
    }

    private static Organisation staff() {
        Organisation.Builder staff = Organisation.builder(DocumentHeader.of("team", "2"));
        Organisation whole = organisation().build();
        whole.departments().forEach(staff::add);
        whole.roles().forEach(staff::add);
        whole.pools().forEach(staff::add);
        for (Member member : whole.members()) {
            Member.Builder copy = Member.builder().from(member);
            switch (member.id()) {
                case "anna" -> copy.team("strategic").joinedOn(TODAY.minusMonths(30));
                case "ben" -> copy.team("strategic").joinedOn(TODAY.minusMonths(3));
                default -> copy.team("digital");
            }
            staff.add(copy.build());
        }
        return staff.build();
    }

    @Test
    void segment_goesToItsTeam_andToThoseWhoHaveBeenHereForLong() {
        customer("large", "ben");
        AssignmentPolicy by = deciding()
                .addRules(
                        PlacementRule.builder()
                                .id("teams")
                                .when(Condition.oneOf(SEGMENT, "large"))
                                .addTeams("strategic")
                                .build(),
                        PlacementRule.builder().id("seniors").monthsWithUs(24).build(),
                        PlacementRule.builder()
                                .id("others")
                                .addRoles("onboarding")
                                .addTeams("digital")
                                .build())
                .build();
        AssignmentProblem problem = problem(by, staff());

        assertThat(problem.barring(
                        need(problem, "large"), problem.candidate("nils").orElseThrow()))
                .contains("is not of team strategic (rule teams)");
        assertThat(problem.barring(
                        need(problem, "large"), problem.candidate("ben").orElseThrow()))
                .contains("has been here for 3 months, not for 24 (rule seniors)");
        assertThat(answer(problem).of("large").orElseThrow().memberId()).isEqualTo("anna");
    }

    @Test
    void lock_isKept_andSaysWhy() {
        customer("locked", "erik");
        customer("stays", "ben");
        AssignmentPolicy by = deciding()
                .addLocks(
                        new AssignmentLock("locked", Optional.of("erik"), "they asked for Erik"),
                        new AssignmentLock("stays", Optional.empty(), "a project"),
                        new AssignmentLock("nobody-knows", Optional.of("anna"), "an old one"))
                .build();
        Assignment answer = answer(problem(by));

        assertThat(answer.of("stays").orElseThrow().memberId()).isEqualTo("ben");
        assertThat(answer.of("stays").orElseThrow().why()).isEqualTo("is not to be moved: a project");
        assertThat(answer.unplaced()).extracting(Unplaced::customerId).containsExactly("locked");
        assertThat(answer.clashes())
                .containsExactly(new PlacementClash(
                        List.of("locked"),
                        List.of("only with erik (they asked for Erik)"),
                        "nobody who holds the role csm keeps what locked needs: only with erik (they asked for Erik)"));
    }

    @Test
    void clash_namesTheFewestConstraints() {
        customer("a", "ben");
        customer("b", "ben");
        AssignmentPolicy by = deciding()
                .addRules(
                        PlacementRule.builder()
                                .id("anyone")
                                .addTeams("strategic", "digital")
                                .build(),
                        PlacementRule.builder()
                                .id("masters")
                                .putSkills("reviews", 4)
                                .build(),
                        PlacementRule.builder()
                                .id("digital")
                                .addTeams("digital")
                                .build())
                .build();

        assertThat(answer(problem(by, staff())).clashes())
                .extracting(PlacementClash::constraints, PlacementClash::message)
                .containsExactly(tuple(
                        List.of("rule masters", "rule digital"),
                        "nobody who holds the role csm keeps what a needs: rule masters, rule digital; so it is with 1"
                                + " other"));
    }

    @Test
    void whoIsAway_hasTheHoursOfTheOtherDays_andGetsThemBack() {
        customer("a", "anna");
        AssignmentPolicy ill = deciding()
                .addAbsences(new Absence("anna", TODAY.minusDays(10), TODAY.plusDays(31)))
                .periodDays(90)
                .build();

        // 30 of the 90 days after the date are lost
        assertThat(problem(ill).candidate("anna").orElseThrow().hoursPerYear()).isEqualByComparingTo("1040");
        assertThat(answer(problem(ill)).of("a").orElseThrow().memberId()).isEqualTo("anna");

        AssignmentPolicy longIll = deciding()
                .addAbsences(new Absence("anna", TODAY, TODAY.plusDays(91)))
                .build();
        assertThat(problem(longIll).candidate("anna")).isEmpty();
        assertThat(problem(longIll).forcedMoves()).isEqualTo(1);
        assertThat(answer(problem(longIll)).of("a").orElseThrow().isHandOver()).isTrue();

        AssignmentPolicy over = deciding()
                .addAbsences(new Absence("anna", TODAY.minusDays(60), TODAY.plusDays(1)))
                .build();
        assertThat(problem(over).candidate("anna").orElseThrow().hoursPerYear()).isEqualByComparingTo("1560");
    }

    @Test
    void whoLeavesSoon_hasTheHoursUntilThen() {
        Organisation whole = organisation().build();
        Organisation.Builder leaving = Organisation.builder(whole.header());
        whole.departments().forEach(leaving::add);
        whole.roles().forEach(leaving::add);
        whole.pools().forEach(leaving::add);
        whole.members()
                .forEach(member -> leaving.add(
                        member.id().equals("anna")
                                ? Member.builder()
                                        .from(member)
                                        .leftOn(TODAY.plusDays(46))
                                        .build()
                                : member));

        assertThat(problem(deciding().periodDays(90).build(), leaving.build())
                        .candidate("anna")
                        .orElseThrow()
                        .hoursPerYear())
                .isEqualByComparingTo("780");
    }

    @Test
    void pool_sharesItsWork_byWhoIsThere_andTurnsFollow() {
        segments.put("small", "small");
        customers.add(
                Customer.builder("small", START.atStartOfDay(ZoneOffset.UTC).toInstant())
                        .build());
        customer("large", "anna");
        AssignmentPolicy ill = deciding()
                .addAbsences(new Absence("nils", TODAY, TODAY.plusDays(46)))
                .periodDays(90)
                .build();
        Organisation whole = organisation().build();

        PoolQueue usual = Coverage.of(book(), whole, policy().build()).pools().get(0);
        PoolQueue then = Coverage.of(book(), ill.present(whole, TODAY), policy().build())
                .pools()
                .get(0);

        // nils has 20 hours a week, olga 10; half of the days of nils are lost
        assertThat(usual.next(6)).containsExactly("nils", "olga", "nils", "nils", "olga", "nils");
        assertThat(then.next(4)).containsExactly("nils", "olga", "nils", "olga");
        assertThat(then.shares().get("nils")).isEqualByComparingTo(then.shares().get("olga"));
        assertThat(then.hours()).isEqualByComparingTo("0.5");
    }
}
