package dev.rapport.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ScoringAgreementTest {

    @Test
    void allPeers_computeTheSameScores() throws SQLException {
        ScoringBook book = new ScoringBook(10_000, 11);
        double[] ours = new RapportScoring(book).run(Runnable::run, 1).get(0).values();
        double[] plain = new PlainScoring(book).run();
        try (DuckDbScoring duckDb = new DuckDbScoring(book, 2)) {
            duckDb.run();
            double[] sql = duckDb.scores(book.customers);
            for (int row = 0; row < book.customers; row++) {
                assertThat(plain[row]).isEqualTo(ours[row]);
                assertThat(sql[row]).isCloseTo(ours[row], within(1e-9));
            }
        }
    }
}
