package dev.rapport.engagement.plan;

import dev.rapport.health.Health;
import dev.rapport.health.HealthStrategy;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What decides about health in several cuts: families and those whom measures compare with are others then and now, so
 * each cut has its own strategy. Not for use by several threads while cuts are added.
 */
final class HealthOfCuts implements HealthStrategy {

    private final HealthStrategy now;
    private final Map<AsOf, HealthStrategy> then = new HashMap<>();

    /** With what decides in every cut that is not added. */
    HealthOfCuts(HealthStrategy now) {
        this.now = now;
    }

    static HealthStrategy of(DecidedBook then, DecidedBook now) {
        return new HealthOfCuts(now.strategy()).with(then.book(), then.strategy());
    }

    HealthOfCuts with(Book cut, HealthStrategy strategy) {
        then.put(cut.asOf(), strategy);
        return this;
    }

    private HealthStrategy of(CustomerView view) {
        return then.getOrDefault(view.asOf(), now);
    }

    @Override
    public PolicyRef policy() {
        return now.policy();
    }

    @Override
    public Requirements requirements() {
        Requirements all = now.requirements();
        for (HealthStrategy strategy : then.values()) {
            all = all.and(strategy.requirements());
        }
        return all;
    }

    @Override
    public Health decide(CustomerView view, Memory memory) {
        return of(view).decide(view, memory);
    }

    @Override
    public Optional<Program> program(CustomerView view) {
        return of(view).program(view);
    }
}
