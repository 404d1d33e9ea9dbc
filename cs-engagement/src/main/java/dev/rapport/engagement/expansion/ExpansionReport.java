package dev.rapport.engagement.expansion;

import dev.rapport.engagement.expansion.HeldBack.Why;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Scores;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Who of a book could be offered what, and what is held back. Immutable.
 *
 * <p>An opportunity is no forecast: nothing of it is in an expected retention before somebody commits to it.
 */
public final class ExpansionReport {

    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final String NO_SEGMENT = "none";

    private final ExpansionPolicy policy;
    private final CurrencyUnit currency;
    private final boolean isOfColumns;
    private final List<Opportunity> lines = new ArrayList<>();
    private final List<HeldBack> heldBack = new ArrayList<>();
    private final Map<String, Integer> unknown = new TreeMap<>();

    private ExpansionReport(ExpansionPolicy policy, Book book) {
        this.policy = policy;
        this.currency = book.currency();
        this.isOfColumns = book.isOfColumns();
    }

    static ExpansionReport of(ExpansionStrategy strategy, Book book, List<Scores> scores) {
        ExpansionPolicy policy = strategy.policy();
        ExpansionReport report = new ExpansionReport(policy, book);
        for (int row = 0; row < book.size(); row++) {
            report.take(strategy, book.customers().get(row), row, scores);
        }
        report.lines.sort(Comparator.comparing(Opportunity::arr)
                .reversed()
                .thenComparing(Opportunity::customerId)
                .thenComparing(line -> line.cause().id()));
        report.heldBack.sort(Comparator.comparing(HeldBack::arr)
                .reversed()
                .thenComparing(HeldBack::customerId)
                .thenComparing(HeldBack::cause));
        return report;
    }

    /** At once where a host's objects may change. */
    private Supplier<Explanation> explained(ExpansionStrategy strategy, CustomerView view) {
        if (isOfColumns) {
            return () -> strategy.decide(view).reasons();
        }
        Explanation reasons = strategy.decide(view).reasons();
        return () -> reasons;
    }

    private void take(ExpansionStrategy strategy, CustomerView view, int row, List<Scores> scores) {
        Optional<Supplier<Explanation>> reasons = Optional.empty();
        for (int i = 0; i < policy.causes().size(); i++) {
            ExpansionCause cause = policy.causes().get(i);
            double value = scores.get(1 + i).value(row);
            double wanted = scores.get(1 + policy.causes().size() + i).value(row);
            if (Double.isNaN(wanted)) {
                unknown.merge(cause.id(), 1, Integer::sum);
            } else if (value > 0 && money(value).isPositive()) {
                if (reasons.isEmpty()) {
                    reasons = Optional.of(explained(strategy, view));
                }
                Supplier<Explanation> all = reasons.get();
                int part = i;
                lines.add(Opportunity.builder()
                        .customerId(view.customerId())
                        .segment(view.find(SEGMENT).orElse(NO_SEGMENT))
                        .cause(cause)
                        .arr(money(value))
                        .explained(() -> all.get().parts().get(part))
                        .build());
            } else if (wanted > 0 && money(wanted).isPositive()) {
                heldBack.add(held(strategy, view, cause, money(wanted), Double.isNaN(value)));
            }
        }
    }

    private static HeldBack held(
            ExpansionStrategy strategy, CustomerView view, ExpansionCause cause, Money arr, boolean isUnknown) {
        Optional<Refusal> refusal = strategy.refusal(view, cause.id());
        if (refusal.isPresent()) {
            return new HeldBack(
                    view.customerId(),
                    cause.id(),
                    arr,
                    Why.REFUSED,
                    "refused on " + refusal.get().on() + ", cools off until "
                            + refusal.get().until());
        }
        return isUnknown
                ? new HeldBack(
                        view.customerId(), cause.id(), arr, Why.NOT_KNOWN, "whether it meets the gate is not known")
                : new HeldBack(view.customerId(), cause.id(), arr, Why.GATE, "does not meet the gate");
    }

    private Money money(double amount) {
        return Money.of(currency, BigDecimal.valueOf(amount), RoundingMode.HALF_EVEN);
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
     * What can be offered now.
     *
     * @return the opportunities, largest first
     */
    public List<Opportunity> lines() {
        return List.copyOf(lines);
    }

    /**
     * What can be offered to a customer now.
     *
     * @param customerId  the customer
     * @return their opportunities, largest first
     */
    public List<Opportunity> of(String customerId) {
        return lines.stream()
                .filter(line -> line.customerId().equals(customerId))
                .toList();
    }

    /**
     * What there is evidence for, and is not offered.
     *
     * @return a line for each customer and cause, largest first
     */
    public List<HeldBack> heldBack() {
        return List.copyOf(heldBack);
    }

    /**
     * Of how many customers a cause cannot be told, for want of data.
     *
     * @return the numbers by cause; causes without any are left out
     */
    public Map<String, Integer> unknown() {
        return Collections.unmodifiableMap(unknown);
    }

    /**
     * What all opportunities would bring a year.
     *
     * @return the sum of the lines
     */
    public Money arr() {
        return sum(lines);
    }

    /**
     * The same by segment.
     *
     * @return the sums of the segments with opportunities, which sum to the whole
     */
    public Map<String, Money> bySegment() {
        return by(Opportunity::segment);
    }

    /**
     * The same by cause.
     *
     * @return the sums of the causes with opportunities, which sum to the whole
     */
    public Map<String, Money> byCause() {
        return by(line -> line.cause().id());
    }

    private Map<String, Money> by(Function<Opportunity, String> name) {
        Map<String, List<Opportunity>> groups = new TreeMap<>();
        for (Opportunity line : lines) {
            groups.computeIfAbsent(name.apply(line), absent -> new ArrayList<>())
                    .add(line);
        }
        Map<String, Money> sums = new LinkedHashMap<>();
        groups.forEach((group, own) -> sums.put(group, sum(own)));
        return Collections.unmodifiableMap(sums);
    }

    private Money sum(List<Opportunity> some) {
        Money sum = Money.zero(currency);
        for (Opportunity line : some) {
            sum = sum.plus(line.arr());
        }
        return sum;
    }
}
