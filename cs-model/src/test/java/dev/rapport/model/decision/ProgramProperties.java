package dev.rapport.model.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Columns;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Rows and columns agree bit for bit, explanations fold, and both agree with a naive evaluation of the tree. */
class ProgramProperties {

    private static final int KEYS = 6;
    private static final List<AttributeKey<Double>> NUMBERS =
            IntStream.range(0, KEYS).mapToObj(i -> AttributeKey.number("n" + i)).toList();
    private static final List<AttributeKey<String>> TEXTS =
            IntStream.range(0, KEYS).mapToObj(i -> AttributeKey.text("t" + i)).toList();

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant CUT = Instant.parse("2026-07-01T00:00:00Z");

    private static Reading<Double> number(long seed, int customer, int key) {
        Random random = new Random(seed * 31 + customer * 7_919L + key);
        int kind = random.nextInt(10);
        return switch (kind) {
            case 0 -> Reading.missing();
            case 1 -> Reading.notApplicable("by chance");
            case 2 -> Reading.failed("by chance");
            default -> Reading.present(random.nextDouble() * 100, since(random));
        };
    }

    /** From today to about a year ago, or not told. */
    private static Provenance since(Random random) {
        return random.nextInt(4) == 0
                ? Provenance.of("test")
                : new Provenance(
                        Optional.of(CUT.minusSeconds(1 + random.nextInt(30_000_000))), Optional.empty(), "test");
    }

    private static Reading<String> text(long seed, int customer, int key) {
        Random random = new Random(seed * 17 + customer * 104_729L + key);
        return random.nextInt(8) == 0
                ? Reading.missing()
                : Reading.present("w" + random.nextInt(4), Provenance.of("test"));
    }

    private static Book book(long seed, int customers) {
        List<DerivedAttribute<?>> derived = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            int number = key;
            derived.add(new DerivedAttribute<>(
                    NUMBERS.get(key),
                    dev.rapport.model.attribute.Requirements.none(),
                    view -> number(seed, Integer.parseInt(view.customerId()), number)));
            derived.add(new DerivedAttribute<>(
                    TEXTS.get(key),
                    dev.rapport.model.attribute.Requirements.none(),
                    view -> text(seed, Integer.parseInt(view.customerId()), number)));
        }
        ViewAdapter<Integer> adapter =
                ViewAdapter.<Integer>builder(id -> Integer.toString(id)).build();
        return Facts.of(adapter, IntStream.range(0, customers).boxed().toList())
                .derive(derived)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY);
    }

    private static Node numeric(Random random, int depth, int[] counter) {
        String code = "x" + counter[0]++;
        if (depth == 0 || random.nextInt(4) == 0) {
            if (random.nextBoolean()) {
                double factor = random.nextDouble() * 2 - 0.5;
                Node leaf = Node.number(code, NUMBERS.get(random.nextInt(KEYS)), (value, today) -> value * factor);
                return aged(random, compared(random, leaf));
            }
            return aged(
                    random,
                    Node.text(
                            code,
                            TEXTS.get(random.nextInt(KEYS)),
                            word -> "w3".equals(word) ? Double.NaN : 10 * word.charAt(1)));
        }
        Handling handling = Handling.values()[random.nextInt(Handling.values().length)];
        int size = 1 + random.nextInt(4);
        if (random.nextInt(3) > 0) {
            List<Weighted> parts = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                parts.add(new Weighted(
                        numeric(random, depth - 1, counter), i == 0 ? 0.1 + random.nextDouble() : random.nextInt(3)));
            }
            return Node.weightedMean(code, parts, handling, random.nextInt(3) * 0.3);
        }
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            parts.add(numeric(random, depth - 1, counter));
        }
        return switch (random.nextInt(3)) {
            case 0 -> Node.sum(code, parts, handling);
            case 1 -> Node.min(code, parts, handling);
            default -> Node.max(code, parts, handling);
        };
    }

    private static Node aged(Random random, Node leaf) {
        return random.nextInt(3) > 0
                ? leaf
                : leaf.fading(new TimeToLive(random.nextInt(200), random.nextInt(3) * random.nextInt(200)));
    }

    private static Node compared(Random random, Node leaf) {
        if (random.nextInt(4) == 0) {
            return leaf.comparedWith(peers(random));
        }
        return random.nextInt(4) > 0
                ? leaf
                : leaf.comparedWithin(
                        TEXTS.get(random.nextInt(KEYS)),
                        Map.of("w0", peers(random), "w1", peers(random), "w2", peers(random)));
    }

    private static Peers peers(Random random) {
        double half = 1 + random.nextInt(100);
        return new Peers(
                (value, today) -> value > 90 ? Double.NaN : value / half,
                new Evidence(AttributeKey.number("customers"), half, Provenance.of("peers")),
                "too far up");
    }

    private static Node condition(Random random, int depth, int[] counter) {
        String code = "c" + counter[0]++;
        if (depth == 0 || random.nextInt(4) == 0) {
            return simple(code, random, counter);
        }
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            parts.add(condition(random, depth - 1, counter));
        }
        return switch (random.nextInt(4)) {
            case 0 -> Node.allOf(code, parts);
            case 1 -> Node.anyOf(code, parts);
            case 2 -> Node.atLeast(code, 1 + random.nextInt(parts.size()), parts);
            default -> Node.noneOf(code, parts);
        };
    }

    /** Of the few bounds some come twice, so that equal conditions meet. */
    private static Node simple(String code, Random random, int[] counter) {
        AttributeKey<Double> number = NUMBERS.get(random.nextInt(KEYS));
        AttributeKey<String> text = TEXTS.get(random.nextInt(KEYS));
        double bound = random.nextInt(5) * 20;
        Node node = switch (random.nextInt(7)) {
            case 0 -> Node.number(code, number, (value, today) -> value >= bound ? 1 : 0);
            case 1 -> Node.number(code, number, (RangeFunction) today -> NumberRange.above(bound));
            case 2 -> Node.number(code, number, (RangeFunction) today -> new NumberRange(bound, bound + 30));
            case 3 -> Node.present(code, number);
            case 4 -> Node.text(code, text, word -> "w3".equals(word) ? Double.NaN : word.charAt(1) % 2);
            case 5 -> aged(random, Node.number(code, number, (RangeFunction) today -> NumberRange.atMost(bound)));
            default ->
                Node.linked(
                        code, numeric(random, 1, counter), value -> value > 90 ? Double.NaN : value > bound ? 1 : 0);
        };
        return node.asCondition();
    }

    @Property(tries = 200)
    void rowsAndColumns_agreeToTheLastBit_forAnyNumberOfTasks(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 700) int customers,
            @ForAll @IntRange(min = 1, max = 5) int tasks) {
        assertRowsAndColumnsAgree(seed, customers, tasks);
    }

    /** Bits are found for 4,096 rows together. */
    @Property(tries = 2)
    void rowsAndColumns_agree_inBooksOfSeveralChunks(
            @ForAll long seed,
            @ForAll @IntRange(min = 4097, max = 4400) int customers,
            @ForAll @IntRange(min = 1, max = 5) int tasks) {
        assertRowsAndColumnsAgree(seed, customers, tasks);
    }

    private static void assertRowsAndColumnsAgree(long seed, int customers, int tasks) {
        Random random = new Random(seed);
        int[] counter = {0};
        List<Node> outputs = List.of(
                numeric(random, 3, counter),
                condition(random, 3, counter),
                Node.firstMatch(
                        "first",
                        List.of(condition(random, 2, counter), condition(random, 1, counter)),
                        List.of("p", "q")),
                Node.firstMatch(
                        "or-rest",
                        List.of(condition(random, 2, counter), condition(random, 1, counter)),
                        List.of("p", "q"),
                        "rest"));
        Program program = Program.of(outputs);
        Book book = book(seed, customers);
        Columns columns = program.columns(book);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            List<Scores> scores = program.evaluate(columns, executor, tasks);
            List<Answers> answers = program.answer(columns, executor, tasks);
            int row = 0;
            for (CustomerView view : book.customers()) {
                List<Explanation> explanations = program.explainAll(view);
                for (int output = 0; output < outputs.size(); output++) {
                    Explanation explanation = explanations.get(output);
                    Scores column = scores.get(output);
                    assertThat(column.status(row)).isEqualTo(explanation.status());
                    assertThat(Double.doubleToLongBits(column.value(row)))
                            .isEqualTo(Double.doubleToLongBits(explanation.rawValue()));
                    assertThat(Double.doubleToLongBits(column.completeness(row)))
                            .isEqualTo(Double.doubleToLongBits(explanation.completeness()));
                    assertThat(Double.doubleToLongBits(column.freshness(row)))
                            .isEqualTo(Double.doubleToLongBits(explanation.freshness()));
                    assertThat(explanation.foldsToItsValue()).isTrue();
                    assertAgrees(answers.get(output), row, explanation);
                }
                row++;
            }
        } finally {
            executor.shutdown();
        }
    }

    private static void assertAgrees(Answers answers, int row, Explanation explanation) {
        Status status = explanation.status();
        assertThat(answers.status(row)).isEqualTo(status);
        assertThat(Double.doubleToLongBits(answers.value(row)))
                .isEqualTo(Double.doubleToLongBits(explanation.rawValue()));
        assertThat(answers.holding().get(row)).isEqualTo(status == Status.EVALUATED && explanation.rawValue() != 0);
        assertThat(answers.open().get(row)).isEqualTo(status == Status.NOT_ENOUGH_DATA || status == Status.FAILED);
    }

    @Property(tries = 200)
    void moneyInSeveralCurrencies_agreesToo(@ForAll long seed, @ForAll @IntRange(min = 0, max = 600) int customers) {
        AttributeKey<Money> fee = AttributeKey.money("fee");
        Map<String, Money> fees = new HashMap<>();
        Random random = new Random(seed);
        for (int i = 0; i < customers; i++) {
            if (random.nextInt(4) > 0) {
                CurrencyUnit currency = random.nextInt(3) == 0 ? CurrencyUnit.USD : CurrencyUnit.EUR;
                fees.put(Integer.toString(i), Money.ofMinor(currency, random.nextInt(1_000_000)));
            }
        }
        Book book = book(seed, customers).with(fee, "test", fees);
        Program program = Program.of(
                Node.money("fee", fee, CurrencyUnit.EUR, (value, today) -> value),
                Node.present("has-fee", fee),
                Node.money("high-fee", fee, CurrencyUnit.EUR, (RangeFunction) today -> NumberRange.atLeast(5000))
                        .asCondition());
        List<Scores> scores = program.evaluate(book.columns(List.of(fee)));
        List<Answers> answers = program.answer(book.columns(List.of(fee)), Runnable::run, 1);
        for (int row = 0; row < book.size(); row++) {
            List<Explanation> explanations = program.explainAll(book.customers().get(row));
            for (int output = 0; output < 3; output++) {
                assertAgrees(answers.get(output), row, explanations.get(output));
                assertThat(scores.get(output).status(row))
                        .isEqualTo(explanations.get(output).status());
                assertThat(Double.doubleToLongBits(scores.get(output).value(row)))
                        .isEqualTo(
                                Double.doubleToLongBits(explanations.get(output).rawValue()));
            }
        }
    }

    @Property(tries = 500)
    void conditions_agreeWithThreeValuedLogic(@ForAll long seed) {
        Node node = condition(new Random(seed), 4, new int[1]);
        Program program = Program.of(node);
        for (CustomerView view : book(seed, 20).customers()) {
            Explanation explanation = program.explain(view);
            assertThat(truth(explanation)).as(explanation.toString()).isEqualTo(oracle(explanation));
        }
    }

    /** T, F, U(nknown) or N(ot applicable). */
    private static char truth(Explanation explanation) {
        return switch (explanation.status()) {
            case EVALUATED -> explanation.value().orElseThrow() != 0 ? 'T' : 'F';
            case NOT_APPLICABLE -> 'N';
            case NOT_ENOUGH_DATA, FAILED -> 'U';
        };
    }

    private static char atLeast(int required, String parts) {
        long holding = parts.chars().filter(part -> part == 'T').count();
        long possible = parts.chars().filter(part -> part != 'F').count();
        return holding >= required ? 'T' : possible < required ? 'F' : 'U';
    }

    private static char oracle(Explanation explanation) {
        if (!explanation.combination().isLogical()) {
            return truth(explanation);
        }
        StringBuilder parts = new StringBuilder();
        explanation.parts().forEach(part -> parts.append(oracle(part)));
        String applicable = parts.toString().replace("N", "");
        if (applicable.isEmpty()) {
            return 'N';
        }
        return switch (explanation.combination()) {
            case ALL_OF -> applicable.contains("F") ? 'F' : applicable.contains("U") ? 'U' : 'T';
            case ANY_OF -> applicable.contains("T") ? 'T' : applicable.contains("U") ? 'U' : 'F';
            case AT_LEAST -> atLeast(explanation.required(), applicable);
            case NONE_OF -> applicable.contains("T") ? 'F' : applicable.contains("U") ? 'U' : 'T';
            default -> throw new IllegalStateException(explanation.toString());
        };
    }
}
