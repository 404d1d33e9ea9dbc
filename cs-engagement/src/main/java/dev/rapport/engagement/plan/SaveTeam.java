package dev.rapport.engagement.plan;

import dev.rapport.health.atrisk.SaveHours;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who works with which customer at risk, and how many hours there are: those of the CSM, else of the pool. */
final class SaveTeam {

    private static final AttributeKey<String> OWNER = AttributeKey.text("owner.saves");
    private static final Comparator<Ownership> LATEST_LAST =
            Comparator.comparing(Ownership::from).thenComparing(Ownership::owner, Comparator.reverseOrder());

    private final Organisation organisation;
    private final Book book;
    private final Map<String, String> owners = new HashMap<>();

    SaveTeam(Organisation organisation, Book book) {
        this.organisation = organisation;
        this.book = book;
        for (CustomerView view : book.customers()) {
            owner(view, "csm").or(() -> owner(view, "pool")).ifPresent(owner -> owners.put(view.customerId(), owner));
        }
    }

    private Optional<String> owner(CustomerView view, String role) {
        return view.series(Ownership.SERIES).stream()
                .filter(owner -> owner.role().equals(role) && !owner.from().isAfter(book.date()))
                .filter(owner -> owner.to().map(to -> to.isAfter(book.date())).orElse(true))
                .max(LATEST_LAST)
                .map(Ownership::owner);
    }

    /** The book with the owners. */
    Book book() {
        return book.with(OWNER, Ownership.SERIES.name(), owners);
    }

    /** A share of the hours that each owner has for customers; who is in a pool works from its hours. */
    SaveHours hours(double share) {
        Map<String, String> poolOf = new TreeMap<>();
        for (Member member : organisation.members()) {
            member.pools().stream().limit(1).forEach(pool -> poolOf.put(member.id(), pool));
        }
        Map<String, BigDecimal> hours = new TreeMap<>();
        owners.values().forEach(owner -> hours.put(poolOf.getOrDefault(owner, owner), BigDecimal.ZERO));
        for (Member member : organisation.members()) {
            String budget = poolOf.getOrDefault(member.id(), member.id());
            if (member.isActiveOn(book.date()) && hours.containsKey(budget)) {
                hours.merge(budget, member.hoursPerWeek(), BigDecimal::add);
            }
        }
        Map<String, Double> perWeek = new TreeMap<>();
        hours.forEach((owner, all) ->
                perWeek.put(owner, all.multiply(BigDecimal.valueOf(share)).doubleValue()));
        return new SaveHours(OWNER, perWeek, poolOf);
    }
}
