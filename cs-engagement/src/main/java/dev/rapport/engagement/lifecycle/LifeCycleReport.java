package dev.rapport.engagement.lifecycle;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import java.util.ArrayList;
import java.util.Collections;
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
    private final List<CurrentStage> currentStages = new ArrayList<>();
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
                report.currentStages.addAll(journey.currentStages());
                report.findings.addAll(journey.findings());
                if (journey.currentStages().isEmpty() && journey.findings().isEmpty()) {
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
     * @return the stages by customer, then product
     */
    public List<CurrentStage> currentStages() {
        return List.copyOf(currentStages);
    }

    /**
     * Who is stuck.
     *
     * @return the stages, those furthest over what is expected first, then by customer and product
     */
    public List<CurrentStage> stuck() {
        return currentStages.stream()
                .filter(CurrentStage::stuck)
                .sorted(Comparator.comparingDouble((CurrentStage current) ->
                                -current.reasons().value().orElse(0))
                        .thenComparing(CurrentStage::customerId)
                        .thenComparing(current -> current.product().orElse("")))
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
        currentStages.forEach(current -> counts.merge(current.stage().id(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
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
