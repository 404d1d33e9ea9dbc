package dev.rapport.engagement.json;

import dev.rapport.engagement.lifecycle.CurrentStage;
import dev.rapport.engagement.lifecycle.Finding;
import dev.rapport.model.json.JsonOut;
import java.util.Locale;

/**
 * Writes where customers stand in the life cycle and what is wrong with their way there. The order of the fields is
 * stable; a field without a value is left out.
 */
public final class LifeCycleJson {

    private LifeCycleJson() {}

    /**
     * Writes the stage that a customer is in.
     *
     * @param current  the stage with how long the customer has been in it
     * @param out  where it is written as one JSON value
     */
    public static void write(CurrentStage current, JsonOut out) {
        out.object(fields -> {
            fields.field("customer", current.customerId());
            current.product().ifPresent(product -> fields.field("product", product));
            fields.field("stage", current.stage().id());
            fields.field("department", current.stage().department());
            fields.field("accountable", current.stage().accountable());
            fields.field("since", current.since());
            fields.field("days", (long) current.days());
            current.stage().expectedDays().ifPresent(days -> fields.field("expectedDays", (long) days));
            fields.field("stuck", current.stuck());
            current.reasons().reason().ifPresent(reason -> fields.field("reason", reason));
        });
    }

    /**
     * Writes a finding.
     *
     * @param finding  the finding
     * @param out  where it is written as one JSON value
     */
    public static void write(Finding finding, JsonOut out) {
        out.object(fields -> {
            fields.field("customer", finding.customerId());
            finding.product().ifPresent(product -> fields.field("product", product));
            fields.field("kind", finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            fields.field("on", finding.on());
            fields.field("text", finding.text());
        });
    }
}
