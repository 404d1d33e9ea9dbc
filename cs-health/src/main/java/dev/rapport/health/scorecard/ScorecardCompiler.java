package dev.rapport.health.scorecard;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.measure.Reference;
import dev.rapport.health.measure.Resolver;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Weighted;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** From a scorecard to the program that computes it. */
final class ScorecardCompiler {

    /** Behind the id of a scorecard with caps: the score before them. */
    static final String BEFORE_CAPS = ".before-caps";

    /** Behind the id of a scorecard with floors: the score before them. */
    static final String BEFORE_FLOORS = ".before-floors";

    private static final double TOP = 100;
    private static final double BOTTOM = 0;

    private final Collection<? extends AttributeKey<?>> attributes;
    private final Optional<Reference> reference;
    private final Resolver resolver;
    private final Bands bands;
    private final Map<String, Measure> measures = new HashMap<>();
    private final List<Node> limitNodes = new ArrayList<>();
    private final List<BandLimit> limits = new ArrayList<>();

    private ScorecardCompiler(
            Bands bands, Collection<? extends AttributeKey<?>> attributes, Optional<Reference> reference) {
        this.bands = bands;
        this.attributes = attributes;
        this.reference = reference;
        this.resolver = new Resolver(attributes, reference);
    }

    static Checked<ScorecardStrategy> compile(
            Scorecard scorecard, Collection<? extends AttributeKey<?>> attributes, Optional<Reference> reference) {
        ScorecardCompiler compiler = new ScorecardCompiler(scorecard.bands(), attributes, reference);
        scorecard.check().forEach(compiler.resolver::report);
        String id = scorecard.header().id();
        List<Weighted> parts = compiler.parts(scorecard.parts(), scorecard.handling(), Location.NONE.child("parts"));
        List<Node> floors = compiler.floors(scorecard.floors());
        List<Node> caps = compiler.caps(scorecard.caps());
        Problems problems = compiler.resolver.problems();
        if (problems.hasErrors()) {
            return Checked.invalid(problems);
        }
        String beforeCaps = caps.isEmpty() ? id : id + BEFORE_CAPS;
        Node score = Node.weightedMean(
                floors.isEmpty() ? beforeCaps : id + BEFORE_FLOORS,
                parts,
                scorecard.handling(),
                scorecard.minimumCompleteness());
        Node floored = floors.isEmpty() ? score : Node.floored(beforeCaps, score, floors);
        List<Node> outputs = new ArrayList<>();
        outputs.add(caps.isEmpty() ? floored : Node.capped(id, floored, caps));
        outputs.addAll(compiler.limitNodes);
        return Checked.valid(new ScorecardStrategy(scorecard, Program.of(outputs), compiler.limits), problems);
    }

    private List<Weighted> parts(List<Part> parts, Handling inherited, Location at) {
        List<Weighted> nodes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            node(part, inherited, at.child(i)).ifPresent(node -> nodes.add(new Weighted(node, part.weight())));
        }
        return nodes;
    }

    private Optional<Node> node(Part part, Handling inherited, Location at) {
        if (part instanceof Group group) {
            Handling handling = group.handling().orElse(inherited);
            List<Weighted> parts = parts(group.parts(), handling, at.child("parts"));
            double total = parts.stream().mapToDouble(Weighted::weight).sum();
            return total > 0 && total < Double.POSITIVE_INFINITY
                    ? Optional.of(Node.weightedMean(group.code(), parts, handling, group.minimumCompleteness()))
                    : Optional.empty();
        }
        Measure measure = ((WeightedMeasure) part).measure();
        measures.put(measure.code(), measure);
        return measure.resolve(resolver, at);
    }

    private List<Node> caps(List<Cap> caps) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < caps.size(); i++) {
            Cap cap = caps.get(i);
            double bound = bound(cap.atMost(), true);
            node(cap, bound, Location.NONE.child("caps").child(i))
                    .ifPresent(node -> nodes.add(limit(node, cap.atMost(), bound, true)));
        }
        return nodes;
    }

    private List<Node> floors(List<Floor> floors) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < floors.size(); i++) {
            Floor floor = floors.get(i);
            double bound = bound(floor.atLeast(), false);
            Location when = Location.NONE.child("floors").child(i).child("when");
            floor.when()
                    .resolve(floor.code(), bound, BOTTOM, resolver, when)
                    .ifPresent(node -> nodes.add(limit(node, floor.atLeast(), bound, false)));
        }
        return nodes;
    }

    private Optional<Node> node(Cap cap, double bound, Location at) {
        if (cap instanceof Cap.When when) {
            return when.when().resolve(cap.code(), bound, TOP, resolver, at.child("when"));
        }
        Cap.Low low = ((Cap.WhenLow) cap).low();
        Measure measure = measures.get(low.measure());
        // What does not fit about the measure was reported where the measure stands.
        return measure == null
                ? Optional.empty()
                : measure.resolveBelow(new Resolver(attributes, reference), at, cap.code(), low.below(), bound, TOP);
    }

    /** The highest or lowest score of a level; of a band that there is not, which was reported, no bound. */
    private double bound(Level level, boolean isUpper) {
        if (level instanceof Level.Points points) {
            return points.points();
        }
        OptionalInt position = bands.position(((Level.InBand) level).code());
        if (position.isEmpty()) {
            return isUpper ? TOP : BOTTOM;
        }
        Band band = bands.list().get(position.getAsInt());
        return !isUpper ? band.from() : band.to() < TOP ? Math.nextDown(band.to()) : TOP;
    }

    private Node limit(Node node, Level level, double bound, boolean isUpper) {
        boolean bounds = isUpper ? bound < TOP : bound > BOTTOM;
        if (!(level instanceof Level.InBand inBand) || !bounds) {
            return node;
        }
        Node limit = node.described((isUpper ? "at most " : "at least ") + inBand.code());
        limitNodes.add(limit);
        limits.add(new BandLimit(inBand.code(), bound, isUpper));
        return limit;
    }
}
