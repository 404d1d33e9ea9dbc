package dev.rapport.health.override;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.Health;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthOverride;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.band.Bands;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A strategy whose results people may override. What it computes and remembers is that of the strategy; an override stands
 * beside it while it holds, see {@link Health#computed()}. Immutable and safe to share between threads.
 *
 * <p>Where several hold at once, the one that began last counts, of those the one recorded last. One that states no band
 * or score of the customer's scale, or another scorecard, says nothing; {@link #check} tells of them.
 *
 * <pre>{@code
 * HealthStrategy health = OverriddenHealth.of(scorecard);
 * Health acme = health.decide(view, memory);
 * acme.band();            // green, as the CSM states
 * acme.computed().band(); // red, as the scorecard has it
 * }</pre>
 */
public final class OverriddenHealth implements HealthStrategy {

    private static final Comparator<HealthOverride> LAST = Comparator.comparing(HealthOverride::from)
            .thenComparing(override -> override.entry().recordedAt())
            .thenComparing(HealthOverride::id);

    private final HealthStrategy strategy;

    private OverriddenHealth(HealthStrategy strategy) {
        this.strategy = requireNonNull(strategy, "strategy");
    }

    /**
     * A strategy that heeds overrides.
     *
     * @param strategy  decides what is overridden
     * @return the strategy
     */
    public static OverriddenHealth of(HealthStrategy strategy) {
        return new OverriddenHealth(strategy);
    }

    /**
     * What is overridden.
     *
     * @return the strategy that computes
     */
    public HealthStrategy computed() {
        return strategy;
    }

    @Override
    public PolicyRef policy() {
        return strategy.policy();
    }

    @Override
    public Requirements requirements() {
        return strategy.requirements().and(Requirements.series(HealthOverride.SERIES));
    }

    @Override
    public Health decide(CustomerView view, Memory memory) {
        Health computed = strategy.decide(view, memory);
        return inForce(view, computed.policy(), computed.bands())
                .map(computed::overriddenBy)
                .orElse(computed);
    }

    @Override
    public HealthOfBook decide(Book book, Memory memory, Executor executor, int tasks) {
        HealthOfBook computed = strategy.decide(book, memory, executor, tasks);
        if (!book.provides().series().contains(HealthOverride.SERIES)) {
            return computed;
        }
        Map<String, HealthOverride> stated = new HashMap<>();
        int row = 0;
        for (CustomerView view : book.customers()) {
            inForce(view, computed.policy(row), computed.bands(row))
                    .ifPresent(override -> stated.put(view.customerId(), override));
            row++;
        }
        return stated.isEmpty() ? computed : computed.overriddenBy(stated);
    }

    @Override
    public Optional<Program> program(CustomerView view) {
        return strategy.program(view);
    }

    private static Optional<HealthOverride> inForce(CustomerView view, PolicyRef policy, Bands bands) {
        return view.series(HealthOverride.SERIES).stream()
                .filter(override -> isWhole(override)
                        && override.holdsOn(view.date())
                        && override.policy().map(policy.id()::equals).orElse(true)
                        && override.bandAmong(bands).isPresent())
                .max(LAST);
    }

    /** What a host's adapter does not bind is missing here. */
    static boolean isWhole(HealthOverride override) {
        return HealthOverride.SERIES.requiredFields().stream()
                .allMatch(field -> override.entry().find(field).isPresent());
    }

    /**
     * Looks for overrides of a book that say nothing: without owner or end, of a band or score that there is not, of no
     * day, or beside others.
     *
     * @param book  the book
     * @return warnings, each with the customer and where the override was written down
     */
    public Problems check(Book book) {
        ProblemCollector problems = new ProblemCollector();
        HealthOfBook computed = strategy.decide(book, Memory.empty());
        int row = 0;
        for (CustomerView view : book.customers()) {
            List<HealthOverride> holding = new ArrayList<>();
            for (HealthOverride override : view.series(HealthOverride.SERIES)) {
                check(view, override, computed.bands(row)).forEach(problems::add);
                if (isWhole(override) && override.holdsOn(view.date())) {
                    holding.add(override);
                }
            }
            if (holding.size() > 1) {
                holding.sort(LAST);
                HealthOverride last = holding.get(holding.size() - 1);
                problems.add(warning(
                        "overrides-at-once",
                        view,
                        last,
                        "holds beside " + (holding.size() - 1) + " other; the one that began last counts"));
            }
            row++;
        }
        return problems.problems();
    }

    private static List<Problem> check(CustomerView view, HealthOverride override, Bands bands) {
        List<Problem> problems = new ArrayList<>();
        if (!isWhole(override)) {
            problems.add(warning(
                    "override-incomplete",
                    view,
                    override,
                    "must have " + HealthOverride.SERIES.requiredFields() + "; it is left out"));
            return problems;
        }
        if (override.bandAmong(bands).isEmpty()) {
            String stated = override.score()
                    .map(Quote::number)
                    .or(() -> override.band().map(Quote::text))
                    .orElse("nothing");
            problems.add(warning(
                    "override-states-nothing",
                    view,
                    override,
                    "states " + stated + ", which is no band or score of " + bands + "; it is left out"));
        }
        if (!override.from().isBefore(override.until())) {
            problems.add(warning(
                    "override-never-holds",
                    view,
                    override,
                    "ends on " + override.until() + ", before it begins on " + override.from() + "; it is left out"));
        }
        return problems;
    }

    private static Problem warning(String code, CustomerView view, HealthOverride override, String message) {
        return Problem.warning(
                code,
                Location.of(override.entry().source()),
                "override " + Quote.text(override.id()) + " of " + Quote.text(view.customerId()) + " " + message);
    }
}
