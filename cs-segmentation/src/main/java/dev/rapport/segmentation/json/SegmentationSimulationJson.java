package dev.rapport.segmentation.json;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.json.ExplanationJson;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.membership.Move;
import dev.rapport.segmentation.membership.Moved;
import dev.rapport.segmentation.membership.SegmentationSimulation;
import dev.rapport.segmentation.membership.TouchedOwner;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * How a simulation of a changed segmentation is written: the document {@code rapport/segmentation-simulation}. The order
 * of the fields is stable; amounts are texts such as {@code EUR 1200.00}; a field without a value is left out.
 */
public final class SegmentationSimulationJson {

    private static final int VERSION = 1;

    /** What is written as one document. */
    private record Document(
            SegmentationSimulation simulation,
            DocumentHeader current,
            DocumentHeader proposed,
            List<AttributeKey<String>> groupBy) {

        Book book() {
            return simulation.book();
        }

        /** An amount, if the book tells anybody's. */
        Optional<Money> told(Money arr) {
            return Optional.of(arr).filter(sum -> book().provides().attributes().contains(StandardAttributes.ARR));
        }
    }

    /** Some customers and what they pay. */
    private record Count(int customers, Optional<Money> arr, int withoutArr) {}

    /** A way from segment to segment. */
    private record Way(Optional<Segment> from, Optional<Segment> to, int customers, Optional<Money> arr) {}

    /** A value that customers are counted by. */
    private record Group(Optional<String> value, int customers, Optional<Money> arr) {}

    /** A customer that would move. */
    private record Mover(String customerId, Optional<Money> arr, Decision<Segment> before, Decision<Segment> after) {}

    private static final Shape<Count> COUNT = Output.object("count", fields -> {
        fields.required("customers", Shape.integer(), Count::customers);
        fields.optional("arr", Shape.money(), Count::arr);
        fields.optional(
                "withoutArr",
                Shape.integer(),
                count -> Optional.of(count.withoutArr()).filter(customers -> customers > 0));
    });

    private static final Shape<Way> WAY = Output.object("way", fields -> {
        fields.optional("from", Shape.text(), way -> way.from().map(Segment::id));
        fields.optional("to", Shape.text(), way -> way.to().map(Segment::id));
        fields.required("customers", Shape.integer(), Way::customers);
        fields.optional("arr", Shape.money(), Way::arr);
    });

    private static final Shape<Group> GROUP = Output.object("group", fields -> {
        fields.optional("value", Shape.text(), Group::value);
        fields.required("customers", Shape.integer(), Group::customers);
        fields.optional("arr", Shape.money(), Group::arr);
    });

    private static final Shape<Explanation> REASONS =
            ExplanationJson.showing(Sensitivity.INTERNAL).shape();

    private static final Shape<Decision<Segment>> PLACING = Output.object("placing", fields -> {
        fields.optional("segment", Shape.text(), decision -> decision.value().map(Segment::id));
        fields.required("reasons", REASONS, Decision::reasons);
    });

    private static final Shape<Mover> MOVER = Output.object("mover", fields -> {
        fields.required("customer", Shape.text(), Mover::customerId);
        fields.optional("arr", Shape.money(), Mover::arr);
        fields.required("before", PLACING, Mover::before);
        fields.required("after", PLACING, Mover::after);
    });

    /** A customer whom the changed definition would hold. */
    private record Held(String customerId, String reason) {}

    private static final Shape<Held> HELD = Output.object("held-customer", fields -> {
        fields.required("customer", Shape.text(), Held::customerId);
        fields.required("reason", Shape.text(), Held::reason);
    });

    private static final Shape<Document> DOCUMENT = Output.object("segmentation-simulation", fields -> {
        fields.format("segmentation-simulation", VERSION);
        declare(fields);
    });

    private SegmentationSimulationJson() {}

    /**
     * Writes a simulation.
     *
     * @param simulation  the simulation
     * @param current  the header of the definition in force
     * @param proposed  the header of the changed one
     * @param groupBy  the attributes that movers are counted by, such as who owns them
     * @param out  where the document is written as one JSON value
     */
    public static void write(
            SegmentationSimulation simulation,
            DocumentHeader current,
            DocumentHeader proposed,
            List<AttributeKey<String>> groupBy,
            JsonOut out) {
        DOCUMENT.write(new Document(simulation, current, proposed, List.copyOf(groupBy)), out);
    }

    /**
     * The schema of the document.
     *
     * @return JSON Schema, as text
     */
    public static String toJsonSchema() {
        return DOCUMENT.toJsonSchema();
    }

    private static void declare(OutputFields<Document> fields) {
        fields.required("date", Shape.date(), document -> document.book().date());
        fields.required("asOf", Cuts.CUT, Document::book);
        fields.required(
                "currency", Shape.text(), document -> document.book().currency().getCode());
        fields.required("current", Cuts.DEFINITION, Document::current);
        fields.required("proposed", Cuts.DEFINITION, Document::proposed);
        fields.required(
                "all",
                COUNT,
                document -> count(document, document.simulation().movement().all()));
        fields.required(
                "moved",
                COUNT,
                document -> count(document, document.simulation().movers()));
        fields.required("matrix", Shape.listOf(WAY), SegmentationSimulationJson::ways);
        fields.required("groups", Output.mapOf(Shape.listOf(GROUP)), SegmentationSimulationJson::groups);
        fields.required("movers", Shape.listOf(MOVER), SegmentationSimulationJson::movers);
        fields.required("held", Shape.listOf(HELD), SegmentationSimulationJson::held);
    }

    private static Count count(Document document, List<Move> moves) {
        Money sum = Money.zero(document.book().currency());
        int without = 0;
        for (Move move : moves) {
            Optional<Money> arr = document.simulation().amountOf(move.customerId(), StandardAttributes.ARR);
            sum = arr.map(sum::plus).orElse(sum);
            without += arr.isEmpty() ? 1 : 0;
        }
        return new Count(moves.size(), document.told(sum), without);
    }

    private static List<Way> ways(Document document) {
        Map<Optional<Segment>, Map<Optional<Segment>, Moved>> matrix =
                document.simulation().movement().matrix(StandardAttributes.ARR);
        List<Way> ways = new ArrayList<>();
        matrix.forEach((from, line) -> line.forEach(
                (to, moved) -> ways.add(new Way(from, to, moved.customers(), document.told(moved.after())))));
        return ways;
    }

    private static Map<String, List<Group>> groups(Document document) {
        Map<String, List<Group>> groups = new LinkedHashMap<>();
        for (AttributeKey<String> key : document.groupBy()) {
            List<Group> lines = new ArrayList<>();
            for (TouchedOwner touched : document.simulation().owners(key, StandardAttributes.ARR)) {
                lines.add(new Group(touched.owner(), touched.customers(), document.told(touched.amount())));
            }
            groups.put(key.name(), lines);
        }
        return groups;
    }

    private static List<Mover> movers(Document document) {
        SegmentationSimulation simulation = document.simulation();
        return simulation.moversBy(StandardAttributes.ARR).stream()
                .map(move -> new Mover(
                        move.customerId(),
                        simulation.amountOf(move.customerId(), StandardAttributes.ARR),
                        simulation.currentDecision(move.customerId()),
                        simulation.proposedDecision(move.customerId())))
                .toList();
    }

    private static List<Held> held(Document document) {
        List<Held> held = new ArrayList<>();
        document.simulation().heldByProposed().forEach((customer, reason) -> held.add(new Held(customer, reason)));
        return held;
    }
}
