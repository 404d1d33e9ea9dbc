package dev.rapport.engagement.scope;

import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.Part;
import dev.rapport.engagement.lifecycle.Stage;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is responsible for what by department, and where scope, life cycle and roles name different ones. */
final class Duties {

    private final ScopePolicy policy;
    private final Organisation organisation;
    private final LifeCycle lifeCycle;

    Duties(ScopePolicy policy, Organisation organisation, LifeCycle lifeCycle) {
        this.policy = policy;
        this.organisation = organisation;
        this.lifeCycle = lifeCycle;
    }

    /** Every department of the organisation, those without duties included. */
    List<DepartmentDuties> byDepartment() {
        return organisation.departments().stream()
                .map(Department::id)
                .map(this::of)
                .toList();
    }

    private DepartmentDuties of(String department) {
        List<String> areas = policy.areas().stream()
                .filter(area -> area.departments().contains(department))
                .map(Area::id)
                .toList();
        Scope today = policy.scope(policy.current()).orElseThrow();
        return DepartmentDuties.builder()
                .department(department)
                .areas(areas)
                .leaders(areas.stream()
                        .map(today::leaderOf)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList())
                .delivers(lifeCycle.stages().stream()
                        .filter(stage -> stage.department().equals(department))
                        .map(Stage::id)
                        .toList())
                .helps(lifeCycle.stages().stream()
                        .flatMap(stage -> stage.parts().stream()
                                .filter(part -> part.department().equals(department))
                                .map(part -> new StageHelp(stage.id(), part.does())))
                        .toList())
                .build();
    }

    /** In the order of the areas: their stages, their roles, then departments that do nothing there. */
    List<Disagreement> disagreements() {
        List<Disagreement> found = new ArrayList<>();
        for (Area area : policy.areas()) {
            List<Stage> stages = lifeCycle.stages().stream()
                    .filter(stage -> area.stages().contains(stage.id()))
                    .toList();
            for (Stage stage : stages) {
                if (isUnnamed(stage)) {
                    found.add(new Disagreement(
                            area.id(),
                            stage.department(),
                            stage.department() + " delivers the stage " + stage.id() + ", but " + area.id()
                                    + " is the responsibility of " + names(area)));
                }
            }
            for (String id : area.roles()) {
                organisation
                        .role(id)
                        .map(Role::department)
                        .filter(department -> !area.departments().contains(department))
                        .ifPresent(department -> found.add(new Disagreement(
                                area.id(),
                                department,
                                id + " of " + department + " does the work of " + area.id()
                                        + ", which is the responsibility of " + names(area))));
            }
            for (String department : area.departments()) {
                if (isIdle(department, area, stages)) {
                    found.add(new Disagreement(
                            area.id(),
                            department,
                            department + " is responsible for " + area.id()
                                    + ", but neither delivers one of its stages nor has a role or a part in it"));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Whether no area that works in a stage names the department that delivers it. */
    private boolean isUnnamed(Stage stage) {
        return policy.areas().stream()
                .filter(area -> area.stages().contains(stage.id()))
                .noneMatch(area -> area.departments().contains(stage.department()));
    }

    private boolean isIdle(String department, Area area, List<Stage> stages) {
        return stages.stream()
                        .noneMatch(stage -> stage.department().equals(department)
                                || stage.parts().stream().map(Part::department).anyMatch(department::equals))
                && area.roles().stream()
                        .flatMap(role -> organisation.role(role).stream())
                        .noneMatch(role -> role.department().equals(department));
    }

    private static String names(Area area) {
        return String.join(" and ", area.departments());
    }
}
