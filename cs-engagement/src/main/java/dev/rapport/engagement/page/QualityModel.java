package dev.rapport.engagement.page;

import dev.rapport.engagement.plan.JudgedSegmentation;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.segmentation.membership.Moved;
import dev.rapport.segmentation.membership.Movement;
import dev.rapport.segmentation.quality.Effectiveness;
import dev.rapport.segmentation.quality.Estimate;
import dev.rapport.segmentation.quality.Finding;
import dev.rapport.segmentation.quality.OutcomeOfSegment;
import dev.rapport.segmentation.quality.SegmentSize;
import dev.rapport.segmentation.quality.Separation;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether segments are worth having, and who moved between them. */
final class QualityModel {

    private static final int MOST_EFFECTIVE = 6;

    private final Plan plan;
    private final boolean hasArr;

    QualityModel(Plan plan) {
        this.plan = plan;
        this.hasArr = PlanModel.knowsArr(plan);
    }

    Map<String, Object> fill() {
        List<Map<String, Object>> further = new ArrayList<>();
        plan.furtherQualities().forEach((id, quality) -> further.add(judged(Text.words(id), quality)));
        Map<String, Object> model = new HashMap<>();
        model.put("since", JudgedSegmentation.since(plan.date()).toString());
        model.put("headline", judged("The segments of the engagement models", plan.quality()));
        model.put("hasFurther", !further.isEmpty());
        model.put("further", further);
        List<Map<String, Object>> ways = ways();
        model.put("hasArr", hasArr);
        model.put("hasWays", !ways.isEmpty());
        model.put("ways", ways);
        plan.changes()
                .ifPresent(changes ->
                        model.put("movedSince", changes.bridge().from().toString()));
        return model;
    }

    private Map<String, Object> judged(String name, JudgedSegmentation quality) {
        List<Separation> separations =
                quality.yearAgo().map(then -> then.separations()).orElse(List.of());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SegmentSize size : quality.today().sizes()) {
            rows.add(Map.of(
                    "name", size.segment().name(),
                    "customers", Text.grouped(size.customers()),
                    "arr", hasArr ? Text.money(size.revenue()) : "",
                    "hasArr", hasArr,
                    "outcomes",
                            separations.stream()
                                    .map(separation -> outcome(separation, size.segment()))
                                    .toList()));
        }
        return Map.of(
                "name", name,
                "effective", effective(quality),
                "verdict", quality.verdict(),
                "findings", quality.findings().stream().map(Finding::text).toList(),
                "outcomes", separations.stream().map(Separation::name).toList(),
                "explained",
                        separations.stream()
                                .map(separation -> Text.percent(Math.max(0, separation.explainedBeyondChance())))
                                .toList(),
                "rows", rows);
    }

    /** The most effective segments first, with the criterion; nothing where none tells anything. */
    private static String effective(JudgedSegmentation quality) {
        List<Effectiveness> all = quality.yearAgo().orElse(quality.today()).mostEffectiveFirst().stream()
                .filter(one -> one.value() > 0)
                .toList();
        if (all.isEmpty()) {
            return "";
        }
        String more = all.size() > MOST_EFFECTIVE ? ", and " + (all.size() - MOST_EFFECTIVE) + " more" : "";
        return "Most effective first, by " + all.get(0).criterion() + ": "
                + all.stream()
                        .limit(MOST_EFFECTIVE)
                        .map(one -> one.segment().name() + " " + Text.percentExactly(one.value()))
                        .collect(Collectors.joining(", "))
                + more + ".";
    }

    /** A share in per cent, a number with one decimal. */
    private static String outcome(Separation separation, Segment segment) {
        Optional<Estimate> estimate = separation.bySegment().stream()
                .filter(row -> row.segment().equals(segment))
                .map(OutcomeOfSegment::outcome)
                .findFirst()
                .flatMap(found -> found);
        boolean isNumber = separation.name().endsWith("a year");
        return estimate.map(found -> isNumber ? Text.number(found.mean()) : Text.percent(found.mean()))
                .orElse("");
    }

    /** The ways between segments of the headline's segmentation that somebody went. */
    private List<Map<String, Object>> ways() {
        List<Map<String, Object>> ways = new ArrayList<>();
        Optional<Movement> movement = plan.segmentMoves().values().stream().findFirst();
        movement.ifPresent(moves -> moves.matrix(StandardAttributes.ARR)
                .forEach((from, row) -> row.forEach((to, moved) -> {
                    if (!from.equals(to)) {
                        ways.add(way(from, to, moved));
                    }
                })));
        return ways;
    }

    private Map<String, Object> way(Optional<Segment> from, Optional<Segment> to, Moved moved) {
        return Map.of(
                "from",
                from.map(Segment::name).orElse("no customer"),
                "to",
                to.map(Segment::name).orElse("no customer"),
                "customers",
                Text.grouped(moved.customers()),
                "hasArr",
                hasArr,
                "before",
                hasArr ? Text.money(moved.before()) : "",
                "after",
                hasArr ? Text.money(moved.after()) : "");
    }
}
