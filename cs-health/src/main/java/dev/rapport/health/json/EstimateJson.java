package dev.rapport.health.json;

import dev.rapport.health.estimate.Estimate;
import dev.rapport.model.json.JsonOut;
import java.util.Locale;

/** Writes numbers with their intervals. */
final class EstimateJson {

    private EstimateJson() {}

    static void write(String field, Estimate estimate, JsonOut out) {
        out.object(field, object -> {
            if (estimate instanceof Estimate.Known known) {
                object.field("value", known.value())
                        .field("low", known.interval().low())
                        .field("high", known.interval().high())
                        .field("level", known.interval().confidence().level())
                        .field("method", word(known.interval().confidence().method()));
            } else {
                object.field("notEnoughData", estimate.whyNot().orElseThrow());
            }
            object.field("observations", estimate.basis().observations())
                    .field("clusters", estimate.basis().clusters());
            if (estimate instanceof Estimate.Known known) {
                object.field("effective", known.basis().effective());
            }
        });
    }

    /** A constant as documents write it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
