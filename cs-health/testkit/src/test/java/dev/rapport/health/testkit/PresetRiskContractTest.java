package dev.rapport.health.testkit;

import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.health.risk.RiskPolicy;
import dev.rapport.model.book.Book;

class PresetRiskContractTest extends ChurnRiskContract {

    @Override
    protected ChurnRisk risk() {
        return RiskPolicy.egCsmForecast().resolve(SampleBooks.KEYS).orThrow();
    }

    @Override
    protected Book book() {
        return SampleBooks.books().get(0);
    }
}
