package dev.rapport.health.risk;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Who may be lost next, ranked by expected loss: the probability that the customer is lost at the next decision times the
 * recurring revenue that is decided on then. Immutable.
 *
 * <p>Those whose last safe day has passed and those who are locked in until a later decision are listed apart, in the
 * same order; so are those about whom something is not known, with what that is. Lines of equal loss stand by decision
 * date, then by customer.
 */
public final class AtRiskList {

    private static final AttributeKey<LocalDate> DECISION_DATE = AttributeKey.date("decision.next-date");
    private static final AttributeKey<Money> DECISION_ARR = AttributeKey.money("decision.next-arr");

    private static final Comparator<AtRisk> ORDER = Comparator.comparing(AtRisk::exactLoss)
            .reversed()
            .thenComparing(AtRisk::decisionDate)
            .thenComparing(AtRisk::customerId);

    /**
     * A customer who could not be ranked.
     *
     * @param customerId  the customer
     * @param reasons  what is not known, a clause each
     */
    public record Unranked(String customerId, List<String> reasons) {}

    private final PolicyRef policy;
    private final AtRiskHorizon horizon;
    private final CurrencyUnit currency;
    private final List<AtRisk> lines = new ArrayList<>();
    private final List<AtRisk> tooLate = new ArrayList<>();
    private final List<AtRisk> lockedIn = new ArrayList<>();
    private final List<Unranked> unranked = new ArrayList<>();

    private AtRiskList(PolicyRef policy, AtRiskHorizon horizon, CurrencyUnit currency) {
        this.policy = policy;
        this.horizon = horizon;
        this.currency = currency;
    }

    /**
     * Draws up the list of a book.
     *
     * @param book  the book
     * @param risk  says how likely customers are lost
     * @param horizon  which decisions are looked at, and how long it takes to change them
     * @return the list
     */
    public static AtRiskList of(Book book, ChurnRisk risk, AtRiskHorizon horizon) {
        requireNonNull(horizon, "horizon");
        AtRiskList list = new AtRiskList(risk.policy(), horizon, book.currency());
        for (CustomerView view : book.customers()) {
            list.add(view, risk);
        }
        list.lines.sort(ORDER);
        list.tooLate.sort(ORDER);
        list.lockedIn.sort(ORDER);
        return list;
    }

    /**
     * What the list reads beside what the risk reads.
     *
     * @return decision date and the revenue decided on
     */
    public static Requirements requirements() {
        return Requirements.attributes(DECISION_DATE, DECISION_ARR);
    }

    private void add(CustomerView view, ChurnRisk risk) {
        List<String> unknown = new ArrayList<>();
        Optional<LocalDate> date = read(view, DECISION_DATE, "decision date", unknown);
        Optional<Money> arr = read(view, DECISION_ARR, "revenue decided on", unknown)
                .filter(amount -> {
                    boolean ours = amount.getCurrencyUnit().equals(currency);
                    if (!ours) {
                        unknown.add("revenue decided on: is in " + amount.getCurrencyUnit() + ", the book reports in "
                                + currency);
                    }
                    return ours;
                });
        Optional<Decision<Double>> assessed = assess(view, risk, unknown);
        if (date.isEmpty() || arr.isEmpty() || assessed.isEmpty()) {
            unranked.add(new Unranked(view.customerId(), List.copyOf(unknown)));
            return;
        }
        long days = ChronoUnit.DAYS.between(view.date(), date.get());
        AtRisk line = new AtRisk(assessed.get(), arr.get(), date.get(), days, horizon.leadDays());
        if (days > horizon.horizonDays()) {
            lockedIn.add(line);
        } else if (line.daysToLastSafeDay() < 0) {
            tooLate.add(line);
        } else {
            lines.add(line);
        }
    }

    private static <T> Optional<T> read(CustomerView view, AttributeKey<T> key, String what, List<String> unknown) {
        Reading<T> reading = view.read(key);
        reading.reason().ifPresent(reason -> unknown.add(what + ": " + reason));
        return reading.value();
    }

    /** One customer's failure is a line of the list, never the end of it. */
    private static Optional<Decision<Double>> assess(CustomerView view, ChurnRisk risk, List<String> unknown) {
        Decision<Double> decision;
        try {
            decision = risk.assess(view);
        } catch (RuntimeException e) {
            unknown.add("churn risk: failed with " + e.getMessage());
            return Optional.empty();
        }
        Optional<Double> value = decision.value();
        if (value.isEmpty()) {
            unknown.add("churn risk: " + whyUnknown(decision.reasons()));
            return Optional.empty();
        }
        if (!(value.get() >= 0 && value.get() <= 1)) {
            unknown.add("churn risk: " + value.get() + " is no probability");
            return Optional.empty();
        }
        return Optional.of(decision);
    }

    private static String whyUnknown(Explanation reasons) {
        return reasons.find(leaf -> leaf.parts().isEmpty() && leaf.status() != Status.EVALUATED).stream()
                .map(leaf -> leaf.code() + " (" + leaf.reason().orElse("no value") + ")")
                .collect(Collectors.joining(", ", "not enough data: ", ""));
    }

    /**
     * What assessed the risk.
     *
     * @return the policy
     */
    public PolicyRef policy() {
        return policy;
    }

    /**
     * Which decisions were looked at.
     *
     * @return the horizon
     */
    public AtRiskHorizon horizon() {
        return horizon;
    }

    /**
     * Those whose decision can still be changed, highest expected loss first.
     *
     * @return the lines in their order
     */
    public List<AtRisk> lines() {
        return Collections.unmodifiableList(lines);
    }

    /**
     * Those whose last safe day has passed, highest expected loss first.
     *
     * @return the lines in their order
     */
    public List<AtRisk> tooLate() {
        return Collections.unmodifiableList(tooLate);
    }

    /**
     * Those who decide only behind the horizon, highest expected loss first.
     *
     * @return the lines in their order
     */
    public List<AtRisk> lockedIn() {
        return Collections.unmodifiableList(lockedIn);
    }

    /**
     * Those about whom something is not known.
     *
     * @return the customers by id, with what is not known
     */
    public List<Unranked> unranked() {
        return Collections.unmodifiableList(unranked);
    }

    /**
     * What is lost on average among lines.
     *
     * @param of  lines of this list
     * @return the sum, rounded once, at the end
     */
    public Money expectedLoss(List<AtRisk> of) {
        BigDecimal sum = of.stream().map(AtRisk::exactLoss).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(currency, sum, RoundingMode.HALF_EVEN);
    }
}
