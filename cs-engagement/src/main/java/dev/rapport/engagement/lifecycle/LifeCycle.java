package dev.rapport.engagement.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.DocumentHeader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A life-cycle policy: the stages in the order in which customers go through them.
 *
 * @param header  who made it, and since when it holds
 * @param stages  the stages, at least one, with different ids
 * @param stuckFactor  how many times the expected days a customer may stay before counting as stuck, at least 1
 */
public record LifeCycle(DocumentHeader header, List<Stage> stages, double stuckFactor) {

    /**
     * Checks the stages.
     *
     * @param header  who made it
     * @param stages  the stages
     * @param stuckFactor  the factor
     */
    public LifeCycle {
        requireNonNull(header, "header");
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("stages must not be empty.");
        }
        Set<String> ids = new HashSet<>();
        for (Stage stage : stages) {
            if (!ids.add(stage.id())) {
                throw new IllegalArgumentException("stages must have different ids, was twice " + stage.id());
            }
        }
        if (!(stuckFactor >= 1) || Double.isInfinite(stuckFactor)) {
            throw new IllegalArgumentException("stuckFactor (" + stuckFactor + ") must be at least 1.");
        }
    }

    /**
     * What is read.
     *
     * @return the stays in stages
     */
    public static Requirements requirements() {
        return Requirements.series(StageEntry.SERIES);
    }

    /**
     * The stage of an id.
     *
     * @param id  the id
     * @return the stage, or empty if there is none
     */
    public Optional<Stage> find(String id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /**
     * Where a stage stands in the order.
     *
     * @param id  the id
     * @return its position from 0, or -1 if there is none
     */
    public int position(String id) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Holds the stages against an organisation.
     *
     * @param organisation  the organisation
     * @return an error for each department and role that it does not have, at its place in this document
     */
    public Problems against(Organisation organisation) {
        ProblemCollector problems = new ProblemCollector();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            Location here = Location.NONE.child("stages").child(i);
            if (organisation.department(stage.department()).isEmpty()) {
                String message = "organisation has no department " + Quote.text(stage.department());
                problems.error("unknown-department", here.child("department"), message);
            }
            if (organisation.role(stage.accountable()).isEmpty()) {
                String message = "organisation has no role " + Quote.text(stage.accountable());
                problems.error("unknown-role", here.child("accountable"), message);
            }
        }
        return problems.problems();
    }

    /**
     * Holds a customer against the life cycle.
     *
     * @param view  the customer
     * @return where they stand with each product, and what is wrong with their way there
     */
    public Journey journey(CustomerView view) {
        return JourneyReader.read(this, view);
    }
}
