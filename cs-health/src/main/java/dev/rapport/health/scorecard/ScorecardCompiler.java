package dev.rapport.health.scorecard;

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

/** From a scorecard to the program that computes it. */
final class ScorecardCompiler {

    /** Behind the id of a scorecard with caps: the score before them. */
    static final String BEFORE_CAPS = ".before-caps";

    private static final double NO_BOUND = 100;

    private final Collection<? extends AttributeKey<?>> attributes;
    private final Optional<Reference> reference;
    private final Resolver resolver;
    private final Map<String, Measure> measures = new HashMap<>();

    private ScorecardCompiler(Collection<? extends AttributeKey<?>> attributes, Optional<Reference> reference) {
        this.attributes = attributes;
        this.reference = reference;
        this.resolver = new Resolver(attributes, reference);
    }

    static Checked<ScorecardStrategy> compile(
            Scorecard scorecard, Collection<? extends AttributeKey<?>> attributes, Optional<Reference> reference) {
        ScorecardCompiler compiler = new ScorecardCompiler(attributes, reference);
        scorecard.check().forEach(compiler.resolver::report);
        String id = scorecard.header().id();
        List<Weighted> parts = compiler.parts(scorecard.parts(), scorecard.handling(), Location.NONE.child("parts"));
        List<Node> caps = compiler.caps(scorecard.caps());
        Problems problems = compiler.resolver.problems();
        if (problems.hasErrors()) {
            return Checked.invalid(problems);
        }
        Node score = Node.weightedMean(
                caps.isEmpty() ? id : id + BEFORE_CAPS, parts, scorecard.handling(), scorecard.minimumCompleteness());
        Program program = Program.of(caps.isEmpty() ? score : Node.capped(id, score, caps));
        return Checked.valid(new ScorecardStrategy(scorecard, program), problems);
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
            Location at = Location.NONE.child("caps").child(i);
            node(caps.get(i), at).ifPresent(nodes::add);
        }
        return nodes;
    }

    private Optional<Node> node(Cap cap, Location at) {
        if (cap instanceof Cap.When when) {
            return when.when().resolve(cap.code(), cap.atMost(), NO_BOUND, resolver, at.child("when"));
        }
        Cap.Low low = ((Cap.WhenLow) cap).low();
        Measure measure = measures.get(low.measure());
        // What does not fit about the measure was reported where the measure stands.
        return measure == null
                ? Optional.empty()
                : measure.resolveBelow(new Resolver(attributes, reference), at, cap.code(), low.below(), cap.atMost(), NO_BOUND);
    }
}
