package dev.rapport.health.atrisk;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Columns;
import dev.rapport.model.decision.Answers;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Says which play is for whom; see {@link AtRiskPolicy}. Immutable. */
public final class PlayChoice {

    private final AtRiskPolicy written;
    private final Optional<Program> program;
    private final List<SavePlay> plays;
    private final List<DoubleUnaryOperator> saveable;
    private final List<Program> saveableByDate;

    PlayChoice(AtRiskPolicy written, Optional<Program> program) {
        this.written = written;
        this.program = program;
        this.plays = written.plays().all();
        this.saveable = plays.stream().map(play -> play.saveable().byDaysLeft()).toList();
        this.saveableByDate =
                IntStream.range(0, plays.size()).mapToObj(this::byDate).toList();
    }

    private Program byDate(int position) {
        int leadDays = play(position).effort().leadDays();
        return Program.of(Node.date(
                "saveable", Origin.DECISION_DATE, (day, today) -> saveable(position, day - today - leadDays)));
    }

    /**
     * What was written down, with the source of the numbers.
     *
     * @return the policy document
     */
    public AtRiskPolicy written() {
        return written;
    }

    /**
     * What is read of a customer.
     *
     * @return every attribute
     */
    public Requirements requirements() {
        return program.map(Program::requirements).orElseGet(Requirements::none);
    }

    /** The position of the play of each row. */
    int[] choose(Columns columns) {
        int[] chosen = new int[columns.size()];
        Optional<Answers> answers =
                program.map(known -> known.answer(columns, Runnable::run, 1).get(0));
        for (int row = 0; row < chosen.length; row++) {
            boolean fits = answers.isPresent() && answers.get().status(row) == Status.EVALUATED;
            chosen[row] = fits ? (int) answers.get().value(row) : plays.size() - 1;
        }
        return chosen;
    }

    SavePlay play(int position) {
        return plays.get(position);
    }

    /** The share that can be saved: nothing once the last safe day has passed. */
    double saveable(int position, double daysLeft) {
        return daysLeft < 0 ? 0 : saveable.get(position).applyAsDouble(daysLeft);
    }

    /** Why a customer gets a play; empty if there is but one. */
    Optional<Explanation> explain(CustomerView view) {
        return program.map(known -> known.explain(view));
    }

    /** The share that can be saved, with the date it follows from; without a date, with what it is then. */
    Explanation explainSaveable(int position, CustomerView view) {
        if (view.read(Origin.DECISION_DATE).value().isPresent()) {
            return saveableByDate.get(position).explain(view);
        }
        double share = saveable(position, Double.NaN);
        return Explanation.stated(
                "saveable",
                share,
                Double.isNaN(share) ? "there is no decision date to count days to" : "whatever the days");
    }
}
