package dev.rapport.engagement.lifecycle;

import dev.rapport.health.survival.KaplanMeier;
import dev.rapport.health.survival.LogRankTest;
import dev.rapport.health.survival.SurvivalCurve;
import dev.rapport.health.survival.SurvivalData;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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

    /** Those who began under each version, held against the version before. */
    List<VersionOutcome> versions() {
        List<CycleVersion> versions = new ArrayList<>(flow.policy().earlier());
        if (versions.isEmpty()) {
            return List.of();
        }
        versions.add(new CycleVersion(
                flow.policy().header().revision(),
                flow.policy().header().effectiveFrom().orElseThrow()));
        List<VersionOutcome> outcomes = new ArrayList<>();
        List<Lasting> before = List.of();
        for (int i = 0; i < versions.size(); i++) {
            LocalDate from = versions.get(i).from();
            Optional<LocalDate> to =
                    i + 1 < versions.size() ? Optional.of(versions.get(i + 1).from()) : Optional.empty();
            List<List<Stay>> ways = flow.ways().stream()
                    .filter(way -> flow.policy().position(way.get(0).stage().id()) == 0)
                    .filter(way -> !way.get(0).enteredOn().isBefore(from))
                    .filter(way -> to.map(end -> way.get(0).enteredOn().isBefore(end)).orElse(true))
                    .toList();
            List<Lasting> lasting = flow.policy()
                    .valueStage()
                    .map(value -> ways.stream()
                            .map(way -> toValue(way, flow.policy().position(value)))
                            .toList())
                    .orElse(List.of());
            outcomes.add(VersionOutcome.builder()
                    .revision(versions.get(i).revision())
                    .since(from)
                    .began(ways.size())
                    .left((int) ways.stream().filter(Spreads::isOver).count())
                    .timeToValue(lasting.isEmpty() ? Optional.empty() : Optional.of(spread(Group.EVERYBODY, lasting)))
                    .p(difference(before, lasting))
                    .build());
            before = lasting;
        }
        return List.copyOf(outcomes);
    }

    private static boolean isOver(List<Stay> way) {
        return way.stream().allMatch(stay -> stay.leftOn().isPresent());
    }

    private static OptionalDouble difference(List<Lasting> before, List<Lasting> after) {
        List<Lasting> all = new ArrayList<>(before);
        all.addAll(after);
        long bothSeen = Math.min(longest(before), longest(after));
        if (all.stream().noneMatch(one -> one.isOver() && one.days() <= bothSeen)) {
            return OptionalDouble.empty();
        }
        List<String> groups = new ArrayList<>(Collections.nCopies(before.size(), "before"));
        groups.addAll(Collections.nCopies(after.size(), "after"));
        double p = LogRankTest.of(data(all), groups).p();
        return Double.isFinite(p) ? OptionalDouble.of(p) : OptionalDouble.empty();
    }

    /** Until when somebody was watched; before any time if nobody was. */
    private static long longest(List<Lasting> all) {
        return all.stream().mapToLong(Lasting::days).max().orElse(-1);
    }

    private static SurvivalData data(List<Lasting> all) {
        double[] days = all.stream()
                .mapToDouble(one -> Math.max(SHORTEST, (double) one.days()))
                .toArray();
        boolean[] over = new boolean[days.length];
        for (int i = 0; i < over.length; i++) {
            over[i] = all.get(i).isOver();
        }
        return SurvivalData.of(days, over);
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
        SurvivalCurve curve = KaplanMeier.of(data(all));
        return Spread.builder()
                .group(group)
                .began(all.size())
                .reached((int) all.stream().filter(Lasting::isOver).count())
                .quarter(curve.quantile(0.25).estimate())
                .median(curve.median().estimate())
                .threeQuarters(curve.quantile(0.75).estimate())
                .build();
    }
}
