package dev.rapport.engagement.page;

import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.engagement.team.AreaLeadership;
import dev.rapport.engagement.team.KeyPerson;
import dev.rapport.engagement.team.KindDrift;
import dev.rapport.engagement.team.Nominee;
import dev.rapport.engagement.team.ProposedMember;
import dev.rapport.engagement.team.ProposedRole;
import dev.rapport.engagement.team.ProposedTeam;
import dev.rapport.engagement.team.Sheet;
import dev.rapport.engagement.team.SkillNeed;
import dev.rapport.engagement.team.TeamReport;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.segmentation.segment.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/** What each person does against the plan, what is missing, what hangs on one alone, and whom the plan proposes. */
final class PeopleModel {

    private static final int NAMES = 5;
    private static final int KEY_PERSONS = 8;
    private static final double LEAST_PEOPLE = 0.005;
    private static final Map<String, Object> NOBODY = Map.of("member", "nobody", "fit", "", "why", "");

    private final Plan plan;
    private final TeamReport team;

    PeopleModel(Plan plan, TeamReport team) {
        this.plan = plan;
        this.team = team;
    }

    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        put(model, "areas", team.leadership().stream().map(this::area).toList());
        put(model, "roles", team.teams().stream().flatMap(this::roles).toList());
        put(model, "sheets", team.sheets().stream().map(this::sheet).toList());
        put(model, "kinds", team.drift().stream().map(PeopleModel::kind).toList());
        List<SkillNeed> shortages = team.skills().stream()
                .filter(need -> need.hoursShort().signum() > 0)
                .toList();
        put(model, "skills", shortages.stream().map(this::skill).toList());
        List<KeyPerson> persons = team.keyPersons().stream().limit(KEY_PERSONS).toList();
        put(model, "persons", persons.stream().map(PeopleModel::person).toList());
        model.put("personsNote", PlanModel.rest(team.keyPersons().size() - persons.size(), "more"));
        plan.time().value().ifPresent(time -> model.put("since", time.from().toString()));
        return model;
    }

    private static void put(Map<String, Object> model, String name, List<?> rows) {
        model.put(name, rows);
        model.put("has" + Character.toUpperCase(name.charAt(0)) + name.substring(1), !rows.isEmpty());
    }

    private Map<String, Object> area(AreaLeadership area) {
        Map<String, Object> row = new HashMap<>();
        row.put("name", Text.words(area.area()));
        row.put("role", Text.words(area.role()));
        row.put("leader", area.leader().map(PeopleModel::nominee).orElse(NOBODY));
        row.put("successor", area.successor().map(PeopleModel::nominee).orElse(NOBODY));
        put(row, "remarks", area.remarks());
        return row;
    }

    private static Map<String, Object> nominee(Nominee nominee) {
        return Map.of(
                "member", nominee.memberId(),
                "fit", Text.percent(nominee.fit().degree()),
                "why", nominee.why());
    }

    private Stream<Map<String, Object>> roles(ProposedTeam proposed) {
        String segment = plan.segments().stream()
                .map(SegmentLine::segment)
                .flatMap(Optional::stream)
                .filter(one -> one.id().equals(proposed.segment()))
                .map(Segment::name)
                .findFirst()
                .orElse(proposed.segment());
        return proposed.roles().stream().map(role -> {
            Map<String, Object> row = new HashMap<>();
            row.put("segment", segment);
            row.put(
                    "role",
                    Text.words(role.role())
                            + role.pool().map(pool -> ", " + pool).orElse(""));
            row.put("hours", Text.grouped(role.hoursNeeded().doubleValue()));
            row.put("people", role.peopleNeeded().map(PeopleModel::number).orElse("unknown"));
            row.put("who", who(role));
            put(row, "missing", missing(role));
            return row;
        });
    }

    private static String who(ProposedRole role) {
        String names =
                role.members().stream().limit(NAMES).map(PeopleModel::member).collect(Collectors.joining(", "));
        int more = role.members().size() - NAMES;
        return names.isEmpty() ? "nobody" : names + (more > 0 ? " and " + more + " more" : "");
    }

    private static String member(ProposedMember member) {
        return member.memberId() + " " + Text.grouped(member.hours().doubleValue()) + "\u00A0h";
    }

    private static List<String> missing(ProposedRole role) {
        List<String> missing = new ArrayList<>();
        role.peopleShort()
                .filter(people -> people.doubleValue() >= LEAST_PEOPLE)
                .ifPresent(people -> missing.add(number(people) + " people (" + hours(role.hoursShort()) + ")"));
        if (role.peopleShort().isEmpty() && role.hoursShort().signum() > 0) {
            missing.add(hours(role.hoursShort()));
        }
        role.missingSkills()
                .forEach(skill -> missing.add(Text.words(skill.skill()) + " at level " + skill.required()
                        + (skill.best() > 0 ? ", the best has " + skill.best() : ", nobody has it")));
        role.missingLanguages()
                .forEach((language, customers) ->
                        missing.add(language + " for " + Text.count(customers, "customer", "customers")));
        return missing;
    }

    private static String number(BigDecimal people) {
        return Text.number(people.doubleValue());
    }

    private static String hours(BigDecimal hours) {
        return Text.grouped(hours.doubleValue()) + "\u00A0h";
    }

    private Map<String, Object> sheet(Sheet sheet) {
        Map<String, Object> row = new HashMap<>();
        row.put("member", sheet.memberId());
        row.put("role", Text.words(sheet.role()));
        row.put("customers", Text.grouped(sheet.customers().size()));
        row.put(
                "load",
                sheet.load().share().isPresent()
                        ? Text.percent(sheet.load().share().getAsDouble())
                        : "no hours");
        row.put("overloaded", sheet.load().isOverloaded());
        boolean isTold = !team.drift().isEmpty();
        row.put("planned", isTold ? Text.grouped(sum(sheet, true)) : "");
        row.put("spent", isTold ? Text.grouped(sum(sheet, false)) : "");
        row.put(
                "gaps",
                sheet.skillGaps().stream()
                        .map(gap -> Text.words(gap.skill()) + " " + gap.level() + " of " + gap.required() + ", for "
                                + Text.count(gap.customers().size(), "customer", "customers"))
                        .collect(Collectors.joining("; ")));
        row.put("risk", sheet.atRisk().isEmpty() ? "" : risk(sheet.atRisk()));
        row.put(
                "decisions",
                sheet.decisions().isEmpty()
                        ? ""
                        : Text.grouped(sheet.decisions().size()));
        int sponsors = sheet.withoutSponsor().size() + sheet.silentSponsors().size();
        row.put("sponsors", sponsors == 0 ? "" : Text.grouped(sponsors));
        put(row, "kinds", sheet.byKind().stream().map(PeopleModel::kind).toList());
        return row;
    }

    private static double sum(Sheet sheet, boolean planned) {
        return sheet.byKind().stream()
                .mapToDouble(kind -> (planned ? kind.planned() : kind.spent()).doubleValue())
                .sum();
    }

    private String risk(List<AtRisk> risks) {
        Money loss = Money.zero(plan.currency());
        for (AtRisk risk : risks) {
            loss = loss.plus(risk.expectedLoss());
        }
        return Text.count(risks.size(), "customer", "customers") + ", " + Text.money(loss);
    }

    private static Map<String, Object> kind(KindDrift kind) {
        return Map.of(
                "kind", Text.words(kind.kind()),
                "planned", Text.grouped(kind.planned().doubleValue()),
                "spent", Text.grouped(kind.spent().doubleValue()),
                "difference", Text.signed(kind.difference().doubleValue()));
    }

    private String skill(SkillNeed need) {
        String who = need.pool().orElse("the role " + Text.words(need.role()));
        String what = Text.words(need.skill()) + " at level " + need.level();
        String whom =
                Text.count(need.customers(), "customer", "customers") + " (" + String.join(", ", need.segments()) + ")";
        return need.isMissing()
                ? "Nobody in " + who + " has " + what + ", which is asked for by " + whom + "."
                : "In " + who + ", those who have " + what + " are " + hours(need.hoursShort()) + " a year short for "
                        + whom + ".";
    }

    private static String person(KeyPerson person) {
        List<String> alone = new ArrayList<>();
        if (!person.customers().isEmpty()) {
            alone.add(Text.count(person.customers().size(), "customer", "customers") + " with "
                    + Text.money(person.arr())
                    + (person.shareOfArr().isPresent()
                            ? ", " + Text.percent(person.shareOfArr().getAsDouble()) + " of the ARR"
                            : ""));
        }
        person.roles().forEach(role -> alone.add("the role " + Text.words(role)));
        person.skills().forEach(skill -> alone.add(Text.words(skill)));
        person.languages()
                .forEach((language, customers) ->
                        alone.add(language + ", which " + Text.count(customers, "customer speaks", "customers speak")));
        return person.memberId() + ": " + String.join("; ", alone);
    }
}
