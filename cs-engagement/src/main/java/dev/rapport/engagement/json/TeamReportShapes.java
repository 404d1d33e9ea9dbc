package dev.rapport.engagement.json;

import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.team.KeyPerson;
import dev.rapport.engagement.team.KindDrift;
import dev.rapport.engagement.team.Sheet;
import dev.rapport.engagement.team.SilentSponsor;
import dev.rapport.engagement.team.SkillGap;
import dev.rapport.engagement.team.SkillNeed;
import dev.rapport.engagement.team.TeamReport;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;

/** How the plan writes what a leader of the team has to know about its people. */
final class TeamReportShapes {

    private static final Shape<SkillNeed> SKILL = Output.object("skill-need", fields -> {
        fields.required("role", Shape.text(), SkillNeed::role);
        fields.optional("pool", Shape.text(), SkillNeed::pool);
        fields.required("skill", Shape.text(), SkillNeed::skill);
        fields.required("level", Shape.integer(), SkillNeed::level);
        fields.required("segments", Shape.listOf(Shape.text()), SkillNeed::segments);
        fields.required("customers", Shape.integer(), SkillNeed::customers);
        fields.required("capable", Shape.listOf(Shape.text()), SkillNeed::capable);
        fields.required("hoursNeeded", Shape.decimal(), SkillNeed::hoursNeeded);
        fields.required("hoursAvailable", Shape.decimal(), SkillNeed::hoursAvailable);
        fields.required("hoursShort", Shape.decimal(), SkillNeed::hoursShort);
    });

    private static final Shape<KeyPerson> KEY_PERSON = Output.object("key-person", fields -> {
        fields.required("member", Shape.text(), KeyPerson::memberId);
        fields.required(
                "customers", Shape.integer(), person -> person.customers().size());
        fields.required("arr", Shape.money(), KeyPerson::arr);
        fields.optionalNumber("shareOfArr", KeyPerson::shareOfArr);
        fields.listUnlessEmpty("roles", Shape.text(), KeyPerson::roles);
        fields.listUnlessEmpty("skills", Shape.text(), KeyPerson::skills);
        fields.required("languages", Output.mapOf(Shape.integer()), KeyPerson::languages);
    });

    private static final Shape<KindDrift> DRIFT = Output.object("kind-drift", fields -> {
        fields.required("kind", Shape.text(), KindDrift::kind);
        fields.required("hoursPlanned", Shape.decimal(), KindDrift::planned);
        fields.required("hours", Shape.decimal(), KindDrift::spent);
    });

    private static final Shape<SkillGap> GAP = Output.object("skill-gap", fields -> {
        fields.required("skill", Shape.text(), SkillGap::skill);
        fields.required("level", Shape.integer(), SkillGap::level);
        fields.required("required", Shape.integer(), SkillGap::required);
        fields.required("customers", Shape.listOf(Shape.text()), SkillGap::customers);
    });

    private static final Shape<AtRisk> RISK = Output.object("risk-of-book", fields -> {
        fields.required("customer", Shape.text(), AtRisk::customerId);
        fields.required("expectedLoss", Shape.money(), AtRisk::expectedLoss);
    });

    private static final Shape<DecisionAhead> DECISION = Output.object("decision-of-book", fields -> {
        fields.required("customer", Shape.text(), DecisionAhead::customerId);
        fields.required("contract", Shape.text(), DecisionAhead::contract);
        fields.required("date", Shape.date(), DecisionAhead::date);
        fields.optional("arr", Shape.money(), DecisionAhead::arr);
    });

    private static final Shape<SilentSponsor> SILENT = Output.object("silent-sponsor", fields -> {
        fields.required("customer", Shape.text(), SilentSponsor::customerId);
        fields.required("silentOn", Shape.date(), SilentSponsor::silentOn);
        fields.required("reason", Shape.text(), SilentSponsor::reason);
    });

    private static final Shape<Sheet> SHEET = Output.object("sheet", fields -> {
        fields.required("member", Shape.text(), Sheet::memberId);
        fields.required("role", Shape.text(), Sheet::role);
        fields.required("customers", Shape.integer(), sheet -> sheet.customers().size());
        fields.required("hoursNeeded", Shape.decimal(), sheet -> sheet.load().needed());
        fields.required("hoursAvailable", Shape.decimal(), sheet -> sheet.load().available());
        fields.optionalNumber("load", sheet -> sheet.load().share());
        fields.required("byKind", Shape.listOf(DRIFT), Sheet::byKind);
        fields.required("skillGaps", Shape.listOf(GAP), Sheet::skillGaps);
        fields.required("atRisk", Shape.listOf(RISK), Sheet::atRisk);
        fields.required("decisions", Shape.listOf(DECISION), Sheet::decisions);
        fields.required("withoutSponsor", Shape.listOf(Shape.text()), Sheet::withoutSponsor);
        fields.required("silentSponsors", Shape.listOf(SILENT), Sheet::silentSponsors);
    });

    private TeamReportShapes() {}

    static void declareTeam(OutputFields<TeamReport> fields) {
        fields.required("skills", Shape.listOf(SKILL), TeamReport::skills);
        fields.required("keyPersons", Shape.listOf(KEY_PERSON), TeamReport::keyPersons);
        fields.required("drift", Shape.listOf(DRIFT), TeamReport::drift);
        fields.required("sheets", Shape.listOf(SHEET), TeamReport::sheets);
        fields.required("profiles", Shape.listOf(ProposedTeamShapes.PROFILE), TeamReport::profiles);
        fields.required("proposed", Shape.listOf(ProposedTeamShapes.TEAM), TeamReport::teams);
        fields.required("leadership", Shape.listOf(ProposedTeamShapes.LEADERSHIP), TeamReport::leadership);
    }
}
