package dev.rapport.engagement.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One option for each segment, the cheapest together within the hours: depth first with a lower bound. For one use. */
final class CheapestSearch {

    private final List<List<ModelOption>> segments;
    private final List<String> roles;
    private final BigDecimal[] there;
    private final int most;
    /** The least cost and the least hours of a role of this and all later segments. */
    private final BigDecimal[] leastCost;

    private final BigDecimal[][] leastHours;
    private final List<ModelOption> path = new ArrayList<>();
    private Optional<List<ModelOption>> best = Optional.empty();
    private BigDecimal bestCost = BigDecimal.ZERO;
    private int steps;

    CheapestSearch(List<List<ModelOption>> segments, Map<String, BigDecimal> hours, int most) {
        this.segments = segments;
        this.roles = List.copyOf(new TreeMap<>(hours).keySet());
        this.there = new TreeMap<>(hours).values().toArray(new BigDecimal[0]);
        this.most = most;
        this.leastCost = new BigDecimal[segments.size() + 1];
        this.leastHours = new BigDecimal[segments.size() + 1][roles.size()];
        leastCost[segments.size()] = BigDecimal.ZERO;
        Arrays.fill(leastHours[segments.size()], BigDecimal.ZERO);
        for (int s = segments.size() - 1; s >= 0; s--) {
            leastCost[s] = leastCost[s + 1].add(segments.get(s).stream()
                    .map(ModelOption::cost)
                    .min(BigDecimal::compareTo)
                    .orElseThrow());
            for (int r = 0; r < roles.size(); r++) {
                int role = r;
                leastHours[s][r] = leastHours[s + 1][r].add(segments.get(s).stream()
                        .map(option -> hours(option, role))
                        .min(BigDecimal::compareTo)
                        .orElseThrow());
            }
        }
    }

    private BigDecimal hours(ModelOption option, int role) {
        return option.economics().capacityByRole().getOrDefault(roles.get(role), BigDecimal.ZERO);
    }

    void run() {
        BigDecimal[] used = new BigDecimal[roles.size()];
        Arrays.fill(used, BigDecimal.ZERO);
        descend(0, BigDecimal.ZERO, used);
    }

    Optional<List<ModelOption>> best() {
        return best;
    }

    boolean isProven() {
        return steps < most;
    }

    SortedMap<String, BigDecimal> leastHours() {
        SortedMap<String, BigDecimal> least = new TreeMap<>();
        for (int r = 0; r < roles.size(); r++) {
            least.put(roles.get(r), leastHours[0][r]);
        }
        return least;
    }

    private void descend(int segment, BigDecimal cost, BigDecimal[] used) {
        if (steps == most || !canFit(segment, used) || !canBeCheaper(segment, cost)) {
            return;
        }
        steps++;
        if (segment == segments.size()) {
            best = Optional.of(List.copyOf(path));
            bestCost = cost;
            return;
        }
        for (ModelOption option : segments.get(segment)) {
            BigDecimal[] with = used.clone();
            for (int r = 0; r < with.length; r++) {
                with[r] = with[r].add(hours(option, r));
            }
            path.add(option);
            descend(segment + 1, cost.add(option.cost()), with);
            path.remove(path.size() - 1);
        }
    }

    private boolean canFit(int segment, BigDecimal[] used) {
        for (int r = 0; r < used.length; r++) {
            if (used[r].add(leastHours[segment][r]).compareTo(there[r]) > 0) {
                return false;
            }
        }
        return true;
    }

    private boolean canBeCheaper(int segment, BigDecimal cost) {
        return best.isEmpty() || cost.add(leastCost[segment]).compareTo(bestCost) < 0;
    }
}
