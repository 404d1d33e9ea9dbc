package dev.rapport.health.warning;

import dev.rapport.health.warning.change.Change;
import dev.rapport.health.warning.change.Step;
import dev.rapport.health.warning.change.Sureness;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.decision.Explanation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** What an owner is alerted to: a change at one customer, since when, how surely, and what it is worth. Immutable. */
public final class Alert {

    private final Alarm first;
    private final String cause;
    private final List<Alarm> signs;
    private final Optional<String> owner;
    private final Reading<Money> worth;

    Alert(String cause, List<Alarm> signs, Optional<String> owner, Reading<Money> worth) {
        this.cause = cause;
        this.signs = List.copyOf(signs);
        this.first = signs.get(0);
        this.owner = owner;
        this.worth = worth;
    }

    /**
     * Who this is about.
     *
     * @return the customer's id
     */
    public String customerId() {
        return first.customerId();
    }

    /**
     * What the change is a sign of.
     *
     * @return the cause
     */
    public String cause() {
        return cause;
    }

    /**
     * What has changed, in the series that showed it first.
     *
     * @return the first of {@link #signs()}
     */
    public Alarm what() {
        return first;
    }

    /**
     * Everything that shows the change.
     *
     * @return the first alarm of each series, by day, those of a day in the order of the policy
     */
    public List<Alarm> signs() {
        return signs;
    }

    /**
     * Since when it has changed.
     *
     * @return the first day after the change
     */
    public LocalDate since() {
        return first.since();
    }

    /**
     * When the change was found.
     *
     * @return the last day of the period that raised the first alarm
     */
    public LocalDate on() {
        return first.on();
    }

    /**
     * Which way it goes.
     *
     * @return true for a fall
     */
    public boolean falls() {
        return first.change().falls();
    }

    /**
     * How far it has changed.
     *
     * @return the share of the usual that it lies away from it: -0.4 for 40 % less
     */
    public double size() {
        return first.change().deviation();
    }

    /**
     * How surely it has changed.
     *
     * @return the run length or the posterior
     */
    public Sureness sureness() {
        return first.change().sureness();
    }

    /**
     * Who is alerted.
     *
     * @return the owner; empty if nobody is named
     */
    public Optional<String> owner() {
        return owner;
    }

    /**
     * What it is worth.
     *
     * @return the recurring revenue that is decided on next, or why that is not known
     */
    public Reading<Money> worth() {
        return worth;
    }

    BigDecimal exactWorth() {
        return worth.value().map(Money::getAmount).orElse(BigDecimal.ONE.negate());
    }

    /**
     * Why: the periods since the change with what each adds to the statistic, which they sum to; of methods that do not
     * add up, the statistic alone. The headline is what had to exceed the threshold.
     *
     * @return the explanation
     */
    public Explanation reasons() {
        Change change = first.change();
        String code = first.where().code();
        String threshold = "threshold " + number(change.threshold());
        if (change.steps().isEmpty()) {
            double value = change.sureness() instanceof Sureness.Posterior posterior
                    ? posterior.probability()
                    : ((Sureness.RunLength) change.sureness()).periods();
            return Explanation.stated(code, value, threshold);
        }
        List<Explanation> parts = new ArrayList<>();
        if (change.earlier() != 0) {
            parts.add(Explanation.stated(code + ".earlier", change.earlier(), "the periods before"));
        }
        for (Step step : change.steps()) {
            LocalDate from = first.grain().firstDay(step.period());
            String reason = number(step.value()) + ", usual " + number(step.expected());
            parts.add(Explanation.stated(code + "." + from, step.contribution(), reason));
        }
        return Explanation.sumOf(code, parts);
    }

    private static String number(double value) {
        int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** Who, what and since when; for readers of logs. */
    @Override
    public String toString() {
        return cause + " of " + customerId() + ": " + first;
    }
}
