package dev.rapport.engagement.page;

import dev.rapport.engagement.plan.Plan;
import dev.rapport.health.HealthOverride;
import dev.rapport.health.band.Band;
import dev.rapport.health.override.JudgedOverride;
import dev.rapport.health.override.OverrideReport;
import dev.rapport.health.override.OverrideVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people stated in place of the score, what then happened, and who was right. */
final class OverridesModel {

    private static final int OVERRIDES = 12;
    private static final Comparator<JudgedOverride> LATEST = Comparator.comparing(
                    (JudgedOverride line) -> line.override().from())
            .reversed()
            .thenComparing(JudgedOverride::customerId)
            .thenComparing(line -> line.override().id());

    private final Plan plan;
    private final OverrideReport report;
    private final CustomerLinks customers;

    OverridesModel(Plan plan, OverrideReport report, CustomerLinks customers) {
        this.plan = plan;
        this.report = report;
        this.customers = customers;
    }

    Map<String, Object> fill() {
        List<JudgedOverride> latest =
                report.lines().stream().sorted(LATEST).limit(OVERRIDES).toList();
        Map<String, Object> model = new HashMap<>();
        model.put("hasRows", !latest.isEmpty());
        model.put("rows", latest.stream().map(this::row).toList());
        model.put("notes", notes(report.lines().size() - latest.size()));
        return model;
    }

    private Map<String, Object> row(JudgedOverride line) {
        Map<String, Object> row = customers.row(line.customerId());
        HealthOverride override = line.override();
        BandStyles styles = customers.styles();
        row.put("owner", override.owner());
        row.put("stated", line.statedBand());
        row.put("statedStyle", styles.of(line.statedBand()));
        row.put("computed", line.computedBand().equals(Band.UNKNOWN) ? "unknown" : line.computedBand());
        row.put("computedStyle", styles.of(line.computedBand()));
        row.put("why", override.reason());
        row.put("from", override.from().toString());
        row.put("until", override.until().toString());
        row.put("inForce", override.holdsOn(plan.date()));
        row.put(
                "happened",
                line.outcome()
                        .map(outcome -> Text.words(outcome.kind()) + " on "
                                + outcome.entry().at().atZone(plan.zone()).toLocalDate())
                        .orElse("nothing yet"));
        row.put("right", words(line.verdict()));
        return row;
    }

    private static String words(OverrideVerdict verdict) {
        return switch (verdict) {
            case OVERRIDE_RIGHT -> "the override";
            case SCORE_RIGHT -> "the score";
            case BOTH_RIGHT -> "both";
            case BOTH_WRONG -> "neither";
            case NO_SCORE -> "there was no score";
            case OPEN -> "";
        };
    }

    private List<String> notes(int more) {
        List<String> notes = new ArrayList<>();
        if (more > 0) {
            notes.add(PlanModel.rest(more, "earlier overrides"));
        }
        report.byOwner().forEach((owner, verdicts) -> {
            int override = verdicts.getOrDefault(OverrideVerdict.OVERRIDE_RIGHT, 0);
            int score = verdicts.getOrDefault(OverrideVerdict.SCORE_RIGHT, 0);
            if (override + score > 0) {
                notes.add("Where " + owner + " and the score differed, " + owner + " was right "
                        + Text.count(override, "time", "times") + ", the score " + Text.count(score, "time", "times")
                        + ".");
            }
        });
        return notes;
    }
}
