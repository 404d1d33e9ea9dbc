package dev.rapport.health.testkit;

import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.health.risk.RiskPolicy;
import dev.rapport.health.risk.RiskRules;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.shape.DocumentHeader;
import java.util.List;
import java.util.Optional;

class PointsRiskContractTest extends ChurnRiskContract {

    @Override
    protected ChurnRisk risk() {
        RiskRules rules = new RiskRules.Points(
                List.of(
                        new RiskRules.Rule("no-sponsor", 30, new AttributeTest.Is("sponsor.present", false)),
                        new RiskRules.Rule("red", 50, AttributeTest.In.of("health.band", "red")),
                        new RiskRules.Rule("idle", 7, new AttributeTest.Below("use", 20, Optional.empty()))),
                new RiskRules.Missing(Handling.NEUTRAL, 0.3),
                List.of(new CurvePoint(0, 0.05), new CurvePoint(100, 0.7)));
        return new RiskPolicy(DocumentHeader.of("churn-risk", "1"), "opinion", rules)
                .resolve(SampleBooks.KEYS)
                .orThrow();
    }

    @Override
    protected Book book() {
        return SampleBooks.books().get(0);
    }
}
