package dev.rapport.engagement.json;

import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.milestone.Firing;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.engagement.milestone.OccurrenceKey;
import dev.rapport.model.json.JsonOut;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Writes occurrences of milestones, firings, and decisions ahead. The order of the fields is stable; a field without a
 * value is left out.
 */
public final class OccurrenceJson {

    private OccurrenceJson() {}

    /**
     * Writes an occurrence.
     *
     * @param occurrence  the occurrence
     * @param out  where it is written as one JSON value
     */
    public static void write(Occurrence occurrence, JsonOut out) {
        out.object(fields -> {
            writeKey(occurrence.key(), occurrence.dueOn(), fields);
            fields.field("state", occurrence.state().word());
            fields.field("reason", occurrence.reason());
            fields.field("role", occurrence.role());
            occurrence.firing().ifPresent(firing -> {
                firing.owner().ifPresent(owner -> fields.field("owner", owner));
                fields.field("firedAt", firing.firedAt());
            });
        });
    }

    /**
     * Writes a firing.
     *
     * @param firing  the firing
     * @param out  where it is written as one JSON value
     */
    public static void write(Firing firing, JsonOut out) {
        out.object(fields -> {
            writeKey(firing.key(), firing.dueOn(), fields);
            fields.field("firedAt", firing.firedAt());
            fields.field("state", firing.state().word());
            fields.field("daysLate", (long) firing.daysLate());
            fields.field("reason", firing.reason());
            fields.field("role", firing.role());
            firing.owner().ifPresent(owner -> fields.field("owner", owner));
        });
    }

    /**
     * Writes a decision.
     *
     * @param decision  the decision
     * @param out  where it is written as one JSON value
     */
    public static void write(DecisionAhead decision, JsonOut out) {
        out.object(fields -> {
            fields.field("customer", decision.customerId());
            fields.field("contract", decision.contract());
            fields.field("kind", decision.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            fields.field("date", decision.date());
            fields.field("daysLeft", (long) decision.daysLeft());
            fields.field("termEnd", decision.termEnd());
            decision.arr().ifPresent(arr -> fields.field("arr", arr.toString()));
            fields.field("reason", decision.reason());
        });
    }

    private static void writeKey(OccurrenceKey key, LocalDate dueOn, JsonOut fields) {
        fields.field("key", key.token());
        fields.field("customer", key.customerId());
        fields.field("milestone", key.milestone());
        fields.field("anchor", key.anchor());
        fields.field("anchorDate", key.anchorDate());
        fields.field("step", key.step());
        fields.field("due", dueOn);
    }
}
