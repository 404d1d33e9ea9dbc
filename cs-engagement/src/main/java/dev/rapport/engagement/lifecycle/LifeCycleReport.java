package dev.rapport.engagement.lifecycle;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A book held against a life cycle: how many stand where, who is stuck, what is wrong with the ways there. Customers of
 * whom no stay is known are counted, not guessed.
 */
public final class LifeCycleReport {

    private final LifeCycle policy;
    private final List<Standing> standings = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> withoutStage = new ArrayList<>();
    private final List<CustomerFailure> failures = new ArrayList<>();

    private LifeCycleReport(LifeCycle policy) {
        this.policy = policy;
    }

    /**
     * Holds a book against a life cycle.
     *
     * @param policy  the life cycle
     * @param book  the customers
     * @return the report
     */
    public static LifeCycleReport of(LifeCycle policy, Book book) {
        LifeCycleReport report = new LifeCycleReport(policy);
        for (CustomerView view : book.customers()) {
            try {
                Journey journey = policy.journey(view);
                report.standings.addAll(journey.standings());
                report.findings.addAll(journey.findings());
                if (journey.standings().isEmpty() && journey.findings().isEmpty()) {
                    report.withoutStage.add(view.customerId());
                }
            } catch (RuntimeException e) {
                report.failures.add(CustomerFailure.of(view.customerId(), e));
            }
        }
        return report;
    }

    /**
     * The life cycle.
     *
     * @return the policy
     */
    public LifeCycle policy() {
        return policy;
    }

    /**
     * Where everybody stands.
     *
     * @return the standings by customer, then product
     */
    public List<Standing> standings() {
        return List.copyOf(standings);
    }

    /**
     * Who is stuck.
     *
     * @return the standings, those furthest over what is expected first, then by customer and product
     */
    public List<Standing> stuck() {
        return standings.stream()
                .filter(Standing::stuck)
                .sorted(Comparator.comparingDouble((Standing standing) ->
                                -standing.reasons().value().orElse(0))
                        .thenComparing(Standing::customerId)
                        .thenComparing(standing -> standing.product().orElse("")))
                .toList();
    }

    /**
     * How many stand in each stage.
     *
     * @return a count for each stage of the policy, in its order; a customer counts once for each product
     */
    public Map<String, Integer> countByStage() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        policy.stages().forEach(stage -> counts.put(stage.id(), 0));
        standings.forEach(standing -> counts.merge(standing.stage().id(), 1, Integer::sum));
        return counts;
    }

    /**
     * What is wrong with the ways through the stages.
     *
     * @return the findings by customer, product, day
     */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * The customers of whom no stay in any stage is known.
     *
     * @return their ids
     */
    public List<String> withoutStage() {
        return List.copyOf(withoutStage);
    }

    /**
     * The customers that could not be looked at.
     *
     * @return the failures
     */
    public List<CustomerFailure> failures() {
        return List.copyOf(failures);
    }
}
