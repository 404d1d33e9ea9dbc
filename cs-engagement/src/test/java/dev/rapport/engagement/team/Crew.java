package dev.rapport.engagement.team;

import dev.rapport.engagement.scope.Area;
import dev.rapport.engagement.scope.Leader;
import dev.rapport.engagement.scope.Scope;
import dev.rapport.engagement.scope.ScopeLimits;
import dev.rapport.engagement.scope.ScopePolicy;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.organisation.RoleProfile;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Some people under one chief, and the areas that they may lead, for the tests of this room. */
final class Crew {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Organisation.Builder organisation = Organisation.builder(DocumentHeader.of("crew", "1"))
            .add(Department.of("all", "All"))
            .add(Role.builder().id("chief").title("Chief").department("all").build())
            .add(member("cleo", "chief", Map.of()).build());
    private final List<Area> areas = new ArrayList<>();
    private final Map<String, String> leads = new TreeMap<>();

    static Member.Builder member(String id, String role, Map<String, Integer> skills) {
        return Member.builder()
                .id(id)
                .role(role)
                .zone(ZONE)
                .hoursPerWeek(BigDecimal.TEN)
                .languages(List.of("en"))
                .skills(skills);
    }

    /** An area with a role that does its work. */
    Crew area(String id) {
        organisation.add(Role.builder()
                .id(id + "-work")
                .title(id)
                .department("all")
                .reportsTo("chief")
                .build());
        areas.add(Area.builder()
                .id(id)
                .addRoles(id + "-work")
                .addDepartments("all")
                .build());
        return this;
    }

    /** The role that leads an area, under the chief; several areas may have the same. */
    Crew lead(String role, RoleProfile profile, String... led) {
        organisation.add(Role.builder()
                .id(role)
                .title(role)
                .department("all")
                .reportsTo("chief")
                .profile(profile)
                .build());
        for (String area : led) {
            leads.put(area, role);
        }
        return this;
    }

    Crew add(Member.Builder member) {
        organisation.add(member.reportsTo("cleo").build());
        return this;
    }

    Crew add(String id, String role, Map<String, Integer> skills) {
        return add(member(id, role, skills));
    }

    Organisation organisation() {
        return organisation.build();
    }

    ScopePolicy scope() {
        return ScopePolicy.builder()
                .header(DocumentHeader.of("scope", "1"))
                .limits(new ScopeLimits(8, 2, 4))
                .growthPerYear(0.5)
                .horizonYears(ScopePolicy.STANDARD_HORIZON_YEARS)
                .areas(areas)
                .addScopes(new Scope(
                        "all",
                        "One leads all.",
                        List.of(new Leader("chief", areas.stream().map(Area::id).toList()))))
                .current("all")
                .leads(leads)
                .build();
    }

    List<AreaLeadership> leadership() {
        return Leadership.of(organisation(), scope(), TODAY);
    }
}
