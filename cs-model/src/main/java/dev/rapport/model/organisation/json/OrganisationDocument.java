package dev.rapport.model.organisation.json;

import dev.rapport.model.organisation.Competency;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Importance;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Pool;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.organisation.RoleProfile;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.util.List;
import java.util.Map;

/**
 * The document {@code rapport/organisation}, version 1.
 *
 * <pre>{@code
 * Organisation organisation = OrganisationDocument.KIND.read(JsonInput.read("organisation.json", in)).orThrow();
 * }</pre>
 */
public final class OrganisationDocument {

    private static final Shape<Department> DEPARTMENT = Shape.object("department", fields -> {
        var id = fields.required("id", Shape.code(), Department::id);
        var name = fields.required("name", Shape.text().notBlank(), Department::name);
        var head = fields.optional("head", Shape.code(), Department::head);
        return in -> new Department(in.get(id), in.get(name), in.get(head));
    });

    private static final Shape<Competency> COMPETENCY = Shape.object("competency", fields -> {
        var skill = fields.required("skill", Shape.text().notBlank(), Competency::skill);
        var level = fields.required("level", Shape.integer(), Competency::level);
        var importance =
                fields.defaulted("importance", Shape.oneOf(Importance.class), Importance.MUST, Competency::importance);
        var weight = fields.defaulted("weight", Shape.number(), 1.0, Competency::weight);
        return in -> Competency.builder()
                .skill(in.get(skill))
                .level(in.get(level))
                .importance(in.get(importance))
                .weight(in.get(weight))
                .build();
    });

    private static final Shape<RoleProfile> PROFILE = Shape.object("role-profile", fields -> {
        var competencies =
                fields.defaulted("competencies", Shape.listOf(COMPETENCY), List.of(), RoleProfile::competencies);
        var languages = fields.defaulted("languages", Shape.listOf(Shape.code()), List.of(), RoleProfile::languages);
        var further = fields.defaulted(
                "furtherLanguages", Shape.listOf(Shape.code()), List.of(), RoleProfile::furtherLanguages);
        return in -> new RoleProfile(in.get(competencies), in.get(languages), in.get(further));
    });

    private static final Shape<Role> ROLE = Shape.object("role", fields -> {
        var id = fields.required("id", Shape.code(), Role::id);
        var title = fields.required("title", Shape.text().notBlank(), Role::title);
        var department = fields.required("department", Shape.code(), Role::department);
        var reportsTo = fields.optional("reportsTo", Shape.code(), Role::reportsTo);
        var profile = fields.optional("profile", PROFILE, Role::profile);
        return in -> Role.builder()
                .id(in.get(id))
                .title(in.get(title))
                .department(in.get(department))
                .reportsTo(in.get(reportsTo))
                .profile(in.get(profile))
                .build();
    });

    private static final Shape<Pool> POOL = Shape.object("pool", fields -> {
        var id = fields.required("id", Shape.code(), Pool::id);
        var name = fields.required("name", Shape.text().notBlank(), Pool::name);
        var role = fields.required("role", Shape.code(), Pool::role);
        return in -> new Pool(in.get(id), in.get(name), in.get(role));
    });

    private static final Shape<Member> MEMBER = Shape.object("member", fields -> {
        var id = fields.required("id", Shape.code(), Member::id);
        var name = fields.optional("name", Shape.text().notBlank(), Member::name);
        var role = fields.required("role", Shape.code(), Member::role);
        var department = fields.optional("department", Shape.code(), Member::department);
        var reportsTo = fields.optional("reportsTo", Shape.code(), Member::reportsTo);
        var team = fields.optional("team", Shape.text().notBlank(), Member::team);
        var skills = fields.defaulted("skills", Shape.mapOf(Shape.integer()), Map.of(), Member::skills);
        var languages =
                fields.defaulted("languages", Shape.listOf(Shape.code()).unique(), List.of(), Member::languages);
        var zone = fields.required("zone", Shape.zone(), Member::zone);
        var hoursPerWeek = fields.required("hoursPerWeek", Shape.decimal(), Member::hoursPerWeek);
        var hourlyCost = fields.optional("hourlyCost", Shape.money(), Member::hourlyCost);
        var pools = fields.defaulted("pools", Shape.listOf(Shape.code()).unique(), List.of(), Member::pools);
        var joinedOn = fields.optional("joinedOn", Shape.date(), Member::joinedOn);
        var leftOn = fields.optional("leftOn", Shape.date(), Member::leftOn);
        return in -> Member.builder()
                .id(in.get(id))
                .name(in.get(name))
                .role(in.get(role))
                .department(in.get(department))
                .reportsTo(in.get(reportsTo))
                .team(in.get(team))
                .skills(in.get(skills))
                .languages(in.get(languages))
                .zone(in.get(zone))
                .hoursPerWeek(in.get(hoursPerWeek))
                .hourlyCost(in.get(hourlyCost))
                .pools(in.get(pools))
                .joinedOn(in.get(joinedOn))
                .leftOn(in.get(leftOn))
                .build();
    });

    /** The kind of document. What is wrong with the whole is reported at the place in the document where it shows. */
    public static final DocumentKind<Organisation> KIND =
            DocumentKind.of("organisation", 1, Organisation::header, fields -> {
                var departments = fields.required("departments", Shape.listOf(DEPARTMENT), Organisation::departments);
                var roles = fields.required("roles", Shape.listOf(ROLE), Organisation::roles);
                var members = fields.required("members", Shape.listOf(MEMBER), Organisation::members);
                var pools = fields.defaulted("pools", Shape.listOf(POOL), List.of(), Organisation::pools);
                return (header, in) -> {
                    Organisation.Builder organisation = Organisation.builder(header);
                    in.get(departments).forEach(organisation::add);
                    in.get(roles).forEach(organisation::add);
                    in.get(members).forEach(organisation::add);
                    in.get(pools).forEach(organisation::add);
                    return organisation.build();
                };
            });

    private OrganisationDocument() {}
}
