package dev.rapport.engagement.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** What it counts that members have more or less than their share by hours: of the ARR, and of the work. */
final class Evenness {

    /** Work is counted in thousandths of an hour, rounded up, so that whole numbers can be shared. */
    private static final int HOUR_DIGITS = 3;

    private static final double UNITS_AN_HOUR = 1000;

    private final double perArr;
    private final double perHour;
    private final Map<String, Long> arrShares;
    private final Map<String, Long> workShares;

    Evenness(double perArr, double perHour, List<AssignmentNeed> needs, Collection<AssignmentCandidate> candidates) {
        this.perArr = perArr;
        this.perHour = perHour;
        this.arrShares = shares(needs, AssignmentNeed::arr, candidates);
        this.workShares = shares(needs, Evenness::work, candidates);
    }

    /** The work of a customer in thousandths of an hour. */
    static int work(AssignmentNeed need) {
        return units(need.hoursPerYear(), RoundingMode.CEILING);
    }

    static int units(BigDecimal hours, RoundingMode rounding) {
        return hours.setScale(HOUR_DIGITS, rounding)
                .movePointRight(HOUR_DIGITS)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValue();
    }

    private static Map<String, Long> shares(
            List<AssignmentNeed> needs,
            ToLongFunction<AssignmentNeed> what,
            Collection<AssignmentCandidate> candidates) {
        BigDecimal hours =
                candidates.stream().map(AssignmentCandidate::hoursPerYear).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal all = BigDecimal.valueOf(needs.stream().mapToLong(what).sum());
        Map<String, Long> shares = new TreeMap<>();
        for (AssignmentCandidate candidate : candidates) {
            shares.put(
                    candidate.memberId(),
                    hours.signum() == 0
                            ? 0
                            : all.multiply(candidate.hoursPerYear())
                                    .divide(hours, 0, RoundingMode.HALF_EVEN)
                                    .longValue());
        }
        return shares;
    }

    boolean countsArr() {
        return perArr > 0;
    }

    boolean countsWork() {
        return perHour > 0;
    }

    double perArr() {
        return perArr;
    }

    double perUnitOfWork() {
        return perHour / UNITS_AN_HOUR;
    }

    long arrShare(String member) {
        return arrShares.getOrDefault(member, 0L);
    }

    long workShare(String member) {
        return workShares.getOrDefault(member, 0L);
    }

    /** What it counts who has what, by member. */
    double of(Map<String, Long> arrOf, Map<String, Long> workOf) {
        return perArr * off(arrShares, arrOf) + perUnitOfWork() * off(workShares, workOf);
    }

    private static double off(Map<String, Long> shares, Map<String, Long> has) {
        double sum = 0;
        for (Map.Entry<String, Long> share : shares.entrySet()) {
            sum += Math.abs(has.getOrDefault(share.getKey(), 0L) - share.getValue());
        }
        return sum;
    }

    /** What no placement of everybody can exceed. */
    double most() {
        long arr = arrShares.values().stream().mapToLong(Long::longValue).sum();
        long work = workShares.values().stream().mapToLong(Long::longValue).sum();
        return 2 * (perArr * arr + perUnitOfWork() * work);
    }
}
