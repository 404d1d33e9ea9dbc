package dev.rapport.health.override;

import dev.rapport.health.HealthOverride;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.EntryBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An override that a test writes down, by Ada, because they migrate. */
public final class OverrideDraft {

    private final Customer.Builder customer;
    private final List<Consumer<EntryBuilder>> steps = new ArrayList<>();

    private OverrideDraft(Customer.Builder customer) {
        this.customer = customer;
    }

    public static OverrideDraft on(Customer.Builder customer, String id, LocalDate from, LocalDate until) {
        OverrideDraft draft = new OverrideDraft(customer);
        LocalDate at = from.isBefore(until) ? from : until;
        draft.steps.add(entry -> entry.id(id)
                .at(at)
                .with(HealthOverride.FROM, from)
                .with(HealthOverride.UNTIL, until)
                .with(HealthOverride.REASON, "they migrate")
                .with(HealthOverride.OWNER, "csm-ada"));
        return draft;
    }

    public OverrideDraft owner(String owner) {
        return step(entry -> entry.with(HealthOverride.OWNER, owner));
    }

    public OverrideDraft band(String band) {
        return step(entry -> entry.with(HealthOverride.BAND, band));
    }

    public OverrideDraft score(double score) {
        return step(entry -> entry.with(HealthOverride.SCORE, score));
    }

    public OverrideDraft policy(String policy) {
        return step(entry -> entry.with(HealthOverride.POLICY, policy));
    }

    public OverrideDraft recordedAt(Instant at) {
        return step(entry -> entry.recordedAt(at));
    }

    private OverrideDraft step(Consumer<EntryBuilder> step) {
        steps.add(step);
        return this;
    }

    public void add() {
        customer.add(HealthOverride.SERIES, entry -> steps.forEach(step -> step.accept(entry)));
    }

    public Customer build() {
        add();
        return customer.build();
    }
}
