package dev.rapport.engagement.model;

import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What an hour of each role costs on a day, in one currency: the mean over those who hold the role, by the hours they
 * have for customers (the plain mean where nobody has any). Immutable.
 */
public final class RoleRates {

    private final Map<String, BigDecimal> rates;
    private final Map<String, String> reasons;
    private final Map<String, Integer> holders;

    private RoleRates(Map<String, BigDecimal> rates, Map<String, String> reasons, Map<String, Integer> holders) {
        this.rates = rates;
        this.reasons = reasons;
        this.holders = holders;
    }

    /**
     * Reads the rates out of an organisation.
     *
     * @param organisation  the organisation
     * @param date  the day; members who do not work for us then do not count
     * @param currency  the currency wanted
     * @param table  the exchange rates into it
     * @return the rates; a role that nobody holds, or with a holder whose cost is not told or cannot be converted, has none
     */
    public static RoleRates of(Organisation organisation, LocalDate date, CurrencyUnit currency, RateTable table) {
        Map<String, BigDecimal> rates = new TreeMap<>();
        Map<String, String> reasons = new TreeMap<>();
        Map<String, Integer> holders = new TreeMap<>();
        for (Role role : organisation.roles()) {
            Mean mean = new Mean();
            List<Member> members = organisation.holders(role.id(), date);
            holders.put(role.id(), members.size());
            for (Member member : members) {
                Optional<Money> cost = member.hourlyCost().flatMap(amount -> table.convert(amount, currency, date));
                if (cost.isPresent()) {
                    mean.add(cost.get().getAmount(), member.hoursPerWeek());
                } else {
                    reasons.putIfAbsent(
                            role.id(),
                            member.hourlyCost().isPresent()
                                    ? "no exchange rate for the hourly cost of " + member.id()
                                    : "the hourly cost of " + member.id() + " is not told");
                }
            }
            if (mean.count == 0) {
                reasons.putIfAbsent(role.id(), "nobody holds the role " + role.id());
            } else if (!reasons.containsKey(role.id())) {
                rates.put(role.id(), mean.value());
            }
        }
        return new RoleRates(rates, reasons, holders);
    }

    /**
     * What an hour of a role costs.
     *
     * @param role  the id of the role
     * @return the cost in major units, with up to 34 digits, or empty
     */
    public Optional<BigDecimal> find(String role) {
        return Optional.ofNullable(rates.get(role));
    }

    /**
     * Why there is no rate.
     *
     * @param role  the id of the role
     * @return the reason, empty if there is a rate
     */
    public Optional<String> reason(String role) {
        return rates.containsKey(role)
                ? Optional.empty()
                : Optional.of(reasons.getOrDefault(role, "the organisation has no role " + role));
    }

    /** How many hold a role. */
    int holders(String role) {
        return holders.getOrDefault(role, 0);
    }

    /** A mean of costs by hours, exact until it is asked for. */
    private static final class Mean {
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal weighted = BigDecimal.ZERO;
        private BigDecimal hours = BigDecimal.ZERO;
        private int count;

        void add(BigDecimal cost, BigDecimal hoursPerWeek) {
            sum = sum.add(cost);
            weighted = weighted.add(cost.multiply(hoursPerWeek));
            hours = hours.add(hoursPerWeek);
            count++;
        }

        BigDecimal value() {
            return hours.signum() == 0
                    ? sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128)
                    : weighted.divide(hours, MathContext.DECIMAL128);
        }
    }
}
