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
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.time.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a simulation is written, with champion and challenger over history beside it: the document {@code
 * rapport/simulation}. The order of the fields is stable; amounts are texts such as {@code EUR 1200.00}; a field without a
 * value is left out.
 */
public final class SimulationJson {

    private static final int VERSION = 1;

    private static final Shape<PolicyRef> POLICY = Output.object("policy", SimulationJson::declarePolicy);

    private static final Shape<Simulation> CUT = Output.object("cut", fields -> {
        fields.required(
                "validAt", Shape.instant(), simulation -> simulation.asOf().validAt());
        fields.required(
                "knownAt", Shape.instant(), simulation -> simulation.asOf().knownAt());
        fields.required("zone", Shape.zone(), Simulation::zone);
    });

    private static final Shape<Tally> TALLY = Output.object("tally", SimulationJson::declareTally);

    /** A cell of the matrix. */
    private record Cell(String from, String to, Tally tally) {}

    private static final Shape<Cell> CELL = Output.object("cell", fields -> {
        fields.required("from", Shape.text(), Cell::from);
        fields.required("to", Shape.text(), Cell::to);
        fields.part(Cell::tally, SimulationJson::declareTally);
    });

    private static final Shape<Means> MEANS = Output.object("means", fields -> {
        fields.optionalNumber("before", Means::before);
        fields.optionalNumber("after", Means::after);
    });

    private static final Shape<Movement> MOVEMENT = Output.object("movement", SimulationJson::declareMovement);

    private static final Shape<Group> GROUP = Output.object("group", fields -> {
        fields.optional("value", Shape.text(), Group::value);
        fields.part(Group::movement, SimulationJson::declareMovement);
    });

    private static final Shape<Placing> PLACING = Output.object("placing", fields -> {
        fields.optionalNumber("score", Placing::score);
        fields.required("band", Shape.text(), Placing::band);
        fields.required("completeness", Shape.number(), Placing::completeness);
    });

    private static final Shape<MeasureShift.Weighing> WEIGHING = Output.object("weighing", fields -> {
        fields.required("points", Shape.number(), MeasureShift.Weighing::points);
        fields.required("share", Shape.number(), MeasureShift.Weighing::share);
    });

    private static final Shape<MeasureShift> SHIFT = Output.object("shift", fields -> {
        fields.required("measure", Shape.text(), MeasureShift::code);
        fields.required("points", Shape.number(), MeasureShift::points);
        fields.optional("before", WEIGHING, MeasureShift::before);
        fields.optional("after", WEIGHING, MeasureShift::after);
    });

    private static final Shape<SimulatedCustomer> CUSTOMER = Output.object("customer", fields -> {
        fields.required("customer", Shape.text(), SimulatedCustomer::customerId);
        fields.optional("arr", Shape.money(), SimulatedCustomer::arr);
        fields.required("before", PLACING, SimulatedCustomer::before);
        fields.required("after", PLACING, SimulatedCustomer::after);
        fields.optionalNumber("points", SimulatedCustomer::points);
        fields.listUnlessEmpty("shifts", SHIFT, SimulatedCustomer::shifts);
    });

    private static final Shape<Contender> CONTENDER = Output.object("contender", fields -> {
        fields.part(Contender::policy, SimulationJson::declarePolicy);
        fields.required("warned", TALLY, Contender::warned);
        fields.required("missed", TALLY, Contender::missed);
        fields.required("warnedInVain", TALLY, Contender::warnedInVain);
        fields.optionalNumber("medianLeadDays", Contender::medianLeadDays);
        fields.required("bandChanges", Shape.integer(), Contender::bandChanges);
        fields.required("flaps", Shape.integer(), Contender::flaps);
        fields.required("flapping", TALLY, Contender::flapping);
    });

    private static final Shape<ForeseenLoss> LOSS = Output.object("loss", fields -> {
        fields.required("customer", Shape.text(), loss -> loss.loss().customerId());
        fields.required("lostAt", Shape.instant(), loss -> loss.loss().at());
        fields.optional("arr", Shape.money(), ForeseenLoss::arr);
        fields.optionalNumber("championLeadDays", ForeseenLoss::championLeadDays);
        fields.optionalNumber("challengerLeadDays", ForeseenLoss::challengerLeadDays);
        fields.required("first", Shape.oneOf(ForeseenLoss.First.class), ForeseenLoss::first);
    });

    private static final Shape<Map<ForeseenLoss.First, Tally>> FIRST = Output.object("first", fields -> {
        for (ForeseenLoss.First who : ForeseenLoss.First.values()) {
            fields.optional(
                    who.name().toLowerCase(Locale.ROOT), TALLY, tallies -> Optional.ofNullable(tallies.get(who)));
        }
    });

    private static final Shape<Challenge> CHALLENGE = Output.object("challenge", fields -> {
        fields.required(
                "dates",
                Shape.listOf(Shape.instant()),
                challenge -> challenge.dates().stream().map(AsOf::validAt).toList());
        fields.required("badBands", Shape.listOf(Shape.text()), challenge -> List.copyOf(challenge.badBands()));
        fields.required("champion", CONTENDER, Challenge::champion);
        fields.required("challenger", CONTENDER, Challenge::challenger);
        fields.required("first", FIRST, Challenge::first);
        fields.required("losses", Shape.listOf(LOSS), Challenge::losses);
    });

    /** What is written as one document. */
    private record Document(Simulation simulation, Optional<Challenge> challenge) {}

    private static final Shape<Document> DOCUMENT = Output.object("simulation", fields -> {
        fields.format("simulation", VERSION);
        fields.part(Document::simulation, SimulationJson::declareSimulation);
        fields.optional("challenge", CHALLENGE, Document::challenge);
    });

    private SimulationJson() {}

    /**
     * Writes a simulation.
     *
     * @param simulation  the simulation
     * @param challenge  the same policies over history, where they were held against it
     * @param out  where the document is written as one JSON value
     */
    public static void write(Simulation simulation, Optional<Challenge> challenge, JsonOut out) {
        DOCUMENT.write(new Document(simulation, challenge), out);
    }

    /**
     * The schema of the document.
     *
     * @return JSON Schema, as text
     */
    public static String toJsonSchema() {
        return DOCUMENT.toJsonSchema();
    }

    private static void declareSimulation(OutputFields<Simulation> fields) {
        fields.required("date", Shape.date(), Simulation::date);
        fields.required("asOf", CUT, simulation -> simulation);
        fields.required(
                "currency", Shape.text(), simulation -> simulation.currency().getCode());
        fields.required("current", POLICY, Simulation::current);
        fields.required("proposed", POLICY, Simulation::proposed);
        fields.required("badBands", Shape.listOf(Shape.text()), simulation -> List.copyOf(simulation.badBands()));
        fields.required("matrix", Shape.listOf(CELL), SimulationJson::cells);
        fields.required("movement", MOVEMENT, Simulation::movement);
        fields.required("groups", Output.mapOf(Shape.listOf(GROUP)), Simulation::groups);
        fields.required("movers", Shape.listOf(CUSTOMER), Simulation::movers);
        fields.required("raised", Shape.listOf(CUSTOMER), Simulation::raised);
        fields.required("cleared", Shape.listOf(CUSTOMER), Simulation::cleared);
    }

    private static void declarePolicy(OutputFields<PolicyRef> fields) {
        fields.required("id", Shape.text(), PolicyRef::id);
        fields.required("revision", Shape.text(), PolicyRef::revision);
    }

    private static void declareTally(OutputFields<Tally> fields) {
        fields.required("customers", Shape.integer(), Tally::customers);
        fields.optional("arr", Shape.money(), Tally::arr);
        fields.optional(
                "withoutArr",
                Shape.integer(),
                tally -> Optional.of(tally.withoutArr()).filter(count -> count > 0));
    }

    private static void declareMovement(OutputFields<Movement> fields) {
        fields.required("all", TALLY, Movement::all);
        fields.required("better", TALLY, Movement::better);
        fields.required("worse", TALLY, Movement::worse);
        fields.required("becomingKnown", TALLY, Movement::becomingKnown);
        fields.required("becomingUnknown", TALLY, Movement::becomingUnknown);
        fields.required("raised", TALLY, Movement::raised);
        fields.required("cleared", TALLY, Movement::cleared);
        fields.required("score", MEANS, Movement::scores);
        fields.required("completeness", MEANS, Movement::completeness);
    }

    private static List<Cell> cells(Simulation simulation) {
        List<Cell> cells = new ArrayList<>();
        simulation.matrix().forEach((from, line) -> line.forEach((to, tally) -> cells.add(new Cell(from, to, tally))));
        return cells;
    }
}
