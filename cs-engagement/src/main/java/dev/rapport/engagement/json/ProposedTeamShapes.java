package dev.rapport.engagement.json;

import dev.rapport.engagement.team.AreaLeadership;
import dev.rapport.engagement.team.CompetencyGap;
import dev.rapport.engagement.team.Fit;
import dev.rapport.engagement.team.MissingSkill;
import dev.rapport.engagement.team.Nominee;
import dev.rapport.engagement.team.ProposedMember;
import dev.rapport.engagement.team.ProposedRole;
import dev.rapport.engagement.team.ProposedTeam;
import dev.rapport.engagement.team.RoleFits;
import dev.rapport.model.organisation.Competency;
import dev.rapport.model.organisation.Importance;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.Shape;

/** How the plan writes who fits which role, and who is proposed. */
final class ProposedTeamShapes {

    private static final Shape<Competency> COMPETENCY = Output.object("competency", fields -> {
        fields.required("skill", Shape.text(), Competency::skill);
        fields.required("level", Shape.integer(), Competency::level);
        fields.required("importance", Shape.oneOf(Importance.class), Competency::importance);
        fields.required("weight", Shape.number(), Competency::weight);
    });

    private static final Shape<CompetencyGap> GAP = Output.object("competency-gap", fields -> {
        fields.required("skill", Shape.text(), gap -> gap.competency().skill());
        fields.required("level", Shape.integer(), CompetencyGap::level);
        fields.required("required", Shape.integer(), gap -> gap.competency().level());
        fields.required("levels", Shape.integer(), CompetencyGap::levels);
        fields.required(
                "importance",
                Shape.oneOf(Importance.class),
                gap -> gap.competency().importance());
    });

    private static final Shape<Fit> FIT = Output.object("fit", fields -> {
        fields.required("member", Shape.text(), Fit::memberId);
        fields.required("fits", Shape.bool(), Fit::fits);
        fields.required("degree", Shape.number(), Fit::degree);
        fields.listUnlessEmpty("gaps", GAP, Fit::gaps);
        fields.listUnlessEmpty("missingLanguages", Shape.text(), Fit::missingLanguages);
        fields.listUnlessEmpty("missingFurtherLanguages", Shape.text(), Fit::missingFurtherLanguages);
        fields.required("reasons", Shape.listOf(Shape.text()), fit -> PlanJson.WORDS.lines(fit.reasons()));
    });

    static final Shape<RoleFits> PROFILE = Output.object("role-fits", fields -> {
        fields.required("role", Shape.text(), fits -> fits.role().id());
        fields.required("title", Shape.text(), fits -> fits.role().title());
        fields.required(
                "competencies", Shape.listOf(COMPETENCY), fits -> fits.asked().competencies());
        fields.listUnlessEmpty("languages", Shape.text(), fits -> fits.asked().languages());
        fields.listUnlessEmpty(
                "furtherLanguages", Shape.text(), fits -> fits.asked().furtherLanguages());
        fields.required("holders", Shape.listOf(FIT), RoleFits::holders);
        fields.required("others", Shape.listOf(FIT), RoleFits::others);
    });

    private static final Shape<Nominee> NOMINEE = Output.object("nominee", fields -> {
        fields.required("member", Shape.text(), Nominee::memberId);
        fields.required("fit", FIT, Nominee::fit);
        fields.required("why", Shape.text(), Nominee::why);
    });

    static final Shape<AreaLeadership> LEADERSHIP = Output.object("area-leadership", fields -> {
        fields.required("area", Shape.text(), AreaLeadership::area);
        fields.required("role", Shape.text(), AreaLeadership::role);
        fields.optional("leader", NOMINEE, AreaLeadership::leader);
        fields.optional("successor", NOMINEE, AreaLeadership::successor);
        fields.required("remarks", Shape.listOf(Shape.text()), AreaLeadership::remarks);
    });

    private static final Shape<ProposedMember> MEMBER = Output.object("proposed-member", fields -> {
        fields.required("member", Shape.text(), ProposedMember::memberId);
        fields.required("customers", Shape.integer(), ProposedMember::customers);
        fields.required("hours", Shape.decimal(), ProposedMember::hours);
    });

    private static final Shape<MissingSkill> SKILL = Output.object("missing-skill", fields -> {
        fields.required("skill", Shape.text(), MissingSkill::skill);
        fields.required("level", Shape.integer(), MissingSkill::best);
        fields.required("required", Shape.integer(), MissingSkill::required);
        fields.required("levels", Shape.integer(), MissingSkill::levels);
    });

    private static final Shape<ProposedRole> ROLE = Output.object("proposed-role", fields -> {
        fields.required("role", Shape.text(), ProposedRole::role);
        fields.optional("pool", Shape.text(), ProposedRole::pool);
        fields.required("hoursNeeded", Shape.decimal(), ProposedRole::hoursNeeded);
        fields.optional("peopleNeeded", Shape.decimal(), ProposedRole::peopleNeeded);
        fields.required("members", Shape.listOf(MEMBER), ProposedRole::members);
        fields.required("hoursShort", Shape.decimal(), ProposedRole::hoursShort);
        fields.optional("peopleShort", Shape.decimal(), ProposedRole::peopleShort);
        fields.required("missingSkills", Shape.listOf(SKILL), ProposedRole::missingSkills);
        fields.required("missingLanguages", Output.mapOf(Shape.integer()), ProposedRole::missingLanguages);
    });

    static final Shape<ProposedTeam> TEAM = Output.object("proposed-team", fields -> {
        fields.required("segment", Shape.text(), ProposedTeam::segment);
        fields.required("customers", Shape.integer(), ProposedTeam::customers);
        fields.required("roles", Shape.listOf(ROLE), ProposedTeam::roles);
    });

    private ProposedTeamShapes() {}
}
