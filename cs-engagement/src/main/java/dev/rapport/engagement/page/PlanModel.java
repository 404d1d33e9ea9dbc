package dev.rapport.engagement.page;

import dev.rapport.engagement.forecast.ForecastReview;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.PlanForecast;
import dev.rapport.engagement.plan.Remark;
import dev.rapport.engagement.plan.RoleGap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What the plan's page shows, as the texts and charts that its template names. */
final class PlanModel {

    private static final int FAILURES = 5;
    private static final int FORMER = 10;

    private final Plan plan;
    private final CustomerLinks customers;
    private final PlanLinks links;
    private final Map<String, Object> model = new HashMap<>();
    private final List<Map<String, Object>> contents = new ArrayList<>();

    PlanModel(Plan plan, PlanLinks links) {
        this.plan = plan;
        this.links = links;
        this.customers = new CustomerLinks(plan, links::customer);
    }

    Map<String, Object> fill() {
        model.put("style", Templates.STYLE);
        model.put("date", plan.date().toString());
        SegmentsModel segments = new SegmentsModel(plan, customers);
        section("segments", "Segments", segments.fill());
        segments.health().ifPresent(health -> model.put("health", health));
        section("left-out", "Left out", new LeftOut(plan).fill());
        section("models", "Models", new EvaluationModel(plan).fill());
        plan.experiments()
                .value()
                .ifPresent(results ->
                        section("experiments", "Tried", new ExperimentsModel(results, new ActionWords(plan)).fill()));
        RoleGap.of(plan)
                .value()
                .ifPresent(roles -> section("capacity", "Hours and hires", new CapacityModel(roles).fill()));
        plan.flex()
                .value()
                .ifPresent(report -> section("flex", "Help on a trigger", new FlexModel(report, customers).fill()));
        plan.sponsors()
                .value()
                .ifPresent(sponsors -> section("sponsors", "Sponsors", new SponsorsModel(sponsors, customers).fill()));
        plan.atRisk()
                .value()
                .ifPresent(list -> section("at-risk", "At risk", new RiskModel(plan, list, customers).fill()));
        plan.alerts()
                .value()
                .ifPresent(report -> section("alerts", "Early warning", new AlertsModel(report, customers).fill()));
        plan.decisions()
                .value()
                .ifPresent(
                        decisions -> section("decisions", "Decisions", new DecisionsModel(customers).fill(decisions)));
        plan.callList().value().ifPresent(list -> section("calls", "Calls", new CallModel(list, customers).fill()));
        plan.forecast()
                .value()
                .ifPresent(forecast -> section("forecast", "Forecast", new ForecastModel(forecast, customers).fill()));
        plan.expansions()
                .value()
                .ifPresent(report -> section(
                        "expansions", "Growth", new ExpansionModel(report, customers, new ActionWords(plan)).fill()));
        plan.retention()
                .value()
                .ifPresent(retention -> section("retention", "Retention", new RetentionModel(retention).fill()));
        plan.losses()
                .value()
                .ifPresent(report -> section("losses", "Losses", new LossesModel(report, customers).fill()));
        TeamModel team = new TeamModel(plan, customers);
        plan.coverage().value().ifPresent(coverage -> section("team", "Team", team.coverage(coverage)));
        plan.escalations().value().ifPresent(report -> section("escalations", "To escalate", team.escalations(report)));
        plan.team().value().ifPresent(people -> section("people", "People", new PeopleModel(plan, people).fill()));
        plan.lifeCycle()
                .value()
                .ifPresent(cycle -> section("life-cycle", "Life cycle", new LifeCycleModel(cycle, customers).fill()));
        plan.scope().value().ifPresent(report -> section("scope", "Scope", new ScopeModel(report).fill()));
        plan.reviews()
                .value()
                .ifPresent(report -> section("reviews", "Reviews", new ReviewsModel(report, customers).fill()));
        plan.voice()
                .value()
                .ifPresent(voice -> section("voice", "Voice", new VoiceModel(plan, voice, customers, links).fill()));
        plan.surveys()
                .value()
                .ifPresent(surveys -> section("surveys", "Surveys", new SurveysModel(surveys, customers).fill()));
        plan.time().value().ifPresent(time -> section("time", "Time", new TimeModel(plan, time, customers).fill()));
        plan.overrides()
                .value()
                .ifPresent(report ->
                        section("overrides", "Overrides", new OverridesModel(plan, report, customers).fill()));
        plan.changes()
                .ifPresent(changes ->
                        section("changes", "Changes", new ChangesModel(changes, sinceLastPlan(), customers).fill()));
        section("segmentations", "Worth having?", new QualityModel(plan).fill());
        plan.families()
                .value()
                .ifPresent(families -> section("families", "Families", new FamilyModel(families, customers).fill()));
        section("customers", "Customers", segments.lists());
        section("data", "Trust", trust());
        model.put("overview", new OverviewModel(plan, customers, model.keySet()).fill());
        model.put("contents", contents);
        model.put("footer", footer());
        return model;
    }

    private Optional<ForecastReview> sinceLastPlan() {
        return plan.forecast().value().flatMap(PlanForecast::sinceLastPlan);
    }

    private void section(String id, String name, Map<String, Object> content) {
        if (!content.isEmpty()) {
            model.put(id, content);
            contents.add(Map.of("id", id, "name", name));
        }
    }

    private Map<String, Object> trust() {
        List<String> trust = new ArrayList<>();
        plan.remarks().stream().map(Remark::text).forEach(trust::add);
        long unknown = plan.customers().stream()
                .filter(line -> !line.health().isKnown())
                .count();
        trust.add(Text.grouped((double) unknown) + " of "
                + Text.count(plan.customers().size(), "customer", "customers")
                + " have too little data for a health score.");
        long withoutArr =
                plan.customers().stream().filter(line -> line.arr().isEmpty()).count();
        if (withoutArr > 0) {
            trust.add("The recurring revenue of " + Text.count(withoutArr, "customer", "customers")
                    + " cannot be told; sums are without it.");
        }
        former().ifPresent(trust::add);
        plan.failures().stream().limit(FAILURES).map(Remark::text).forEach(trust::add);
        if (plan.failures().size() > FAILURES) {
            trust.add((plan.failures().size() - FAILURES) + " further failures are in plan.json.");
        }
        return Map.of("remarks", trust);
    }

    private Optional<String> former() {
        List<String> former = plan.formerCustomers();
        if (former.isEmpty()) {
            return Optional.empty();
        }
        String ids = former.stream().limit(FORMER).collect(Collectors.joining(", "));
        return Optional.of("The contracts of " + Text.count(former.size(), "customer", "customers")
                + " are all over; nothing here is about them: " + ids
                + (former.size() > FORMER ? " and others, in plan.json." : "."));
    }

    private String footer() {
        return "As of the end of " + plan.date() + " in " + plan.zone() + ", as known before "
                + plan.asOf().knownAt() + ". Policies: "
                + plan.policies().values().stream().map(Object::toString).collect(Collectors.joining(", "))
                + ". Amounts in " + plan.currency() + ".";
    }

    /** Whether the recurring revenue of anybody is known; without contracts it is of nobody, which is not zero. */
    static boolean knowsArr(Plan plan) {
        return plan.customers().stream().anyMatch(line -> line.arr().isPresent());
    }

    /** What a list leaves out, and where it is; empty if it leaves out nothing. */
    static String rest(int more, String what) {
        return more > 0 ? Text.grouped(more) + " " + what + ": see plan.json." : "";
    }

    static double size(Money amount) {
        return amount.getAmount().doubleValue();
    }
}
