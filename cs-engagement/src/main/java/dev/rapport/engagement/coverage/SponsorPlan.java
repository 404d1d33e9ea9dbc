package dev.rapport.engagement.coverage;

import dev.rapport.engagement.model.Sponsorship;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * Executive sponsors of ours for the customers that are to have one. Who has one keeps it, as long as it holds one of the
 * roles and has time; those who pay most before others. The rest choose, who pays most first, from those who have time, whom
 * they know best, then who speaks their language, then who has least revenue to answer for. So a plan made after another
 * changes no sponsor without a reason. Immutable.
 */
public final class SponsorPlan {

    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");

    private final Sponsorship policy;
    private final Map<String, Sponsored> sponsored = new HashMap<>();
    private List<String> order = List.of();
    private final List<String> without = new ArrayList<>();
    private final Map<String, Integer> load = new TreeMap<>();

    private SponsorPlan(Sponsorship policy) {
        this.policy = policy;
    }

    /**
     * A customer with its sponsor.
     *
     * @param customerId  the customer
     * @param member  the sponsor
     * @param because  why this one, as a clause
     */
    public record Sponsored(String customerId, String member, String because) {}

    /** An executive on the way to a plan. */
    private static final class Executive {
        final Member member;
        int customers;
        BigDecimal arr = BigDecimal.ZERO;

        Executive(Member member) {
            this.member = member;
        }
    }

    /**
     * Finds sponsors.
     *
     * @param book  the customers with their segments
     * @param policy  who gets one, and from whom
     * @param organisation  who holds the roles
     * @return the plan
     */
    public static SponsorPlan of(Book book, Sponsorship policy, Organisation organisation) {
        SponsorPlan plan = new SponsorPlan(policy);
        Map<String, Executive> byId = new TreeMap<>();
        for (String role : policy.roles()) {
            for (Member member : organisation.holders(role, book.date())) {
                byId.put(member.id(), new Executive(member));
            }
        }
        List<CustomerView> views = book.customers().stream()
                .filter(view ->
                        view.find(SEGMENT).filter(policy.segments()::contains).isPresent())
                .sorted(Comparator.comparing(SponsorPlan::arr).reversed().thenComparing(CustomerView::customerId))
                .toList();
        views.forEach(view -> plan.keep(view, byId));
        views.stream()
                .filter(view -> !plan.sponsored.containsKey(view.customerId()))
                .forEach(view -> plan.place(view, List.copyOf(byId.values())));
        plan.order = views.stream().map(CustomerView::customerId).toList();
        byId.forEach((id, executive) -> plan.load.put(id, executive.customers));
        return plan;
    }

    /** The present sponsors who still are, and have time. */
    private void keep(CustomerView view, Map<String, Executive> byId) {
        for (Ownership present : present(view)) {
            Executive executive = byId.get(present.owner());
            if (executive != null && executive.customers < policy.atMostEach()) {
                choose(view, executive, "is their sponsor since " + present.from());
                return;
            }
        }
    }

    private void place(CustomerView view, List<Executive> executives) {
        Map<String, Integer> touches = touches(view);
        String language = view.find(CustomerAttributes.LANGUAGE).orElse("");
        Comparator<Executive> order = Comparator.<Executive>comparingInt(
                        one -> -touches.getOrDefault(one.member.id(), 0))
                .thenComparing(one -> !one.member.languages().contains(language))
                .thenComparing(one -> one.arr)
                .thenComparing(one -> one.member.id());
        List<Executive> free = executives.stream()
                .filter(one -> one.customers < policy.atMostEach())
                .sorted(order)
                .toList();
        if (free.isEmpty()) {
            without.add(view.customerId());
            return;
        }
        Executive chosen = free.get(0);
        int known = touches.getOrDefault(chosen.member.id(), 0);
        String because = known > 0
                ? "has been in touch with them " + known + (known == 1 ? " time" : " times")
                : chosen.member.languages().contains(language)
                        ? "speaks their language (" + language + ") and has least revenue to answer for of those"
                        : "has least revenue to answer for of those with time";
        choose(view, chosen, because + notKept(view, executives));
    }

    /** Why those who are sponsors now do not stay. */
    private String notKept(CustomerView view, List<Executive> executives) {
        StringBuilder text = new StringBuilder();
        for (Ownership present : present(view)) {
            boolean isThere =
                    executives.stream().anyMatch(one -> one.member.id().equals(present.owner()));
            text.append("; ")
                    .append(present.owner())
                    .append(
                            isThere
                                    ? ", their sponsor now, has no time beside those who pay more"
                                    : ", their sponsor now, holds none of the roles of sponsors");
        }
        return text.toString();
    }

    private List<Ownership> present(CustomerView view) {
        return view.provides(Ownership.SERIES)
                ? view.series(Ownership.SERIES).stream()
                        .filter(owner ->
                                policy.heldAs().filter(owner.role()::equals).isPresent() && owner.isOn(view.date()))
                        .sorted(Comparator.comparing(Ownership::from).thenComparing(Ownership::owner))
                        .toList()
                : List.of();
    }

    private void choose(CustomerView view, Executive chosen, String because) {
        chosen.customers++;
        chosen.arr = chosen.arr.add(arr(view));
        sponsored.put(view.customerId(), new Sponsored(view.customerId(), chosen.member.id(), because));
    }

    private static BigDecimal arr(CustomerView view) {
        return view.find(StandardAttributes.ARR).map(Money::getAmount).orElse(BigDecimal.ZERO);
    }

    private static Map<String, Integer> touches(CustomerView view) {
        Map<String, Integer> touches = new HashMap<>();
        if (view.provides(Touchpoint.SERIES)) {
            for (Touchpoint touchpoint : view.series(Touchpoint.SERIES)) {
                touchpoint.member().ifPresent(member -> touches.merge(member, 1, Integer::sum));
            }
        }
        return touches;
    }

    /**
     * Who gets a sponsor, and from whom.
     *
     * @return the policy
     */
    public Sponsorship policy() {
        return policy;
    }

    /**
     * Customers with a sponsor.
     *
     * @return a line each, who pays most first
     */
    public List<Sponsored> sponsored() {
        return order.stream()
                .flatMap(id -> Optional.ofNullable(sponsored.get(id)).stream())
                .toList();
    }

    /**
     * Customers for whom nobody has time.
     *
     * @return their ids, who pays most first
     */
    public List<String> without() {
        return List.copyOf(without);
    }

    /**
     * How many customers each executive has.
     *
     * @return the numbers by member, those without customers included
     */
    public Map<String, Integer> load() {
        return Collections.unmodifiableMap(load);
    }
}
