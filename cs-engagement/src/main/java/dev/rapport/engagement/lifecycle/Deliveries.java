package dev.rapport.engagement.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Holds promised touchpoints against delivered ones. */
final class Deliveries {

    private final LifeCycleFlow flow;

    Deliveries(LifeCycleFlow flow) {
        this.flow = flow;
    }

    List<Delivery> all() {
        Map<Group, List<Stay>> groups = new TreeMap<>();
        for (Stay stay : flow.stays()) {
            boolean isTold = !promises(stay).isEmpty() && !stay.delivered().isEmpty();
            if (isTold && flow.isLately(stay.leftOn())) {
                add(groups, Group.EVERYBODY, stay);
                add(groups, new Group(Group.By.STAGE, stay.stage().id()), stay);
                flow.modelOf(stay.customerId())
                        .ifPresent(model -> add(groups, new Group(Group.By.MODEL, model), stay));
                stay.owner().ifPresent(owner -> add(groups, new Group(Group.By.OWNER, owner), stay));
            }
        }
        return groups.entrySet().stream()
                .map(group -> delivery(group.getKey(), group.getValue()))
                .toList();
    }

    private List<Promise> promises(Stay stay) {
        return stay.stage().touchpoints().stream()
                .filter(promise -> promise.isFor(flow.modelOf(stay.customerId())))
                .toList();
    }

    private static void add(Map<Group, List<Stay>> groups, Group group, Stay stay) {
        groups.computeIfAbsent(group, absent -> new ArrayList<>()).add(stay);
    }

    private Delivery delivery(Group group, List<Stay> stays) {
        int promised = 0;
        int delivered = 0;
        int kept = 0;
        double[] shares = new double[stays.size()];
        for (int i = 0; i < shares.length; i++) {
            int asked = 0;
            int had = 0;
            for (Promise promise : promises(stays.get(i))) {
                asked += promise.times();
                had += Math.min(promise.times(), stays.get(i).delivered().getOrDefault(promise.kind(), 0));
            }
            promised += asked;
            delivered += had;
            kept += had == asked ? 1 : 0;
            shares[i] = (double) had / asked;
        }
        double mean = 0;
        for (double share : shares) {
            mean += share / shares.length;
        }
        return Delivery.builder()
                .group(group)
                .stays(shares.length)
                .kept(kept)
                .promised(promised)
                .delivered(delivered)
                .meanShare(mean)
                .deviation(deviation(shares, mean))
                .build();
    }

    private static OptionalDouble deviation(double[] shares, double mean) {
        double squares = 0;
        for (double share : shares) {
            squares += (share - mean) * (share - mean);
        }
        return shares.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(squares / (shares.length - 1)));
    }
}
