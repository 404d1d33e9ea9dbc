package dev.rapport.engagement.scope;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Which way to divide the areas is best, and why it and not the others. The measures are looked at one after the other; the
 * first that differs decides, and gives the reason.
 */
final class ScopeChoice {

    private final ScopePolicy policy;
    private final int people;
    private final int peopleAhead;
    private final List<Measure> measures;

    /**
     * A measure of a scope that fits.
     *
     * @param order  the better first
     * @param reason  why the second is worse than the first
     */
    private record Measure(Comparator<ScopeFit> order, BiFunction<ScopeFit, ScopeFit, String> reason) {}

    /**
     * A choice.
     *
     * @param policy  with growth and horizon
     * @param people  how many do the work of all areas today
     * @param peopleAhead  how many then
     */
    ScopeChoice(ScopePolicy policy, int people, int peopleAhead) {
        this.policy = policy;
        this.people = people;
        this.peopleAhead = peopleAhead;
        this.measures = List.of(
                new Measure(
                        Comparator.comparing(fit -> !fit.fitsAhead()),
                        (best, other) -> name(other) + " fits today, but not in " + horizon() + ": "
                                + tooMuch(other.leadersAhead())),
                new Measure(
                        Comparator.comparing(ScopeChoice::lasting, Comparator.reverseOrder()),
                        (best, other) -> name(other) + " is outgrown in " + years(lasting(other)) + ", sooner than "
                                + name(best) + " in " + years(lasting(best))),
                new Measure(
                        Comparator.comparingInt(fit -> fit.leaderChanges().size()),
                        (best, other) -> name(other) + " has " + handOvers(other) + " between leaders on a round, "
                                + name(best) + " " + best.leaderChanges().size()),
                new Measure(
                        Comparator.comparing(fit -> !isToday(fit)),
                        (best, other) ->
                                name(other) + " has as many hand-overs, and " + name(best) + " is the scope of today"),
                new Measure(
                        Comparator.comparingDouble(ScopeFit::areasPerLeader),
                        (best, other) -> name(other) + " has less focus: " + number(other.areasPerLeader())
                                + " areas a leader, " + name(best) + " " + number(best.areasPerLeader())),
                new Measure(
                        Comparator.comparingInt(fit -> span(fit.leadersAhead())),
                        (best, other) -> name(other) + " would have " + span(other.leadersAhead())
                                + " report to one leader in " + horizon() + ", " + name(best) + " "
                                + span(best.leadersAhead())));
    }

    Optional<ScopeFit> best(List<ScopeFit> fits) {
        Comparator<ScopeFit> order = measures.stream()
                .map(Measure::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        return fits.stream().filter(ScopeFit::fits).min(order);
    }

    /** Why the best, then why not each other, in the policy's order. */
    List<String> reasons(List<ScopeFit> fits) {
        List<String> reasons = new ArrayList<>();
        Optional<ScopeFit> best = best(fits);
        best.ifPresent(fit -> {
            reasons.add(lasts(fit));
            reasons.add("under it at most " + span(fit.leadersAhead()) + " people report to one leader by then, of "
                    + policy.limits().directReports() + " that one can lead; one leads at most " + breadth(fit)
                    + (breadth(fit) == 1 ? " area" : " areas") + "; and there are " + handOvers(fit)
                    + " between leaders on a round");
        });
        for (ScopeFit fit : fits) {
            if (!fit.fits()) {
                reasons.add(name(fit) + " does not fit today: " + tooMuch(fit.leaders()));
            } else if (!best.orElseThrow().equals(fit)) {
                reasons.add(whyNot(best.orElseThrow(), fit));
            }
        }
        return List.copyOf(reasons);
    }

    private String lasts(ScopeFit fit) {
        String growth = ", at a growth of " + number(100 * policy.growthPerYear()) + " % a year";
        return fit.fitsAhead()
                ? name(fit) + " fits the " + people + " people of today and the " + peopleAhead + " expected in "
                        + horizon() + growth
                : name(fit) + " fits the " + people + " people of today, but no longer than " + years(lasting(fit))
                        + growth + "; no other fits longer";
    }

    private String whyNot(ScopeFit best, ScopeFit other) {
        return measures.stream()
                .filter(measure -> measure.order().compare(best, other) < 0)
                .findFirst()
                .map(measure -> measure.reason().apply(best, other))
                .orElseGet(() -> name(other) + " is as good, and " + name(best) + " is declared first");
    }

    private boolean isToday(ScopeFit fit) {
        return fit.scope().id().equals(policy.current());
    }

    /** How long it fits, in years, where that is not beyond the horizon; else the same for all. */
    private static double lasting(ScopeFit fit) {
        return fit.fitsAhead()
                ? Double.POSITIVE_INFINITY
                : fit.outgrown().map(Outgrown::years).orElse(Double.POSITIVE_INFINITY);
    }

    private static int span(List<LeaderLoad> leaders) {
        return leaders.stream().mapToInt(LeaderLoad::directReports).max().orElse(0);
    }

    private static int breadth(ScopeFit fit) {
        return fit.leaders().stream()
                .mapToInt(leader -> leader.areas().size())
                .max()
                .orElse(0);
    }

    private static String tooMuch(List<LeaderLoad> leaders) {
        return leaders.stream()
                .flatMap(leader -> leader.tooMuch().stream())
                .findFirst()
                .orElseThrow();
    }

    private static String handOvers(ScopeFit fit) {
        int count = fit.leaderChanges().size();
        return count + (count == 1 ? " hand-over" : " hand-overs");
    }

    private String horizon() {
        return years(policy.horizonYears());
    }

    private static String years(double years) {
        return number(years) + (number(years).equals("1") ? " year" : " years");
    }

    private static String name(ScopeFit fit) {
        return fit.scope().id();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
