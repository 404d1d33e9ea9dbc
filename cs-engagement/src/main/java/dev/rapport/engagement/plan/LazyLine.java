package dev.rapport.engagement.plan;

import dev.rapport.health.Health;
import dev.rapport.health.HealthAttributes;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.derived.StandardAttributes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A line that says nothing before it is asked: of a million nearly nobody asks for the reasons of more than a few. */
final class LazyLine extends CustomerLine {

    private final DecidedBook decided;
    private final int row;
    private final CustomerView view;
    private final List<String> owners;

    /** Kept once it is worked out; whoever comes at the same time works out the same. */
    private @Nullable Health health;

    LazyLine(DecidedBook decided, int row, CustomerView view, List<String> owners) {
        this.decided = decided;
        this.row = row;
        this.view = view;
        this.owners = owners;
    }

    /** The same, with everything said. */
    CustomerLine said() {
        return CustomerLine.builder().from(this).build();
    }

    @Override
    public String customerId() {
        return view.customerId();
    }

    @Override
    public Optional<String> name() {
        return view.find(CustomerAttributes.NAME);
    }

    @Override
    public Optional<String> segment() {
        return view.find(Planner.SEGMENT);
    }

    @Override
    public Map<String, String> furtherSegments() {
        return decided.furtherSegments(view);
    }

    @Override
    public Optional<Money> arr() {
        return view.find(StandardAttributes.ARR);
    }

    @Override
    public Health health() {
        Health known = health;
        if (known == null) {
            known = decided.health(view);
            health = known;
        }
        return known;
    }

    @Override
    public String band() {
        return decided.health().band(row);
    }

    @Override
    public Optional<Health> ownHealth() {
        return decided.ownHealth(view, health());
    }

    @Override
    public OptionalDouble churnRisk() {
        Optional<Double> probability = view.find(HealthAttributes.CHURN_RISK);
        return probability.isPresent() ? OptionalDouble.of(probability.get()) : OptionalDouble.empty();
    }

    @Override
    public Optional<LocalDate> nextDecision() {
        return view.find(StandardAttributes.DECISION_NEXT_DATE);
    }

    @Override
    public List<String> owners() {
        return owners;
    }
}
