package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.Play;
import java.time.LocalDate;

/** The save plays that were begun: one that runs, and one that expired without an end. */
final class PlayWriter {

    private PlayWriter() {}

    static void write(Profile profile, Pen pen) {
        if (profile.is(Plant.SAVE_PLAY_RUNS)) {
            write(profile, pen, "business-review", PlantedTruths.PLAY_STARTED);
        }
        if (profile.is(Plant.FALLING_USAGE) && profile.rank() == PlantedTruths.RANK_OF_EXPIRED_PLAY) {
            write(profile, pen, "train-again", PlantedTruths.EXPIRED_PLAY_STARTED);
        }
    }

    private static void write(Profile profile, Pen pen, String play, LocalDate started) {
        OwnerWriter.owners(profile).stream()
                .filter(stay -> stay.role().equals("csm") && stay.days().contains(started))
                .forEach(csm -> pen.write(
                        Play.SERIES,
                        profile.id("play", started),
                        started,
                        entry -> entry.with(Play.PLAY, play)
                                .with(Play.OWNER, csm.owner())
                                .with(Play.STARTED_ON, started)
                                .with(Play.REVIEW_ON, started.plusDays(14))
                                .with(Play.EXPIRES_ON, started.plusDays(42))));
    }
}
