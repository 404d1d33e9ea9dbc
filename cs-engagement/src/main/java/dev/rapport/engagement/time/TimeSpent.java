package dev.rapport.engagement.time;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.TimeEntry;
import dev.rapport.model.organisation.TimeSummary;
import dev.rapport.model.organisation.Utilisation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the team's time went into within some days: exact sums of time entries by member, kind of work, segment and
 * customer. Immutable.
 *
 * <pre>{@code
 * TimeSpent spent = TimeSpent.of(entries, book, today.minusDays(89), today.plusDays(1)).against(organisation);
 * spent.members().stream().filter(MemberTime::isOverloaded)
 * }</pre>
 *
 * <p>Every customer is in the segment that the book has for them now, whenever the time was spent.
 */
public final class TimeSpent {

    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final BigDecimal DAYS_PER_YEAR = BigDecimal.valueOf(365);

    private final TimeSummary summary;
    private final Optional<Organisation> organisation;
    private final List<TimeEntry> entries;
    private final Map<String, Optional<String>> segmentOf;
    private final Map<String, BigDecimal> hoursPerYear;

    private TimeSpent(
            TimeSummary summary,
            Optional<Organisation> organisation,
            List<TimeEntry> entries,
            Map<String, Optional<String>> segmentOf,
            Map<String, BigDecimal> hoursPerYear) {
        this.summary = summary;
        this.organisation = organisation;
        this.entries = entries;
        this.segmentOf = segmentOf;
        this.hoursPerYear = hoursPerYear;
    }

    /**
     * Counts entries.
     *
     * @param entries  the entries, in any order; those on other days are left out
     * @param book  the customers, segments laid over them; entries for others are for former customers
     * @param from  the first day
     * @param to  the first day after
     * @return the time spent, held against nothing
     * @throws IllegalArgumentException if {@code to} is not after {@code from}
     */
    public static TimeSpent of(Collection<TimeEntry> entries, Book book, LocalDate from, LocalDate to) {
        TimeSummary summary = TimeSummary.of(entries, from, to);
        List<TimeEntry> counted = entries.stream()
                .filter(entry -> !entry.on().isBefore(from) && entry.on().isBefore(to))
                .toList();
        Map<String, Optional<String>> segmentOf = new HashMap<>();
        for (CustomerView view : book.customers()) {
            segmentOf.put(view.customerId(), view.find(SEGMENT));
        }
        return new TimeSpent(summary, Optional.empty(), counted, segmentOf, Map.of());
    }

    /**
     * This time, held against the hours that the members have for customers.
     *
     * @param team  who works for us
     * @return the time spent
     */
    public TimeSpent against(Organisation team) {
        return new TimeSpent(summary, Optional.of(team), entries, segmentOf, hoursPerYear);
    }

    /**
     * This time, held against what is planned.
     *
     * @param hoursBySegment  the hours that each segment's engagement model asks for in a year, by the id of the segment
     * @return the time spent
     */
    public TimeSpent against(Map<String, BigDecimal> hoursBySegment) {
        return new TimeSpent(summary, organisation, entries, segmentOf, new LinkedHashMap<>(hoursBySegment));
    }

    /**
     * The first day.
     *
     * @return the day
     */
    public LocalDate from() {
        return summary.from();
    }

    /**
     * The first day after.
     *
     * @return the day
     */
    public LocalDate to() {
        return summary.to();
    }

    /**
     * All hours.
     *
     * @return the sum
     */
    public BigDecimal total() {
        return summary.total();
    }

    /**
     * The hours for customers, former ones included.
     *
     * @return the sum
     */
    public BigDecimal forCustomers() {
        return sum(entry -> entry.customer().isPresent());
    }

    /**
     * The hours for those who are no customers any more, or not in the book.
     *
     * @return the sum
     */
    public BigDecimal forFormerCustomers() {
        return sum(entry -> entry.customer()
                .filter(customer -> !segmentOf.containsKey(customer))
                .isPresent());
    }

    /**
     * The hours for nobody in particular.
     *
     * @return the sum
     */
    public BigDecimal withoutCustomer() {
        return sum(entry -> entry.customer().isEmpty());
    }

    private BigDecimal sum(Predicate<TimeEntry> which) {
        return entries.stream().filter(which).map(TimeEntry::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * What the work was.
     *
     * @return the hours of each kind of work, by kind
     */
    public Map<String, BigDecimal> byKind() {
        return summary.byKind();
    }

    /**
     * The members.
     *
     * @return those who have hours for customers in the order of the organisation, then those who have none but spent
     *     some, by id
     */
    public List<MemberTime> members() {
        Map<String, Utilisation> utilisations = new LinkedHashMap<>();
        organisation.ifPresent(team -> summary.utilisation(team).stream()
                .filter(one -> one.available().signum() > 0)
                .forEach(one -> utilisations.put(one.member(), one)));
        Set<String> ids = new LinkedHashSet<>(utilisations.keySet());
        ids.addAll(summary.members());
        return ids.stream()
                .map(id -> member(id, utilisationOf(id, utilisations)))
                .toList();
    }

    private Optional<Utilisation> utilisationOf(String member, Map<String, Utilisation> utilisations) {
        Utilisation known = utilisations.get(member);
        boolean isOfTheTeam = organisation.flatMap(team -> team.member(member)).isPresent();
        return known != null || !isOfTheTeam
                ? Optional.ofNullable(known)
                : Optional.of(new Utilisation(member, summary.forCustomers(member), BigDecimal.ZERO));
    }

    private MemberTime member(String id, Optional<Utilisation> utilisation) {
        Map<String, BigDecimal> bySegment = new TreeMap<>();
        Set<String> customers = new TreeSet<>();
        for (TimeEntry entry : entries) {
            if (entry.member().equals(id)) {
                entry.customer().ifPresent(customers::add);
                entry.customer()
                        .flatMap(customer -> segmentOf.getOrDefault(customer, Optional.empty()))
                        .ifPresent(segment -> bySegment.merge(segment, entry.hours(), BigDecimal::add));
            }
        }
        BigDecimal forCustomers = summary.forCustomers(id);
        return MemberTime.builder()
                .memberId(id)
                .byKind(summary.byKind(id))
                .bySegment(bySegment)
                .customers(customers.size())
                .forCustomers(forCustomers)
                .withoutCustomer(summary.total(id).subtract(forCustomers))
                .utilisation(utilisation)
                .build();
    }

    /**
     * The segments.
     *
     * @return those that something is planned for in that order, then others that took time, by id; customers in none at
     *     the end, if they took time
     */
    public List<SegmentTime> segments() {
        Map<String, BigDecimal> spent = new TreeMap<>();
        BigDecimal inNone = BigDecimal.ZERO;
        for (TimeEntry entry : entries) {
            Optional<String> customer = entry.customer().filter(segmentOf::containsKey);
            Optional<String> segment = customer.flatMap(id -> segmentOf.getOrDefault(id, Optional.empty()));
            segment.ifPresent(id -> spent.merge(id, entry.hours(), BigDecimal::add));
            inNone = customer.isPresent() && segment.isEmpty() ? inNone.add(entry.hours()) : inNone;
        }
        Set<String> ids = new LinkedHashSet<>(hoursPerYear.keySet());
        ids.addAll(spent.keySet());
        List<SegmentTime> segments = new ArrayList<>();
        for (String id : ids) {
            segments.add(new SegmentTime(Optional.of(id), spent.getOrDefault(id, BigDecimal.ZERO), planned(id)));
        }
        if (inNone.signum() > 0) {
            segments.add(new SegmentTime(Optional.empty(), inNone, Optional.empty()));
        }
        return List.copyOf(segments);
    }

    private Optional<BigDecimal> planned(String segment) {
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from(), to()));
        return Optional.ofNullable(hoursPerYear.get(segment))
                .map(year -> year.multiply(days).divide(DAYS_PER_YEAR, MathContext.DECIMAL64));
    }

    /**
     * The customers who took time, former ones included.
     *
     * @return the customers, who took most first, ties by id
     */
    public List<CustomerTime> customers() {
        Map<String, List<TimeEntry>> byCustomer = entries.stream()
                .filter(entry -> entry.customer().isPresent())
                .collect(Collectors.groupingBy(
                        entry -> entry.customer().orElseThrow(), TreeMap::new, Collectors.toList()));
        List<CustomerTime> customers = new ArrayList<>();
        byCustomer.forEach((id, own) -> customers.add(new CustomerTime(
                id,
                own.stream().map(TimeEntry::hours).reduce(BigDecimal.ZERO, BigDecimal::add),
                own.stream().map(TimeEntry::member).distinct().sorted().toList())));
        customers.sort(Comparator.comparing(CustomerTime::hours).reversed().thenComparing(CustomerTime::customerId));
        return List.copyOf(customers);
    }
}
