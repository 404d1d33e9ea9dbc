package dev.rapport.segmentation.segment;

import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.problem.Nearest;
import dev.rapport.segmentation.condition.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Segments by conditions. A customer that meets several belongs to the first in the order of the rules, which is their
 * priority; a condition that lacks data is passed over, which the completeness of the reasons then shows. One that meets
 * none belongs to the rest, where there is one and no condition lacks data, else to no segment. Immutable.
 *
 * <pre>{@code
 * SegmentationStrategy regions = RuleSegmentation.of(
 *                 Rule.of("dach", Condition.oneOf(COUNTRY, "DE", "AT", "CH")),
 *                 Rule.of("benelux", Condition.oneOf(COUNTRY, "BE", "NL", "LU")))
 *         .withRest(Segment.of("rest", "Rest of the world"));
 * }</pre>
 */
public final class RuleSegmentation implements CompiledStrategy {

    private static final String CODE = "segment";

    private final List<Rule> rules;
    private final Optional<Segment> rest;
    private final List<Segment> segments;
    private final Program program;

    private RuleSegmentation(List<Rule> rules, Optional<Segment> rest) {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("rules must not be empty.");
        }
        this.rules = List.copyOf(rules);
        this.rest = rest;
        List<Segment> all = new ArrayList<>();
        rules.forEach(rule -> all.add(rule.segment()));
        rest.ifPresent(all::add);
        this.segments = List.copyOf(all);
        this.program = compile(this.rules, rest);
    }

    /**
     * Segments by conditions, without a rest.
     *
     * @param rules  the rules in order of priority, at least one
     * @return the strategy
     * @throws IllegalArgumentException if two segments have the same id, or a condition refers to a segment that is not
     *     there or, through others, to its own
     */
    public static RuleSegmentation of(Rule... rules) {
        return of(List.of(rules));
    }

    /**
     * Segments by conditions, without a rest.
     *
     * @param rules  the rules in order of priority, at least one
     * @return the strategy
     * @throws IllegalArgumentException as above
     */
    public static RuleSegmentation of(List<Rule> rules) {
        return new RuleSegmentation(rules, Optional.empty());
    }

    /**
     * The same with a segment for all who meet no condition.
     *
     * @param segment  the segment of the rest
     * @return the new strategy
     */
    public RuleSegmentation withRest(Segment segment) {
        return new RuleSegmentation(rules, Optional.of(segment));
    }

    /**
     * The rules.
     *
     * @return the rules in order of priority
     */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Where those belong who meet no condition.
     *
     * @return the segment of the rest, or empty
     */
    public Optional<Segment> rest() {
        return rest;
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    public Program program() {
        return program;
    }

    private static Program compile(List<Rule> rules, Optional<Segment> rest) {
        Compilation compilation = new Compilation(rules, rest);
        List<Node> conditions = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Rule rule : rules) {
            conditions.add(compilation.compile(rule));
            ids.add(rule.segment().id());
        }
        Node table = rest.map(segment -> Node.firstMatch(CODE, conditions, ids, segment.id()))
                .orElseGet(() -> Node.firstMatch(CODE, conditions, ids));
        List<Node> outputs = new ArrayList<>();
        outputs.add(table);
        outputs.addAll(conditions);
        return Program.of(outputs);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof RuleSegmentation other && rules.equals(other.rules) && rest.equals(other.rest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rules, rest);
    }

    /** The ids of the segments. */
    @Override
    public String toString() {
        return "rules for " + segments;
    }

    /** Compiles each condition once and follows references between them. */
    private static final class Compilation implements Scope {

        private final Map<String, Rule> rules = new LinkedHashMap<>();
        private final Map<String, Node> compiled = new HashMap<>();
        private final List<String> path = new ArrayList<>();

        Compilation(List<Rule> rules, Optional<Segment> rest) {
            for (Rule rule : rules) {
                if (this.rules.put(rule.segment().id(), rule) != null) {
                    throw repeated(rule.segment());
                }
            }
            rest.filter(segment -> this.rules.containsKey(segment.id())).ifPresent(segment -> {
                throw repeated(segment);
            });
        }

        private static IllegalArgumentException repeated(Segment segment) {
            return new IllegalArgumentException("segment (" + segment.id() + ") must be defined once.");
        }

        Node compile(Rule rule) {
            String id = rule.segment().id();
            Node known = compiled.get(id);
            if (known != null) {
                return known;
            }
            path.add(id);
            Node node = rule.condition().compile(this).named(id);
            path.remove(path.size() - 1);
            compiled.put(id, node);
            return node;
        }

        @Override
        public Node memberOf(String segmentId) {
            int entered = path.indexOf(segmentId);
            if (entered >= 0) {
                throw new IllegalArgumentException("segment (" + segmentId + ") must not be defined through itself: "
                        + String.join(" -> ", path.subList(entered, path.size())) + " -> " + segmentId + ".");
            }
            Rule rule = rules.get(segmentId);
            if (rule != null) {
                return compile(rule);
            }
            String advice = Nearest.advice(segmentId, rules.keySet());
            throw new IllegalArgumentException("segment (" + segmentId + ") must be one of those with a condition, "
                    + rules.keySet() + "."
                    + (advice.isEmpty() ? "" : "\n" + advice + "."));
        }
    }
}
