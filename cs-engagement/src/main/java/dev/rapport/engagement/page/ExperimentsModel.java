package dev.rapport.engagement.page;

import dev.rapport.engagement.experiment.ExperimentResult;
import dev.rapport.engagement.experiment.Sample;
import dev.rapport.engagement.experiment.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was tried, and whether it works. */
final class ExperimentsModel {

    private final List<ExperimentResult> results;
    private final ActionWords words;

    ExperimentsModel(List<ExperimentResult> results, ActionWords words) {
        this.results = results;
        this.words = words;
    }

    /** Nothing where nothing was tried. */
    Map<String, Object> fill() {
        return results.isEmpty()
                ? Map.of()
                : Map.of("rows", results.stream().map(this::row).toList());
    }

    private Map<String, Object> row(ExperimentResult result) {
        Verdict verdict = result.effect().verdict();
        Map<String, Object> row = new HashMap<>();
        row.put("name", result.experiment().name());
        row.put("since", result.experiment().since().toString());
        row.put("segment", result.experiment().segment().map(words::segment).orElse("all"));
        row.put("model", result.experiment().model().map(Text::words).orElse(""));
        row.put("treated", arm(result.treated()));
        row.put("control", arm(result.control()));
        row.put("verdict", verdict.words());
        row.put("style", style(verdict));
        row.put("finding", result.finding());
        return row;
    }

    private static String arm(Sample arm) {
        return Text.grouped(arm.count());
    }

    private static String style(Verdict verdict) {
        return switch (verdict) {
            case WORKS -> "green";
            case DOES_NOT_WORK, MAKES_IT_WORSE -> "red";
            case CANNOT_TELL, REFUSED -> "unknown";
        };
    }
}
