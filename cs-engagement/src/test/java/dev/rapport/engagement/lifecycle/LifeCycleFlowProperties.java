package dev.rapport.engagement.lifecycle;

import static dev.rapport.engagement.lifecycle.Ways.cycle;
import static dev.rapport.engagement.lifecycle.Ways.stage;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Counts and durations against a naive reading, day by day, of ways that follow each other without gaps. */
class LifeCycleFlowProperties {

    private static final int DAYS = 120;
    private static final int WINDOW = 60;
    private static final List<String> STAGES = List.of("a", "b", "c");
    private static final LifeCycle POLICY = cycle(
                    stage("a").build(), stage("b").build(), stage("c").build())
            .valueStage("c")
            .movementDays(WINDOW)
            .build();

    /** A way as somebody would note it in a diary: the stage of each day, from the first one to the last or today. */
    record Diary(List<Integer> stages, List<Integer> lengths, int begins, boolean isOver) {

        /** On which day each stay begins, and at the end where the last one ends. */
        List<Integer> starts() {
            List<Integer> starts = new ArrayList<>(List.of(begins));
            lengths.forEach(length -> starts.add(starts.get(starts.size() - 1) + length));
            return starts;
        }
    }

    @Provide
    Arbitrary<List<Diary>> diaries() {
        Arbitrary<Diary> diary = Arbitraries.integers().between(1, 5).flatMap(size -> Combinators.combine(
                        Arbitraries.integers().between(0, 2).list().ofSize(size),
                        Arbitraries.integers().between(1, 30).list().ofSize(size),
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.of(true, false))
                .as(Diary::new));
        return diary.list().ofMinSize(1).ofMaxSize(6);
    }

    private static LocalDate day(int number) {
        return Ways.TODAY.minusDays(DAYS - (long) number);
    }

    private static LifeCycleFlow flow(List<Diary> diaries) {
        Ways[] ways = IntStream.range(0, diaries.size())
                .mapToObj(i -> {
                    Diary diary = diaries.get(i);
                    Ways way = Ways.of("c-" + i).pays(i + 1);
                    List<Integer> starts = diary.starts();
                    for (int s = 0; s < diary.stages().size(); s++) {
                        boolean lasts = s == diary.stages().size() - 1 && !diary.isOver();
                        way.in(
                                "",
                                STAGES.get(diary.stages().get(s)),
                                day(starts.get(s)),
                                lasts ? Optional.empty() : Optional.of(day(starts.get(s + 1))));
                    }
                    return way;
                })
                .toArray(Ways[]::new);
        return Ways.flow(POLICY, ways);
    }

    /** Stays that began by today, and of these whether they ended by today and what came by today. */
    private record Noted(int customer, int stage, int from, int to, boolean isOver, int next) {}

    private static List<Noted> noted(List<Diary> diaries) {
        List<Noted> noted = new ArrayList<>();
        for (int c = 0; c < diaries.size(); c++) {
            Diary diary = diaries.get(c);
            List<Integer> starts = diary.starts();
            int size = diary.stages().size();
            for (int s = 0; s < size; s++) {
                if (starts.get(s) <= DAYS) {
                    boolean ends = s < size - 1 || diary.isOver();
                    boolean isOver = ends && starts.get(s + 1) <= DAYS;
                    int next = isOver && s < size - 1 ? diary.stages().get(s + 1) : -1;
                    int to = isOver ? starts.get(s + 1) : DAYS;
                    noted.add(new Noted(c, diary.stages().get(s), starts.get(s), to, isOver, next));
                }
            }
        }
        return noted;
    }

    @Property
    void conversion_isThatOfTheDiaries(@ForAll("diaries") List<Diary> diaries) {
        List<Conversion> conversions = flow(diaries).conversions();
        for (int stage = 0; stage < STAGES.size(); stage++) {
            int[] fates = new int[4];
            long arr = 0;
            boolean[] counted = new boolean[diaries.size()];
            for (Noted one : noted(diaries)) {
                if (one.stage() == stage && one.from() > DAYS - WINDOW) {
                    int fate = !one.isOver()
                            ? 3
                            : one.next() < 0 ? 2 : stage == 2 || one.next() > stage ? 0 : 1;
                    fates[fate]++;
                    arr += counted[one.customer()] ? 0 : one.customer() + 1;
                    counted[one.customer()] = true;
                }
            }
            Conversion found = conversions.get(stage);
            assertThat(List.of(found.movedOn(), found.wentBack(), found.left(), found.still()))
                    .containsExactly(fates[0], fates[1], fates[2], fates[3]);
            assertThat(found.entered()).isEqualTo(fates[0] + fates[1] + fates[2] + fates[3]);
            assertThat(found.arr().getAmountMajorLong()).isEqualTo(arr);
        }
    }

    @Property
    void movements_areThoseOfTheDiaries_andSumToAllThatEnded(@ForAll("diaries") List<Diary> diaries) {
        Map<String, List<Integer>> days = new TreeMap<>();
        for (Noted one : noted(diaries)) {
            if (one.isOver() && one.to() > DAYS - WINDOW) {
                String way = STAGES.get(one.stage()) + (one.next() < 0 ? "" : STAGES.get(one.next()));
                days.computeIfAbsent(way, absent -> new ArrayList<>()).add(one.to() - one.from());
            }
        }
        Map<String, List<Double>> found = new TreeMap<>();
        for (Movement movement : flow(diaries).movements()) {
            found.put(
                    movement.left() + movement.entered().orElse(""),
                    List.of((double) movement.moves(), movement.medianDays()));
        }
        assertThat(found.keySet()).isEqualTo(days.keySet());
        days.forEach((way, all) -> assertThat(found.get(way)).containsExactly((double) all.size(), middle(all)));
    }

    /** The middle by throwing away the least and the greatest until one or two are left. */
    private static double middle(List<Integer> days) {
        List<Integer> left = new ArrayList<>(days);
        while (left.size() > 2) {
            left.remove(left.stream().min(Integer::compare).orElseThrow());
            left.remove(left.stream().max(Integer::compare).orElseThrow());
        }
        return left.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    @Property
    void timeToValue_whereEverybodyIsThere_isThatOfTheDiaries(@ForAll("diaries") List<Diary> diaries) {
        List<Integer> days = new ArrayList<>();
        boolean allAreThere = true;
        for (int c = 0; c < diaries.size(); c++) {
            int customer = c;
            List<Noted> way =
                    noted(diaries).stream().filter(one -> one.customer() == customer).toList();
            if (way.isEmpty() || way.get(0).stage() != 0) {
                continue;
            }
            Optional<Noted> value = way.stream().filter(one -> one.stage() == 2).findFirst();
            allAreThere &= value.isPresent();
            value.ifPresent(one -> days.add(one.from() - way.get(0).from()));
        }
        List<Spread> spreads = flow(diaries).timeToValue();
        if (days.isEmpty()) {
            assertThat(spreads).allMatch(spread -> spread.reached() == 0 && spread.median().isEmpty());
            return;
        }
        assertThat(spreads.get(0).reached()).isEqualTo(days.size());
        if (allAreThere) {
            assertThat(spreads.get(0).median()).isEqualTo(OptionalDouble.of(middle(days)));
        }
    }
}
