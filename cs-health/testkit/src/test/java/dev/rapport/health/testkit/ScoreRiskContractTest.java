package dev.rapport.health.testkit;

import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.health.risk.RiskPolicy;
import dev.rapport.health.risk.RiskRules;
import dev.rapport.model.book.Book;
import dev.rapport.model.shape.DocumentHeader;
import java.util.List;

class ScoreRiskContractTest extends ChurnRiskContract {

    @Override
    protected ChurnRisk risk() {
        RiskRules rules = new RiskRules.ByScore(List.of(new CurvePoint(0, 0.8), new CurvePoint(100, 0.02)));
        return new RiskPolicy(DocumentHeader.of("churn-risk", "1"), "opinion", rules)
                .resolve(SampleBooks.KEYS)
                .orThrow();
    }

    @Override
    protected Book book() {
        return SampleBooks.books().get(0);
    }
}
