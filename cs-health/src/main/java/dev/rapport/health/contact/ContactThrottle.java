package dev.rapport.health.contact;

import static java.util.Objects.requireNonNull;

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
 * Who may be asked when, as it is written down. Immutable.
 *
 * @param header  who made it
 * @param rules  how often may be asked
 * @param holds  reasons not to ask for now
 */
public record ContactThrottle(DocumentHeader header, List<ContactRule> rules, List<ContactHold> holds) {

    /**
     * Copies the lists.
     *
     * @param header  who made it
     * @param rules  how often may be asked
     * @param holds  reasons not to ask for now
     */
    public ContactThrottle {
        requireNonNull(header, "header");
        rules = List.copyOf(rules);
        holds = List.copyOf(holds);
    }

    /**
     * The preset {@code half-yearly}: nobody is asked anything twice in 180 days. That is the standard setting of AskNicely's
     * global contact rule; the vendor advises 90 days.
     *
     * @return one rule without holds
     */
    public static ContactThrottle halfYearly() {
        return new ContactThrottle(
                DocumentHeader.of("half-yearly", "1"),
                List.of(new ContactRule(
                        "person-180-days",
                        ContactRule.Questions.all(ContactScope.PERSON),
                        new ContactRule.Limit(1, 180))),
                List.of());
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
     * @return errors, at the fields of the document
     */
    public Problems check() {
        ProblemCollector problems = new ProblemCollector();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            checkCode(rules.get(i).code(), codes, Location.NONE.child("rules").child(i), problems);
        }
        for (int i = 0; i < holds.size(); i++) {
            checkCode(holds.get(i).code(), codes, Location.NONE.child("holds").child(i), problems);
        }
        return problems.problems();
    }

    private static void checkCode(String code, Set<String> codes, Location at, ProblemCollector problems) {
        if (!codes.add(code)) {
            problems.add(Problem.error(
                    "code-twice", at.child("code"), "code " + Quote.text(code) + " is taken, each must be another"));
        }
    }

    /**
     * Makes the throttle ready to decide.
     *
     * @param attributes  the attributes that can be read, as {@code book.provides().attributes()}
     * @return the throttle, or everything that does not fit
     */
    public Checked<ReadyThrottle> resolve(Collection<? extends AttributeKey<?>> attributes) {
        Resolver resolver = new Resolver(attributes);
        check().forEach(resolver::report);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < holds.size(); i++) {
            ContactHold hold = holds.get(i);
            Location at = Location.NONE.child("holds").child(i).child("when");
            hold.when().resolve(hold.code(), 1, 0, resolver, at).ifPresent(nodes::add);
        }
        Problems problems = resolver.problems();
        if (problems.hasErrors()) {
            return Checked.invalid(problems);
        }
        Optional<Program> program = nodes.isEmpty() ? Optional.empty() : Optional.of(Program.of(nodes));
        return Checked.valid(new ReadyThrottle(this, program), problems);
    }
}
