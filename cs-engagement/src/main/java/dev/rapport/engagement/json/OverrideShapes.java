package dev.rapport.engagement.json;

import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Section;
import dev.rapport.health.override.JudgedOverride;
import dev.rapport.health.override.OverrideReport;
import dev.rapport.health.override.OverrideVerdict;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How overrides are written: what was stated, what was computed then, what happened, and who was right. */
final class OverrideShapes {

    private record Line(JudgedOverride judged, LocalDate date) {}

    /** The report with the day on which it is decided what is in force. */
    record Dated(OverrideReport report, LocalDate date) {

        private List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            report.lines().forEach(judged -> lines.add(new Line(judged, date)));
            return lines;
        }
    }

    private static final Shape<Line> LINE = Output.object("override", fields -> {
        fields.required("customer", Shape.text(), line -> line.judged().customerId());
        fields.part(line -> line.judged().override(), HealthShapes::declareStated);
        fields.required(
                "inForce", Shape.bool(), line -> line.judged().override().holdsOn(line.date()));
        fields.required("statedBand", Shape.text(), line -> line.judged().statedBand());
        fields.required("computedBand", Shape.text(), line -> line.judged().computedBand());
        fields.optional("outcome", Shape.text(), line -> line.judged().outcome().map(Outcome::kind));
        fields.optional(
                "outcomeAt",
                Shape.instant(),
                line -> line.judged().outcome().map(outcome -> outcome.entry().at()));
        fields.required(
                "verdict",
                Shape.oneOf(OverrideVerdict.class),
                line -> line.judged().verdict());
        fields.optional("arr", Shape.money(), line -> line.judged().arr());
    });

    private OverrideShapes() {}

    static Section<Dated> section(Plan plan) {
        return new Section<>(
                plan.overrides().value().map(report -> new Dated(report, plan.date())),
                plan.overrides().missing());
    }

    static void declareReport(OutputFields<Dated> fields) {
        fields.required("overrides", Shape.listOf(LINE), Dated::lines);
        fields.required("byOwner", Output.mapOf(Output.mapOf(Shape.integer())), OverrideShapes::byOwner);
    }

    private static Map<String, Map<String, Integer>> byOwner(Dated dated) {
        Map<String, Map<String, Integer>> owners = new LinkedHashMap<>();
        dated.report().byOwner().forEach((owner, counts) -> {
            Map<String, Integer> words = new LinkedHashMap<>();
            counts.forEach((verdict, count) ->
                    words.put(verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'), count));
            owners.put(owner, words);
        });
        return owners;
    }
}
