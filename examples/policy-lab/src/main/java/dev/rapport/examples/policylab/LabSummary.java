package dev.rapport.examples.policylab;

import dev.rapport.health.challenge.Challenge;
import dev.rapport.health.challenge.Contender;
import dev.rapport.health.simulation.Movement;
import dev.rapport.health.simulation.Simulation;
import dev.rapport.health.tally.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What would move, in a few lines for a terminal. */
final class LabSummary {

    private LabSummary() {}

    static List<String> lines(Simulation simulation, Optional<Challenge> challenge) {
        List<String> lines = new ArrayList<>();
        Movement movement = simulation.movement();
        lines.add(simulation.current() + " -> " + simulation.proposed() + " on " + simulation.date() + ": "
                + tally(movement.all()));
        lines.add("  into a better band: " + tally(movement.better()));
        lines.add("  into a worse band: " + tally(movement.worse()));
        lines.add(
                "  alerts raised (into " + String.join(", ", simulation.badBands()) + "): " + tally(movement.raised()));
        lines.add("  alerts cleared: " + tally(movement.cleared()));
        lines.add("  health becoming known: " + tally(movement.becomingKnown()) + "; becoming unknown: "
                + tally(movement.becomingUnknown()));
        challenge.ifPresent(history -> {
            lines.add("Over " + history.dates().size() + " dates, "
                    + history.losses().size() + " lost:");
            lines.add("  " + contender(history.champion()));
            lines.add("  " + contender(history.challenger()));
        });
        return lines;
    }

    private static String contender(Contender contender) {
        return contender.policy() + " warned of " + contender.warned().customers() + ", missed "
                + contender.missed().customers()
                + contender.medianLeadDays().stream()
                        .mapToObj(days -> ", median lead " + PageText.number(days) + " days")
                        .findFirst()
                        .orElse("")
                + "; warned in vain of " + contender.warnedInVain().customers() + ", flapped "
                + contender.flaps() + " times";
    }

    private static String tally(Tally tally) {
        return tally.customers()
                + (tally.customers() == 1 ? " customer" : " customers")
                + tally.arr().map(arr -> ", " + PageText.money(arr)).orElse("");
    }
}
