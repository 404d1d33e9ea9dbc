package dev.rapport.engagement.lifecycle;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.DocumentHeader;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** A life-cycle policy: the stages in the order in which customers go through them. */
@Value.Immutable
@ValueStyle
public abstract class LifeCycle {

    private static final int YEAR = 365;

    LifeCycle() {}

    /**
     * Starts a life cycle.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Who made it, and since when it holds.
     *
     * @return the header
     */
    public abstract DocumentHeader header();

    /**
     * The stages in their order.
     *
     * @return the stages, at least one, with different ids
     */
    public abstract List<Stage> stages();

    /**
     * How many times the expected days a customer may stay before counting as stuck.
     *
     * @return a factor of at least 1
     */
    public abstract double stuckFactor();

    /**
     * The stage whose entry is the first value.
     *
     * @return a stage other than the first; empty if time to value is not asked for
     */
    public abstract Optional<String> valueStage();

    /**
     * How far back movements, conversion, hand-offs and promises are looked at.
     *
     * @return a number of days, at least 1; a year where nothing is said
     */
    @Value.Default
    public int movementDays() {
        return YEAR;
    }

    /**
     * The outcomes of value that customers should reach.
     *
     * @return the roadmap, with different ids
     */
    public abstract List<RoadmapOutcome> roadmap();

    /**
     * The versions before this one, the first one first; this one is in force from its header's day.
     *
     * @return the versions, by day; none where they are not to be compared
     */
    public abstract List<CycleVersion> earlier();

    @Value.Check
    void check() {
        ProblemCollector problems = new ProblemCollector();
        List<String> ids = stages().stream().map(Stage::id).toList();
        if (ids.isEmpty()) {
            problems.error("too-few", Location.NONE.child("stages"), "must have at least 1 element, has 0");
        }
        requireDifferent("stages", ids, problems);
        requireDifferent("roadmap", roadmap().stream().map(RoadmapOutcome::id).toList(), problems);
        if (!(stuckFactor() >= 1) || Double.isInfinite(stuckFactor())) {
            problems.error("out-of-range", Location.NONE.child("stuckFactor"), "must be >= 1, was " + stuckFactor());
        }
        if (movementDays() < 1) {
            problems.error("out-of-range", Location.NONE.child("movementDays"), "must be >= 1, was " + movementDays());
        }
        valueStage()
                .filter(value -> position(value) < 1)
                .ifPresent(value -> problems.add(Problem.error(
                                "unknown-stage",
                                Location.NONE.child("valueStage"),
                                Quote.text(value) + " must be a stage other than the first; known: " + ids)
                        .withAdvice(Nearest.advice(value, ids))));
        checkVersions(problems);
        problems.problems().orThrow();
    }

    private static void requireDifferent(String field, List<String> ids, ProblemCollector problems) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                Location twice = Location.NONE.child(field).child(i).child("id");
                problems.error("duplicate", twice, Quote.text(ids.get(i)) + " must occur once");
            }
        }
    }

    private void checkVersions(ProblemCollector problems) {
        LocalDate last = LocalDate.MIN;
        for (int i = 0; i < earlier().size(); i++) {
            CycleVersion version = earlier().get(i);
            if (!version.from().isAfter(last)) {
                Location from = Location.NONE.child("earlier").child(i).child("from");
                problems.error(
                        "order",
                        from,
                        "must be later than that of the version before, " + last + ", was " + version.from());
            }
            last = version.from();
        }
        LocalDate latest = last;
        if (!earlier().isEmpty()
                && !header().effectiveFrom().filter(latest::isBefore).isPresent()) {
            problems.error(
                    "order",
                    Location.NONE.child("effectiveFrom"),
                    "must be later than the day of the last earlier version, " + latest + ", was "
                            + header().effectiveFrom().map(LocalDate::toString).orElse("left out"));
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
        return stages().stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /**
     * Where a stage stands in the order.
     *
     * @param id  the id
     * @return its position from 0, or -1 if there is none
     */
    public int position(String id) {
        for (int i = 0; i < stages().size(); i++) {
            if (stages().get(i).id().equals(id)) {
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
        for (int i = 0; i < stages().size(); i++) {
            Stage stage = stages().get(i);
            Location here = Location.NONE.child("stages").child(i);
            if (organisation.department(stage.department()).isEmpty()) {
                String message = "organisation has no department " + Quote.text(stage.department());
                problems.error("unknown-department", here.child("department"), message);
            }
            if (organisation.role(stage.accountable()).isEmpty()) {
                String message = "organisation has no role " + Quote.text(stage.accountable());
                problems.error("unknown-role", here.child("accountable"), message);
            }
            for (int p = 0; p < stage.parts().size(); p++) {
                String department = stage.parts().get(p).department();
                if (organisation.department(department).isEmpty()) {
                    String message = "organisation has no department " + Quote.text(department);
                    problems.error(
                            "unknown-department", here.child("parts").child(p).child("department"), message);
                }
            }
        }
        return problems.problems();
    }

    /**
     * The departments that have no part in any stage, though everybody should have one.
     *
     * @param organisation  the organisation
     * @return the departments that are accountable for no stage and do nothing in any, in the organisation's order
     */
    public List<String> withoutPart(Organisation organisation) {
        Set<String> taking = new HashSet<>();
        for (Stage stage : stages()) {
            taking.add(stage.department());
            stage.parts().forEach(part -> taking.add(part.department()));
        }
        return organisation.departments().stream()
                .map(Department::id)
                .filter(id -> !taking.contains(id))
                .toList();
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

    /** Collects what a life cycle is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableLifeCycle.Builder {
        Builder() {}
    }
}
