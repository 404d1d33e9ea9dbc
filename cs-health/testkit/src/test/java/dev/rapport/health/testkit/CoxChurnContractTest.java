package dev.rapport.health.testkit;

import dev.rapport.health.churn.ChurnModel;
import dev.rapport.health.churn.CoxChurn;
import dev.rapport.health.survival.CoxRegression;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;

class CoxChurnContractTest extends ChurnModelContract {

    private static final Book BOOK = SampleBooks.books().get(1);
    private static final ChurnModel MODEL = model();

    private static ChurnModel model() {
        return CoxChurn.fit(
                        new PolicyRef("churn", "1"),
                        SampleModels.FEATURES,
                        CoxRegression.efron(),
                        SampleModels.training())
                .orThrow();
    }

    @Override
    protected ChurnModel risk() {
        return MODEL;
    }

    @Override
    protected Book book() {
        return BOOK;
    }
}
