package dev.rapport.engagement.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts who went from which stage to which, and what became of those who entered one. */
final class Movements {

    private enum Fate {
        MOVED_ON,
        WENT_BACK,
        LEFT,
        STILL
    }

    private final LifeCycleFlow flow;

    Movements(LifeCycleFlow flow) {
        this.flow = flow;
    }

    List<Conversion> conversions() {
        List<Conversion> conversions = new ArrayList<>();
        for (Stage stage : flow.policy().stages()) {
            List<Stay> entered = flow.stays().stream()
                    .filter(stay -> stay.stage().equals(stage) && flow.isLately(Optional.of(stay.enteredOn())))
                    .toList();
            List<Stay> movedOn =
                    entered.stream().filter(stay -> fate(stay) == Fate.MOVED_ON).toList();
            conversions.add(Conversion.builder()
                    .stage(stage.id())
                    .entered(entered.size())
                    .movedOn(movedOn.size())
                    .wentBack(count(entered, Fate.WENT_BACK))
                    .left(count(entered, Fate.LEFT))
                    .still(count(entered, Fate.STILL))
                    .arr(flow.arrOf(entered))
                    .movedOnArr(flow.arrOf(movedOn))
                    .build());
        }
        return List.copyOf(conversions);
    }

    private int count(List<Stay> stays, Fate fate) {
        return (int) stays.stream().filter(stay -> fate(stay) == fate).count();
    }

    private Fate fate(Stay stay) {
        if (stay.leftOn().isEmpty()) {
            return Fate.STILL;
        }
        if (stay.next().isEmpty()) {
            return Fate.LEFT;
        }
        int from = flow.policy().position(stay.stage().id());
        boolean isLast = from == flow.policy().stages().size() - 1;
        return isLast || flow.policy().position(stay.next().get()) > from ? Fate.MOVED_ON : Fate.WENT_BACK;
    }

    List<Movement> movements() {
        int none = flow.policy().stages().size();
        Comparator<int[]> inOrder = Comparator.<int[]>comparingInt(way -> way[0]).thenComparingInt(way -> way[1]);
        Map<int[], List<Stay>> byWay = new TreeMap<>(inOrder);
        for (Stay stay : flow.stays()) {
            if (flow.isLately(stay.leftOn())) {
                int to = stay.next().map(flow.policy()::position).orElse(none);
                int[] way = {flow.policy().position(stay.stage().id()), to};
                byWay.computeIfAbsent(way, absent -> new ArrayList<>()).add(stay);
            }
        }
        List<Movement> movements = new ArrayList<>();
        byWay.values().forEach(stays -> movements.add(Movement.builder()
                .left(stays.get(0).stage().id())
                .entered(stays.get(0).next())
                .moves(stays.size())
                .customers(
                        (int) stays.stream().map(Stay::customerId).distinct().count())
                .arr(flow.arrOf(stays))
                .medianDays(median(stays))
                .build()));
        return List.copyOf(movements);
    }

    private static double median(List<Stay> stays) {
        int[] days = stays.stream().mapToInt(Stay::days).sorted().toArray();
        int middle = days.length / 2;
        return days.length % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2.0;
    }
}
