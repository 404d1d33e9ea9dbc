package dev.rapport.engagement.json;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.CoverageFinding;
import dev.rapport.engagement.coverage.MemberLoad;
import dev.rapport.engagement.coverage.NextBest;
import dev.rapport.engagement.coverage.Placement;
import dev.rapport.engagement.coverage.Unplaced;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.Map;

/** How the team is written: who looks after whom, and who should. */
final class TeamShapes {

    private static final Shape<CoverageFinding> FINDING = Output.object("coverage-finding", fields -> {
        fields.required("kind", Shape.oneOf(CoverageFinding.Kind.class), CoverageFinding::kind);
        fields.required("customer", Shape.text(), CoverageFinding::customerId);
        fields.required("role", Shape.text(), CoverageFinding::role);
        fields.required("owners", Shape.listOf(Shape.text()), CoverageFinding::owners);
        fields.optional("since", Shape.date(), CoverageFinding::since);
        fields.optional("until", Shape.date(), CoverageFinding::until);
        fields.required("message", Shape.text(), CoverageFinding::message);
    });

    private static final Shape<MemberLoad> LOAD = Output.object("load", fields -> {
        fields.required("member", Shape.text(), MemberLoad::memberId);
        fields.required("hoursNeeded", Shape.decimal(), MemberLoad::needed);
        fields.required("hoursAvailable", Shape.decimal(), MemberLoad::available);
        fields.optionalNumber("load", MemberLoad::share);
        fields.required("overloaded", Shape.bool(), MemberLoad::isOverloaded);
    });

    private static final Shape<NextBest> NEXT_BEST = Output.object("next-best", fields -> {
        fields.required("member", Shape.text(), NextBest::memberId);
        fields.required("why", Shape.text(), NextBest::reason);
    });

    private static final Shape<Placement> PLACEMENT = Output.object("placement", fields -> {
        fields.required("customer", Shape.text(), Placement::customerId);
        fields.required("member", Shape.text(), Placement::memberId);
        fields.required("why", Shape.text(), Placement::why);
        fields.optional("nextBest", NEXT_BEST, Placement::nextBest);
    });

    private static final Shape<Unplaced> UNPLACED = Output.object("unplaced", fields -> {
        fields.required("customer", Shape.text(), Unplaced::customerId);
        fields.required("reason", Shape.text(), Unplaced::reason);
    });

    private static final Shape<Assignment> ASSIGNMENT = Output.object("assignment", fields -> {
        fields.required("placements", Shape.listOf(PLACEMENT), Assignment::placements);
        fields.required("unplaced", Shape.listOf(UNPLACED), Assignment::unplaced);
    });

    private TeamShapes() {}

    static void declareCoverage(OutputFields<Coverage> fields) {
        fields.required("findings", Shape.listOf(FINDING), Coverage::findings);
        fields.required("loads", Shape.listOf(LOAD), Coverage::loads);
        fields.required("hoursNobodyIsNamedFor", Output.mapOf(Shape.decimal()), Coverage::unassigned);
        fields.required("notJudged", Shape.listOf(Shape.text()), Coverage::notJudged);
    }

    static void declareAssignments(OutputFields<Map<String, Assignment>> fields) {
        fields.required("byRole", Output.mapOf(ASSIGNMENT), byRole -> byRole);
    }
}
