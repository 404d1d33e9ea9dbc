package dev.rapport.engagement.coverage;

import static dev.rapport.engagement.model.SampleTeam.BERLIN;
import static dev.rapport.engagement.model.SampleTeam.TODAY;
import static dev.rapport.engagement.model.SampleTeam.organisation;
import static dev.rapport.engagement.model.SampleTeam.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.coverage.CoverageFinding.Kind;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Ownership;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final AttributeKey<String> STAGE = AttributeKey.text("stage.current");
    private static final AttributeKey<Double> AGE = AttributeKey.number("relationship.age-days");

    private final List<Customer> customers = new ArrayList<>();
    private final Map<String, String> segments = new HashMap<>();
    private final Map<String, String> stages = new HashMap<>();
    private final Map<String, Double> ages = new HashMap<>();

    private record Owner(String role, String owner, String from, String to) {
        Owner(String role, String owner) {
            this(role, owner, "2024-01-01", "");
        }
    }

    private void customer(String id, String segment, String stage, Owner... owners) {
        Customer.Builder customer =
                Customer.builder(id, START.atStartOfDay(ZoneOffset.UTC).toInstant());
        for (int i = 0; i < owners.length; i++) {
            Owner owner = owners[i];
            String record = id + i;
            customer.add(Ownership.SERIES, entry -> {
                entry.id(record)
                        .at(LocalDate.parse(owner.from()))
                        .with(Ownership.ROLE, owner.role())
                        .with(Ownership.OWNER, owner.owner())
                        .with(Ownership.FROM, LocalDate.parse(owner.from()));
                if (!owner.to().isEmpty()) {
                    entry.with(Ownership.TO, LocalDate.parse(owner.to()));
                }
            });
        }
        customers.add(customer.build());
        segments.put(id, segment);
        if (!stage.isEmpty()) {
            stages.put(id, stage);
        }
        ages.put(id, 911.0);
    }

    private Book book() {
        return Facts.of(Customer.adapter(customers), customers)
                .in(BERLIN, CurrencyUnit.EUR)
                .asOf(TODAY)
                .with(SEGMENT, "test", segments)
                .with(STAGE, "test", stages)
                .with(AGE, "test", ages);
    }

    private Coverage coverage() {
        return Coverage.of(book(), organisation().build(), policy().build());
    }

    private CoverageFinding only() {
        assertThat(coverage().findings()).hasSize(1);
        return coverage().findings().get(0);
    }

    @Test
    void customerWithANamedCsm_isCovered() {
        customer("a", "large", "adopting", new Owner("csm", "anna"));

        assertThat(coverage().findings()).isEmpty();
        assertThat(coverage().ownersOf("a")).extracting(Holding::owner).containsExactly("anna");
        assertThat(coverage().ownersOf("a").get(0).kind()).isEqualTo(OwnerKind.PERSON);
    }

    @Test
    void pooledCustomer_rightlyHasNoNamedCsm() {
        customer("a", "small", "adopting");
        customer("b", "small", "adopting", new Owner("csm", "digital"));
        customer("z", "large", "adopting", new Owner("csm", "anna"));

        assertThat(coverage().findings()).isEmpty();
    }

    @Test
    void pooledCustomerWithANamedCsm_isNotAsPlanned() {
        customer("a", "small", "adopting", new Owner("csm", "anna"));

        assertThat(only().kind()).isEqualTo(Kind.UNPLANNED_OWNER);
        assertThat(only().message()).isEqualTo("anna is named as csm; tech has digital for that");
    }

    @Test
    void customerWithoutAnOwner_isAGap_sinceTheLastOneLeft() {
        customer("a", "large", "adopting", new Owner("csm", "anna", "2024-01-01", "2026-04-01"));

        assertThat(only().kind()).isEqualTo(Kind.NO_OWNER);
        assertThat(only().since()).contains(LocalDate.of(2026, 4, 1));
        assertThat(only().until()).isEmpty();
        assertThat(only().message()).isEqualTo("nobody holds the role csm any more; high asks for 1");
    }

    @Test
    void customerWhoNeverHadAnOwner_isAGap_ofUnknownStart() {
        customer("a", "large", "adopting", new Owner("account-executive", "vera"));

        assertThat(only().kind()).isEqualTo(Kind.NO_OWNER);
        assertThat(only().since()).isEmpty();
    }

    @Test
    void poolWhereAPersonIsAskedFor_isAGap_thatNamesThePool() {
        customer("a", "large", "adopting", new Owner("csm", "digital"));

        assertThat(only().kind()).isEqualTo(Kind.NO_OWNER);
        assertThat(only().message()).endsWith("high asks for 1, not for digital");
    }

    @Test
    void gapWithinTheLastYear_isFound_withItsDays() {
        customer(
                "a",
                "large",
                "adopting",
                new Owner("csm", "anna", "2024-01-01", "2025-12-01"),
                new Owner("csm", "ben", "2026-01-15", ""));

        assertThat(only().kind()).isEqualTo(Kind.GAP);
        assertThat(only().since()).contains(LocalDate.of(2025, 12, 1));
        assertThat(only().until()).contains(LocalDate.of(2026, 1, 15));
        assertThat(only().message())
                .isEqualTo("nobody held the role csm from 2025-12-01 to 2026-01-14; high asks for 1");
    }

    @Test
    void gapBeforeTheLastYear_andHandOverWithoutAGap_areNone() {
        customer(
                "a",
                "large",
                "adopting",
                new Owner("csm", "erik", "2024-01-01", "2024-06-01"),
                new Owner("csm", "anna", "2025-07-01", "2026-01-15"),
                new Owner("csm", "ben", "2026-01-15", ""));

        assertThat(coverage().findings()).isEmpty();
    }

    @Test
    void gapThatReachesIntoTheYear_isFoundFromTheYearOn() {
        customer(
                "a",
                "large",
                "adopting",
                new Owner("csm", "anna", "2024-01-01", "2025-01-01"),
                new Owner("csm", "ben", "2025-08-01", ""));

        assertThat(only().since()).contains(LocalDate.of(2025, 7, 1));
    }

    @Test
    void ownerFromTomorrowOn_isNone_today() {
        customer("a", "large", "adopting", new Owner("csm", "anna", "2026-07-01", ""));
        customer("b", "large", "adopting", new Owner("csm", "anna"));

        assertThat(only().kind()).isEqualTo(Kind.NO_OWNER);
        assertThat(coverage().ownersOf("a")).isEmpty();
    }

    @Test
    void lastDayOfAnOwner_isTheDayBeforeTo() {
        customer("a", "large", "adopting", new Owner("csm", "anna", "2024-01-01", "2026-06-30"));
        customer("b", "large", "adopting", new Owner("csm", "anna", "2024-01-01", "2026-07-01"));

        assertThat(only().customerId()).isEqualTo("a");
    }

    @Test
    void twoCsmsAtOnce_areTooMany_andTwoForOnboardingAreNot() {
        customer(
                "a",
                "large",
                "onboarding",
                new Owner("csm", "anna"),
                new Owner("csm", "ben", "2026-02-01", ""),
                new Owner("onboarding", "olivia"),
                new Owner("onboarding", "pavel"));

        assertThat(only().kind()).isEqualTo(Kind.TOO_MANY_OWNERS);
        assertThat(only().role()).isEqualTo("csm");
        assertThat(only().owners()).containsExactly("anna", "ben");
        assertThat(only().since()).contains(LocalDate.of(2026, 2, 1));
    }

    @Test
    void ruleForAStage_holdsOnlyInThatStage() {
        customer("a", "large", "onboarding", new Owner("csm", "anna"));
        customer("b", "large", "adopting", new Owner("csm", "anna"));
        customer("c", "large", "", new Owner("csm", "anna"));

        assertThat(only().customerId()).isEqualTo("a");
        assertThat(only().role()).isEqualTo("onboarding");
        assertThat(coverage().withoutStage()).containsExactly("c");
    }

    @Test
    void ownerWhoHasLeft_orIsUnknown_isFound() {
        customer("a", "large", "adopting", new Owner("csm", "erik"));
        customer("b", "large", "adopting", new Owner("csm", "mallory"));

        assertThat(coverage().findings())
                .extracting(CoverageFinding::customerId, CoverageFinding::kind)
                .containsExactly(tuple("a", Kind.OWNER_HAS_LEFT), tuple("b", Kind.UNKNOWN_OWNER));
        assertThat(coverage().findings().get(0).since()).contains(LocalDate.of(2026, 3, 1));
    }

    @Test
    void customerWithoutASegment_isNotJudged() {
        customer("a", "unheard-of", "adopting");
        customer("z", "large", "adopting", new Owner("csm", "anna"));

        assertThat(coverage().notJudged()).containsExactly("a");
        assertThat(coverage().findings()).isEmpty();
    }

    @Test
    void bookWithoutOwners_saysSo_andFindsNothing() {
        customer("a", "large", "adopting");

        assertThat(coverage().missing().series()).extracting(Object::toString).containsExactly("owners");
        assertThat(coverage().findings()).isEmpty();
    }

    @Test
    void load_isWhatTheCustomersNeed_againstTheHoursThereAre() {
        customer("a", "large", "adopting", new Owner("csm", "anna"));
        customer("b", "large", "adopting", new Owner("csm", "anna"), new Owner("csm", "ben"));
        customer("c", "small", "adopting");
        customer("d", "large", "adopting", new Owner("csm", "erik"));
        ages.put("d", 10.0);

        Map<String, BigDecimal> needed = new HashMap<>();
        coverage().loads().forEach(load -> needed.put(load.memberId(), load.needed()));

        assertThat(needed.get("anna")).isEqualByComparingTo("45");
        assertThat(needed.get("ben")).isEqualByComparingTo("15");
        assertThat(needed.get("nils")).isCloseTo(new BigDecimal("0.333333"), within(new BigDecimal("0.000001")));
        assertThat(needed).doesNotContainKey("erik");
        assertThat(coverage().unassigned().get("csm")).isEqualByComparingTo("30");
        assertThat(coverage().unassigned().get("onboarding")).isEqualByComparingTo("10");
        assertThat(coverage().loads().get(1).share()).hasValue(45.0 / 1560);
    }

    @Test
    void problem_isMadeOfThoseWhoShouldHaveANamedCsm_andThoseWhoCanBeOne() {
        customer("a", "large", "adopting", new Owner("csm", "erik"));
        customer("b", "mid", "adopting", new Owner("csm", "ben"));
        customer("c", "small", "adopting");

        AssignmentProblem problem = AssignmentProblem.of(
                book(), organisation().build(), policy().build(), "csm", AssignmentPolicy.standard());

        assertThat(problem.needs()).extracting(AssignmentNeed::customerId).containsExactly("a", "b");
        assertThat(problem.need("a").orElseThrow().presentOwner()).isEmpty();
        assertThat(problem.need("b").orElseThrow().presentOwner()).contains("ben");
        assertThat(problem.need("b").orElseThrow().hoursPerYear()).isEqualByComparingTo("30");
        assertThat(problem.candidates())
                .extracting(AssignmentCandidate::memberId)
                .containsExactly("anna", "ben", "nils", "olga");
        assertThat(problem.candidate("nils").orElseThrow().hoursPerYear())
                .isLessThan(BigDecimal.valueOf(1040))
                .isGreaterThan(BigDecimal.valueOf(1039));
    }
}
