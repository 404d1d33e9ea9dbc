package dev.rapport.engagement.lifecycle;

import dev.rapport.health.survival.KaplanMeier;
import dev.rapport.health.survival.SurvivalCurve;
import dev.rapport.health.survival.SurvivalData;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Measures how long things took, and how alike that was. */
final class Spreads {

    /** What took no day took half of one. */
    private static final double SHORTEST = 0.5;

    /**
     * How long something took.
     *
     * @param days  the days
     * @param isOver  whether it came to its end
     */
    record Lasting(long days, boolean isOver) {}

    private final LifeCycleFlow flow;

    Spreads(LifeCycleFlow flow) {
        this.flow = flow;
    }

    List<Spread> timeToValue() {
        if (flow.policy().valueStage().isEmpty()) {
            return List.of();
        }
        int value = flow.policy().position(flow.policy().valueStage().get());
        Map<Group, List<Lasting>> groups = new TreeMap<>();
        for (List<Stay> way : flow.ways()) {
            Stay first = way.get(0);
            if (flow.policy().position(first.stage().id()) == 0) {
                Lasting lasting = toValue(way, value);
                add(groups, Group.EVERYBODY, lasting);
                flow.modelOf(first.customerId())
                        .ifPresent(model -> add(groups, new Group(Group.By.MODEL, model), lasting));
                first.owner().ifPresent(owner -> add(groups, new Group(Group.By.OWNER, owner), lasting));
            }
        }
        return spreads(groups);
    }

    private Lasting toValue(List<Stay> way, int value) {
        Stay first = way.get(0);
        Optional<Stay> reached = way.stream()
                .filter(stay -> flow.policy().position(stay.stage().id()) >= value)
                .findFirst();
        Stay last = way.get(way.size() - 1);
        return reached.map(stay ->
                        new Lasting(ChronoUnit.DAYS.between(first.enteredOn(), stay.enteredOn()), true))
                .orElseGet(() -> new Lasting(
                        ChronoUnit.DAYS.between(first.enteredOn(), last.enteredOn()) + last.days(), false));
    }

    List<Spread> timeInStage() {
        List<Spread> spreads = new ArrayList<>();
        for (Stage stage : flow.policy().stages()) {
            List<Lasting> stays = flow.stays().stream()
                    .filter(stay -> stay.stage().equals(stage))
                    .map(stay -> new Lasting(stay.days(), stay.leftOn().isPresent()))
                    .toList();
            if (!stays.isEmpty()) {
                spreads.add(spread(new Group(Group.By.STAGE, stage.id()), stays));
            }
        }
        return List.copyOf(spreads);
    }

    private static void add(Map<Group, List<Lasting>> groups, Group group, Lasting lasting) {
        groups.computeIfAbsent(group, absent -> new ArrayList<>()).add(lasting);
    }

    private static List<Spread> spreads(Map<Group, List<Lasting>> groups) {
        return groups.entrySet().stream()
                .map(group -> spread(group.getKey(), group.getValue()))
                .toList();
    }

    static Spread spread(Group group, List<Lasting> all) {
        double[] days = all.stream()
                .mapToDouble(one -> Math.max(SHORTEST, (double) one.days()))
                .toArray();
        boolean[] over = new boolean[days.length];
        int reached = 0;
        for (int i = 0; i < over.length; i++) {
            over[i] = all.get(i).isOver();
            reached += over[i] ? 1 : 0;
        }
        SurvivalCurve curve = KaplanMeier.of(SurvivalData.of(days, over));
        return Spread.builder()
                .group(group)
                .began(days.length)
                .reached(reached)
                .quarter(curve.quantile(0.25).estimate())
                .median(curve.median().estimate())
                .threeQuarters(curve.quantile(0.75).estimate())
                .build();
    }
}
