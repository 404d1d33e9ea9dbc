package dev.rapport.engagement.plan;

import dev.rapport.health.Health;
import dev.rapport.health.HealthStrategy;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.memory.Memory;
import java.util.Optional;

/**
 * What decides about health in two cuts: families and those whom measures compare with are others then and now, so each
 * cut has its own strategy.
 */
final class TwoCuts implements HealthStrategy {

    private final DecidedBook then;
    private final DecidedBook now;

    private TwoCuts(DecidedBook then, DecidedBook now) {
        this.then = then;
        this.now = now;
    }

    static HealthStrategy of(DecidedBook then, DecidedBook now) {
        return new TwoCuts(then, now);
    }

    private HealthStrategy of(CustomerView view) {
        return view.asOf().equals(then.book().asOf()) ? then.strategy() : now.strategy();
    }

    @Override
    public PolicyRef policy() {
        return now.strategy().policy();
    }

    @Override
    public Requirements requirements() {
        return then.strategy().requirements().and(now.strategy().requirements());
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
