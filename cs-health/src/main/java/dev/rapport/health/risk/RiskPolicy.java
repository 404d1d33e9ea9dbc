package dev.rapport.health.risk;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.HealthAttributes;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.Line;
import dev.rapport.health.measure.Resolver;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Weighted;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.DocumentHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of churn risk as they are written down, with the source of their numbers. Immutable.
 *
 * @param header  who made it
 * @param source  where the numbers come from: a back-test, a publication, an opinion
 * @param rules  how the rules come to a probability
 */
public record RiskPolicy(DocumentHeader header, String source, RiskRules rules) {

    private static final double HELD = 100;

    /**
     * Checks that a source is named.
     *
     * @param header  who made it
     * @param source  where the numbers come from
     * @param rules  how the rules come to a probability
     */
    public RiskPolicy {
        requireNonNull(header, "header");
        requireNonNull(rules, "rules");
        if (requireNonNull(source, "source").isBlank()) {
            throw new IllegalArgumentException("source must not be blank.");
        }
    }

    /**
     * The preset {@code eg-csm-forecast}: renewal forecast weights as a probability of loss by health band.
     *
     * <p>EG-CSM's configuration expects 90 % of renewals that are verbally agreed, 70 % of open ones and 25 % of those at
     * risk (a practitioner's published rule, not a fitted model). That green counts as verbally agreed, yellow as open
     * and red as at risk is this preset's reading; a book with other bands needs another mapping.
     *
     * @return green 0.10, yellow 0.30, red 0.75
     */
    public static RiskPolicy egCsmForecast() {
        return new RiskPolicy(
                DocumentHeader.of("eg-csm-forecast", "1"),
                "EG-CSM forecast weights: renewal 90 % verbal, 70 % open, 25 % at risk (grade B: a practitioner's rule);"
                        + " green read as verbal, yellow as open, red as at risk",
                new RiskRules.ByBand(Map.of("red", 0.75, "yellow", 0.30, "green", 0.10)));
    }

    /**
     * The name by which decisions refer to it.
     *
     * @return id and revision
     */
    public PolicyRef policy() {
        return new PolicyRef(header.id(), header.revision());
    }

    /**
     * Looks for what does not fit together in the rules themselves.
     *
     * @return errors, at the fields of the document
     */
    public Problems check() {
        ProblemCollector problems = new ProblemCollector();
        if (rules instanceof RiskRules.Points points) {
            Location list = Location.NONE.child("risk").child("rules");
            Set<String> codes = new HashSet<>(Set.of(header.id()));
            double total = 0;
            for (int i = 0; i < points.rules().size(); i++) {
                RiskRules.Rule rule = points.rules().get(i);
                total += rule.points();
                if (!codes.add(rule.code())) {
                    problems.error(
                            "code-twice",
                            list.child(i).child("code"),
                            "code " + Quote.text(rule.code()) + " is taken, each must be another");
                }
            }
            if (!(total > 0) || Double.isInfinite(total)) {
                problems.error(
                        "no-points", list, "points must sum to a finite number above 0, was " + Quote.number(total));
            }
        }
        return problems.problems();
    }

    /**
     * Makes the rules ready to assess.
     *
     * @param attributes  the attributes that can be read, as {@code book.provides().attributes()}
     * @return the rules, or everything that does not fit
     */
    public Checked<RuleBasedRisk> resolve(Collection<? extends AttributeKey<?>> attributes) {
        Resolver resolver = new Resolver(attributes);
        check().forEach(resolver::report);
        Optional<Node> node = node(resolver, Location.NONE.child("risk"));
        Problems problems = resolver.problems();
        return node.isEmpty() || problems.hasErrors()
                ? Checked.invalid(problems)
                : Checked.valid(new RuleBasedRisk(this, Program.of(node.get())), problems);
    }

    private Optional<Node> node(Resolver resolver, Location at) {
        String id = header.id();
        if (rules instanceof RiskRules.Points points) {
            return points(id, points, resolver, at.child("rules"));
        }
        if (rules instanceof RiskRules.ByScore byScore) {
            return resolver.require(HealthAttributes.SCORE, at)
                    .map(key -> Node.number(id, key, Line.through(byScore.probability())));
        }
        Map<String, Double> byBand = ((RiskRules.ByBand) rules).probability();
        return resolver.require(HealthAttributes.BAND, at)
                .map(key -> Node.text(id, key, band -> byBand.getOrDefault(band, Double.NaN)));
    }

    private static Optional<Node> points(String id, RiskRules.Points points, Resolver resolver, Location at) {
        List<Weighted> parts = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < points.rules().size(); i++) {
            RiskRules.Rule rule = points.rules().get(i);
            AttributeTest when = rule.when();
            total += rule.points();
            when.resolve(rule.code(), HELD, 0, resolver, at.child(i).child("when"))
                    .ifPresent(leaf -> parts.add(new Weighted(leaf, rule.points())));
        }
        if (resolver.problems().hasErrors() || !(total > 0)) {
            return Optional.empty();
        }
        RiskRules.Missing missing = points.missing();
        Node mean = Node.weightedMean(id + ".points", parts, missing.handling(), missing.minimumCompleteness());
        Line line = Line.through(points.probability());
        return Optional.of(Node.linked(id, mean, line::valueAt));
    }
}
