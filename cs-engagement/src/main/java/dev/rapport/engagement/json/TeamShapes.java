package dev.rapport.engagement.json;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.CoverageFinding;
import dev.rapport.engagement.coverage.MemberLoad;
import dev.rapport.engagement.coverage.NextBest;
import dev.rapport.engagement.coverage.Placement;
import dev.rapport.engagement.coverage.PlacementClash;
import dev.rapport.engagement.coverage.PoolQueue;
import dev.rapport.engagement.coverage.Unplaced;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How the team is written: who looks after whom, and who should. */
final class TeamShapes {

    private static final int TURNS = 10;

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

    private static final Shape<NextBest.Swap> SWAP = Output.object("swap", fields -> {
        fields.required("customer", Shape.text(), NextBest.Swap::customerId);
        fields.required("cost", Shape.number(), NextBest.Swap::cost);
    });

    private static final Shape<NextBest> NEXT_BEST = Output.object("next-best", fields -> {
        fields.required("member", Shape.text(), NextBest::memberId);
        fields.required("misfit", Shape.number(), NextBest::misfit);
        fields.required("why", Shape.text(), NextBest::reason);
        fields.optional("swap", SWAP, NextBest::swap);
    });

    private static final Shape<Explanation> MISFIT = Output.object("misfit-part", fields -> {
        fields.required("code", Shape.text(), Explanation::code);
        fields.required("counts", Shape.number(), part -> part.value().orElse(0));
        fields.required("why", Shape.text(), part -> part.reason().orElse(""));
    });

    private static final Shape<PlacementClash> CLASH = Output.object("placement-clash", fields -> {
        fields.required("customers", Shape.listOf(Shape.text()), PlacementClash::customers);
        fields.required("constraints", Shape.listOf(Shape.text()), PlacementClash::constraints);
        fields.required("message", Shape.text(), PlacementClash::message);
    });

    private static final Shape<Placement> PLACEMENT = Output.object("placement", fields -> {
        fields.required("customer", Shape.text(), Placement::customerId);
        fields.required("member", Shape.text(), Placement::memberId);
        fields.optional(
                "from", Shape.text(), placement -> placement.presentOwner().filter(owner -> placement.isHandOver()));
        fields.required("why", Shape.text(), Placement::why);
        fields.required(
                "misfit",
                Shape.number(),
                placement -> placement.misfit().value().orElse(0));
        fields.listUnlessEmpty("because", MISFIT, TeamShapes::parts);
        fields.optional("nextBest", NEXT_BEST, Placement::nextBest);
    });

    private static final Shape<Unplaced> UNPLACED = Output.object("unplaced", fields -> {
        fields.required("customer", Shape.text(), Unplaced::customerId);
        fields.required("reason", Shape.text(), Unplaced::reason);
    });

    private static final Shape<Assignment> ASSIGNMENT = Output.object("assignment", fields -> {
        fields.required(
                "misfit", Shape.number(), assignment -> assignment.score().misfit());
        fields.optionalNumber("bound", Assignment::bound);
        fields.optional("leftOutAtLeast", Shape.integer(), assignment -> whole(assignment.leastUnplaced()));
        fields.required("handOvers", Shape.integer(), Assignment::handOvers);
        fields.optional("mostHandOvers", Shape.integer(), assignment -> whole(assignment.mostMoves()));
        fields.required("placements", Shape.listOf(PLACEMENT), Assignment::placements);
        fields.required("unplaced", Shape.listOf(UNPLACED), Assignment::unplaced);
        fields.listUnlessEmpty("clashes", CLASH, Assignment::clashes);
    });

    private static final Shape<PoolQueue> POOL = Output.object("pool-queue", fields -> {
        fields.required("pool", Shape.text(), PoolQueue::poolId);
        fields.required("hoursNeeded", Shape.decimal(), PoolQueue::hours);
        fields.required("hoursOf", Output.mapOf(Shape.decimal()), PoolQueue::shares);
        fields.required("nextTurns", Shape.listOf(Shape.text()), pool -> pool.next(TURNS));
    });

    private TeamShapes() {}

    private static Optional<Integer> whole(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** What does not fit; what fits is left out. */
    private static List<Explanation> parts(Placement placement) {
        return placement.misfit().parts().stream()
                .filter(part -> part.value().orElse(0) != 0)
                .toList();
    }

    static void declareCoverage(OutputFields<Coverage> fields) {
        fields.required("findings", Shape.listOf(FINDING), Coverage::findings);
        fields.required("loads", Shape.listOf(LOAD), Coverage::loads);
        fields.required("hoursNobodyIsNamedFor", Output.mapOf(Shape.decimal()), Coverage::unassigned);
        fields.listUnlessEmpty("pools", POOL, Coverage::pools);
        fields.required("notJudged", Shape.listOf(Shape.text()), Coverage::notJudged);
    }

    static void declareAssignments(OutputFields<Map<String, Assignment>> fields) {
        fields.required("byRole", Output.mapOf(ASSIGNMENT), byRole -> byRole);
    }
}
