package dev.rapport.segmentation.combination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What a merge promises, whatever the sizes. */
class LeftoversProperties {

    private static Map<Segment, Integer> sizes(List<Integer> numbers) {
        Map<Segment, Integer> sizes = new LinkedHashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            sizes.put(Segment.of("s" + i), numbers.get(i));
        }
        return sizes;
    }

    private static Map<String, Integer> after(Map<Segment, Integer> sizes, Map<String, String> into) {
        Map<String, Integer> after = new LinkedHashMap<>();
        sizes.forEach(
                (segment, size) -> after.merge(into.getOrDefault(segment.id(), segment.id()), size, Integer::sum));
        return after;
    }

    @Property(tries = 300)
    void neighbours_leaveNoSmallSegment_andRunsStayTogether(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 30) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 40) int minimum) {
        Map<Segment, Integer> sizes = sizes(numbers);
        Map<String, String> into = Leftovers.merge(sizes, minimum, LeftoverRule.INTO_NEIGHBOUR, "rest");
        Map<String, Integer> after = after(sizes, into);
        assertThat(after.values().stream().allMatch(size -> size >= minimum) || after.size() == 1)
                .as("%s at least %s: %s", numbers, minimum, into)
                .isTrue();
        List<String> runs = new ArrayList<>();
        for (Segment segment : sizes.keySet()) {
            String target = into.getOrDefault(segment.id(), segment.id());
            if (runs.isEmpty() || !runs.get(runs.size() - 1).equals(target)) {
                runs.add(target);
            }
        }
        assertThat(runs).doesNotHaveDuplicates();
        assertThat(into.values()).noneMatch(into::containsKey);
    }

    @Property(tries = 300)
    void restAndLargest_takeExactlyTheSmallOnes(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 30) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 40) int minimum) {
        Map<Segment, Integer> sizes = sizes(numbers);
        Map<String, String> rest = Leftovers.merge(sizes, minimum, LeftoverRule.INTO_REST, "rest");
        Map<String, String> largest = Leftovers.merge(sizes, minimum, LeftoverRule.INTO_LARGEST, "rest");
        int most = numbers.stream().mapToInt(Integer::intValue).max().orElseThrow();
        String first = "s" + numbers.indexOf(most);
        sizes.forEach((segment, size) -> {
            assertThat(rest.containsKey(segment.id())).isEqualTo(size < minimum);
            assertThat(largest.containsKey(segment.id()))
                    .isEqualTo(size < minimum && !segment.id().equals(first));
        });
        assertThat(largest.values()).allMatch(first::equals);
    }

    @Example
    void neighbour_isTheSmallerOfTheTwo_andTheLargestGivesItsName() {
        assertThat(Leftovers.merge(sizes(List.of(50, 3, 20, 4, 4)), 10, LeftoverRule.INTO_NEIGHBOUR, "rest"))
                .isEqualTo(Map.of("s1", "s2", "s3", "s2", "s4", "s2"));
    }
}
