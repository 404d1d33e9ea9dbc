package dev.rapport.health.choice;

import dev.rapport.health.Health;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.PolicyChoice;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Answers;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.memory.Memory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Decides about each customer by the scorecard that is for it, and says which and why. Bands are remembered scorecard by
 * scorecard: a customer who comes to another one is decided there for the first time. Immutable and safe to share between
 * threads.
 */
public final class ChosenHealth implements HealthStrategy {

    private final ScorecardChoice choice;
    private final List<HealthStrategy> strategies;
    private final Program program;

    /** With a strategy for each condition, and one behind them for all others. */
    ChosenHealth(ScorecardChoice choice, List<HealthStrategy> strategies, List<Node> conditions) {
        this.choice = choice;
        this.strategies = List.copyOf(strategies);
        List<Node> outputs = new ArrayList<>();
        outputs.add(Node.firstMatch(
                choice.header().id(),
                conditions,
                choice.rules().stream().map(ChoiceRule::scorecard).toList(),
                choice.otherwise()));
        outputs.addAll(conditions);
        this.program = Program.of(outputs);
    }

    /**
     * What was written down.
     *
     * @return the choice
     */
    public ScorecardChoice choice() {
        return choice;
    }

    @Override
    public PolicyRef policy() {
        return choice.policy();
    }

    @Override
    public Requirements requirements() {
        Requirements all = program.requirements();
        for (HealthStrategy strategy : strategies) {
            all = all.and(strategy.requirements());
        }
        return all;
    }

    @Override
    public Health decide(CustomerView view, Memory memory) {
        Explanation why = program.explain(view);
        return decide(position(why.value()), why, view, memory);
    }

    private Health decide(int position, Explanation why, CustomerView view, Memory memory) {
        HealthStrategy chosen = strategies.get(position);
        return chosen.decide(view, memory)
                .chosenBy(new PolicyChoice(chosen.policy(), reason(position, why), Optional.of(why)));
    }

    /** Where nothing decides, for lack of data, the scorecard for all others does. */
    private int position(OptionalDouble match) {
        return match.isPresent() ? (int) match.getAsDouble() : choice.rules().size();
    }

    private String reason(int position, Explanation why) {
        if (position < choice.rules().size()) {
            String attributes = choice.rules().get(position).when().stream()
                    .map(test -> test.attribute())
                    .collect(Collectors.joining(", "));
            List<String> later = new ArrayList<>();
            for (int i = position + 1; i < choice.rules().size(); i++) {
                if (holds(why.parts().get(i))) {
                    later.add(choice.rules().get(i).scorecard());
                }
            }
            return "its condition is the first that holds, on " + attributes
                    + (later.isEmpty() ? "" : "; of lower priority: " + String.join(", ", later));
        }
        if (why.value().isPresent()) {
            return "no condition holds";
        }
        return "no condition holds, and data is missing for " + missing(why);
    }

    private static String missing(Explanation why) {
        Set<String> attributes = new LinkedHashSet<>();
        why.find(leaf -> leaf.parts().isEmpty() && leaf.value().isEmpty()).forEach(leaf -> attributes.add(leaf.code()));
        return String.join(", ", attributes);
    }

    private static boolean holds(Explanation condition) {
        return condition.value().orElse(0) != 0;
    }

    @Override
    public HealthOfBook decide(Book book, Memory memory, Executor executor, int tasks) {
        Answers matches = program.answer(program.columns(book), executor, tasks).get(0);
        List<BitSet> chosen = new ArrayList<>();
        strategies.forEach(strategy -> chosen.add(new BitSet()));
        for (int row = 0; row < matches.size(); row++) {
            chosen.get(position(matches, row)).set(row);
        }
        List<HealthOfBook> parts = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            if (!chosen.get(i).isEmpty()) {
                parts.add(strategies.get(i).decide(book.only(chosen.get(i)), memory, executor, tasks));
            }
        }
        return HealthOfBook.of(policy(), book, parts);
    }

    private int position(Answers matches, int row) {
        double match = matches.value(row);
        return position(Double.isNaN(match) ? OptionalDouble.empty() : OptionalDouble.of(match));
    }

    @Override
    public Optional<Program> program(CustomerView view) {
        return strategies.get(position(program.explain(view).value())).program(view);
    }

    /**
     * Decides by the scorecard of a customer and, beside it, by the others whose conditions hold as well.
     *
     * @param view  the customer
     * @param memory  what was decided before
     * @return the health that counts and the others, by priority
     */
    public SideBySide decideAll(CustomerView view, Memory memory) {
        Explanation why = program.explain(view);
        int primary = position(why.value());
        List<Health> others = new ArrayList<>();
        for (int i = primary + 1; i < choice.rules().size(); i++) {
            if (holds(why.parts().get(i))) {
                others.add(strategies.get(i).decide(view, memory));
            }
        }
        return new SideBySide(decide(primary, why, view, memory), List.copyOf(others));
    }

    /**
     * Who is decided by which scorecard, where conditions overlap and whom they leave out.
     *
     * @param book  the book
     * @return the report
     */
    public ChoiceReport report(Book book) {
        return ChoiceReport.of(choice, book, program.evaluate(program.columns(book)));
    }
}
