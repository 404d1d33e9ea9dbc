package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.Outcome;
import java.time.LocalDate;

/** What customers were offered and did not want. */
final class RefusalWriter {

    private RefusalWriter() {}

    static void write(Profile profile, Pen pen) {
        if (profile.is(Plant.TOOK_OVER)) {
            write(profile, pen, GrowthTruths.REFUSED_LATELY, "goals-reached");
        }
        if (profile.is(Plant.SPLIT)) {
            write(profile, pen, GrowthTruths.REFUSED_LONG_AGO, "no-budget");
        }
    }

    private static void write(Profile profile, Pen pen, LocalDate on, String reason) {
        pen.write(
                Outcome.SERIES,
                profile.id("refused", on),
                on,
                outcome -> outcome.with(Outcome.KIND, "expansion-refused").with(Outcome.REASON, reason));
    }
}
