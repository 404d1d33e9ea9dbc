package dev.rapport.segmentation.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Status;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.condition.RandomConditions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whole books against naive counting over single customers. */
class SegmentationProperties {

    private static final int SEGMENTS = 4;

    @Property(tries = 150)
    void wholeBook_agreesWithEveryCustomerByItself_andWithNaiveCounts(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 300) int customers,
            @ForAll @IntRange(min = 1, max = 4) int tasks,
            @ForAll boolean withRest) {
        RandomConditions random = new RandomConditions(new Random(seed));
        List<RandomConditions.Pair> pairs = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < SEGMENTS; i++) {
            pairs.add(random.condition(2));
            rules.add(Rule.of("s" + i, pairs.get(i).condition()));
        }
        RuleSegmentation strategy = RuleSegmentation.of(rules);
        strategy = withRest ? strategy.withRest(Segment.of("rest")) : strategy;
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            rows.add(random.row(Integer.toString(1000 + i)));
        }
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed + 1));
        Book book = Row.book(RandomConditions.KEYS, shuffled);

        ExecutorService executor = Executors.newFixedThreadPool(2);
        Segmentation segmentation;
        try {
            segmentation = Segmentation.of(strategy, book, executor, tasks);
        } finally {
            executor.shutdown();
        }

        int[][] both = new int[SEGMENTS][SEGMENTS];
        Map<String, List<String>> lists = new HashMap<>();
        for (int row = 0; row < customers; row++) {
            String answers = "";
            for (RandomConditions.Pair pair : pairs) {
                answers += pair.oracle().apply(rows.get(row));
            }
            int first = answers.indexOf('T');
            String expected =
                    first >= 0 ? "s" + first : answers.contains("U") ? "undecided" : withRest ? "rest" : "gap";
            lists.computeIfAbsent(expected, list -> new ArrayList<>())
                    .add(rows.get(row).id());
            if (first >= 0 && answers.substring(0, first).contains("U")) {
                lists.computeIfAbsent("provisional", list -> new ArrayList<>())
                        .add(rows.get(row).id());
            }
            for (int i = 0; i < SEGMENTS; i++) {
                for (int j = i + 1; j < SEGMENTS; j++) {
                    both[i][j] += answers.charAt(i) == 'T' && answers.charAt(j) == 'T' ? 1 : 0;
                }
            }
            assertRowAgrees(strategy, book.customers().get(row), segmentation, row);
        }
        for (Segment segment : strategy.segments()) {
            assertThat(segmentation.members(segment))
                    .as("seed %s, %s", seed, segment)
                    .isEqualTo(lists.getOrDefault(segment.id(), List.of()));
        }
        assertThat(segmentation.gaps()).isEqualTo(lists.getOrDefault("gap", List.of()));
        assertThat(segmentation.undecided()).isEqualTo(lists.getOrDefault("undecided", List.of()));
        assertThat(segmentation.provisional()).isEqualTo(lists.getOrDefault("provisional", List.of()));
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < SEGMENTS; i++) {
            for (int j = i + 1; j < SEGMENTS; j++) {
                if (both[i][j] > 0) {
                    overlaps.add(new Overlap(Segment.of("s" + i), Segment.of("s" + j), both[i][j]));
                }
            }
        }
        assertThat(segmentation.overlaps()).as("seed %s", seed).isEqualTo(overlaps);
    }

    private static void assertRowAgrees(
            SegmentationStrategy strategy, CustomerView customer, Segmentation segmentation, int row) {
        Decision<Segment> decision = strategy.assign(customer);
        assertThat(decision.value()).isEqualTo(segmentation.segment(row));
        assertThat(decision.reasons().foldsToItsValue()).isTrue();
        assertThat(decision.reasons().label()).isEqualTo(decision.value().map(Segment::id));
        assertThat(segmentation.undecided().contains(customer.customerId()))
                .isEqualTo(decision.reasons().status() == Status.NOT_ENOUGH_DATA);
    }
}
