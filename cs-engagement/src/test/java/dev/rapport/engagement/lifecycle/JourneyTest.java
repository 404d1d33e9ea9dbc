package dev.rapport.engagement.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.shape.DocumentHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class JourneyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final LifeCycle POLICY = cycle(
            DocumentHeader.of("life-cycle", "1"),
            List.of(
                    stage("onboarding", 60),
                    stage("adoption", 120),
                    Stage.builder()
                            .id("value")
                            .department("customer-success")
                            .accountable("csm")
                            .build(),
                    stage("renewal", 120)),
            1.5);

    private static LifeCycle cycle(DocumentHeader header, List<Stage> stages, double factor) {
        return LifeCycle.builder()
                .header(header)
                .stages(stages)
                .stuckFactor(factor)
                .build();
    }

    private static Stage stage(String id, int days) {
        return Stage.builder()
                .id(id)
                .department("dept-" + id)
                .accountable("role-" + id)
                .expectedDays(days)
                .build();
    }

    private static final class Stays {
        private final Customer.Builder customer;
        private int number;

        Stays(String id) {
            customer = Customer.builder(id, SINCE);
        }

        Stays in(String stage, String from, String to) {
            return in("", stage, from, to);
        }

        Stays in(String product, String stage, String from, String to) {
            customer.add(StageEntry.SERIES, e -> {
                e.id("s-" + number++).at(SINCE).with(StageEntry.STAGE, stage).with(StageEntry.ENTERED_ON, day(from));
                if (!to.isEmpty()) {
                    e.with(StageEntry.LEFT_ON, day(to));
                }
                if (!product.isEmpty()) {
                    e.with(StageEntry.PRODUCT, product);
                }
            });
            return this;
        }

        Customer build() {
            return customer.build();
        }
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Book book(Customer... customers) {
        return Facts.of(Customer.adapter(List.of(customers)), List.of(customers))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY);
    }

    private static Journey journey(Stays stays) {
        return POLICY.journey(book(stays.build()).customers().get(0));
    }

    private static List<String> findings(Stays stays) {
        return journey(stays).findings().stream()
                .map(finding -> finding.kind() + " " + finding.on() + " " + finding.text())
                .toList();
    }

    @Test
    void currentStage_saysWhere_sinceWhen_andHowLong() {
        Journey journey = journey(
                new Stays("acme").in("onboarding", "2026-01-01", "2026-03-01").in("adoption", "2026-03-01", ""));

        assertThat(journey.findings()).isEmpty();
        assertThat(journey.currentStages()).singleElement().satisfies(current -> {
            assertThat(current.stage().id()).isEqualTo("adoption");
            assertThat(current.since()).isEqualTo("2026-03-01");
            assertThat(current.days()).isEqualTo(121);
            assertThat(current.stuck()).isFalse();
            assertThat(current.reasons().value()).hasValue(121 / 120.0);
            assertThat(current.reasons().reason())
                    .contains(
                            "for 121 days, expected 120; not stuck up to 1.5 times as long; accountable: role-adoption in"
                                    + " dept-adoption");
        });
    }

    @Test
    void stuck_isLongerThanExpectedTimesTheFactor() {
        assertThat(journey(new Stays("a").in("onboarding", TODAY.minusDays(90).toString(), ""))
                        .currentStages()
                        .get(0)
                        .stuck())
                .isFalse();
        assertThat(journey(new Stays("a").in("onboarding", TODAY.minusDays(91).toString(), ""))
                        .currentStages()
                        .get(0)
                        .stuck())
                .isTrue();
        assertThat(journey(new Stays("a").in("value", "2021-01-01", ""))
                        .currentStages()
                        .get(0))
                .satisfies(current -> {
                    assertThat(current.stuck()).isFalse();
                    assertThat(current.reasons().value()).isEmpty();
                });
    }

    @Test
    void products_areLookedAtOneByOne() {
        Journey journey = journey(new Stays("acme")
                .in("beta", "onboarding", "2026-06-01", "")
                .in("alpha", "value", "2024-06-01", "")
                .in("adoption", "2026-06-01", ""));

        assertThat(journey.currentStages())
                .extracting(CurrentStage::product)
                .containsExactly(Optional.empty(), Optional.of("alpha"), Optional.of("beta"));
    }

    @Test
    void gaps_betweenStages_areFound() {
        assertThat(findings(new Stays("a")
                        .in("onboarding", "2026-01-01", "2026-03-01")
                        .in("adoption", "2026-03-11", "")))
                .containsExactly(
                        "GAP 2026-03-01 in no stage for 10 days between onboarding and adoption, until 2026-03-11");
        Stays left = new Stays("a").in("onboarding", "2026-01-01", "2026-03-01");
        assertThat(findings(left))
                .containsExactly("NO_STAGE 2026-03-01 onboarding was left on 2026-03-01 and no stage entered since");
        assertThat(journey(left).currentStages()).isEmpty();
    }

    @Test
    void gap_isNotFound_whereALongerStayCoversIt() {
        assertThat(findings(new Stays("a")
                        .in("onboarding", "2026-01-01", "2026-05-01")
                        .in("adoption", "2026-02-01", "2026-03-01")
                        .in("value", "2026-05-01", "")))
                .containsExactly("OVERLAP 2026-02-01 adoption was entered before onboarding was left");
    }

    @Test
    void order_isChecked() {
        assertThat(findings(new Stays("a")
                        .in("onboarding", "2026-01-01", "2026-03-01")
                        .in("renewal", "2026-03-01", "")))
                .containsExactly("SKIPPED 2026-03-01 from onboarding to renewal without adoption, value");
        assertThat(findings(
                        new Stays("a").in("value", "2026-01-01", "2026-03-01").in("adoption", "2026-03-01", "")))
                .containsExactly("BACK 2026-03-01 back from value to adoption");
        assertThat(findings(
                        new Stays("a").in("renewal", "2026-01-01", "2026-03-01").in("value", "2026-03-01", "")))
                .as("after the last stage it begins anew")
                .isEmpty();
    }

    @Test
    void oddStays_areFound() {
        assertThat(findings(new Stays("a").in("dreaming", "2026-01-01", "")))
                .containsExactly("UNKNOWN_STAGE 2026-01-01 stage dreaming is not in the life cycle");
        assertThat(findings(new Stays("a")
                        .in("onboarding", "2026-03-01", "2026-01-01")
                        .in("adoption", "2026-03-01", "")))
                .contains("LEFT_BEFORE_ENTERED 2026-03-01 onboarding was entered on 2026-03-01 and left on 2026-01-01");
    }

    @Test
    void stagesToCome_areNotSeen() {
        assertThat(journey(new Stays("a").in("onboarding", "2026-06-01", "").in("adoption", "2026-07-01", ""))
                        .currentStages())
                .extracting(current -> current.stage().id())
                .containsExactly("onboarding");
    }

    @Test
    void report_countsStages_andSortsWhoIsStuck() {
        LifeCycleReport report = LifeCycleReport.of(
                POLICY,
                book(
                        new Stays("a").in("onboarding", "2026-01-01", "").build(),
                        new Stays("b").in("onboarding", "2025-01-01", "").build(),
                        new Stays("c").in("value", "2025-01-01", "").build(),
                        new Stays("d").build()));

        assertThat(report.countByStage())
                .containsExactly(
                        Map.entry("onboarding", 2),
                        Map.entry("adoption", 0),
                        Map.entry("value", 1),
                        Map.entry("renewal", 0));
        assertThat(report.stuck()).extracting(CurrentStage::customerId).containsExactly("b", "a");
        assertThat(report.withoutStage()).containsExactly("d");
        assertThat(report.findings()).isEmpty();
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void policy_isChecked() {
        DocumentHeader header = DocumentHeader.of("x", "1");
        assertThatThrownBy(() -> cycle(header, List.of(stage("a", 1), stage("a", 2)), 0.9))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContainingAll("/stages/1/id: \"a\" must occur once", "/stuckFactor: must be >= 1, was 0.9");
        assertThatThrownBy(() -> cycle(header, List.of(), 1.5)).isInstanceOf(InvalidDocumentException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> stage("a", 0));
    }
}
