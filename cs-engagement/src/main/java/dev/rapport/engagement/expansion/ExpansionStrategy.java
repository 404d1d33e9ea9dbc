package dev.rapport.engagement.expansion;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.segmentation.potential.ArrPotential;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/**
 * A policy of expansion that is ready to decide: what each customer could buy on top, which is the value of its reasons.
 * Immutable.
 *
 * <pre>{@code
 * ExpansionStrategy strategy = policy.over(book);
 * Decision<Double> decision = strategy.decide(book.customers().get(0));
 * decision.reasons().parts().forEach(cause -> show(cause.code(), cause.value()));
 * }</pre>
 *
 * <p><strong>Formula.</strong> {@code sum over causes of gate * evidence * open * estimate}, the first three 1 or 0: whether
 * the customer meets the gate, whether the evidence is there, whether nothing was refused lately; the estimate is that of the
 * cause's {@link ArrEstimate}.
 *
 * <p><strong>Units.</strong> ARR on top, in major units of the book's currency; not rounded here.
 *
 * <p><strong>Edges.</strong> One {@code no} makes a cause nothing; data that is missing makes it unknown. The whole is the sum
 * of the causes that are known, and unknown without any. Without outcomes and touchpoints nothing counts as refused. Causes
 * are added, though one budget may pay for only one of them.
 *
 * <p><strong>Errors.</strong> Attributes that a condition asks for and nobody feeds are reported by {@link #requirements()}
 * before the first customer is looked at.
 *
 * <p><strong>Algorithm.</strong> One program of nodes, over one customer with reasons or over the columns of a book, bit for
 * bit the same; products that comparable customers have are looked at once for the book.
 *
 * <p><strong>Reference.</strong> Missing products: {@link ArrPotential} and its source. Gate and cooling off are this
 * library's, after the complaints about offers to unhappy customers in the field.
 */
public final class ExpansionStrategy {

    private static final Reading<Double> NOT_REFUSED = Reading.present(1.0, Provenance.of("not refused lately"));

    private final ExpansionPolicy policy;
    private final CurrencyUnit currency;
    private final Set<String> ids;
    private final Program program;
    private final List<Node> outputs;

    private ExpansionStrategy(ExpansionPolicy policy, Book book) {
        this.policy = policy;
        this.currency = book.currency();
        this.ids = new HashSet<>();
        policy.causes().forEach(cause -> ids.add(cause.id()));
        Set<SeriesKey<?>> fed = new HashSet<>();
        for (SeriesKey<?> series : List.of(Outcome.SERIES, Touchpoint.SERIES)) {
            if (book.provides().series().contains(series)) {
                fed.add(series);
            }
        }
        List<Node> causes = new ArrayList<>();
        List<Node> evidence = new ArrayList<>();
        for (ExpansionCause cause : policy.causes()) {
            Node when = cause.when().compile().named("evidence");
            evidence.add(Node.product("wanted." + cause.id(), List.of(when, estimate(cause, book))));
            causes.add(Node.product(
                    cause.id(),
                    List.of(policy.gate().compile().named("gate"), when, open(cause, fed), estimate(cause, book))));
        }
        this.outputs = new ArrayList<>();
        outputs.add(Node.sum("expansion", causes, Handling.REDISTRIBUTE));
        outputs.addAll(causes);
        outputs.addAll(evidence);
        this.program = Program.of(outputs);
    }

    static ExpansionStrategy of(ExpansionPolicy policy, Book book) {
        return new ExpansionStrategy(policy, book);
    }

    private Node estimate(ExpansionCause cause, Book book) {
        Node arr = Node.money("arr", StandardAttributes.ARR, currency, (amount, today) -> amount);
        if (cause.estimate() instanceof ArrEstimate.MoreSeats seats) {
            Node more = Node.number(
                    "more-seats",
                    StandardAttributes.USAGE_ACTIVE_SHARE,
                    (used, today) -> Math.max(0, used / seats.usedShare() - 1));
            return Node.product("estimate", List.of(more, arr));
        }
        if (cause.estimate() instanceof ArrEstimate.ShareOfArr share) {
            return Node.linked("estimate", arr, amount -> amount * share.share());
        }
        ArrEstimate.MissingProducts missing = (ArrEstimate.MissingProducts) cause.estimate();
        return ArrPotential.fit(policy.peers(), book)
                .missingProducts(missing.leastAdoption())
                .map(node -> node.named("estimate"))
                .orElseGet(() -> Node.linked("estimate", arr, amount -> Double.NaN));
    }

    /** 1 unless the cause was refused lately. */
    private Node open(ExpansionCause cause, Set<SeriesKey<?>> fed) {
        AttributeKey<Double> key = AttributeKey.number("expansion.open." + cause.id());
        return Node.number("not-refused", key, (open, today) -> open)
                .computedBy(new DerivedAttribute<>(
                        key,
                        new Requirements(Set.of(), fed),
                        view -> fed.isEmpty()
                                ? NOT_REFUSED
                                : refusal(view, cause.id())
                                        .map(refusal -> Reading.present(
                                                0.0,
                                                Provenance.of("refused on " + refusal.on() + ", cools off until "
                                                        + refusal.until())))
                                        .orElse(NOT_REFUSED)));
    }

    Optional<Refusal> refusal(CustomerView view, String cause) {
        return Refusal.of(view, cause, policy.refusals(), ids);
    }

    /**
     * What was written down.
     *
     * @return the policy
     */
    public ExpansionPolicy policy() {
        return policy;
    }

    /**
     * What is read of a customer.
     *
     * @return every attribute and series
     */
    public Requirements requirements() {
        return program.requirements();
    }

    /**
     * Decides about one customer.
     *
     * @param view  the customer
     * @return what they could buy on top a year, in major units, with a part for each cause; empty where no cause is known
     */
    public Decision<Double> decide(CustomerView view) {
        Explanation reasons = program.explain(view);
        Optional<Double> value =
                reasons.value().isPresent() ? Optional.of(reasons.value().getAsDouble()) : Optional.empty();
        return new Decision<>(view.customerId(), value, reasons);
    }

    /**
     * Goes through a book.
     *
     * @param book  the book that this was made ready for
     * @return who could be offered what
     */
    public ExpansionReport report(Book book) {
        return ExpansionReport.of(this, book, program.evaluate(program.columns(book)));
    }
}
