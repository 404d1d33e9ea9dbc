package dev.rapport.engagement.call;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.HealthAttributes;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.derived.StandardAttributes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Whom to call this week, most urgent first. Immutable.
 *
 * <p><strong>Formula.</strong> {@code risk * arr * near * sponsor * silence}: churn risk and recurring revenue; {@code near}
 * falls in a line from 1 on the day of the decision to the policy's {@code farAway}; {@code sponsor} and {@code silence} are
 * the policy's factors where the sponsor is gone and nobody has talked to the customer, else 1.
 *
 * <p><strong>Units.</strong> Major units of the currency of the book a year.
 *
 * <p><strong>Edges.</strong> Without a risk or without revenue a customer is not on the list; what else is not known counts
 * for nothing. What has no term to decide any more, since notice was given, has no date.
 *
 * <p><strong>Algorithm.</strong> One program over all customers, reasons for those on the list. Ties by customer.
 *
 * <p><strong>Reference.</strong> A priority of expected loss times urgency; the factors are the policy's, with its source.
 */
public final class CallList {

    private static final Requirements READ =
            new Requirements(Set.of(HealthAttributes.CHURN_RISK, StandardAttributes.ARR), Set.of());

    private final CallPolicy policy;
    private final List<Call> calls;

    private CallList(CallPolicy policy, List<Call> calls) {
        this.policy = policy;
        this.calls = List.copyOf(calls);
    }

    /**
     * What it cannot do without.
     *
     * @return churn risk and recurring revenue
     */
    public static Requirements requirements() {
        return READ;
    }

    /**
     * Makes the list.
     *
     * @param book  the customers, with churn risk laid over them
     * @param policy  what counts for how much
     * @return the list
     */
    public static CallList of(Book book, CallPolicy policy) {
        CurrencyUnit currency = book.currency();
        Program program = Program.of(urgency(requireNonNull(policy, "policy"), currency));
        double[] urgencies = program.evaluate(program.columns(book)).get(0).values();
        List<Call> calls = new ArrayList<>();
        for (int row : mostUrgent(urgencies, policy.atMost())) {
            CustomerView view = book.customers().get(row);
            Explanation reasons = program.explain(view);
            double loss = reasons.parts().get(0).value().orElse(0)
                    * reasons.parts().get(1).value().orElse(0);
            calls.add(new Call(
                    view.customerId(),
                    Money.of(currency, BigDecimal.valueOf(loss), RoundingMode.HALF_EVEN),
                    sentence(view, policy),
                    reasons));
        }
        return new CallList(policy, calls);
    }

    /** Most urgent first; of those that are alike, the one whose id comes first, which is the order of the rows. */
    private static int[] mostUrgent(double[] urgencies, int atMost) {
        Comparator<Integer> lastFirst =
                Comparator.comparingDouble((Integer row) -> urgencies[row]).thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> most = new PriorityQueue<>(lastFirst);
        for (int row = 0; row < urgencies.length; row++) {
            boolean isFull = most.size() >= atMost;
            if (urgencies[row] > 0 && !(isFull && (most.isEmpty() || urgencies[row] <= urgencies[most.element()]))) {
                if (isFull) {
                    most.remove();
                }
                most.add(row);
            }
        }
        return most.stream().sorted(lastFirst.reversed()).mapToInt(row -> row).toArray();
    }

    private static Node urgency(CallPolicy policy, CurrencyUnit currency) {
        return Node.product(
                "call",
                List.of(
                        Node.number("risk", HealthAttributes.CHURN_RISK, (risk, today) -> risk),
                        Node.money("arr", StandardAttributes.ARR, currency, (arr, today) -> arr),
                        factor("near", Set.of(StandardAttributes.DECISION_NEXT_DAYS), view -> near(view, policy)),
                        factor(
                                "sponsor",
                                Set.of(StandardAttributes.SPONSOR_PRESENT),
                                view -> isSponsorGone(view) ? policy.sponsorGone() : 1),
                        factor(
                                "silence",
                                Set.of(StandardAttributes.TOUCHPOINTS_LAST_DAYS),
                                view -> isSilent(view, policy) ? policy.silent() : 1)));
    }

    /** A factor is always known: what is not known of the customer makes it the one that changes nothing. */
    private static Node factor(String code, Set<AttributeKey<?>> read, Function<CustomerView, Double> of) {
        AttributeKey<Double> key = AttributeKey.number("call." + code);
        return Node.number(code, key, (factor, today) -> factor)
                .computedBy(new DerivedAttribute<>(
                        key,
                        new Requirements(read, Set.of()),
                        view -> Reading.present(of.apply(view), Provenance.of("the call policy"))));
    }

    private static double near(CustomerView view, CallPolicy policy) {
        Optional<Double> days = view.find(StandardAttributes.DECISION_NEXT_DAYS);
        if (days.isEmpty() || days.get() >= policy.daysAhead()) {
            return policy.farAway();
        }
        double left = Math.max(0, days.get()) / policy.daysAhead();
        return 1 - (1 - policy.farAway()) * left;
    }

    private static boolean isSponsorGone(CustomerView view) {
        return view.find(StandardAttributes.SPONSOR_PRESENT)
                .filter(present -> !present)
                .isPresent();
    }

    private static boolean isSilent(CustomerView view, CallPolicy policy) {
        return view.find(StandardAttributes.TOUCHPOINTS_LAST_DAYS)
                .filter(days -> days >= policy.silentDays())
                .isPresent();
    }

    private static String sentence(CustomerView view, CallPolicy policy) {
        Money arr = view.find(StandardAttributes.ARR).orElseThrow();
        List<String> words = new ArrayList<>();
        words.add(percent(view.find(HealthAttributes.CHURN_RISK).orElse(0.0)) + " of "
                + arr.getCurrencyUnit().getCode() + " "
                + String.format(Locale.ROOT, "%,.0f", arr.getAmount().doubleValue()) + " a year are at risk");
        Optional<LocalDate> decided = view.find(StandardAttributes.DECISION_NEXT_DATE);
        decided.ifPresent(date -> words.add("it is decided by " + date));
        if (isSponsorGone(view)) {
            words.add(view.find(StandardAttributes.SPONSOR_LEFT_DAYS)
                    .map(days -> "the sponsor left " + Math.round(days) + " days ago")
                    .orElse("there is no sponsor"));
        }
        if (isSilent(view, policy)) {
            words.add("nobody has talked to them for "
                    + Math.round(
                            view.find(StandardAttributes.TOUCHPOINTS_LAST_DAYS).orElse(0.0)) + " days");
        }
        String name = view.find(CustomerAttributes.NAME).orElse(view.customerId());
        String last = words.remove(words.size() - 1);
        return name + ": " + (words.isEmpty() ? last : String.join(", ", words) + " and " + last) + ".";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /**
     * What counts for how much.
     *
     * @return the policy
     */
    public CallPolicy policy() {
        return policy;
    }

    /**
     * Whom to call.
     *
     * @return the calls, most urgent first
     */
    public List<Call> calls() {
        return calls;
    }
}
