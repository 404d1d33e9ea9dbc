package dev.rapport.engagement.page;

import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.health.atrisk.AtRiskList.Suppressed;
import dev.rapport.health.atrisk.OwnerHours;
import dev.rapport.health.atrisk.SavePlay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be done about customers at risk: what an hour saves, how far the hours reach, which plays run. */
final class SaveModel {

    private static final int BY_HOUR = 5;
    private static final int RUNNING = 8;

    private final AtRiskList list;
    private final CustomerLinks customers;

    SaveModel(AtRiskList list, CustomerLinks customers) {
        this.list = list;
        this.customers = customers;
    }

    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        List<AtRisk> byHour = list.bySavedPerHour();
        model.put("hasPlays", list.playPolicy().isPresent());
        model.put("hasByHour", !byHour.isEmpty());
        model.put("byHour", byHour.stream().limit(BY_HOUR).map(this::byHour).toList());
        List<Map<String, Object>> cuts = list.hours().stream()
                .flatMap(hours -> hours.cut().map(cut -> cut(hours, cut)).stream())
                .toList();
        model.put("hasCuts", !cuts.isEmpty());
        model.put("cuts", cuts);
        model.put("hasRunning", !list.suppressed().isEmpty());
        model.put(
                "running",
                list.suppressed().stream().limit(RUNNING).map(this::running).toList());
        model.put("runningNote", PlanModel.rest(list.suppressed().size() - RUNNING, "further plays run"));
        return model;
    }

    /** The days to the last safe day. */
    static String daysLeft(AtRisk line) {
        return line.daysToLastSafeDay().isPresent()
                ? Text.grouped(line.daysToLastSafeDay().getAsLong())
                : "";
    }

    /** A play, what it takes and what it saves. */
    static Map<String, Object> play(AtRisk line) {
        SavePlay play = line.play().orElseThrow();
        return Map.of(
                "name",
                Text.words(play.code()),
                "hours",
                Text.number(play.effort().hours()) + " h",
                "share",
                line.saveable().isPresent() ? Text.percent(line.saveable().getAsDouble()) : "unknown",
                "perHour",
                line.savedPerHour().map(Text::money).orElse("unknown"));
    }

    private Map<String, Object> byHour(AtRisk line) {
        Map<String, Object> row = customers.row(line.customerId());
        row.put("play", play(line));
        return row;
    }

    private Map<String, Object> cut(OwnerHours hours, OwnerHours.Cut cut) {
        Map<String, Object> row = customers.row(cut.first().customerId());
        row.put("owner", hours.owner());
        row.put("perWeek", Text.number(hours.use().perWeek()));
        row.put("missing", Text.number(cut.missingHours()));
        row.put("gain", cut.gain().map(Text::money).orElse("an unknown amount"));
        return row;
    }

    private Map<String, Object> running(Suppressed one) {
        Map<String, Object> row = customers.row(one.line().customerId());
        row.put("loss", Text.money(one.line().expectedLoss()));
        row.put("play", Text.words(one.running().play()));
        row.put("owner", one.running().owner());
        row.put("until", one.running().expiresOn().toString());
        Optional<String> review = one.running().reviewOn().map(Object::toString);
        row.put("reviewDue", one.reviewDue());
        row.put("review", review.orElse(""));
        return row;
    }
}
