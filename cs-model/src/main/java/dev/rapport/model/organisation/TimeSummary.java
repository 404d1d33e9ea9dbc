package dev.rapport.model.organisation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much time was spent, by whom and on what, within some days: exact sums of time entries. Immutable; members and
 * kinds are in their natural order.
 */
public final class TimeSummary {

    private static final BigDecimal DAYS_PER_WEEK = BigDecimal.valueOf(7);

    private final LocalDate from;
    private final LocalDate to;
    private final SortedMap<String, SortedMap<String, BigDecimal>> hours;
    private final Map<String, BigDecimal> forCustomers;

    private TimeSummary(
            LocalDate from,
            LocalDate to,
            SortedMap<String, SortedMap<String, BigDecimal>> hours,
            Map<String, BigDecimal> forCustomers) {
        this.from = from;
        this.to = to;
        this.hours = hours;
        this.forCustomers = forCustomers;
    }

    /**
     * Sums up entries.
     *
     * @param entries  the entries, in any order; those on other days are left out
     * @param from  the first day
     * @param to  the first day after
     * @return the summary
     * @throws IllegalArgumentException if {@code to} is not after {@code from}
     */
    public static TimeSummary of(Collection<TimeEntry> entries, LocalDate from, LocalDate to) {
        if (!requireNonNull(from, "from").isBefore(requireNonNull(to, "to"))) {
            throw new IllegalArgumentException("to (" + to + ") must be after from (" + from + ").");
        }
        SortedMap<String, SortedMap<String, BigDecimal>> hours = new TreeMap<>();
        Map<String, BigDecimal> forCustomers = new TreeMap<>();
        for (TimeEntry entry : entries) {
            if (entry.on().isBefore(from) || !entry.on().isBefore(to)) {
                continue;
            }
            hours.computeIfAbsent(entry.member(), absent -> new TreeMap<>())
                    .merge(entry.kind(), entry.hours(), BigDecimal::add);
            if (entry.customer().isPresent()) {
                forCustomers.merge(entry.member(), entry.hours(), BigDecimal::add);
            }
        }
        return new TimeSummary(from, to, hours, forCustomers);
    }

    /**
     * The first day.
     *
     * @return the day
     */
    public LocalDate from() {
        return from;
    }

    /**
     * The first day after.
     *
     * @return the day
     */
    public LocalDate to() {
        return to;
    }

    /**
     * Who has entries.
     *
     * @return the ids of the members
     */
    public List<String> members() {
        return List.copyOf(hours.keySet());
    }

    /**
     * What a member spent time on.
     *
     * @param member  the id of a member
     * @return the hours of each kind of work; empty if there is no entry
     */
    public SortedMap<String, BigDecimal> byKind(String member) {
        return Collections.unmodifiableSortedMap(hours.getOrDefault(member, Collections.emptySortedMap()));
    }

    /**
     * What all spent time on.
     *
     * @return the hours of each kind of work
     */
    public SortedMap<String, BigDecimal> byKind() {
        SortedMap<String, BigDecimal> all = new TreeMap<>();
        hours.values().forEach(kinds -> kinds.forEach((kind, spent) -> all.merge(kind, spent, BigDecimal::add)));
        return Collections.unmodifiableSortedMap(all);
    }

    /**
     * How much a member worked.
     *
     * @param member  the id of a member
     * @return the hours of all kinds
     */
    public BigDecimal total(String member) {
        return byKind(member).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * How much all worked.
     *
     * @return the hours of all kinds
     */
    public BigDecimal total() {
        return byKind().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * How much a member worked for customers.
     *
     * @param member  the id of a member
     * @return the hours of the entries that name a customer
     */
    public BigDecimal forCustomers(String member) {
        return forCustomers.getOrDefault(member, BigDecimal.ZERO);
    }

    /**
     * The hours that each member spent for customers, held against the hours there were for customers on the days the
     * member worked for us.
     *
     * @param organisation  the organisation
     * @return the utilisation of every member who worked for us on one of the days, in the order of the organisation
     */
    public List<Utilisation> utilisation(Organisation organisation) {
        List<Utilisation> all = new ArrayList<>();
        for (Member member : organisation.members()) {
            LocalDate first = later(from, member.joinedOn().orElse(from));
            LocalDate last = earlier(to, member.leftOn().orElse(to));
            if (first.isBefore(last)) {
                BigDecimal available = member.hoursPerWeek()
                        .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(first, last)))
                        .divide(DAYS_PER_WEEK, MathContext.DECIMAL64);
                all.add(new Utilisation(member.id(), forCustomers(member.id()), available));
            }
        }
        return List.copyOf(all);
    }

    /**
     * Who has entries and is not in the organisation.
     *
     * @param organisation  the organisation
     * @return the ids
     */
    public List<String> unknownMembers(Organisation organisation) {
        return members().stream()
                .filter(member -> organisation.member(member).isEmpty())
                .toList();
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
