package dev.rapport.health.rollup;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.Health;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.band.Band;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.memory.Memory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Decides about a customer from its own health and that of all who belong to it. The reasons name every member with its
 * score, its band and what it pays; those of a member come from deciding about it. A customer to whom nobody belongs has
 * the health that the strategy gives it, override and all. Immutable and safe to share between threads.
 */
public final class RolledUpHealth implements HealthStrategy {

    private final RollUp rollUp;
    private final HealthStrategy strategy;
    private final Relatives relatives;

    RolledUpHealth(RollUp rollUp, HealthStrategy strategy, Relatives relatives) {
        this.rollUp = rollUp;
        this.strategy = requireNonNull(strategy, "strategy");
        this.relatives = requireNonNull(relatives, "relatives");
    }

    /**
     * What was written down.
     *
     * @return the roll-up
     */
    public RollUp rollUp() {
        return rollUp;
    }

    /**
     * What decides about each member.
     *
     * @return the strategy of own health
     */
    public HealthStrategy own() {
        return strategy;
    }

    @Override
    public PolicyRef policy() {
        return rollUp.policy();
    }

    @Override
    public Requirements requirements() {
        return needsArr()
                ? strategy.requirements().and(Requirements.attributes(StandardAttributes.ARR))
                : strategy.requirements();
    }

    private boolean needsArr() {
        return rollUp.rule() == RollUp.Rule.ARR_WEIGHTED
                || (rollUp.rule() == RollUp.Rule.WORST && rollUp.minimumKnown() > 0);
    }

    private List<CustomerView> below(CustomerView view) {
        return rollUp.rule() == RollUp.Rule.OWN ? List.of() : relatives.below(view);
    }

    @Override
    public Health decide(CustomerView view, Memory memory) {
        Health own = strategy.decide(view, memory);
        List<CustomerView> below = below(view);
        if (below.isEmpty()) {
            return own;
        }
        List<Member> family = new ArrayList<>();
        family.add(Member.of(view, standing(own), needsArr()));
        below.forEach(relative -> family.add(Member.of(relative, standing(relative, memory), needsArr())));
        return Health.of(view, policy(), fold(family), own.bands(), memory);
    }

    private static Member.Standing standing(Health health) {
        return new Member.Standing(health.score().orElse(Double.NaN), health.band());
    }

    /** One relative's failure is unknown health, as it is in a whole book. */
    private Member.Standing standing(CustomerView relative, Memory memory) {
        try {
            return standing(strategy.decide(relative, memory));
        } catch (RuntimeException e) {
            return new Member.Standing(Double.NaN, Band.UNKNOWN);
        }
    }

    @Override
    public HealthOfBook decide(Book book, Memory memory, Executor executor, int tasks) {
        HealthOfBook own = strategy.decide(book, memory, executor, tasks);
        if (relatives.areNone()) {
            return own.with(policy(), List.of());
        }
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < own.size(); row++) {
            rows.put(own.customerId(row), row);
        }
        List<Health> parents = new ArrayList<>();
        int row = 0;
        for (CustomerView view : book.customers()) {
            List<CustomerView> below = below(view);
            if (!below.isEmpty()) {
                List<Member> family = new ArrayList<>();
                family.add(Member.of(view, standing(own, row), needsArr()));
                for (CustomerView relative : below) {
                    Integer at = rows.get(relative.customerId());
                    Member.Standing standing = at == null ? standing(relative, memory) : standing(own, at);
                    family.add(Member.of(relative, standing, needsArr()));
                }
                parents.add(Health.of(view, policy(), fold(family), own.bands(row), memory));
            }
            row++;
        }
        return own.with(policy(), parents);
    }

    private static Member.Standing standing(HealthOfBook own, int row) {
        return new Member.Standing(own.score(row), own.band(row));
    }

    private Explanation fold(List<Member> family) {
        String code = rollUp.header().id();
        Optional<String> noWeights = needsArr() ? Member.whyNoWeights(family) : Optional.empty();
        if (noWeights.isPresent()) {
            return Explanation.missing(code, noWeights.get());
        }
        List<Explanation> parts = family.stream().map(Member::explanation).toList();
        if (rollUp.rule() == RollUp.Rule.ARR_WEIGHTED) {
            return Explanation.weightedMeanOf(
                    code,
                    parts,
                    family.stream().map(Member::weight).toList(),
                    Handling.REDISTRIBUTE,
                    rollUp.minimumKnown());
        }
        double share = needsArr() ? share(family) : 1;
        return share < rollUp.minimumKnown()
                ? Explanation.missing(
                        code,
                        String.format(
                                Locale.ROOT,
                                "the health of %.0f %% of the revenue is known, %.0f %% are needed",
                                100 * share,
                                100 * rollUp.minimumKnown()))
                : Explanation.leastOf(code, parts, Handling.REDISTRIBUTE);
    }

    private static double share(List<Member> family) {
        double known = 0;
        double all = 0;
        for (Member member : family) {
            known += member.isKnown() ? member.weight() : 0;
            all += member.weight();
        }
        return known / all;
    }

    @Override
    public Optional<Program> program(CustomerView view) {
        return below(view).isEmpty() ? strategy.program(view) : Optional.empty();
    }
}
