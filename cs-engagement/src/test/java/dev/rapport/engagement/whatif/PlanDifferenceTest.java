package dev.rapport.engagement.whatif;

import static dev.rapport.engagement.page.SmallPlan.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.engagement.json.PlanDifferenceJson;
import dev.rapport.engagement.overview.PlanVerdict;
import dev.rapport.engagement.page.SmallPlan;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.model.json.JsonLayout;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {

    private static final Plan NOW = SmallPlan.withPlays(
                    customer("a", "Acme", 8_000, 80), customer("b", "Beta", 20_000, 1))
            .plan();

    @Test
    void higherPrice_movesArrAndSegment_andTheCustomerIsNamed() {
        Plan then = SmallPlan.withPlays(customer("a", "Acme", 12_000, 80), customer("b", "Beta", 20_000, 1))
                .plan();
        PlanDifference difference = PlanDifference.between(NOW, then);

        assertThat(difference.verdict().read(PlanVerdict::arr))
                .isEqualTo(Shift.of(Money.of(CurrencyUnit.EUR, 28_000), Money.of(CurrencyUnit.EUR, 32_000)));
        assertThat(difference.segments())
                .extracting(SegmentDifference::segment, SegmentDifference::isChange)
                .containsExactly(tuple("small", true), tuple("large", true));
        assertThat(json(difference))
                .contains("\"policies\":{}")
                .contains("\"arr\":{\"now\":\"EUR28000.00\",\"then\":\"EUR32000.00\",\"difference\":\"EUR4000.00\"}")
                .contains(
                        "\"segment\":\"small\",\"isChange\":true,\"customers\":{\"now\":1,\"then\":0,\"difference\":-1}")
                .contains("\"customers\":[{\"customer\":\"a\",\"arr\":{\"now\":\"EUR8000.00\",\"then\":\"EUR12000.00\","
                        + "\"difference\":\"EUR4000.00\"},\"segment\":{\"now\":\"small\",\"then\":\"large\"},"
                        + "\"band\":{\"now\":\"poor\",\"then\":\"poor\"}}]");
    }

    @Test
    void lostCustomer_isInTheFirstPlanAlone() {
        Plan then = SmallPlan.withPlays(customer("b", "Beta", 20_000, 1)).plan();
        PlanDifference difference = PlanDifference.between(NOW, then);

        assertThat(json(difference))
                .contains("\"customers\":{\"now\":2,\"then\":1,\"difference\":-1}")
                .contains("\"customers\":[{\"customer\":\"a\",\"arr\":{\"now\":\"EUR8000.00\"},"
                        + "\"segment\":{\"now\":\"small\"},\"band\":{\"now\":\"poor\"}}]");
        assertThat(difference.decisions().now().orElseThrow()).hasSize(2);
        assertThat(difference.decisions().then().orElseThrow()).hasSize(1);
    }

    @Test
    void otherDay_isRefused_withTheWayToCompareDays() {
        Plan later = SmallPlan.onDay(SmallPlan.TODAY.plusDays(1), customer("a", "Acme", 8_000, 80))
                .plan();
        assertThatThrownBy(() -> PlanDifference.between(NOW, later))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("then (2026-07-01, EUR) must be of the day and in the currency of now (2026-06-30, EUR).\n"
                        + "Maybe plan(facts, asOf, since, memory, ledger), which says what changed since another day.");
    }

    private static String json(PlanDifference difference) {
        return JsonLayout.PRETTY
                .text(out -> PlanDifferenceJson.write(difference, out))
                .replaceAll("\\s+", "");
    }
}
