package dev.rapport.health.testkit;

import dev.rapport.health.churn.ChurnModel;
import dev.rapport.health.churn.Encoding;
import dev.rapport.health.churn.Horizon;
import dev.rapport.health.churn.HostModel;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;

/** A tree of another library that handles gaps itself and has no probability without a sponsor known. */
class HostModelContractTest extends ChurnModelContract {

    private static final Book BOOK = SampleBooks.books().get(1);
    private static final ChurnModel MODEL = model();

    private static ChurnModel model() {
        Encoding encoding = Encoding.learn(SampleModels.FEATURES, SampleModels.training());
        int use = encoding.names().indexOf("use");
        int sponsor = encoding.names().indexOf("sponsor.present");
        return HostModel.of(
                        new PolicyRef("forest", "1"),
                        Horizon.nextDecision(),
                        encoding,
                        row -> Double.isNaN(row[sponsor]) ? Double.NaN : row[use] < 40 ? 0.6 : 0.2)
                .keepingGaps();
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
