package dev.rapport.engagement.json;

import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.scope.Area;
import dev.rapport.engagement.scope.DecisionKind;
import dev.rapport.engagement.scope.DecisionRight;
import dev.rapport.engagement.scope.Leader;
import dev.rapport.engagement.scope.Scope;
import dev.rapport.engagement.scope.ScopeLimits;
import dev.rapport.engagement.scope.ScopePolicy;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.util.List;
import java.util.Map;

/**
 * The document {@code rapport/scope}.
 *
 * <pre>{@code
 * ScopePolicy policy = ScopeDocument.over(organisation, lifeCycle).read(JsonInput.read("scope.json", in)).orThrow();
 * }</pre>
 */
public final class ScopeDocument {

    private static final int LONGEST = 500;
    private static final int MOST_PEOPLE = 1_000;
    private static final int MOST_GROWTH = 10;
    private static final int MOST_YEARS = 10;

    private static final Shape<List<String>> CODES = Shape.listOf(Shape.code()).unique();

    private static final Shape<Area> AREA = Shape.object("area", fields -> {
        var id = fields.required("id", Shape.code(), Area::id);
        var roles =
                fields.required("roles", Shape.listOf(Shape.code()).notEmpty().unique(), Area::roles);
        var departments = fields.required(
                "departments", Shape.listOf(Shape.code()).notEmpty().unique(), Area::departments);
        var stages = fields.defaulted("stages", CODES, List.of(), Area::stages);
        return in -> Area.builder()
                .id(in.get(id))
                .roles(in.get(roles))
                .departments(in.get(departments))
                .stages(in.get(stages))
                .build();
    });

    private static final Shape<Leader> LEADER = Shape.object("leader", fields -> {
        var role = fields.required("role", Shape.code(), Leader::role);
        var areas =
                fields.required("areas", Shape.listOf(Shape.code()).notEmpty().unique(), Leader::areas);
        return in -> new Leader(in.get(role), in.get(areas));
    });

    private static final Shape<Scope> SCOPE = Shape.object("scope-of-leaders", fields -> {
        var id = fields.required("id", Shape.code(), Scope::id);
        var description =
                fields.required("description", Shape.text().notBlank().maxLength(LONGEST), Scope::description);
        var leaders = fields.required(
                "leaders", Shape.listOf(LEADER).notEmpty().uniqueBy("role", Leader::role), Scope::leaders);
        return in -> new Scope(in.get(id), in.get(description), in.get(leaders));
    });

    private static final Shape<ScopeLimits> LIMITS = Shape.object("scope-limits", fields -> {
        var reports =
                fields.required("directReports", Shape.integer().between(2, MOST_PEOPLE), ScopeLimits::directReports);
        var areas = fields.required("areas", Shape.integer().between(1, MOST_PEOPLE), ScopeLimits::areas);
        var small = fields.required(
                "areasWhileSmall", Shape.integer().between(1, MOST_PEOPLE), ScopeLimits::areasWhileSmall);
        return in -> new ScopeLimits(in.get(reports), in.get(areas), in.get(small));
    });

    private static final Shape<DecisionKind> DECISION = Shape.object("decision", fields -> {
        var id = fields.required("id", Shape.code(), DecisionKind::id);
        var area = fields.required("area", Shape.code(), DecisionKind::area);
        var largest = fields.optional("largest", Shape.money(), DecisionKind::largest);
        return in -> new DecisionKind(in.get(id), in.get(area), in.get(largest));
    });

    private static final Shape<DecisionRight> RIGHT = Shape.object("right", fields -> {
        var decision = fields.required("decision", Shape.code(), DecisionRight::decision);
        var role = fields.required("role", Shape.code(), DecisionRight::role);
        var upTo = fields.optional("upTo", Shape.money(), DecisionRight::upTo);
        return in -> new DecisionRight(in.get(decision), in.get(role), in.get(upTo));
    });

    /** The document, checked by itself. */
    public static final DocumentKind<ScopePolicy> KIND = DocumentKind.of("scope", 1, ScopePolicy::header, fields -> {
                var limits = fields.required("limits", LIMITS, ScopePolicy::limits);
                var growth = fields.required(
                        "growthPerYear", Shape.number().between(0, MOST_GROWTH), ScopePolicy::growthPerYear);
                var horizon = fields.required(
                        "horizonYears", Shape.number().between(0, MOST_YEARS), ScopePolicy::horizonYears);
                var areas = fields.required(
                        "areas", Shape.listOf(AREA).notEmpty().uniqueBy("id", Area::id), ScopePolicy::areas);
                var goesOn = fields.optional("goesOnIn", Shape.code(), ScopePolicy::goesOnIn);
                var scopes = fields.required(
                        "scopes", Shape.listOf(SCOPE).notEmpty().uniqueBy("id", Scope::id), ScopePolicy::scopes);
                var current = fields.required("current", Shape.code(), ScopePolicy::current);
                var leads = fields.defaulted("leads", Shape.mapOf(Shape.code()), Map.of(), ScopePolicy::leads);
                var decisions = fields.defaulted(
                        "decisions",
                        Shape.listOf(DECISION).uniqueBy("id", DecisionKind::id),
                        List.of(),
                        ScopePolicy::decisions);
                var rights = fields.defaulted("rights", Shape.listOf(RIGHT), List.of(), ScopePolicy::rights);
                return (header, in) -> ScopePolicy.builder()
                        .header(header)
                        .limits(in.get(limits))
                        .growthPerYear(in.get(growth))
                        .horizonYears(in.get(horizon))
                        .areas(in.get(areas))
                        .goesOnIn(in.get(goesOn))
                        .scopes(in.get(scopes))
                        .current(in.get(current))
                        .leads(in.get(leads))
                        .decisions(in.get(decisions))
                        .rights(in.get(rights))
                        .build();
            })
            .check((policy, place) -> place.report(policy.check()));

    private ScopeDocument() {}

    /**
     * The document, also checked against who works for us and the customer's way.
     *
     * @param organisation  the organisation
     * @param lifeCycle  the life cycle
     * @return the kind
     */
    public static DocumentKind<ScopePolicy> over(Organisation organisation, LifeCycle lifeCycle) {
        return KIND.check((policy, place) -> place.report(policy.against(organisation, lifeCycle)));
    }
}
