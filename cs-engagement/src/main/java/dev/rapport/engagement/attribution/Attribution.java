package dev.rapport.engagement.attribution;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.attribution.AttributedCustomer.Ruling;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The retention of a period, attributed to those who looked after the customers. Immutable.
 *
 * <pre>{@code
 * Attribution quarter = Attribution.of(bridge, book, AttributionPolicy.posthog());
 * quarter.owners().forEach(owner -> print(owner.owner() + " " + owner.net()));
 * }</pre>
 *
 * <p>Each customer is in exactly one place: with one owner, or in {@link #notCounted()} with the reason.
 */
public final class Attribution {

    private final List<AttributedCustomer> customers;
    private final Money zero;

    private Attribution(List<AttributedCustomer> customers, Money zero) {
        this.customers = List.copyOf(customers);
        this.zero = zero;
    }

    /**
     * Attributes a waterfall.
     *
     * @param bridge  what became of the revenue, by account; the period is from the day after its first to its last
     * @param book  all who are or were customers, as of the end of the period or later
     * @param policy  who answers for what
     * @return the attribution of every customer of the waterfall
     */
    public static Attribution of(ArrBridge bridge, Book book, AttributionPolicy policy) {
        Map<String, List<OwnerInterval>> intervals = new HashMap<>();
        for (CustomerView view : book.customers()) {
            intervals.put(view.customerId(), OwnerInterval.of(view, policy.role()));
        }
        return new Judge(policy, bridge.from().plusDays(1), bridge.to().plusDays(1), policy.exclusions(), intervals)
                .judge(AccountChange.of(bridge), bridge.opening().getCurrencyUnit());
    }

    /**
     * Every customer with the ruling.
     *
     * @return the customers, by id
     */
    public List<AttributedCustomer> customers() {
        return customers;
    }

    /**
     * What each owner kept of what counts.
     *
     * @return those for whom something counts, by id
     */
    public List<OwnerRetention> owners() {
        Map<String, List<AccountChange>> byOwner = new TreeMap<>();
        for (AttributedCustomer customer : customers) {
            if (customer.ruling().counts()) {
                byOwner.computeIfAbsent(customer.owner().orElseThrow(), absent -> new ArrayList<>())
                        .add(customer.change());
            }
        }
        List<OwnerRetention> owners = new ArrayList<>();
        byOwner.forEach((owner, changes) -> owners.add(new OwnerRetention.Builder()
                .owner(owner)
                .customers(changes.stream().map(AccountChange::customerId).toList())
                .base(changes.stream().map(AccountChange::base).reduce(zero, Money::plus))
                .kept(changes.stream().map(AccountChange::kept).reduce(zero, Money::plus))
                .build()));
        return List.copyOf(owners);
    }

    /**
     * The customers that count for nobody.
     *
     * @return the customers with the reason, by id
     */
    public List<AttributedCustomer> notCounted() {
        return customers.stream()
                .filter(customer -> !customer.ruling().counts())
                .toList();
    }

    /** Judges customers one by one. */
    static final class Judge {

        private final AttributionPolicy policy;
        private final LocalDate from;
        private final LocalDate until;
        private final Set<String> excluded;
        private final Map<String, List<OwnerInterval>> intervals;

        /** The period is from the first day to before another. */
        Judge(
                AttributionPolicy policy,
                LocalDate from,
                LocalDate until,
                Collection<Exclusion> exclusions,
                Map<String, List<OwnerInterval>> intervals) {
            this.policy = requireNonNull(policy, "policy");
            this.from = from;
            this.until = until;
            this.excluded = exclusions.stream().map(Exclusion::customerId).collect(Collectors.toSet());
            this.intervals = intervals;
        }

        Attribution judge(List<AccountChange> changes, CurrencyUnit currency) {
            List<AttributedCustomer> customers = new ArrayList<>();
            for (AccountChange change : changes) {
                customers.add(judge(change));
            }
            customers.sort(Comparator.comparing(customer -> customer.change().customerId()));
            return new Attribution(customers, Money.zero(currency));
        }

        private AttributedCustomer judge(AccountChange change) {
            List<OwnerInterval> own = intervals.getOrDefault(change.customerId(), List.of());
            LocalDate day = policy.judgedOn(until);
            Set<String> owners = own.stream()
                    .filter(interval -> interval.isOn(day))
                    .map(OwnerInterval::owner)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Optional<String> owner = owners.stream().findFirst();
            Ruling ruling;
            if (!change.base().isPositive()) {
                ruling = Ruling.NOTHING_PAID;
            } else if (excluded.contains(change.customerId())) {
                ruling = Ruling.EXCLUDED;
            } else if (owners.isEmpty()) {
                return dropped(change, own, day);
            } else if (owners.size() > 1) {
                return new AttributedCustomer(change, Ruling.SEVERAL_OWNERS, Optional.empty());
            } else {
                ruling = held(own, owner.orElseThrow(), day, until);
            }
            return new AttributedCustomer(change, ruling, owner);
        }

        /** Nobody holds the customer on the day: the last who did may answer for it. */
        private AttributedCustomer dropped(AccountChange change, List<OwnerInterval> own, LocalDate day) {
            Optional<OwnerInterval> last = own.stream()
                    .filter(interval -> interval.to()
                            .filter(to -> !to.isAfter(day) && to.isAfter(from))
                            .isPresent())
                    .max(Comparator.comparing(
                                    (OwnerInterval interval) -> interval.to().orElseThrow())
                            .thenComparing(OwnerInterval::owner));
            if (last.isEmpty()) {
                return new AttributedCustomer(change, Ruling.NO_OWNER, Optional.empty());
            }
            LocalDate to = last.get().to().orElseThrow();
            String owner = last.get().owner();
            boolean isFree = !to.isAfter(from.plusMonths(policy.dropMonths()));
            Ruling ruling = isFree ? Ruling.DROPPED_EARLY : held(own, owner, to.minusDays(1), to);
            return new AttributedCustomer(
                    change, ruling == Ruling.COUNTS ? Ruling.DROPPED_LATE : ruling, Optional.of(owner));
        }

        private Ruling held(List<OwnerInterval> own, String owner, LocalDate day, LocalDate end) {
            LocalDate since = since(own, owner, day);
            if (policy.closedMonths() > 0 && !since.isBefore(until.minusMonths(policy.closedMonths()))) {
                return Ruling.TAKEN_LATE;
            }
            if (since.plusMonths(policy.heldMonths()).isAfter(end)) {
                return Ruling.HELD_TOO_SHORT;
            }
            boolean isTakenNow = !since.isBefore(from);
            return isTakenNow && policy.unmanagedDays() > 0 && isUnmanaged(own, since) ? Ruling.GRACE : Ruling.COUNTS;
        }

        /** The first day of an unbroken time with the same owner, however many intervals it is told in. */
        private static LocalDate since(List<OwnerInterval> own, String owner, LocalDate day) {
            LocalDate since = day;
            for (boolean moved = true; moved; ) {
                LocalDate reached = since;
                since = own.stream()
                        .filter(interval -> interval.owner().equals(owner)
                                && (interval.isOn(reached) || interval.isOn(reached.minusDays(1))))
                        .map(OwnerInterval::from)
                        .min(Comparator.naturalOrder())
                        .filter(first -> first.isBefore(reached))
                        .orElse(reached);
                moved = since.isBefore(reached);
            }
            return since;
        }

        private boolean isUnmanaged(List<OwnerInterval> own, LocalDate since) {
            LocalDate first = since.minusDays(policy.unmanagedDays());
            return own.stream()
                    .noneMatch(interval -> interval.from().isBefore(since)
                            && interval.to().map(to -> to.isAfter(first)).orElse(true));
        }
    }
}
