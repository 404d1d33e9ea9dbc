package dev.rapport.health.warning;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * How well alerts have foretold losses: which were found, how long before, and how many alerts were false. Immutable.
 *
 * <p>A loss is found if there was an alert for its customer within the horizon before it; its lead is counted from the
 * first of these. An alert is false if no loss followed within the horizon, and open if the horizon is not over yet.
 */
@Value.Immutable
@ValueStyle
public abstract class AlertEvaluation {

    private static final double DAYS_OF_MONTH = 365.25 / 12;

    AlertEvaluation() {}

    /**
     * An alert or a loss.
     *
     * @param customerId  whom it is about
     * @param on  its day; of a loss, the first day on which somebody was no customer any more
     */
    public record Event(String customerId, LocalDate on) implements Comparable<Event> {

        /** Compares by day, then customer. */
        @Override
        public int compareTo(Event other) {
            int order = on.compareTo(other.on);
            return order != 0 ? order : customerId.compareTo(other.customerId);
        }
    }

    /**
     * What is looked at.
     *
     * @param from  the first day; alerts and losses before do not count
     * @param until  the last day of which anything is known
     * @param horizonDays  how long before a loss an alert is no longer about it
     */
    public record Span(LocalDate from, LocalDate until, int horizonDays) {

        /**
         * Checks the days.
         *
         * @param from  the first day
         * @param until  the last day, after the first
         * @param horizonDays  at least 1
         */
        public Span {
            if (!from.isBefore(until) || horizonDays < 1) {
                throw new IllegalArgumentException("from (" + from + ") must be before until (" + until
                        + "), and horizonDays (" + horizonDays + ") >= 1.");
            }
        }

        boolean contains(Event event) {
            return !event.on().isBefore(from) && !event.on().isAfter(until);
        }
    }

    /**
     * Compares alerts with losses.
     *
     * @param alerts  every alert
     * @param losses  every loss
     * @param span  what is looked at
     * @param owners  how many owners the alerts were for, at least 1
     * @return the comparison
     */
    public static AlertEvaluation of(Collection<Event> alerts, Collection<Event> losses, Span span, int owners) {
        if (owners < 1) {
            throw new IllegalArgumentException("owners (" + owners + ") must be at least 1.");
        }
        Map<String, Set<LocalDate>> alertDays = days(alerts, span);
        Map<String, Set<LocalDate>> lossDays = days(losses, new Span(span.from(), LocalDate.MAX, span.horizonDays()));
        List<Double> leads = new ArrayList<>();
        List<Event> missed = new ArrayList<>();
        for (Event loss : new TreeSet<>(losses)) {
            if (!span.contains(loss)) {
                continue;
            }
            OptionalDouble lead = alertDays.getOrDefault(loss.customerId(), Set.of()).stream()
                    .filter(day -> isWithin(day, loss.on(), span.horizonDays()))
                    .mapToDouble(day -> ChronoUnit.DAYS.between(day, loss.on()))
                    .max();
            lead.ifPresentOrElse(leads::add, () -> missed.add(loss));
        }
        List<Event> falseAlerts = new ArrayList<>();
        long open = 0;
        long right = 0;
        for (Event alert : new TreeSet<>(alerts)) {
            if (!span.contains(alert)) {
                continue;
            }
            boolean isRight = lossDays.getOrDefault(alert.customerId(), Set.of()).stream()
                    .anyMatch(loss -> isWithin(alert.on(), loss, span.horizonDays()));
            if (isRight) {
                right++;
            } else if (alert.on().plusDays(span.horizonDays()).isAfter(span.until())) {
                open++;
            } else {
                falseAlerts.add(alert);
            }
        }
        return builder()
                .span(span)
                .owners(owners)
                .leads(leads.stream().sorted().toList())
                .missed(missed)
                .rightAlerts(right)
                .falseAlerts(falseAlerts)
                .openAlerts(open)
                .build();
    }

    private static boolean isWithin(LocalDate alert, LocalDate loss, int horizonDays) {
        return alert.isBefore(loss) && !alert.plusDays(horizonDays).isBefore(loss);
    }

    private static Map<String, Set<LocalDate>> days(Collection<Event> events, Span span) {
        Map<String, Set<LocalDate>> days = new TreeMap<>();
        for (Event event : events) {
            if (span.contains(event)) {
                days.computeIfAbsent(event.customerId(), absent -> new TreeSet<>())
                        .add(event.on());
            }
        }
        return days;
    }

    static Builder builder() {
        return new Builder();
    }

    /**
     * What was looked at.
     *
     * @return the span
     */
    public abstract Span span();

    /**
     * How many owners the alerts were for.
     *
     * @return the number
     */
    public abstract int owners();

    /**
     * The leads of the losses that were found.
     *
     * @return days from the first alert to the loss, rising
     */
    public abstract List<Double> leads();

    /**
     * The losses that nothing foretold.
     *
     * @return the losses by day
     */
    public abstract List<Event> missed();

    /**
     * The alerts that a loss followed.
     *
     * @return the number
     */
    public abstract long rightAlerts();

    /**
     * The alerts that no loss followed within the horizon.
     *
     * @return the alerts by day
     */
    public abstract List<Event> falseAlerts();

    /**
     * The alerts whose horizon is not over.
     *
     * @return the number
     */
    public abstract long openAlerts();

    /**
     * The share of the losses that was found.
     *
     * @return the share; empty if there was no loss
     */
    @Value.Lazy
    public OptionalDouble detection() {
        return share(leads().size(), missed().size());
    }

    /**
     * The share of the alerts that a loss followed, of those that are decided.
     *
     * @return the share; empty if there was no such alert
     */
    @Value.Lazy
    public OptionalDouble precision() {
        return share(rightAlerts(), falseAlerts().size());
    }

    private static OptionalDouble share(long part, long rest) {
        return part + rest == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / (part + rest));
    }

    /**
     * How long before half of the losses that were found there was an alert.
     *
     * @return the days; empty if none was found
     */
    public OptionalDouble medianLead() {
        return lead(0.5);
    }

    /**
     * A quantile of the leads.
     *
     * @param share  0 to 1
     * @return the days, between the nearest two in proportion; empty if no loss was found
     */
    public OptionalDouble lead(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share (" + share + ") must be between 0 and 1.");
        }
        double[] sorted = leads().stream().mapToDouble(lead -> lead).toArray();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return OptionalDouble.of(sorted[below] + (at - below) * (sorted[above] - sorted[below]));
    }

    /**
     * How many false alerts an owner got in a month, on average over the time in which alerts are decided.
     *
     * @return the number
     */
    @Value.Lazy
    public double falseAlertsPerOwnerAndMonth() {
        return falseAlerts().size() / (owners() * months());
    }

    /** From the first day to the last whose alerts are decided. */
    private double months() {
        long days = ChronoUnit.DAYS.between(span().from(), span().until()) + 1 - span().horizonDays();
        return Math.max(1, days) / DAYS_OF_MONTH;
    }

    static final class Builder extends ImmutableAlertEvaluation.Builder {
        Builder() {}
    }
}
