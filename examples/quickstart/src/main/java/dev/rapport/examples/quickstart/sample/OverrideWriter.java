package dev.rapport.examples.quickstart.sample;

import dev.rapport.health.HealthOverride;
import dev.rapport.model.customer.EntryBuilder;
import java.time.LocalDate;
import java.util.function.Consumer;

/** What CSMs stated about health in place of the score: once rightly, once wrongly, and once until August. */
final class OverrideWriter {

    private OverrideWriter() {}

    static void write(Profile profile, Pen pen) {
        if (profile.is(Plant.LOST_AFTER_FALL) && profile.rank() == PlantedTruths.RANK_OF_RIGHT_OVERRIDE) {
            write(
                    profile,
                    pen,
                    PlantedTruths.RIGHT_OVERRIDE,
                    "their new head of purchasing asks others for offers",
                    entry -> entry.with(HealthOverride.BAND, "red"));
        }
        if (profile.is(Plant.BACK_DATED_RENEWAL)) {
            write(
                    profile,
                    pen,
                    PlantedTruths.WRONG_OVERRIDE,
                    "nobody answers about the renewal",
                    entry -> entry.with(HealthOverride.BAND, "red"));
        }
        if (profile.is(Plant.UNHAPPY_SPONSOR)) {
            write(
                    profile,
                    pen,
                    PlantedTruths.OVERRIDE_IN_FORCE,
                    "the sponsor says that they look for something else",
                    entry -> entry.with(HealthOverride.SCORE, PlantedTruths.STATED_SCORE));
        }
    }

    private static void write(Profile profile, Pen pen, Span days, String why, Consumer<EntryBuilder> stated) {
        LocalDate from = days.from();
        OwnerWriter.owners(profile).stream()
                .filter(stay -> stay.role().equals("csm") && stay.days().contains(from))
                .limit(1)
                .forEach(csm -> pen.write(HealthOverride.SERIES, profile.id("override", from), from, entry -> {
                    entry.with(HealthOverride.OWNER, csm.owner())
                            .with(HealthOverride.REASON, why)
                            .with(HealthOverride.FROM, from)
                            .with(HealthOverride.UNTIL, days.to().orElseThrow());
                    stated.accept(entry);
                }));
    }
}
