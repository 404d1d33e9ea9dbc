package dev.rapport.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.Health;
import dev.rapport.health.scorecard.ScorecardStrategy;
import dev.rapport.model.memory.Memory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void scorecardAlone_isTheSame_forAllPeers() throws SQLException {
        ScoringBook book = new ScoringBook(2_000, 13);
        List<Health> ours = new ArrayList<>();
        ScorecardStrategy strategy = RapportScorecard.strategy();
        RapportScorecard.views(book).forEach(view -> ours.add(strategy.decide(view, Memory.empty())));
        double[] columns = RapportScorecard.curvesAndFold()
                .evaluate(RapportScorecard.columns(book))
                .get(0)
                .values();
        EasyRulesScoring easyRules = new EasyRulesScoring();
        List<Account> drools = new DroolsScoring().score(Account.of(book));
        try (DuckDbScoring duckDb = new DuckDbScoring(book, 2)) {
            duckDb.runScorecard();
            double[] sql = duckDb.scores(book.customers);
            for (int row = 0; row < book.customers; row++) {
                double score = ours.get(row).score().orElseThrow();
                Account byEasyRules = easyRules.score(drools.get(row).fresh());
                assertThat(columns[row]).isEqualTo(score);
                assertThat(byEasyRules.score()).isCloseTo(score, within(1e-9));
                assertThat(byEasyRules.band()).isEqualTo(ours.get(row).band());
                assertThat(drools.get(row).score()).isEqualTo(byEasyRules.score());
                assertThat(drools.get(row).reasons()).isEqualTo(byEasyRules.reasons());
                assertThat(sql[row]).isCloseTo(score, within(1e-9));
            }
        }
    }

    @Test
    void foldAlone_isTheSame_inSql() throws SQLException {
        ScoringBook book = new ScoringBook(2_000, 17);
        double[] ours = RapportScorecard.fold()
                .evaluate(RapportScorecard.columns(book))
                .get(0)
                .values();
        try (DuckDbScoring duckDb = new DuckDbScoring(book, 2)) {
            duckDb.runFold();
            assertThat(duckDb.scores(book.customers)).containsExactly(ours, within(1e-9));
        }
    }
}
