package dev.rapport.health.choice;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.HealthStrategy;
import dev.rapport.health.measure.Resolver;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.DocumentHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which scorecard is for whom, as it is written down: rules in the order of their priority, and the scorecard for all
 * others. Immutable.
 *
 * <pre>{@code
 * ScorecardChoice choice = new ScorecardChoice(
 *         DocumentHeader.of("health-by-stage", "1"),
 *         List.of(ChoiceRule.of("onboarding", AttributeTest.In.of("stage.current", "onboarding"))),
 *         "health");
 * ChosenHealth health = choice.resolve(book.provides().attributes(), List.of(onboarding, general)).orThrow();
 * health.decide(view, memory).choices(); // onboarding: the first condition that holds, on stage.current
 * }</pre>
 *
 * @param header  who made it
 * @param rules  the rules; the first whose condition holds chooses
 * @param otherwise  the id of the scorecard of those for whom none holds
 */
public record ScorecardChoice(DocumentHeader header, List<ChoiceRule> rules, String otherwise) {

    /**
     * Copies the rules.
     *
     * @param header  who made it
     * @param rules  the rules in the order of their priority
     * @param otherwise  the id of the scorecard for all others
     */
    public ScorecardChoice {
        requireNonNull(header, "header");
        requireNonNull(otherwise, "otherwise");
        rules = List.copyOf(rules);
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
        Location list = Location.NONE.child("rules");
        if (rules.isEmpty()) {
            problems.add(Problem.error("no-rule", list, "rules must not be empty")
                    .withAdvice("Maybe one scorecard for everybody needs no choice"));
        }
        Set<String> chosen = new HashSet<>(Set.of(otherwise));
        for (int i = 0; i < rules.size(); i++) {
            String scorecard = rules.get(i).scorecard();
            if (!chosen.add(scorecard)) {
                problems.error(
                        "scorecard-twice",
                        list.child(i).child("scorecard"),
                        "scorecard " + Quote.text(scorecard) + " must come once, \"otherwise\" included");
            }
        }
        return problems.problems();
    }

    /**
     * Makes the choice ready to decide.
     *
     * @param attributes  the attributes that can be read, as {@code book.provides().attributes()}
     * @param strategies  the scorecards, ready to decide; each that is named must be among them
     * @return the strategy; or everything that does not fit
     */
    public Checked<ChosenHealth> resolve(
            Collection<? extends AttributeKey<?>> attributes, Collection<? extends HealthStrategy> strategies) {
        Resolver resolver = new Resolver(attributes);
        check().forEach(resolver::report);
        Map<String, HealthStrategy> known = new TreeMap<>();
        strategies.forEach(strategy -> known.put(strategy.policy().id(), strategy));
        List<Node> conditions = new ArrayList<>();
        List<HealthStrategy> chosen = new ArrayList<>();
        Location list = Location.NONE.child("rules");
        for (int i = 0; i < rules.size(); i++) {
            ChoiceRule rule = rules.get(i);
            find(rule.scorecard(), known, list.child(i).child("scorecard"), resolver, chosen);
            condition(rule, list.child(i).child("when"), resolver, conditions);
        }
        find(otherwise, known, Location.NONE.child("otherwise"), resolver, chosen);
        Problems problems = resolver.problems();
        return problems.hasErrors()
                ? Checked.invalid(problems)
                : Checked.valid(new ChosenHealth(this, chosen, conditions), problems);
    }

    private static void find(
            String id, Map<String, HealthStrategy> known, Location at, Resolver resolver, List<HealthStrategy> chosen) {
        HealthStrategy strategy = known.get(id);
        if (strategy != null) {
            chosen.add(strategy);
            return;
        }
        resolver.report(Problem.error(
                        "unknown-scorecard", at, "unknown scorecard " + Quote.text(id) + "; known: " + known.keySet())
                .withAdvice(Nearest.advice(id, known.keySet())));
    }

    private static void condition(ChoiceRule rule, Location at, Resolver resolver, List<Node> conditions) {
        List<Node> leaves = new ArrayList<>();
        for (int i = 0; i < rule.when().size(); i++) {
            rule.when()
                    .get(i)
                    .resolve(rule.when().get(i).attribute(), 1, 0, resolver, at.child(i))
                    .ifPresent(leaf -> leaves.add(leaf.asCondition()));
        }
        if (leaves.size() == rule.when().size()) {
            conditions.add(Node.allOf(rule.scorecard(), leaves));
        }
    }
}
