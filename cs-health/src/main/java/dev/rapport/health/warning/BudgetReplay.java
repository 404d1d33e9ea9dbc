package dev.rapport.health.warning;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What would have been told of the alarms of a history, day by day, by the rules of {@link AlertList}: a cause once in a
 * cool-off, to each owner as many a week as the budget allows, the most valuable first; what the budget leaves out competes
 * again until it is no longer fresh.
 */
final class BudgetReplay {

    private static final Comparator<Candidate> ORDER = Comparator.comparingDouble((Candidate one) -> -one.worth())
            .thenComparing(one -> -Math.abs(one.alarm().change().deviation()))
            .thenComparing(Candidate::cause);

    private final EarlyWarning policy;
    private final Book book;
    private final Recipients recipients;
    private final Map<String, LocalDate> lastTold = new HashMap<>();
    private final List<AlertEvaluation.Event> told = new ArrayList<>();

    /** An alert that may be told: customer and cause, and its first alarm that is fresh. */
    private record Candidate(String cause, Alarm alarm, double worth) {}

    BudgetReplay(EarlyWarning policy, Book book, Recipients recipients) {
        this.policy = policy;
        this.book = book;
        this.recipients = recipients;
    }

    List<AlertEvaluation.Event> told(List<Alarm> alarms) {
        NavigableMap<LocalDate, List<Alarm>> byDay = new TreeMap<>();
        alarms.forEach(alarm ->
                byDay.computeIfAbsent(alarm.on(), absent -> new ArrayList<>()).add(alarm));
        for (LocalDate day : days(byDay)) {
            day(day, byDay);
        }
        return told;
    }

    /** The days on which something is found, and the Mondays on which budgets begin anew while something is fresh. */
    private Set<LocalDate> days(NavigableMap<LocalDate, List<Alarm>> byDay) {
        Set<LocalDate> days = new TreeSet<>(byDay.keySet());
        for (LocalDate found : byDay.keySet()) {
            LocalDate last = found.plusDays(policy.alerting().freshDays());
            for (LocalDate monday = found.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
                    !monday.isAfter(last) && !monday.isAfter(book.date());
                    monday = monday.plusWeeks(1)) {
                days.add(monday);
            }
        }
        return days;
    }

    private void day(LocalDate day, NavigableMap<LocalDate, List<Alarm>> byDay) {
        Map<String, Candidate> candidates = new TreeMap<>();
        byDay.subMap(day.minusDays(policy.alerting().freshDays()), true, day, true)
                .values()
                .forEach(found -> found.forEach(alarm -> offer(alarm, day, candidates)));
        List<Candidate> sorted = new ArrayList<>(candidates.values());
        sorted.sort(ORDER);
        Map<String, Integer> week = new HashMap<>();
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int i = told.size() - 1; i >= 0 && !told.get(i).on().isBefore(monday); i--) {
            week.merge(owner(told.get(i).customerId(), told.get(i).on()), 1, Integer::sum);
        }
        for (Candidate candidate : sorted) {
            String customer = candidate.alarm().customerId();
            int count = week.merge(owner(customer, day), 1, Integer::sum);
            if (count <= policy.alerting().perOwnerAndWeek()) {
                lastTold.put(candidate.cause(), day);
                told.add(new AlertEvaluation.Event(customer, day));
            }
        }
    }

    private void offer(Alarm alarm, LocalDate day, Map<String, Candidate> candidates) {
        String cause = alarm.customerId() + "\n" + AlertList.causeOf(policy, alarm);
        LocalDate before = lastTold.get(cause);
        boolean isCool = before == null
                || before.isBefore(day.minusDays(policy.alerting().coolOffDays()));
        if (isCool && !candidates.containsKey(cause)) {
            double worth = view(alarm.customerId())
                    .map(view -> recipients.worth(view, day))
                    .orElse(0.0);
            candidates.put(cause, new Candidate(cause, alarm, worth));
        }
    }

    private String owner(String customer, LocalDate day) {
        return view(customer).flatMap(view -> recipients.owner(view, day)).orElse("");
    }

    private Optional<CustomerView> view(String customer) {
        return book.find(customer);
    }
}
