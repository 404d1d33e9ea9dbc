package dev.rapport.health.warning;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.memory.Remembered;
import dev.rapport.model.memory.Subject;
import dev.rapport.model.time.AsOf;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * The alerts of a book: for each owner and week the most valuable ones, the rest kept back with the reason. Immutable.
 *
 * <p>Of all fresh alarms, those of one customer and cause are one alert. What was told within the cool-off is not told
 * again; what the budget leaves out competes again until it is no longer fresh. Alerts are valued by the recurring revenue
 * that is decided on next, then by the size of the change; those without a value come last.
 */
public final class AlertList {

    private static final AttributeKey<Money> DECISION_ARR = AttributeKey.money("decision.next-arr");
    private static final AttributeKey<String> OWNER = AttributeKey.text("owner.csm");
    private static final String ASPECT = "alert.";
    private static final String NOBODY = "";

    private static final Comparator<Alert> ORDER = Comparator.comparing(Alert::exactWorth)
            .reversed()
            .thenComparing(alert -> -Math.abs(alert.size()))
            .thenComparing(Alert::customerId)
            .thenComparing(Alert::cause);

    /**
     * An alert that is not told.
     *
     * @param alert  the alert
     * @param reason  why not
     * @param detail  the reason in words
     */
    public record KeptBack(Alert alert, Reason reason, String detail) {}

    /** Why an alert is not told. */
    public enum Reason {
        /** Its cause was told of this customer lately. */
        COOLING_OFF,
        /** Its owner has as many alerts this week as the budget allows, of more value. */
        OVER_BUDGET
    }

    private final EarlyWarning policy;
    private final AsOf asOf;
    private final List<Alert> alerts = new ArrayList<>();
    private final List<KeptBack> keptBack = new ArrayList<>();
    private final Memory memory;

    private AlertList(EarlyWarning policy, AsOf asOf, Memory memory) {
        this.policy = policy;
        this.asOf = asOf;
        this.memory = memory;
    }

    static AlertList of(EarlyWarning policy, Book book, List<Alarm> alarms, Memory memory) {
        AlertList list = new AlertList(policy, book.asOf(), memory);
        LocalDate fresh = book.date().minusDays(policy.alerting().freshDays());
        Map<String, List<Alarm>> byCause = new TreeMap<>();
        for (Alarm alarm : alarms) {
            if (!alarm.on().isBefore(fresh)) {
                String cause = list.causeOf(alarm);
                byCause.computeIfAbsent(alarm.customerId() + "\n" + cause, absent -> new ArrayList<>())
                        .add(alarm);
            }
        }
        List<Alert> candidates = new ArrayList<>();
        byCause.values()
                .forEach(signs -> book.find(signs.get(0).customerId())
                        .ifPresent(view -> candidates.add(list.alert(signs, view))));
        candidates.sort(ORDER);
        list.choose(candidates, book);
        return list;
    }

    /**
     * What alerts read beside the watched series. Where one is not fed, alerts have no value or no owner.
     *
     * @return the revenue decided on next, and the owner
     */
    public static Requirements requirements() {
        return Requirements.attributes(DECISION_ARR, OWNER);
    }

    private Alert alert(List<Alarm> signs, CustomerView view) {
        List<Alarm> sorted = new ArrayList<>(signs);
        sorted.sort(Comparator.comparing(Alarm::on).thenComparing(this::place).thenComparing(Alarm::where));
        // A series that goes on changing raises several alarms: the first stands for them
        Set<Alarm.Where> seen = new HashSet<>();
        sorted.removeIf(alarm -> !seen.add(alarm.where()));
        return new Alert(causeOf(sorted.get(0)), sorted, view.find(OWNER), view.read(DECISION_ARR));
    }

    private String causeOf(Alarm alarm) {
        return causeOf(policy, alarm);
    }

    static String causeOf(EarlyWarning policy, Alarm alarm) {
        return policy.series().get(place(policy, alarm)).cause();
    }

    private int place(Alarm alarm) {
        return place(policy, alarm);
    }

    private static int place(EarlyWarning policy, Alarm alarm) {
        for (int i = 0; i < policy.series().size(); i++) {
            if (policy.series().get(i).code().equals(alarm.where().code())) {
                return i;
            }
        }
        throw new IllegalStateException("alarm (" + alarm + ") must be of a series of the policy.");
    }

    private void choose(List<Alert> candidates, Book book) {
        LocalDate monday = book.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Map<String, Integer> told = toldSince(monday, book);
        int budget = policy.alerting().perOwnerAndWeek();
        for (Alert alert : candidates) {
            Optional<LocalDate> lately = toldLately(alert, book);
            if (lately.isPresent()) {
                keptBack.add(new KeptBack(alert, Reason.COOLING_OFF, "told on " + lately.get()));
                continue;
            }
            String owner = alert.owner().orElse(NOBODY);
            int before = told.getOrDefault(owner, 0);
            if (before >= budget) {
                keptBack.add(new KeptBack(
                        alert,
                        Reason.OVER_BUDGET,
                        "more than " + budget + " a week for " + alert.owner().orElse("nobody")));
                continue;
            }
            told.put(owner, before + 1);
            alerts.add(alert);
        }
    }

    /** How many alerts each owner was told since a day, before this cut. */
    private Map<String, Integer> toldSince(LocalDate first, Book book) {
        Map<String, Integer> told = new HashMap<>();
        for (Remembered record : memory.all()) {
            boolean counts = record.isSeenBy(asOf)
                    && record.subject().policyId().equals(policy.header().id())
                    && record.subject().aspect().startsWith(ASPECT)
                    && !toldOn(record, book).isBefore(first);
            if (counts) {
                told.merge(record.value().substring(record.value().indexOf(' ') + 1), 1, Integer::sum);
            }
        }
        return told;
    }

    private Optional<LocalDate> toldLately(Alert alert, Book book) {
        LocalDate earliest = book.date().minusDays(policy.alerting().coolOffDays());
        List<Remembered> history = memory.history(subject(alert), asOf);
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(toldOn(history.get(history.size() - 1), book)).filter(day -> !day.isBefore(earliest));
    }

    private static LocalDate toldOn(Remembered record, Book book) {
        return LocalDate.ofInstant(record.validFrom().minusNanos(1), book.zone());
    }

    private Subject subject(Alert alert) {
        return new Subject(alert.customerId(), policy.header().id(), ASPECT + alert.cause());
    }

    /**
     * The cut that the alerts are as of.
     *
     * @return the instant
     */
    public AsOf asOf() {
        return asOf;
    }

    /**
     * What is told.
     *
     * @return the alerts, most valuable first
     */
    public List<Alert> alerts() {
        return List.copyOf(alerts);
    }

    /**
     * What is not told.
     *
     * @return the alerts with the reason, most valuable first
     */
    public List<KeptBack> keptBack() {
        return List.copyOf(keptBack);
    }

    /**
     * How many alerts are not told for a reason.
     *
     * @param reason  the reason
     * @return the number
     */
    public long keptBack(Reason reason) {
        return keptBack.stream().filter(one -> one.reason() == reason).count();
    }

    /**
     * What to remember of the alerts that are told, so that they cool off and count towards the week's budget.
     *
     * @return a record for each: since when it has changed, and who was told
     */
    public List<Remembered> toRemember() {
        return alerts.stream()
                .map(alert -> Remembered.decidedAt(
                        subject(alert), alert.since() + " " + alert.owner().orElse(NOBODY), asOf))
                .toList();
    }
}
