package dev.rapport.health.testkit;

import dev.rapport.health.churn.ChurnModel;
import dev.rapport.health.churn.LogisticChurn;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;

class LogisticChurnContractTest extends ChurnModelContract {

    private static final Book BOOK = SampleBooks.books().get(1);
    private static final ChurnModel MODEL = model();

    private static ChurnModel model() {
        return LogisticChurn.fit(
                        new PolicyRef("churn", "1"),
                        SampleModels.FEATURES,
                        LogisticRegression.plain(),
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
