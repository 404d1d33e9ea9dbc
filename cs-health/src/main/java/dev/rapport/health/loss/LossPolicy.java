package dev.rapport.health.loss;

import dev.rapport.health.measure.Resolver;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.DocumentHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * Why revenue is lost, as it is written down: the causes, what states them and what speaks for them. Immutable.
 *
 * <pre>{@code
 * LossAttribution attribution = LossPolicy.standard().fedBy(attributes).resolve(attributes).orThrow();
 * LossReport report = attribution.report(facts, asOf, history);
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class LossPolicy {

    /** What was stated about a loss, as the signs of a cause can ask about it. */
    static final AttributeKey<String> STATED = AttributeKey.text("loss.stated");

    LossPolicy() {}

    /**
     * Begins a policy.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The preset {@code loss-standard}, which {@link StandardLossPolicy} explains.
     *
     * @return eleven causes with their departments, words and signs
     */
    public static LossPolicy standard() {
        return StandardLossPolicy.policy();
    }

    /**
     * Who made it.
     *
     * @return the header
     */
    public abstract DocumentHeader header();

    /**
     * Where causes and points come from.
     *
     * @return a back-test, a publication, an opinion
     */
    public abstract String source();

    /**
     * How long before a loss its signs are read: later, a customer who is going has stopped anyway.
     *
     * @return days, at least 0
     */
    public abstract int daysBefore();

    /**
     * How far from a loss what was said can be recorded and still be about it.
     *
     * @return days, at least 0
     */
    public abstract int statedWithinDays();

    /**
     * How much a statement speaks for its cause.
     *
     * @return points, at least 0
     */
    public abstract double statedPoints();

    /**
     * How much must speak for a cause for it to be one.
     *
     * @return points, above 0; where no cause has as many, a loss is unexplained
     */
    public abstract double minimumPoints();

    /**
     * The causes.
     *
     * @return at least one; of two with as many points the first counts
     */
    public abstract List<LossCause> causes();

    /**
     * The name by which decisions refer to it.
     *
     * @return id and revision
     */
    public PolicyRef policy() {
        return new PolicyRef(header().id(), header().revision());
    }

    /**
     * Looks for what does not fit together in the policy itself.
     *
     * @return errors, at the fields of the document
     */
    public Problems check() {
        ProblemCollector problems = new ProblemCollector();
        Location list = Location.NONE.child("causes");
        if (causes().isEmpty()) {
            problems.add(Problem.error("no-cause", list, "causes must not be empty"));
        }
        Set<String> codes = new HashSet<>(Set.of(header().id()));
        Map<String, String> stating = new HashMap<>();
        for (int i = 0; i < causes().size(); i++) {
            LossCause cause = causes().get(i);
            Location at = list.child(i);
            if (!codes.add(cause.code())) {
                problems.error(
                        "code-twice",
                        at.child("code"),
                        "code " + Quote.text(cause.code()) + " is taken, each must be another");
            }
            if (cause.signs().isEmpty() && cause.statedAs().isEmpty()) {
                problems.add(Problem.error(
                                "nothing-speaks-for-it",
                                at,
                                "cause " + Quote.text(cause.code()) + " has neither words nor signs")
                        .withAdvice("Maybe \"statedAs\" with the reason as your CRM records it"));
            }
            checkWords(cause, at.child("statedAs"), stating, problems);
            checkSigns(cause, at.child("signs"), problems);
        }
        return problems.problems();
    }

    private static void checkWords(LossCause cause, Location at, Map<String, String> stating, ProblemCollector found) {
        for (int i = 0; i < cause.statedAs().size(); i++) {
            String word = cause.statedAs().get(i);
            String other = stating.putIfAbsent(word, cause.code());
            if (other != null) {
                found.error(
                        "word-twice",
                        at.child(i),
                        "reason " + Quote.text(word) + " states " + Quote.text(other) + " already, each must state one"
                                + " cause");
            }
        }
    }

    private static void checkSigns(LossCause cause, Location at, ProblemCollector found) {
        Set<String> codes = new HashSet<>(Set.of("stated"));
        for (int i = 0; i < cause.signs().size(); i++) {
            if (!codes.add(cause.signs().get(i).code())) {
                found.error(
                        "code-twice",
                        at.child(i).child("code"),
                        "code " + Quote.text(cause.signs().get(i).code()) + " is taken, each must be another");
            }
        }
    }

    /**
     * The attributes that signs ask about and nobody feeds.
     *
     * @param attributes  the attributes that can be read
     * @return their names, sorted
     */
    public List<String> missingFrom(Collection<? extends AttributeKey<?>> attributes) {
        Set<String> known = names(attributes);
        Set<String> missing = new TreeSet<>();
        causes().forEach(cause -> cause.signs().stream()
                .map(sign -> sign.when().attribute())
                .filter(attribute -> !known.contains(attribute))
                .forEach(missing::add));
        return List.copyOf(missing);
    }

    /**
     * The policy without the signs that nobody feeds.
     *
     * @param attributes  the attributes that can be read
     * @return the policy; causes stay, with what states them
     */
    public LossPolicy fedBy(Collection<? extends AttributeKey<?>> attributes) {
        Set<String> known = names(attributes);
        return builder()
                .from(this)
                .causes(causes().stream()
                        .map(cause -> new LossCause.Builder()
                                .from(cause)
                                .signs(cause.signs().stream()
                                        .filter(sign ->
                                                known.contains(sign.when().attribute()))
                                        .toList())
                                .build())
                        .toList())
                .build();
    }

    private static Set<String> names(Collection<? extends AttributeKey<?>> attributes) {
        Set<String> names = new HashSet<>();
        attributes.forEach(key -> names.add(key.name()));
        return names;
    }

    /**
     * Makes the policy ready to attribute.
     *
     * @param attributes  the attributes that can be read, as {@code book.provides().attributes()}
     * @return the attribution, or everything that does not fit
     */
    public Checked<LossAttribution> resolve(Collection<? extends AttributeKey<?>> attributes) {
        Resolver resolver = new Resolver(attributes);
        check().forEach(resolver::report);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < causes().size(); i++) {
            nodes.add(node(
                    causes().get(i),
                    resolver,
                    Location.NONE.child("causes").child(i).child("signs")));
        }
        Problems problems = resolver.problems();
        return problems.hasErrors()
                ? Checked.invalid(problems)
                : Checked.valid(
                        new LossAttribution(this, Program.of(Node.max(header().id(), nodes, Handling.REDISTRIBUTE))),
                        problems);
    }

    private Node node(LossCause cause, Resolver resolver, Location at) {
        List<Node> parts = new ArrayList<>();
        parts.add(Node.text(
                cause.code() + ".stated", STATED, word -> cause.statedAs().contains(word) ? statedPoints() : 0));
        for (int i = 0; i < cause.signs().size(); i++) {
            LossSign sign = cause.signs().get(i);
            Optional<Node> leaf = sign.when()
                    .resolve(
                            cause.code() + "." + sign.code(),
                            sign.points(),
                            0,
                            resolver,
                            at.child(i).child("when"));
            leaf.ifPresent(parts::add);
        }
        return Node.sum(cause.code(), parts, Handling.REDISTRIBUTE);
    }

    /** Makes a policy. */
    public static final class Builder extends ImmutableLossPolicy.Builder {
        Builder() {}
    }
}
