package dev.rapport.examples.shared;

import static dev.rapport.examples.shared.SummaryText.counted;
import static dev.rapport.examples.shared.SummaryText.percent;

import dev.rapport.engagement.lifecycle.LifeCycleFlow;
import dev.rapport.engagement.plan.PlanLifeCycle;
import dev.rapport.engagement.voice.Loudness;
import dev.rapport.engagement.voice.VoiceReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where customers stand on their way, and what they say on it, in a sentence each. */
final class JourneyWords {

    private JourneyWords() {}

    static String of(PlanLifeCycle cycle) {
        LifeCycleFlow flow = cycle.flow();
        List<String> parts = new ArrayList<>(List.of(
                cycle.report().stuck().size() + " stuck",
                flow.brokenHandOffs().size() + " of " + counted(flow.handOffs().size(), "hand-off") + " broke"));
        if (!flow.ownershipGaps().isEmpty()) {
            parts.add(flow.ownershipGaps().size() + " without one accountable");
        }
        cycle.roadmap()
                .filter(roadmap -> roadmap.overall().ratio().isPresent())
                .ifPresent(roadmap -> parts.add("value confirmed is "
                        + percent(roadmap.overall().ratio().getAsDouble()) + " of the price"));
        return String.join("; ", parts);
    }

    static String of(VoiceReport voice) {
        Loudness all = voice.overall();
        String most = voice.themes().stream()
                .filter(theme -> theme.loudness().unanswered() > 0)
                .max(Comparator.comparingInt(theme -> theme.loudness().unanswered()))
                .map(theme -> ", most of them on \"" + theme.theme().name() + "\" ("
                        + theme.theme().department() + ")")
                .orElse("");
        return counted(all.customers(), "customer") + " spoke up " + counted(all.mentions(), "time") + " since "
                + voice.since() + ": " + all.acted() + " acted on, " + all.unanswered()
                + " wait too long for an answer" + most;
    }
}
