package dev.rapport.engagement.coverage;

import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares the hours of a pool among those who are in it on a day, by the hours they have. */
public final class PoolShares {

    private final Organisation organisation;
    private final LocalDate date;

    /**
     * Shares among those who are in a pool on a day.
     *
     * @param organisation  the members and pools
     * @param date  the day
     */
    public PoolShares(Organisation organisation, LocalDate date) {
        this.organisation = organisation;
        this.date = date;
    }

    /**
     * Shares hours.
     *
     * @param pool  the id of a pool
     * @param hours  the hours to share
     * @return the share of each member, in the order of the organisation; empty if nobody in the pool has hours
     */
    public Map<String, BigDecimal> of(String pool, BigDecimal hours) {
        List<Member> members = organisation.poolMembers(pool, date);
        BigDecimal all = members.stream().map(Member::hoursPerWeek).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        if (all.signum() > 0) {
            members.forEach(member -> shares.put(
                    member.id(), hours.multiply(member.hoursPerWeek()).divide(all, MathContext.DECIMAL64)));
        }
        return shares;
    }
}
