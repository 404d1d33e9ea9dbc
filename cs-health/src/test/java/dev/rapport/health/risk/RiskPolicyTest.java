package dev.rapport.health.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.Books;
import dev.rapport.health.HealthAttributes;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.shape.DocumentHeader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RiskPolicyTest {

    private static final AttributeKey<Boolean> SPONSOR = AttributeKey.bool("sponsor.present");
    private static final AttributeKey<Double> USE = AttributeKey.number("use");
    private static final RiskPolicy POINTS = policy(new RiskRules.Points(
            List.of(
                    new RiskRules.Rule("no-sponsor", 30, new AttributeTest.Is("sponsor.present", false)),
                    new RiskRules.Rule("falling", 70, new AttributeTest.Below("use", -0.2, Optional.empty()))),
            new RiskRules.Missing(Handling.REDISTRIBUTE, 0.2),
            List.of(new CurvePoint(0, 0.05), new CurvePoint(50, 0.3), new CurvePoint(100, 0.8))));

    private static RiskPolicy policy(RiskRules rules) {
        return new RiskPolicy(DocumentHeader.of("churn-risk", "1"), "opinion", rules);
    }

    private static Decision<Double> assess(RiskPolicy policy, Customer.Builder customer) {
        ChurnRisk risk = policy.resolve(List.of(SPONSOR, USE, HealthAttributes.SCORE, HealthAttributes.BAND))
                .orThrow();
        Book book = Books.of(customer.build());
        Decision<Double> decision = risk.assess(book.customers().get(0));
        assertThat(decision.reasons().foldsToItsValue()).isTrue();
        assertThat(risk.assess(book).probability(0)).isEqualTo(decision.value().orElse(Double.NaN));
        return decision;
    }

    @Test
    void points_thatHold_becomeAProbability_alongTheLine() {
        Customer.Builder falling =
                Books.customer("a").set(SPONSOR, true, Books.EARLY).set(USE, -0.3, Books.EARLY);

        assertThat(assess(POINTS, falling).value().orElseThrow()).isEqualTo(0.5, within(1e-12));
        assertThat(assess(POINTS, falling.set(SPONSOR, false, Books.EARLY.plusSeconds(1)))
                        .value())
                .contains(0.8);
    }

    @Test
    void ruleWithoutData_leavesWhatCouldBeHad() {
        assertThat(assess(POINTS, Books.customer("a").set(SPONSOR, false, Books.EARLY))
                        .value())
                .as("all of the 30 points that could be had")
                .contains(0.8);
        assertThat(assess(POINTS, Books.customer("a")).value()).isEmpty();
    }

    @Test
    void score_becomesAProbability_alongTheLine() {
        RiskPolicy byScore = policy(new RiskRules.ByScore(List.of(new CurvePoint(0, 0.9), new CurvePoint(100, 0.1))));

        assertThat(assess(byScore, Books.customer("a").set(HealthAttributes.SCORE, 75.0, Books.EARLY))
                        .value())
                .contains(0.9 + (0.1 - 0.9) * 0.75);
        assertThat(assess(byScore, Books.customer("a")).value()).isEmpty();
    }

    @Test
    void preset_namesItsSource_andItsReading() {
        RiskPolicy preset = RiskPolicy.egCsmForecast();

        assertThat(preset.policy()).hasToString("eg-csm-forecast@1");
        assertThat(preset.source()).contains("EG-CSM", "grade B", "green read as verbal");
        assertThat(assess(preset, Books.customer("a").set(HealthAttributes.BAND, "yellow", Books.EARLY))
                        .value())
                .contains(0.3);
    }

    @Test
    void whatIsNoRisk_isRefused() {
        assertThatThrownBy(() -> new RiskRules.Missing(Handling.WORST, 0)).hasMessageContaining("which is no risk");
        assertThatThrownBy(() -> new RiskRules.ByScore(List.of(new CurvePoint(0, 1.1))))
                .hasMessage("probability[0] (1.1) must be between 0 and 1.");
        assertThatThrownBy(() -> new RiskRules.ByScore(List.of(new CurvePoint(101, 1))))
                .hasMessage("probability[0] (at 101.0) must lie between 0 and 100.");
        assertThat(RiskPolicy.egCsmForecast().resolve(List.of()).problems().render())
                .isEqualTo("/risk: attribute \"health.band\" is needed here and nothing feeds it.");
        assertThat(POINTS.resolve(List.of(USE)).problems().render())
                .isEqualTo("/risk/rules/0/when/attribute: unknown attribute \"sponsor.present\", nothing feeds it.");
    }
}
