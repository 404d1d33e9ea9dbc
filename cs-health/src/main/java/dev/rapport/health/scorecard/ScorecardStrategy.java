package dev.rapport.health.scorecard;

import dev.rapport.health.Health;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.band.BandLimits;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.ScoreChange;
import dev.rapport.model.decision.Scores;
import dev.rapport.model.memory.Memory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A scorecard that is ready to decide: one customer with reasons, or a whole book column by column, with the same numbers
 * to the last bit. Immutable and safe to share between threads.
 */
public final class ScorecardStrategy implements HealthStrategy {

    private final Scorecard scorecard;
    private final Program program;
    private final List<BandLimit> limits;

    /**
     * A strategy.
     *
     * @param program  gives the score, then what each limit is
     */
    ScorecardStrategy(Scorecard scorecard, Program program, List<BandLimit> limits) {
        this.scorecard = scorecard;
        this.program = program;
        this.limits = List.copyOf(limits);
    }

    /**
     * What was written down.
     *
     * @return the scorecard
     */
    public Scorecard scorecard() {
        return scorecard;
    }

    @Override
    public PolicyRef policy() {
        return scorecard.policy();
    }

    @Override
    public Requirements requirements() {
        return program.requirements();
    }

    @Override
    public Health decide(CustomerView view, Memory memory) {
        List<Explanation> explained = program.explainAll(view);
        BandLimits binding = limits.isEmpty()
                ? BandLimits.none()
                : BandLimit.binding(
                        limits,
                        scorecard.bands(),
                        limit -> explained.get(limit + 1).value().orElse(Double.NaN));
        return Health.of(view, policy(), explained.get(0), scorecard.bands(), memory, binding);
    }

    @Override
    public HealthOfBook decide(Book book, Memory memory, Executor executor, int tasks) {
        List<Scores> scores = program.evaluate(program.columns(book), executor, tasks);
        return HealthOfBook.of(
                policy(),
                book,
                scores.get(0),
                scorecard.bands(),
                memory,
                row -> BandLimit.binding(
                        limits,
                        scorecard.bands(),
                        limit -> scores.get(limit + 1).value(row)));
    }

    @Override
    public Optional<Program> program(CustomerView view) {
        return Optional.of(program);
    }

    /**
     * Why the score of a customer moved between two dates.
     *
     * @param then  the customer then
     * @param now  the customer now
     * @return the change under this scorecard
     */
    public ScoreChange change(CustomerView then, CustomerView now) {
        return changeTo(this, then, now);
    }

    /**
     * Why the score of a customer moved between two dates, where the scorecard changed as well.
     *
     * @param newer  the scorecard that holds now
     * @param then  the customer then, under this scorecard
     * @param now  the customer now, under the newer one
     * @return the change
     */
    public ScoreChange changeTo(ScorecardStrategy newer, CustomerView then, CustomerView now) {
        return ScoreChange.between(program, then, newer.program, now);
    }
}
