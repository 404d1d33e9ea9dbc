package dev.rapport.engagement.lifecycle;

import static dev.rapport.engagement.lifecycle.Ways.cycle;
import static dev.rapport.engagement.lifecycle.Ways.flow;
import static dev.rapport.engagement.lifecycle.Ways.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.escalation.Accountability;
import dev.rapport.engagement.lifecycle.Evidence.Shown;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.GrossMargin;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableTypeAssert;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class LifeCycleFlowTest {

    private static final LifeCycle PLAIN = cycle(
                    stage("onboarding").build(),
                    stage("adoption").build(),
                    stage("value").build())
            .valueStage("value")
            .build();

    private static Money eur(int amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    private static Evidence training() {
        return new Evidence("training", Shown.TOUCHPOINT, Optional.of("training"));
    }

    @Test
    void conversion_splitsThoseWhoEntered_intoFourFates_eachCustomersRevenueOnce() {
        LifeCycleFlow flow = flow(
                PLAIN,
                Ways.of("on")
                        .pays(10)
                        .in("onboarding", "2026-01-01", "2026-02-01")
                        .in("adoption", "2026-02-01", ""),
                Ways.of("back")
                        .pays(20)
                        .in("adoption", "2026-01-01", "2026-02-01")
                        .in("onboarding", "2026-02-01", "2026-03-01"),
                Ways.of("old")
                        .pays(40)
                        .in("onboarding", "2024-01-01", "2026-03-01")
                        .in("value", "2026-03-01", ""));

        assertThat(flow.conversions())
                .extracting(
                        Conversion::stage,
                        Conversion::entered,
                        Conversion::movedOn,
                        Conversion::wentBack,
                        Conversion::left,
                        Conversion::still)
                .containsExactly(
                        tuple("onboarding", 2, 1, 0, 1, 0),
                        tuple("adoption", 2, 0, 1, 0, 1),
                        tuple("value", 1, 0, 0, 0, 1));
        assertThat(flow.conversions().get(0).share()).hasValue(0.5);
        assertThat(flow.conversions().get(0).arr()).isEqualTo(eur(30));
        assertThat(flow.conversions().get(0).movedOnArr()).isEqualTo(eur(10));
        assertThat(flow.conversions().get(2).share()).as("nobody has decided").isEmpty();
    }

    @Test
    void movements_tellWhoWentWhere_withRevenueAndMedianDays() {
        LifeCycleFlow flow = flow(
                PLAIN,
                Ways.of("a")
                        .pays(10)
                        .in("onboarding", "2026-01-01", "2026-01-11")
                        .in("adoption", "2026-01-11", ""),
                Ways.of("b")
                        .pays(20)
                        .in("onboarding", "2026-01-01", "2026-01-31")
                        .in("adoption", "2026-01-31", ""),
                Ways.of("c").in("onboarding", "2026-01-01", "2026-02-01"));

        assertThat(flow.movements())
                .extracting(Movement::left, Movement::entered, Movement::moves, Movement::arr, Movement::medianDays)
                .containsExactly(
                        tuple("onboarding", Optional.of("adoption"), 2, eur(30), 20.0),
                        tuple("onboarding", Optional.empty(), 1, eur(0), 31.0));
    }

    @Test
    void timeToValue_countsWhoIsNotThereYet_asSlower() {
        LifeCycleFlow flow = flow(
                PLAIN,
                Ways.of("fast")
                        .ownedBy("role-onboarding", "olga", "2020-01-01")
                        .in("onboarding", "2026-01-01", "2026-01-31")
                        .in("value", "2026-01-31", ""),
                Ways.of("slow")
                        .ownedBy("role-onboarding", "paul", "2020-01-01")
                        .in("onboarding", "2026-01-01", "2026-04-01")
                        .in("adoption", "2026-04-01", ""),
                Ways.of("unseen").in("adoption", "2026-01-01", ""));

        Spread all = flow.timeToValue().get(0);
        assertThat(all.group()).isEqualTo(Group.EVERYBODY);
        assertThat(all.began()).isEqualTo(2);
        assertThat(all.reached()).isEqualTo(1);
        assertThat(all.quarter()).hasValue(30);
        assertThat(all.threeQuarters()).as("one of two is still on the way").isEmpty();
        assertThat(flow.timeToValue())
                .extracting(spread -> spread.group().name(), Spread::reached)
                .containsExactly(tuple("all", 1), tuple("olga", 1), tuple("paul", 0));
    }

    @Test
    void promises_areHeldAgainstWhatWasDelivered_moreInOneDoesNotMakeUpForLessInAnother() {
        LifeCycle policy = cycle(
                        stage("onboarding")
                                .addTouchpoints(new Promise("training", 2, List.of()))
                                .build(),
                        stage("adoption").build())
                .build();
        LifeCycleFlow flow = flow(
                policy,
                Ways.of("a")
                        .in("onboarding", "2026-01-01", "2026-02-01")
                        .in("adoption", "2026-02-01", "")
                        .touched("training", "2026-01-01")
                        .touched("training", "2026-01-20")
                        .touched("training", "2026-01-30"),
                Ways.of("b")
                        .in("onboarding", "2026-01-01", "2026-02-01")
                        .in("adoption", "2026-02-01", "")
                        .touched("training", "2026-01-10")
                        .touched("training", "2026-02-02")
                        .touched("call", "2026-01-12"));

        Delivery all = flow.deliveries().get(0);
        assertThat(all.stays()).isEqualTo(2);
        assertThat(all.kept()).isEqualTo(1);
        assertThat(all.delivered()).isEqualTo(3);
        assertThat(all.promised()).isEqualTo(4);
        assertThat(all.meanShare()).isEqualTo(0.75);
        assertThat(all.deviation().getAsDouble()).isEqualTo(Math.sqrt(0.125), within(1e-12));
    }

    @Test
    void handOff_broke_whereEvidenceLacks_orNobodyIsAccountable() {
        LifeCycle policy = cycle(
                        stage("onboarding").addHandOff(training()).build(),
                        stage("adoption")
                                .addEntry(new Evidence("signed", Shown.CONTRACT, Optional.empty()))
                                .build())
                .build();
        LifeCycleFlow flow = flow(
                policy,
                Ways.of("bad")
                        .touched("training", "2026-02-10")
                        .in("onboarding", "2026-01-01", "2026-02-01")
                        .in("adoption", "2026-02-01", ""),
                Ways.of("good")
                        .ownedBy("role-adoption", "anna", "2026-01-15")
                        .touched("training", "2026-01-10")
                        .in("onboarding", "2026-01-01", "2026-02-01")
                        .in("adoption", "2026-02-01", ""));

        assertThat(flow.handOffs()).hasSize(2);
        assertThat(flow.brokenHandOffs()).singleElement().satisfies(broken -> {
            assertThat(broken.customerId()).isEqualTo("bad");
            assertThat(broken.completeness()).as("nobody feeds contracts").hasValue(0);
            assertThat(broken.broken())
                    .containsExactly(
                            "handed on without training",
                            "nobody looks after the customer as role-adoption, and nobody answers for the role");
            assertThat(broken.checked())
                    .extracting(CheckedEvidence::status)
                    .containsExactly(CheckedEvidence.Status.LACKING, CheckedEvidence.Status.NOT_FED);
        });
        assertThat(flow.handOffs().get(1).accountable()).contains("anna");
    }

    @Test
    void ownership_isJudgedAgainstTheEngagementModel() {
        OwnerRule named = OwnerRule.builder().role("csm").build();
        OwnerRule pooled = OwnerRule.builder().role("csm").pool("pool").build();
        EngagementPolicy models = EngagementPolicy.builder(
                        DocumentHeader.of("models", "1"),
                        new GrossMargin(new BigDecimal("0.8"), "made up"),
                        new BigDecimal("0.6"))
                .add(model("high", named))
                .add(model("tech", pooled))
                .give("large", "high")
                .give("small", "tech")
                .build();
        LifeCycle policy = cycle(Stage.builder()
                        .id("value")
                        .department("cs")
                        .accountable("csm")
                        .build())
                .build();
        Book book = Ways.book(
                        Ways.of("alone").in("value", "2026-01-01", ""),
                        Ways.of("pooled").in("value", "2026-01-01", ""),
                        Ways.of("twice")
                                .ownedBy("csm", "ben", "2025-01-01")
                                .ownedBy("csm", "anna", "2026-01-01")
                                .in("value", "2026-01-01", ""))
                .with(
                        AttributeKey.text("segment"),
                        "test",
                        Map.of("alone", "large", "pooled", "small", "twice", "large"));
        LifeCycleFlow flow = LifeCycleFlow.of(policy, book, Optional.of(models), Accountability.ownersOnly());

        assertThat(flow.ownershipGaps())
                .extracting(Finding::customerId, Finding::kind, Finding::text)
                .containsExactly(
                        tuple(
                                "alone",
                                Finding.Kind.NOBODY_ACCOUNTABLE,
                                "in value nobody looks after the customer as csm, high asks for 1"),
                        tuple(
                                "twice",
                                Finding.Kind.SEVERAL_ACCOUNTABLE,
                                "in value ben and anna hold the role csm at once, high allows 1; the first to have come"
                                        + " counts"));
    }

    private static EngagementModel model(String id, OwnerRule rule) {
        return EngagementModel.builder()
                .id(id)
                .name(id)
                .toolCostPerYear(eur(0))
                .addOwners(rule)
                .build();
    }

    @Test
    void versions_areComparedOnThoseWhoBeganUnderEach() {
        LifeCycle second = cycle(
                        stage("onboarding").build(),
                        stage("adoption").build(),
                        stage("value").build())
                .header(DocumentHeader.of("life-cycle", "2").withEffectiveFrom(LocalDate.of(2026, 1, 1)))
                .valueStage("value")
                .addEarlier(new CycleVersion("1", LocalDate.of(2025, 1, 1)))
                .build();
        LifeCycleFlow flow = flow(
                second,
                Ways.of("older").in("onboarding", "2024-12-31", "2025-01-05").in("value", "2025-01-05", ""),
                Ways.of("old").in("onboarding", "2025-12-31", "2026-03-31").in("value", "2026-03-31", "2026-04-01"),
                Ways.of("new").in("onboarding", "2026-01-01", "2026-01-31").in("value", "2026-01-31", ""));

        assertThat(flow.versions())
                .extracting(
                        VersionOutcome::revision,
                        VersionOutcome::began,
                        VersionOutcome::left,
                        one -> one.timeToValue().orElseThrow().median().getAsDouble())
                .containsExactly(tuple("1", 1, 1, 90.0), tuple("2", 1, 0, 30.0));
        assertThat(flow.versions().get(0).p()).isEmpty();
        assertThat(flow.versions().get(1).p().getAsDouble())
                .as("one against one proves nothing")
                .isGreaterThan(0.05);
        assertThat(flow(PLAIN).versions()).isEmpty();
    }

    @Test
    void versions_areNotTested_whereNobodyCameToValue_whileBothWereOnTheWay() {
        LifeCycle second = cycle(stage("onboarding").build(), stage("value").build())
                .header(DocumentHeader.of("life-cycle", "2").withEffectiveFrom(LocalDate.of(2026, 6, 1)))
                .valueStage("value")
                .addEarlier(new CycleVersion("1", LocalDate.of(2025, 1, 1)))
                .build();
        LifeCycleFlow flow = flow(
                second,
                Ways.of("old").in("onboarding", "2025-12-31", "2026-03-31").in("value", "2026-03-31", ""),
                Ways.of("new").in("onboarding", "2026-06-20", ""));
        assertThat(flow.versions()).extracting(VersionOutcome::p).containsOnly(OptionalDouble.empty());
        assertThat(flow(
                                second,
                                Ways.of("old")
                                        .in("onboarding", "2025-12-31", "2026-03-31")
                                        .in("value", "2026-03-31", ""))
                        .versions()
                        .get(1)
                        .timeToValue())
                .isEmpty();
    }

    private static ThrowableTypeAssert<InvalidDocumentException> refused() {
        return assertThatExceptionOfType(InvalidDocumentException.class);
    }

    @Test
    void versions_comeByDay_beforeTheOneInForce() {
        refused()
                .isThrownBy(() -> cycle(stage("a").build())
                        .addEarlier(new CycleVersion("1", LocalDate.of(2025, 1, 1)))
                        .build())
                .withMessageContaining("/effectiveFrom: must be later than");
        refused()
                .isThrownBy(() -> cycle(stage("a").build())
                        .addEarlier(
                                new CycleVersion("2", LocalDate.of(2025, 1, 1)),
                                new CycleVersion("1", LocalDate.of(2025, 1, 1)))
                        .build())
                .withMessageContaining("/earlier/1/from: must be later than that of the version before, 2025-01-01");
    }

    @Test
    void everyDepartment_shouldHaveAPart() {
        LifeCycle policy =
                cycle(stage("a").addParts(new Part("finance", "bills")).build()).build();
        Organisation organisation = Organisation.builder(DocumentHeader.of("us", "1"))
                .add(Department.of("dept-a", "A"))
                .add(Department.of("finance", "Finance"))
                .add(Department.of("marketing", "Marketing"))
                .add(Role.builder()
                        .id("head")
                        .title("Head")
                        .department("dept-a")
                        .build())
                .add(Member.builder()
                        .id("clara")
                        .role("head")
                        .zone(ZoneOffset.UTC)
                        .hoursPerWeek(BigDecimal.ONE)
                        .build())
                .build();
        assertThat(policy.withoutPart(organisation)).containsExactly("marketing");
    }

    @Test
    void movementDays_bothEndsCount() {
        LifeCycle oneDay =
                cycle(stage("a").build(), stage("b").build()).movementDays(1).build();
        LocalDate today = Ways.TODAY;
        assertThat(flow(oneDay, Ways.of("x").in("", "a", today, Optional.empty()))
                        .conversions()
                        .get(0)
                        .entered())
                .isEqualTo(1);
        assertThat(flow(oneDay, Ways.of("x").in("", "a", today.minusDays(1), Optional.empty()))
                        .conversions()
                        .get(0)
                        .entered())
                .isZero();
    }

    @Test
    void valueStage_isALaterOneThanTheFirst() {
        refused()
                .isThrownBy(() -> cycle(stage("a").build()).valueStage("a").build())
                .withMessageContaining("/valueStage: \"a\" must be a stage other than the first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage("a").addExit(training(), training()).build())
                .withMessageContaining("training");
    }
}
