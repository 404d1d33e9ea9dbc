package dev.rapport.engagement.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MatchingProperties {

    /** How good a choice is, least first: areas without anybody, second areas, costs. */
    private static List<Long> score(long[][] costs, int[] persons) {
        long nobody = 0;
        long cost = 0;
        for (int area = 0; area < costs.length; area++) {
            if (persons[area] == Matching.NOBODY) {
                nobody++;
            } else {
                cost += costs[area][persons[area]];
            }
        }
        long somebody = costs.length - nobody;
        long different = Arrays.stream(persons)
                .filter(person -> person != Matching.NOBODY)
                .distinct()
                .count();
        return List.of(nobody, somebody - different, cost);
    }

    private static boolean isAllowed(long[][] costs, int[] persons) {
        for (int area = 0; area < costs.length; area++) {
            if (persons[area] != Matching.NOBODY && costs[area][persons[area]] == Matching.NEVER) {
                return false;
            }
        }
        return true;
    }

    /** The best of all choices there are. */
    private static List<Long> best(long[][] costs, int people) {
        List<Long> best = List.of(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        int choices = (int) StrictMath.pow(people + 1, costs.length);
        for (int choice = 0; choice < choices; choice++) {
            int[] persons = new int[costs.length];
            int rest = choice;
            for (int area = 0; area < costs.length; area++) {
                persons[area] = rest % (people + 1) - 1;
                rest /= people + 1;
            }
            if (isAllowed(costs, persons) && Arrays.compare(array(score(costs, persons)), array(best)) < 0) {
                best = score(costs, persons);
            }
        }
        return best;
    }

    private static long[] array(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    @Property
    void choice_isAsGoodAsTheBestOfAll(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int areas,
            @ForAll @IntRange(min = 0, max = 5) int people) {
        Random random = new Random(seed);
        long[][] costs = new long[areas][people];
        for (long[] row : costs) {
            for (int person = 0; person < people; person++) {
                row[person] = random.nextInt(3) == 0 ? Matching.NEVER : random.nextInt(6);
            }
        }

        int[] persons = Matching.of(costs, people);

        assertThat(isAllowed(costs, persons)).isTrue();
        assertThat(score(costs, persons)).isEqualTo(best(costs, people));
    }

    @Example
    void noArea_takesNobody() {
        assertThat(Matching.of(new long[0][3], 3)).isEmpty();
    }

    @Example
    void nobodyLeadsTwo_whereAnotherCan_howeverDear() {
        long[][] costs = {{0, 1_000_000}, {0, 1_000_000_000}};

        assertThat(Matching.of(costs, 2)).containsExactly(1, 0);
    }
}
