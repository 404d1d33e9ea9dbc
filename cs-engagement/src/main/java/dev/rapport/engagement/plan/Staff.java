package dev.rapport.engagement.plan;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.escalation.Accountability;
import dev.rapport.engagement.model.RoleRates;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Pool;
import dev.rapport.model.organisation.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * Who works for us on the day of a plan: who answers for whom, and what an hour costs in the plan's currency. Owners are
 * members or pools, by their ids. Immutable.
 */
public final class Staff {

    private final Organisation organisation;
    private final LocalDate date;
    private final Reckoning reckoning;
    private final RoleRates rates;

    Staff(Organisation organisation, LocalDate date, Reckoning reckoning) {
        this.organisation = requireNonNull(organisation, "organisation");
        this.date = requireNonNull(date, "date");
        this.reckoning = requireNonNull(reckoning, "reckoning");
        this.rates = RoleRates.of(organisation, date, reckoning.currency(), reckoning.rates());
    }

    Organisation organisation() {
        return organisation;
    }

    /**
     * Who is accountable for the work of an owner.
     *
     * @param owner  the id of a member or a pool
     * @return the member, or the first up the line who works for us; for a pool whoever answers for its role; empty if there
     *     is nobody
     */
    public Optional<String> accountableFor(String owner) {
        return organisation
                .pool(owner)
                .map(pool -> answerableFor(pool.role()))
                .orElseGet(() -> Accountability.of(organisation).inChargeFor(owner, date));
    }

    /**
     * Who decides about the hours of an owner.
     *
     * @param owner  the id of a member or a pool
     * @return the manager of the member, or the first up the line who works for us; for a pool whoever answers for its role
     */
    public Optional<String> managerOf(String owner) {
        return organisation
                .pool(owner)
                .map(pool -> answerableFor(pool.role()))
                .orElseGet(() -> organisation
                        .managerOf(owner)
                        .flatMap(manager -> organisation.inChargeFor(manager.id(), date))
                        .map(Member::id));
    }

    /**
     * Who answers for a role: the only one who holds it, else the manager of those who do.
     *
     * @param role  the id of a role
     * @return the member, or empty
     */
    public Optional<String> answerableFor(String role) {
        return Accountability.of(organisation).answerableFor(role, date);
    }

    /**
     * What people call a member.
     *
     * @param member  the id
     * @return the name, or empty
     */
    public Optional<String> name(String member) {
        return organisation.member(member).flatMap(Member::name);
    }

    /**
     * The title of a member.
     *
     * @param member  the id
     * @return the title of the role, or empty
     */
    public Optional<String> title(String member) {
        return organisation
                .member(member)
                .flatMap(known -> organisation.role(known.role()))
                .map(Role::title);
    }

    /**
     * What an hour of an owner costs.
     *
     * @param owner  the id of a member or a pool
     * @return major units of the plan's currency; for a pool those of its role; empty if it is not told or there is no rate
     */
    public Optional<BigDecimal> hourlyCost(String owner) {
        Optional<Pool> pool = organisation.pool(owner);
        return pool.isPresent()
                ? rates.find(pool.get().role())
                : organisation
                        .member(owner)
                        .flatMap(Member::hourlyCost)
                        .flatMap(cost -> reckoning.rates().convert(cost, reckoning.currency(), date))
                        .map(Money::getAmount);
    }

    /**
     * What an hour of a role costs.
     *
     * @param role  the id of a role
     * @return the mean over those who hold it, as in the economics; empty if it is not known
     */
    public Optional<BigDecimal> hourlyCostOf(String role) {
        return rates.find(role);
    }

    /**
     * How many people hold each role.
     *
     * @return their number by role, 0 left out
     */
    public SortedMap<String, Integer> holders() {
        SortedMap<String, Integer> holders = new TreeMap<>();
        for (Role role : organisation.roles()) {
            int number = organisation.holders(role.id(), date).size();
            if (number > 0) {
                holders.put(role.id(), number);
            }
        }
        return Collections.unmodifiableSortedMap(holders);
    }

    /**
     * The hours for customers that there are in a year.
     *
     * @return the hours of each role, of those who work for us on the day
     */
    public SortedMap<String, BigDecimal> hoursByRole() {
        SortedMap<String, BigDecimal> hours = new TreeMap<>();
        for (Role role : organisation.roles()) {
            for (Member member : organisation.holders(role.id(), date)) {
                hours.merge(role.id(), member.hoursPerYear(), BigDecimal::add);
            }
        }
        return Collections.unmodifiableSortedMap(hours);
    }
}
