package dev.rapport.engagement.json;

import dev.rapport.engagement.lifecycle.Finding;
import dev.rapport.engagement.lifecycle.Standing;
import dev.rapport.model.json.JsonOut;
import java.util.Locale;

/**
 * Writes where customers stand in the life cycle and what is wrong with their way there. The order of the fields is
 * stable; a field without a value is left out.
 */
public final class LifeCycleJson {

    private LifeCycleJson() {}

    /**
     * Writes a standing.
     *
     * @param standing  the standing
     * @param out  where it is written as one JSON value
     */
    public static void write(Standing standing, JsonOut out) {
        out.object(fields -> {
            fields.field("customer", standing.customerId());
            standing.product().ifPresent(product -> fields.field("product", product));
            fields.field("stage", standing.stage().id());
            fields.field("department", standing.stage().department());
            fields.field("accountable", standing.stage().accountable());
            fields.field("since", standing.since());
            fields.field("days", (long) standing.days());
            standing.stage().expectedDays().ifPresent(days -> fields.field("expectedDays", (long) days));
            fields.field("stuck", standing.stuck());
            standing.reasons().reason().ifPresent(reason -> fields.field("reason", reason));
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
