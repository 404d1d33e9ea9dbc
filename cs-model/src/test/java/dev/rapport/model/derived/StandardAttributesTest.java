package dev.rapport.model.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Reading.Status;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.money.RateTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class StandardAttributesTest {

    private static final LocalDate TODAY = Sample.TODAY;

    private static Sample year() {
        return Sample.customerFor(365);
    }

    private static Sample contract(Sample sample, String id, LocalDate start, LocalDate end, String arr) {
        return sample.add(
                Contract.SERIES,
                300,
                c -> c.id(id)
                        .with(Contract.START, start)
                        .with(Contract.END, end)
                        .with(Contract.ARR, Money.parse(arr)));
    }

    private static Sample line(Sample sample, String id, String contract, double quantity, LocalDate end) {
        return sample.add(
                ContractLine.SERIES,
                300,
                l -> l.id(id)
                        .with(ContractLine.CONTRACT, contract)
                        .with(ContractLine.PRODUCT, "product " + id)
                        .with(ContractLine.QUANTITY, quantity)
                        .with(ContractLine.END, end)
                        .with(ContractLine.ARR, Money.parse("EUR 100")));
    }

    private static Sample person(Sample sample, String id, String role, int leftDaysAgo) {
        return sample.add(Person.SERIES, 200, p -> {
            p.id(id).with(Person.ROLE, role);
            if (leftDaysAgo < 1000) {
                p.with(Person.LEFT_ON, TODAY.minusDays(leftDaysAgo));
            }
        });
    }

    private static void assertNot(Reading<?> reading, Status status, String reason) {
        assertThat(reading.status()).isEqualTo(status);
        assertThat(reading.reason()).contains(reason);
    }

    private static void assertNumber(Sample sample, AttributeKey<Double> key, double expected) {
        assertThat(sample.read(key).value().orElseThrow()).isEqualTo(expected, within(1e-12));
    }

    @Test
    void all_areInTheDocumentedOrder_withTheAgreedNames() {
        assertThat(StandardAttributes.all(Sample.EUR))
                .extracting(attribute -> attribute.key().name())
                .containsExactly(
                        "arr",
                        "contracts.in-force",
                        "contracts.products",
                        "seats.licensed",
                        "usage.quantity-30d",
                        "usage.quantity-90d",
                        "usage.active-users-30d",
                        "usage.active-share",
                        "usage.change-30d",
                        "usage.trend-90d",
                        "usage.features-90d",
                        "usage.last-seen-days",
                        "usage.stickiness-30d",
                        "tickets.opened-90d",
                        "tickets.urgent-90d",
                        "tickets.open",
                        "tickets.escalated-180d",
                        "tickets.satisfaction-180d",
                        "tickets.response-hours-90d",
                        "tickets.resolution-hours-90d",
                        "survey.nps-last",
                        "survey.nps-180d",
                        "survey.csat-180d",
                        "invoices.overdue-amount",
                        "invoices.overdue-days",
                        "invoices.late-share-365d",
                        "touchpoints.last-days",
                        "touchpoints.count-90d",
                        "sponsor.present",
                        "sponsor.left-days",
                        "champion.present",
                        "champion.left-days",
                        "people.departures-180d",
                        "goals.progress",
                        "goals.achieved-share",
                        "onboarding.progress",
                        "onboarding.days-to-first-value",
                        "decision.next-date",
                        "decision.next-days",
                        "decision.next-arr",
                        "relationship.age-days",
                        "purchases.count-365d",
                        "purchases.amount-365d",
                        "purchases.last-days",
                        "owner.csm",
                        "stage.current");
    }

    @Test
    void nothing_isProvided_ofSeriesThatAreNotFed() {
        assertThat(Sample.empty().book().provides().attributes())
                .containsExactly(StandardAttributes.RELATIONSHIP_AGE_DAYS);
        for (var attribute : StandardAttributes.all(Sample.EUR)) {
            assertThat(Sample.empty().read(attribute.key()).status())
                    .as(attribute.key().name())
                    .isEqualTo(Status.MISSING);
        }
    }

    @Test
    void arr_isWhatIsInForce_zeroWithoutAnyContract_missingIfOneDoesNotSay() {
        Sample sample = contract(Sample.empty(), "a", TODAY.minusDays(9), TODAY.plusDays(1), "EUR 100");
        contract(sample, "b", TODAY.minusDays(9), TODAY, "EUR 1000");

        assertThat(sample.read(StandardAttributes.ARR).value()).contains(Money.parse("EUR 100"));
        assertNumber(sample, StandardAttributes.CONTRACTS_IN_FORCE, 1);
        assertThat(Sample.empty()
                        .feeding(Contract.SERIES, c -> c.with(Contract.START, TODAY))
                        .read(StandardAttributes.ARR)
                        .value())
                .contains(Money.parse("EUR 0"));
        assertNot(
                year().read(StandardAttributes.ARR),
                Status.MISSING,
                "a contract in force does not say its recurring revenue");
    }

    @Test
    void arr_inAnotherCurrencyWithoutARate_failsWithTheReason() {
        Sample sample = contract(Sample.empty(), "a", TODAY.minusDays(9), TODAY.plusDays(1), "USD 100");

        assertNot(
                sample.read(StandardAttributes.ARR),
                Status.FAILED,
                "arr could not be derived: no rate from USD to EUR for 2026-06-30. Maybe add it to the rate table.");
    }

    @Test
    void products_andSeats_comeFromLinesInForce_elseFromTheContract() {
        Sample sample = contract(Sample.empty(), "a", TODAY.minusDays(9), TODAY.plusDays(9), "EUR 1");
        line(sample, "1", "a", 5, TODAY.plusDays(9));
        line(sample, "2", "a", 7, TODAY);
        sample.add(
                Contract.SERIES,
                300,
                c -> c.id("b")
                        .with(Contract.START, TODAY.minusDays(9))
                        .with(Contract.OFFERING, "support")
                        .with(Contract.SEATS, 2.0));

        assertThat(sample.read(StandardAttributes.CONTRACTS_PRODUCTS).value()).contains(Set.of("product 1", "support"));
        assertNumber(sample, StandardAttributes.SEATS_LICENSED, 7);
    }

    @Test
    void seats_thatNoContractTells_areThoseOfTheAttribute_elseMissing() {
        assertThat(year().set(CustomerAttributes.SEATS, 12.0)
                        .read(StandardAttributes.SEATS_LICENSED)
                        .value())
                .contains(12.0);
        assertNot(
                year().read(StandardAttributes.SEATS_LICENSED), Status.MISSING, "no contract in force says its seats");
    }

    @Test
    void sponsor_isPresentUntilTheDayOfLeaving() {
        Sample gone = person(person(year(), "a", "sponsor", 0), "b", "user", 9999);
        assertThat(gone.read(StandardAttributes.SPONSOR_PRESENT).value()).contains(false);
        assertNumber(gone, StandardAttributes.SPONSOR_LEFT_DAYS, 0);

        Sample leaving = person(year(), "a", "sponsor", -1);
        assertThat(leaving.read(StandardAttributes.SPONSOR_PRESENT).value()).contains(true);
        assertNot(leaving.read(StandardAttributes.SPONSOR_LEFT_DAYS), Status.NOT_APPLICABLE, "no sponsor has left");

        Sample replaced = person(person(person(year(), "a", "sponsor", 40), "b", "sponsor", 90), "c", "sponsor", 9999);
        assertThat(replaced.read(StandardAttributes.SPONSOR_PRESENT).value()).contains(true);
        assertNumber(replaced, StandardAttributes.SPONSOR_LEFT_DAYS, 40);
    }

    @Test
    void sponsor_isUnknown_whereNobodyOrNoRoleIs() {
        Sample nobody = year().feeding(Person.SERIES, p -> p.id("x").with(Person.ROLE, "user"));
        Sample noRole = nobody.add(Person.SERIES, 9, p -> p.id("y").with(Person.NAME, "Jane Doe"));

        assertNot(
                year().feeding(Person.SERIES, p -> p.id("x")).read(StandardAttributes.SPONSOR_PRESENT),
                Status.MISSING,
                "nobody on the customer's side is known");
        assertNot(noRole.read(StandardAttributes.SPONSOR_PRESENT), Status.MISSING, "nobody's role is known");
    }

    @Test
    void goals_areMeasuredFromBaselineToTarget_alsoDownwards_andClipped() {
        double[][] goals = {{0, 10, 5}, {100, 50, 40}, {0, 10, -3}, {7, 7, 7}};
        Sample sample = year();
        for (double[] goal : goals) {
            sample.add(
                    Goal.SERIES,
                    9,
                    g -> g.with(Goal.TITLE, "goal")
                            .with(Goal.BASELINE, goal[0])
                            .with(Goal.TARGET, goal[1])
                            .with(Goal.REALISED, goal[2]));
        }

        assertNumber(sample, StandardAttributes.GOALS_PROGRESS, 0.5);
        assertNot(
                year().add(Goal.SERIES, 9, g -> g.with(Goal.TITLE, "goal")).read(StandardAttributes.GOALS_PROGRESS),
                Status.MISSING,
                "no goal has a baseline, a target and a realised value");
    }

    @Test
    void decision_isTheNextOfAllContracts_withWhatIsDecidedThen() {
        Sample sample = contract(Sample.empty(), "a", TODAY.minusDays(300), TODAY.plusDays(65), "EUR 100");
        contract(sample, "b", TODAY.minusDays(300), TODAY.plusDays(65), "EUR 20");
        contract(sample, "c", TODAY.minusDays(300), TODAY.plusDays(66), "EUR 3");

        assertThat(sample.read(StandardAttributes.DECISION_NEXT_DATE).value()).contains(TODAY.plusDays(65));
        assertNumber(sample, StandardAttributes.DECISION_NEXT_DAYS, 65);
        assertThat(sample.read(StandardAttributes.DECISION_NEXT_ARR).value()).contains(Money.parse("EUR 120"));
    }

    @Test
    void decision_onARenewedContract_hasBeenTaken_onceTheRenewalIsSigned() {
        for (int signedIn : new int[] {-1, 0, 1}) {
            Sample sample = contract(Sample.empty(), "a", TODAY.minusDays(300), TODAY.plusDays(65), "EUR 100")
                    .add(
                            Contract.SERIES,
                            3,
                            c -> c.id("a2")
                                    .with(Contract.START, TODAY.plusDays(65))
                                    .with(Contract.END, TODAY.plusDays(430))
                                    .with(Contract.SIGNED_ON, TODAY.plusDays(signedIn))
                                    .with(Contract.PREDECESSOR, "a")
                                    .with(Contract.ARR, Money.parse("EUR 150")));

            assertThat(sample.read(StandardAttributes.DECISION_NEXT_DAYS).value())
                    .contains(signedIn > 0 ? 65.0 : 430.0);
            assertThat(sample.read(StandardAttributes.DECISION_NEXT_ARR).value())
                    .contains(Money.parse(signedIn > 0 ? "EUR 100" : "EUR 150"));
        }
    }

    @Test
    void decision_onAComingContract_isWorthWhatTodaysRatesSay() {
        Reckoning reckoning = new Reckoning(
                CurrencyUnit.EUR,
                RateTable.empty(CurrencyUnit.EUR)
                        .with(CurrencyUnit.USD, TODAY.minusYears(1), new BigDecimal("0.5"))
                        .with(CurrencyUnit.USD, TODAY.plusDays(1), new BigDecimal("9")),
                BusinessCalendar.weekdays());
        Sample sample = contract(Sample.empty(), "coming", TODAY.plusDays(5), TODAY.plusDays(99), "USD 100");

        assertThat(sample.in(reckoning)
                        .read(StandardAttributes.DECISION_NEXT_ARR)
                        .value())
                .contains(Money.parse("EUR 50"));
    }

    @Test
    void decision_isNotApplicable_withoutATermThatEnds_andFailsOnNoticeThatCannotBeRead() {
        assertNot(
                year().read(StandardAttributes.DECISION_NEXT_DATE),
                Status.NOT_APPLICABLE,
                "no contract runs towards a decision");
        Sample weeks = Sample.empty()
                .add(
                        Contract.SERIES,
                        30,
                        c -> c.id("a")
                                .with(Contract.START, TODAY.minusDays(30))
                                .with(Contract.END, TODAY.plusDays(30))
                                .with(Contract.AUTO_RENEWS, true)
                                .with(Contract.NOTICE_AMOUNT, 2.0)
                                .with(Contract.NOTICE_UNIT, "weeks"));
        assertNot(
                weeks.read(StandardAttributes.DECISION_NEXT_DATE),
                Status.FAILED,
                "decision.next-date could not be derived: notice-unit (weeks) of contract a must be calendar-days,"
                        + " business-days or months.");
    }

    @Test
    void relationship_isAsOldAsTheFirstContract_elseTheFirstEntry() {
        assertNumber(year().usage(500, 1), StandardAttributes.RELATIONSHIP_AGE_DAYS, 365);
        assertNumber(Sample.empty().usage(500, 1).usage(3, 1), StandardAttributes.RELATIONSHIP_AGE_DAYS, 500);
        assertNumber(
                contract(Sample.empty(), "coming", TODAY.plusDays(5), TODAY.plusDays(9), "EUR 1"),
                StandardAttributes.RELATIONSHIP_AGE_DAYS,
                300);
        assertThat(Sample.empty().read(StandardAttributes.RELATIONSHIP_AGE_DAYS).status())
                .isEqualTo(Status.MISSING);
    }

    private static Sample owner(Sample sample, String id, String role, int from, int to) {
        return sample.add(
                Ownership.SERIES,
                300,
                o -> o.id(id)
                        .with(Ownership.ROLE, role)
                        .with(Ownership.OWNER, id)
                        .with(Ownership.FROM, TODAY.minusDays(from))
                        .with(Ownership.TO, TODAY.minusDays(to)));
    }

    @Test
    void csm_isTheOneInForceWhoBeganLast() {
        Sample sample = owner(owner(year(), "until today", "csm", 100, 0), "onboarding", "onboarding", 1, -9);
        assertNot(
                sample.read(StandardAttributes.OWNER_CSM),
                Status.MISSING,
                "nobody looks after the customer in the role csm");

        owner(owner(owner(sample, "first", "csm", 90, -9), "second", "csm", 20, -9), "coming", "csm", -1, -9);
        assertThat(sample.read(StandardAttributes.OWNER_CSM).value()).contains("second");
    }

    private static Sample stage(Sample sample, String id, String product, int entered) {
        return sample.add(StageEntry.SERIES, 300, s -> {
            s.id(id).with(StageEntry.STAGE, id).with(StageEntry.ENTERED_ON, TODAY.minusDays(entered));
            if (!product.isEmpty()) {
                s.with(StageEntry.PRODUCT, product);
            }
        });
    }

    @Test
    void stage_isThatOfTheCustomer_elseOfTheProductThatChangedLast() {
        Sample products = stage(stage(year(), "adoption", "crm", 20), "value", "erp", 90);
        assertThat(products.read(StandardAttributes.STAGE_CURRENT).value()).contains("adoption");

        stage(products, "growth", "", 200);
        assertThat(products.read(StandardAttributes.STAGE_CURRENT).value()).contains("growth");
    }
}
