package dev.rapport.engagement.scope;

import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.Stage;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.shape.DocumentHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/** The areas of responsibility, the ways to divide them among leaders, and who may decide what without asking. */
@Value.Immutable
@ValueStyle
public abstract class ScopePolicy {

    /**
     * The preset {@code scope-horizon-standard}: a year, for which headcounts are planned and leaders found. The length is
     * ours; that a scope "as it grows, will need to be divided" is the second source document's.
     */
    public static final double STANDARD_HORIZON_YEARS = 1;

    private static final double MOST_YEARS = 10;

    ScopePolicy() {}

    /**
     * Starts a policy.
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
     * How much one leader can lead well.
     *
     * @return the limits
     */
    public abstract ScopeLimits limits();

    /**
     * How the number of people grows.
     *
     * @return the share that comes on top in a year, such as 0.4; not negative
     */
    public abstract double growthPerYear();

    /**
     * For how long a scope should still fit.
     *
     * @return a number of years from 0 to 10, such as {@link #STANDARD_HORIZON_YEARS}
     */
    public abstract double horizonYears();

    /**
     * What somebody must be responsible for.
     *
     * @return the areas, at least one, with different ids
     */
    public abstract List<Area> areas();

    /**
     * Where a customer goes on after the last stage, such as adoption after renewal.
     *
     * @return a stage of the life cycle; empty if the way ends there
     */
    public abstract Optional<String> goesOnIn();

    /**
     * The ways to divide them.
     *
     * @return the scopes, at least one, with different ids
     */
    public abstract List<Scope> scopes();

    /**
     * The way it is today.
     *
     * @return the id of a scope
     */
    public abstract String current();

    /**
     * What is decided again and again.
     *
     * @return the kinds, with different ids
     */
    public abstract List<DecisionKind> decisions();

    /**
     * Who may decide it without asking.
     *
     * @return the rights
     */
    public abstract List<DecisionRight> rights();

    @Value.Check
    void checkNumbers() {
        if (!(growthPerYear() >= 0 && Double.isFinite(growthPerYear()))) {
            throw new IllegalArgumentException(
                    "growthPerYear (" + growthPerYear() + ") must be finite and not below 0.\nMaybe 0.4 for 40 %.");
        }
        if (!(horizonYears() >= 0 && horizonYears() <= MOST_YEARS)) {
            throw new IllegalArgumentException("horizonYears (" + horizonYears() + ") must be from 0 to 10.");
        }
    }

    /**
     * Who leads an area under whoever is responsible for it.
     *
     * @return the role by the id of the area; of an area without one it is the role of who is responsible
     */
    public abstract Map<String, String> leads();

    /**
     * The role of who leads an area, as it is today.
     *
     * @param area  the id of an area
     * @return the role; empty if there is no such area
     */
    public Optional<String> leadOf(String area) {
        return Optional.ofNullable(leads().get(area)).or(() -> scope(current()).flatMap(today -> today.leaderOf(area)));
    }

    /**
     * The area of an id.
     *
     * @param id  the id
     * @return the area, or empty if there is none
     */
    public Optional<Area> area(String id) {
        return areas().stream().filter(area -> area.id().equals(id)).findFirst();
    }

    /**
     * The scope of an id.
     *
     * @param id  the id
     * @return the scope, or empty if there is none
     */
    public Optional<Scope> scope(String id) {
        return scopes().stream().filter(scope -> scope.id().equals(id)).findFirst();
    }

    /**
     * What is wrong with the policy by itself.
     *
     * @return an error for each area that a scope gives to nobody or to two leaders, and for each id that nothing has
     */
    public Problems check() {
        Checker checker = new Checker();
        Set<String> known = new TreeSet<>();
        areas().forEach(area -> known.add(area.id()));
        for (int i = 0; i < scopes().size(); i++) {
            checkScope(scopes().get(i), Location.NONE.child("scopes").child(i), known, checker);
        }
        for (String area : leads().keySet()) {
            checker.known(area, known, Location.NONE.child("leads").child(area), "an area");
        }
        Set<String> scopes = new TreeSet<>();
        scopes().forEach(scope -> scopes.add(scope.id()));
        checker.known(current(), scopes, Location.NONE.child("current"), "a scope");
        Set<String> decisions = new TreeSet<>();
        for (int i = 0; i < decisions().size(); i++) {
            decisions.add(decisions().get(i).id());
            checker.known(
                    decisions().get(i).area(),
                    known,
                    Location.NONE.child("decisions").child(i).child("area"),
                    "an area");
        }
        for (int i = 0; i < rights().size(); i++) {
            checker.known(
                    rights().get(i).decision(),
                    decisions,
                    Location.NONE.child("rights").child(i).child("decision"),
                    "a decision");
        }
        return checker.problems.problems();
    }

    private static void checkScope(Scope scope, Location here, Set<String> known, Checker checker) {
        Set<String> led = new HashSet<>();
        for (int i = 0; i < scope.leaders().size(); i++) {
            List<String> areas = scope.leaders().get(i).areas();
            for (int j = 0; j < areas.size(); j++) {
                Location place = here.child("leaders").child(i).child("areas").child(j);
                checker.known(areas.get(j), known, place, "an area");
                if (!led.add(areas.get(j))) {
                    checker.problems.add(Problem.error(
                            "led-twice", place, "area (" + areas.get(j) + ") must have one leader, has two"));
                }
            }
        }
        List<String> nobodys = new ArrayList<>(known);
        nobodys.removeAll(led);
        for (String area : nobodys) {
            checker.problems.add(Problem.error(
                    "nobody-leads", here.child("leaders"), "area (" + area + ") must have a leader, has none"));
        }
    }

    /**
     * Holds the policy against an organisation and a life cycle.
     *
     * @param organisation  who works for us
     * @param lifeCycle  the customer's way
     * @return an error for each role, department and stage that they do not have, and each stage that is in no area
     */
    public Problems against(Organisation organisation, LifeCycle lifeCycle) {
        Checker checker = new Checker();
        Set<String> roles = new TreeSet<>();
        organisation.roles().stream().map(Role::id).forEach(roles::add);
        Set<String> stages = new TreeSet<>();
        lifeCycle.stages().stream().map(Stage::id).forEach(stages::add);
        Set<String> departments = new TreeSet<>();
        organisation.departments().stream().map(Department::id).forEach(departments::add);
        Set<String> covered = new HashSet<>();
        for (int i = 0; i < areas().size(); i++) {
            Location here = Location.NONE.child("areas").child(i);
            checker.allKnown(areas().get(i).roles(), roles, here.child("roles"), "a role");
            checker.allKnown(areas().get(i).departments(), departments, here.child("departments"), "a department");
            checker.allKnown(areas().get(i).stages(), stages, here.child("stages"), "a stage");
            covered.addAll(areas().get(i).stages());
        }
        for (Stage stage : lifeCycle.stages()) {
            if (!covered.contains(stage.id())) {
                checker.problems.add(Problem.error(
                        "stage-without-area",
                        Location.NONE.child("areas"),
                        "stage (" + stage.id() + ") must be in an area, is in none"));
            }
        }
        goesOnIn().ifPresent(stage -> checker.known(stage, stages, Location.NONE.child("goesOnIn"), "a stage"));
        for (int i = 0; i < scopes().size(); i++) {
            List<Leader> leaders = scopes().get(i).leaders();
            for (int j = 0; j < leaders.size(); j++) {
                Location here =
                        Location.NONE.child("scopes").child(i).child("leaders").child(j);
                checker.known(leaders.get(j).role(), roles, here.child("role"), "a role");
            }
        }
        leads().forEach((area, role) ->
                checker.known(role, roles, Location.NONE.child("leads").child(area), "a role"));
        for (int i = 0; i < rights().size(); i++) {
            Location here = Location.NONE.child("rights").child(i);
            checker.known(rights().get(i).role(), roles, here.child("role"), "a role");
        }
        return checker.problems.problems();
    }

    private static final class Checker {

        private final ProblemCollector problems = new ProblemCollector();

        void allKnown(List<String> ids, Set<String> known, Location here, String what) {
            for (int i = 0; i < ids.size(); i++) {
                known(ids.get(i), known, here.child(i), what);
            }
        }

        void known(String id, Set<String> known, Location here, String what) {
            if (!known.contains(id)) {
                problems.add(Problem.error("unknown-id", here, "\"" + id + "\" must be the id of " + what)
                        .withAdvice(Nearest.advice(id, known)));
            }
        }
    }

    /** Collects what a policy is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableScopePolicy.Builder {
        Builder() {}
    }
}
