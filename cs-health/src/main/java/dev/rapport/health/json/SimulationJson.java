package dev.rapport.health.json;

import dev.rapport.health.challenge.Challenge;
import dev.rapport.health.challenge.Contender;
import dev.rapport.health.challenge.ForeseenLoss;
import dev.rapport.health.change.MeasureShift;
import dev.rapport.health.simulation.Group;
import dev.rapport.health.simulation.Means;
import dev.rapport.health.simulation.Movement;
import dev.rapport.health.simulation.Placing;
import dev.rapport.health.simulation.SimulatedCustomer;
import dev.rapport.health.simulation.Simulation;
import dev.rapport.health.tally.Tally;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.json.JsonOut;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a simulation, and champion and challenger over history beside it, as {@code rapport/simulation}; the fields are
 * described in {@code docs/formats.md}. Their order is stable; a field without a value is left out.
 */
public final class SimulationJson {

    private static final long VERSION = 1;

    private SimulationJson() {}

    /**
     * Writes a simulation as one document.
     *
     * @param simulation  the simulation
     * @param challenge  the same policies over history, where they were held against it
     * @param out  where the document is written as one JSON value
     */
    public static void write(Simulation simulation, Optional<Challenge> challenge, JsonOut out) {
        out.object(document -> {
            document.field("format", "rapport/simulation");
            document.field("version", VERSION);
            document.field("date", simulation.date());
            document.object(
                    "asOf",
                    asOf -> asOf.field("validAt", simulation.asOf().validAt())
                            .field("knownAt", simulation.asOf().knownAt())
                            .field("zone", simulation.zone().getId()));
            document.field("currency", simulation.currency().getCode());
            document.object("current", fields -> policy(simulation.current(), fields));
            document.object("proposed", fields -> policy(simulation.proposed(), fields));
            document.array("badBands", bands -> simulation.badBands().forEach(bands::value));
            document.array("matrix", cells -> matrix(simulation, cells));
            document.object("movement", fields -> movement(simulation.movement(), fields));
            document.object(
                    "groups",
                    all -> simulation
                            .groups()
                            .forEach((attribute, groups) -> all.array(attribute, list -> groups(groups, list))));
            document.array("movers", list -> simulation.movers().forEach(mover -> customer(mover, list)));
            document.array("raised", list -> simulation.raised().forEach(alert -> customer(alert, list)));
            document.array("cleared", list -> simulation.cleared().forEach(alert -> customer(alert, list)));
            challenge.ifPresent(history -> document.object("challenge", fields -> challenge(history, fields)));
        });
    }

    private static void policy(PolicyRef policy, JsonOut out) {
        out.field("id", policy.id()).field("revision", policy.revision());
    }

    private static void matrix(Simulation simulation, JsonOut out) {
        simulation
                .matrix()
                .forEach((from, line) -> line.forEach((to, tally) -> out.object(cell -> {
                    cell.field("from", from).field("to", to);
                    tally(tally, cell);
                })));
    }

    private static void tally(Tally tally, JsonOut out) {
        out.field("customers", (long) tally.customers());
        tally.arr().ifPresent(arr -> out.field("arr", arr.toString()));
        if (tally.withoutArr() > 0) {
            out.field("withoutArr", (long) tally.withoutArr());
        }
    }

    private static void tally(String name, Tally tally, JsonOut out) {
        out.object(name, fields -> tally(tally, fields));
    }

    private static void movement(Movement movement, JsonOut out) {
        tally("all", movement.all(), out);
        tally("better", movement.better(), out);
        tally("worse", movement.worse(), out);
        tally("becomingKnown", movement.becomingKnown(), out);
        tally("becomingUnknown", movement.becomingUnknown(), out);
        tally("raised", movement.raised(), out);
        tally("cleared", movement.cleared(), out);
        means("score", movement.scores(), out);
        means("completeness", movement.completeness(), out);
    }

    private static void means(String name, Means means, JsonOut out) {
        out.object(name, fields -> {
            means.before().ifPresent(before -> fields.field("before", before));
            means.after().ifPresent(after -> fields.field("after", after));
        });
    }

    private static void groups(List<Group> groups, JsonOut out) {
        for (Group group : groups) {
            out.object(fields -> {
                group.value().ifPresent(value -> fields.field("value", value));
                movement(group.movement(), fields);
            });
        }
    }

    private static void customer(SimulatedCustomer customer, JsonOut out) {
        out.object(fields -> {
            fields.field("customer", customer.customerId());
            customer.arr().ifPresent(arr -> fields.field("arr", arr.toString()));
            placing("before", customer.before(), fields);
            placing("after", customer.after(), fields);
            customer.points().ifPresent(points -> fields.field("points", points));
            if (!customer.shifts().isEmpty()) {
                fields.array("shifts", shifts -> customer.shifts().forEach(shift -> shift(shift, shifts)));
            }
        });
    }

    private static void placing(String name, Placing placing, JsonOut out) {
        out.object(name, fields -> {
            placing.score().ifPresent(score -> fields.field("score", score));
            fields.field("band", placing.band()).field("completeness", placing.completeness());
        });
    }

    private static void shift(MeasureShift shift, JsonOut out) {
        out.object(fields -> {
            fields.field("measure", shift.code()).field("points", shift.points());
            shift.before().ifPresent(weighing -> weighing("before", weighing, fields));
            shift.after().ifPresent(weighing -> weighing("after", weighing, fields));
        });
    }

    private static void weighing(String name, MeasureShift.Weighing weighing, JsonOut out) {
        out.object(name, fields -> fields.field("points", weighing.points()).field("share", weighing.share()));
    }

    private static void challenge(Challenge challenge, JsonOut out) {
        out.array(
                "dates",
                dates -> challenge
                        .dates()
                        .forEach(date -> dates.value(date.validAt().toString())));
        out.array("badBands", bands -> challenge.badBands().forEach(bands::value));
        out.object("champion", fields -> contender(challenge.champion(), fields));
        out.object("challenger", fields -> contender(challenge.challenger(), fields));
        out.object("first", all -> challenge.first().forEach((who, tally) -> tally(word(who), tally, all)));
        out.array("losses", losses -> challenge.losses().forEach(loss -> loss(loss, losses)));
    }

    private static void contender(Contender contender, JsonOut out) {
        policy(contender.policy(), out);
        tally("warned", contender.warned(), out);
        tally("missed", contender.missed(), out);
        tally("warnedInVain", contender.warnedInVain(), out);
        contender.medianLeadDays().ifPresent(days -> out.field("medianLeadDays", days));
        out.field("bandChanges", (long) contender.bandChanges()).field("flaps", (long) contender.flaps());
        tally("flapping", contender.flapping(), out);
    }

    private static void loss(ForeseenLoss loss, JsonOut out) {
        out.object(fields -> {
            fields.field("customer", loss.loss().customerId())
                    .field("lostAt", loss.loss().at());
            loss.arr().ifPresent(arr -> fields.field("arr", arr.toString()));
            loss.championLeadDays().ifPresent(days -> fields.field("championLeadDays", days));
            loss.challengerLeadDays().ifPresent(days -> fields.field("challengerLeadDays", days));
            fields.field("first", word(loss.first()));
        });
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
