package dev.rapport.segmentation.combination;

import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds where the customers of small segments go. */
final class Leftovers {

    private Leftovers() {}

    /** Segments next to each other that have become one; it is called by the largest of them, the first of equals. */
    private record Group(List<String> ids, String name, int largest, int size) {

        static Group of(String id, int size) {
            return new Group(List.of(id), id, size, size);
        }

        Group and(Group next) {
            List<String> all = new ArrayList<>(ids);
            all.addAll(next.ids);
            Group named = next.largest > largest ? next : this;
            return new Group(all, named.name, named.largest, size + next.size);
        }
    }

    static Map<String, String> merge(Map<Segment, Integer> sizes, int minimum, LeftoverRule rule, String rest) {
        return switch (rule) {
            case INTO_REST -> intoOne(sizes, minimum, rest);
            case INTO_LARGEST -> intoOne(sizes, minimum, largest(sizes));
            case INTO_NEIGHBOUR -> intoNeighbours(sizes, minimum);
        };
    }

    private static Map<String, String> intoOne(Map<Segment, Integer> sizes, int minimum, String target) {
        Map<String, String> into = new TreeMap<>();
        sizes.forEach((segment, size) -> {
            if (size < minimum && !segment.id().equals(target)) {
                into.put(segment.id(), target);
            }
        });
        return into;
    }

    private static String largest(Map<Segment, Integer> sizes) {
        String largest = "";
        int most = -1;
        for (Map.Entry<Segment, Integer> entry : sizes.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                largest = entry.getKey().id();
            }
        }
        return largest;
    }

    private static Map<String, String> intoNeighbours(Map<Segment, Integer> sizes, int minimum) {
        List<Group> groups = new ArrayList<>();
        sizes.forEach((segment, size) -> groups.add(Group.of(segment.id(), size)));
        while (groups.size() > 1) {
            int small = smallest(groups);
            if (groups.get(small).size() >= minimum) {
                break;
            }
            boolean goesBack = small == groups.size() - 1
                    || (small > 0
                            && groups.get(small - 1).size()
                                    <= groups.get(small + 1).size());
            int first = goesBack ? small - 1 : small;
            groups.set(first, groups.get(first).and(groups.remove(first + 1)));
        }
        Map<String, String> into = new TreeMap<>();
        for (Group group : groups) {
            for (String id : group.ids()) {
                if (!id.equals(group.name())) {
                    into.put(id, group.name());
                }
            }
        }
        return into;
    }

    private static int smallest(List<Group> groups) {
        int smallest = 0;
        for (int i = 1; i < groups.size(); i++) {
            smallest = groups.get(i).size() < groups.get(smallest).size() ? i : smallest;
        }
        return smallest;
    }
}
