package dev.rapport.engagement.page;

import dev.rapport.engagement.evaluation.ModelOption;
import dev.rapport.engagement.evaluation.Swing;
import dev.rapport.engagement.model.Triangle;
import dev.rapport.engagement.plan.MarginOutlook;
import dev.rapport.engagement.plan.ModelProposal;
import dev.rapport.engagement.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Each segment under each engagement model of which something is known, what a euro of it buys, and the year to come. */
final class EvaluationModel {

    private static final int SWINGS = 6;

    private final Plan plan;
    private final ActionWords words;

    EvaluationModel(Plan plan) {
        this.plan = plan;
        this.words = new ActionWords(plan);
    }

    /** Nothing where neither is known. */
    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        ModelProposal.of(plan)
                .value()
                .filter(known -> !known.options().isEmpty())
                .ifPresent(known -> model.put("choice", choice(known)));
        MarginOutlook.of(plan).value().ifPresent(known -> model.put("outlook", outlook(known)));
        if (!model.isEmpty()) {
            model.put("currency", plan.currency().getCode());
        }
        return model;
    }

    private Map<String, Object> choice(ModelProposal proposal) {
        Map<String, Object> model = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ModelOption option : proposal.options()) {
            rows.add(row(option, proposal));
        }
        model.put("rows", rows);
        model.put("currency", plan.currency().getCode());
        model.put(
                "proven",
                proposal.proposed().isEmpty()
                        ? ""
                        : proposal.isProven()
                                ? "Nothing that holds the targets within the hours costs less."
                                : "The search for something cheaper ended before all was looked at.");
        model.put("reasons", proposal.reasons());
        return model;
    }

    private Map<String, Object> row(ModelOption option, ModelProposal proposal) {
        String segment = option.of().segment();
        String modelId = option.of().model();
        boolean isToday = plan.economics()
                .read(
                        all -> all.segments().stream()
                                .anyMatch(row -> row.segment().equals(segment)
                                        && row.model().equals(modelId)),
                        false);
        Optional<ModelOption> proposed = proposal.proposed(segment);
        Map<String, Object> row = new HashMap<>();
        row.put("segment", words.segment(segment));
        row.put("model", Text.words(modelId));
        row.put("isToday", isToday);
        row.put(
                "isProposed",
                proposed.filter(other -> other.of().equals(option.of())).isPresent());
        row.put("cost", Text.grouped(option.cost().doubleValue()));
        row.put("kept", kept(option.expectation().share()));
        row.put("source", option.expectation().source());
        row.put("holds", option.holdsTarget() ? "yes" : "no");
        row.put("each", perCost(option.keptPerCost()));
        row.put("last", perCost(option.extraPerExtraCost()));
        return row;
    }

    private static String kept(Triangle share) {
        return Text.percentExactly(share.mean()) + " (" + Text.grouped(share.low() * 100) + "\u2013"
                + Text.grouped(share.high() * 100) + ")";
    }

    private static String perCost(OptionalDouble amount) {
        return amount.isPresent() ? Text.number(Math.rint(amount.getAsDouble() * 10) / 10) : "";
    }

    private Map<String, Object> outlook(MarginOutlook outlook) {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "words",
                "If segments keep what they kept, customer success leaves " + Text.money(outlook.ordinary())
                        + " in an ordinary year, " + Text.money(outlook.bad()) + " in a bad and "
                        + Text.money(outlook.good())
                        + " in a good one; of twenty years one is worse than the bad one and one better than the good"
                        + " one.");
        List<Swing> swings = outlook.tornado().stream().limit(SWINGS).toList();
        model.put("hasMoves", !swings.isEmpty());
        model.put(
                "moves",
                swings.stream()
                        .map(swing -> Map.of(
                                "name", swing.input(),
                                "low", Text.money(outlook.money(swing.atLow())),
                                "high", Text.money(outlook.money(swing.atHigh())),
                                "width", Text.money(outlook.money(swing.width()))))
                        .toList());
        return model;
    }
}
