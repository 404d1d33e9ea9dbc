package dev.rapport.health.atrisk;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Resolver;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.DocumentHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be done about customers at risk, as it is written down: which play is for whom, what it takes and what it can
 * save. There is no preset: what is published on the share that such plays save is vendors' say-so, so every house
 * declares its own numbers and says where they come from. Immutable.
 *
 * @param header  who made it
 * @param source  where the numbers come from: a measured experiment, the team's records, an opinion
 * @param plays  the plays
 */
public record AtRiskPolicy(DocumentHeader header, String source, SavePlays plays) {

    private static final Location PLAYS = Location.NONE.child("plays");
    private static final Location OTHERWISE = Location.NONE.child("otherwise");

    /**
     * Checks that a source is named.
     *
     * @param header  who made it
     * @param source  where the numbers come from
     * @param plays  the plays
     */
    public AtRiskPolicy {
        requireNonNull(header, "header");
        requireNonNull(plays, "plays");
        if (requireNonNull(source, "source").isBlank()) {
            throw new IllegalArgumentException("source must not be blank.");
        }
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
     * Looks for what does not fit together.
     *
     * @return errors and warnings, at the fields of the document
     */
    public Problems check() {
        ProblemCollector problems = new ProblemCollector();
        Set<String> codes = new HashSet<>();
        List<SavePlay> all = plays.all();
        for (int i = 0; i < all.size(); i++) {
            Location at = i < plays.cases().size() ? PLAYS.child(i) : OTHERWISE;
            SavePlay play = all.get(i);
            if (!codes.add(play.code())) {
                problems.error(
                        "code-twice",
                        at.child("code"),
                        "code " + Quote.text(play.code()) + " is taken, each must be another");
            }
            if (play.saveable() instanceof Saveability.ByDays byDays) {
                checkRises(byDays.points(), at.child("saveable").child("points"), problems);
            }
        }
        return problems.problems();
    }

    private static void checkRises(List<CurvePoint> points, Location at, ProblemCollector problems) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).points() < points.get(i - 1).points()) {
                problems.add(Problem.warning(
                        "saves-less-with-more-time",
                        at.child(i),
                        "with " + Quote.number(points.get(i).at()) + " days left less can be saved ("
                                + Quote.number(points.get(i).points()) + ") than with "
                                + Quote.number(points.get(i - 1).at()) + " ("
                                + Quote.number(points.get(i - 1).points()) + ")"));
            }
        }
    }

    /**
     * Makes the plays ready to be chosen.
     *
     * @param attributes  the attributes that can be read, as {@code book.provides().attributes()}
     * @return the choice, or everything that does not fit
     */
    public Checked<PlayChoice> resolve(Collection<? extends AttributeKey<?>> attributes) {
        Resolver resolver = new Resolver(attributes);
        check().forEach(resolver::report);
        List<Node> conditions = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < plays.cases().size(); i++) {
            SavePlays.Case one = plays.cases().get(i);
            labels.add(one.play().code());
            one.when()
                    .resolve(one.play().code(), 1, 0, resolver, PLAYS.child(i).child("when"))
                    .map(Node::asCondition)
                    .ifPresent(conditions::add);
        }
        Problems problems = resolver.problems();
        if (problems.hasErrors()) {
            return Checked.invalid(problems);
        }
        Optional<Program> program = conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(Program.of(Node.firstMatch(
                        header.id(), conditions, labels, plays.otherwise().code())));
        return Checked.valid(new PlayChoice(this, program), problems);
    }
}
