package dev.rapport.engagement.json;

import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.engagement.milestone.OccurrenceKey;
import dev.rapport.engagement.milestone.OccurrenceState;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How occurrences of milestones, firings, and decisions ahead are written. The order of the fields is stable; a field
 * without a value is left out.
 */
public final class OccurrenceJson {

    private static final Shape<OccurrenceState> STATE = Shape.oneOf(states());

    /** An occurrence of a milestone. */
    public static final Shape<Occurrence> OCCURRENCE = Output.object("occurrence", fields -> {
        fields.part(Occurrence::key, OccurrenceJson::declareKey);
        fields.required("due", Shape.date(), Occurrence::dueOn);
        fields.required("state", STATE, Occurrence::state);
        fields.required("reason", Shape.text(), Occurrence::reason);
        fields.optional("dayReason", Shape.text(), Occurrence::dayReason);
        fields.optional(
                "estimated",
                Shape.bool(),
                occurrence -> occurrence.isEstimated() ? Optional.of(true) : Optional.empty());
        fields.required("role", Shape.text(), Occurrence::role);
        fields.optionalPart(Occurrence::entry, entry -> {
            entry.optional("owner", Shape.text(), LedgerEntry::owner);
            entry.optional("firedAt", Shape.instant(), LedgerEntry::firedAt);
        });
    });

    /** What fired, was reminded of or escalated. */
    public static final Shape<LedgerEntry> ALERT = Output.object("firing", fields -> {
        fields.part(LedgerEntry::key, OccurrenceJson::declareKey);
        fields.required("due", Shape.date(), LedgerEntry::dueOn);
        fields.required("firedAt", Shape.instant(), entry -> entry.firedAt().orElse(entry.at()));
        fields.required("state", STATE, LedgerEntry::state);
        fields.required("daysLate", Shape.integer(), LedgerEntry::daysLate);
        fields.required("reason", Shape.text(), LedgerEntry::reason);
        fields.required("role", Shape.text(), LedgerEntry::role);
        fields.optional("owner", Shape.text(), LedgerEntry::owner);
    });

    /** A decision about a contract. */
    public static final Shape<DecisionAhead> DECISION = Output.object("decision", fields -> {
        fields.required("customer", Shape.text(), DecisionAhead::customerId);
        fields.required("contract", Shape.text(), DecisionAhead::contract);
        fields.required("kind", Shape.oneOf(DecisionAhead.Kind.class), DecisionAhead::kind);
        fields.required("date", Shape.date(), DecisionAhead::date);
        fields.required("daysLeft", Shape.integer(), DecisionAhead::daysLeft);
        fields.required("termEnd", Shape.date(), DecisionAhead::termEnd);
        fields.optional("arr", Shape.money(), DecisionAhead::arr);
        fields.required("reason", Shape.text(), DecisionAhead::reason);
    });

    private OccurrenceJson() {}

    private static Map<String, OccurrenceState> states() {
        Map<String, OccurrenceState> words = new TreeMap<>();
        for (OccurrenceState state : OccurrenceState.values()) {
            words.put(state.word(), state);
        }
        return words;
    }

    private static void declareKey(OutputFields<OccurrenceKey> fields) {
        fields.required("key", Shape.text(), OccurrenceKey::token);
        fields.required("customer", Shape.text(), OccurrenceKey::customerId);
        fields.required("milestone", Shape.text(), OccurrenceKey::milestone);
        fields.required("anchor", Shape.text(), OccurrenceKey::anchor);
        fields.required("anchorDate", Shape.date(), OccurrenceKey::anchorDate);
        fields.required("step", Shape.text(), OccurrenceKey::step);
    }

    static void declareDecisions(OutputFields<DecisionsAhead> fields) {
        fields.required("ahead", Shape.listOf(DECISION), DecisionsAhead::ahead);
        fields.required("missed", Shape.listOf(DECISION), DecisionsAhead::missed);
        fields.required("renewingSilently", Shape.listOf(DECISION), DecisionsAhead::renewingSilently);
        fields.required("leaving", Shape.listOf(DECISION), DecisionsAhead::leaving);
    }
}
