package dev.rapport.engagement.json;

import dev.rapport.engagement.scope.DepartmentDuties;
import dev.rapport.engagement.scope.Disagreement;
import dev.rapport.engagement.scope.LeaderChange;
import dev.rapport.engagement.scope.LeaderLoad;
import dev.rapport.engagement.scope.Outgrown;
import dev.rapport.engagement.scope.RightFinding;
import dev.rapport.engagement.scope.ScopeFit;
import dev.rapport.engagement.scope.ScopeReport;
import dev.rapport.engagement.scope.StageHelp;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.Optional;

/** How the plan writes what each leader is responsible for. */
final class ScopeShapes {

    private static final Shape<LeaderLoad> LEADER = Output.object("leader-load", fields -> {
        fields.required("role", Shape.text(), LeaderLoad::role);
        fields.required("holders", Shape.listOf(Shape.text()), LeaderLoad::holders);
        fields.required("areas", Shape.listOf(Shape.text()), LeaderLoad::areas);
        fields.required("people", Shape.integer(), LeaderLoad::people);
        fields.required("leads", Shape.integer(), LeaderLoad::leads);
        fields.required("directReports", Shape.integer(), LeaderLoad::directReports);
        fields.listUnlessEmpty("tooMuch", Shape.text(), LeaderLoad::tooMuch);
    });

    private static final Shape<LeaderChange> LEADER_CHANGE = Output.object("leader-change", fields -> {
        fields.required("from", Shape.text(), LeaderChange::from);
        fields.required("to", Shape.text(), LeaderChange::to);
        fields.required("leaders", Shape.text(), LeaderChange::leaders);
    });

    private static final Shape<Outgrown> OUTGROWN = Output.object("outgrown", fields -> {
        fields.required("people", Shape.integer(), Outgrown::people);
        fields.optional(
                "years",
                Shape.number(),
                outgrown -> Optional.of(outgrown.years()).filter(Double::isFinite));
        fields.required("because", Shape.text(), Outgrown::because);
    });

    private static final Shape<ScopeFit> FIT = Output.object("scope-fit", fields -> {
        fields.required("id", Shape.text(), fit -> fit.scope().id());
        fields.required("description", Shape.text(), fit -> fit.scope().description());
        fields.required("fits", Shape.bool(), ScopeFit::fits);
        fields.required("fitsAhead", Shape.bool(), ScopeFit::fitsAhead);
        fields.required("leaders", Shape.listOf(LEADER), ScopeFit::leaders);
        fields.required("leadersAhead", Shape.listOf(LEADER), ScopeFit::leadersAhead);
        fields.required("areasPerLeader", Shape.number(), ScopeFit::areasPerLeader);
        fields.required("leaderChanges", Shape.listOf(LEADER_CHANGE), ScopeFit::leaderChanges);
        fields.optional("outgrown", OUTGROWN, ScopeFit::outgrown);
        fields.required("moves", Shape.listOf(Shape.text()), ScopeFit::moves);
    });

    private static final Shape<StageHelp> HELP = Output.object("stage-help", fields -> {
        fields.required("stage", Shape.text(), StageHelp::stage);
        fields.required("does", Shape.text(), StageHelp::does);
    });

    private static final Shape<DepartmentDuties> DUTIES = Output.object("department-duties", fields -> {
        fields.required("department", Shape.text(), DepartmentDuties::department);
        fields.required("areas", Shape.listOf(Shape.text()), DepartmentDuties::areas);
        fields.required("leaders", Shape.listOf(Shape.text()), DepartmentDuties::leaders);
        fields.required("delivers", Shape.listOf(Shape.text()), DepartmentDuties::delivers);
        fields.required("helps", Shape.listOf(HELP), DepartmentDuties::helps);
    });

    private static final Shape<Disagreement> DISAGREEMENT = Output.object("disagreement", fields -> {
        fields.required("area", Shape.text(), Disagreement::area);
        fields.required("department", Shape.text(), Disagreement::department);
        fields.required("text", Shape.text(), Disagreement::text);
    });

    private static final Shape<RightFinding> FINDING = Output.object("right-finding", fields -> {
        fields.required("kind", Shape.oneOf(RightFinding.Kind.class), RightFinding::kind);
        fields.required("decision", Shape.text(), RightFinding::decision);
        fields.required("text", Shape.text(), RightFinding::text);
    });

    private ScopeShapes() {}

    static void declareScope(OutputFields<ScopeReport> fields) {
        fields.required("current", Shape.text(), ScopeReport::current);
        fields.optional(
                "best",
                Shape.text(),
                report -> report.best().map(fit -> fit.scope().id()));
        fields.required("because", Shape.listOf(Shape.text()), ScopeReport::because);
        fields.required("people", Shape.integer(), ScopeReport::people);
        fields.required("peopleAhead", Shape.integer(), ScopeReport::peopleAhead);
        fields.required("scopes", Shape.listOf(FIT), ScopeReport::fits);
        fields.required("departments", Shape.listOf(DUTIES), ScopeReport::departments);
        fields.required("disagreements", Shape.listOf(DISAGREEMENT), ScopeReport::disagreements);
        fields.required("decisionRights", Shape.listOf(FINDING), ScopeReport::findings);
    }
}
