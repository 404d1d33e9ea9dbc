package dev.rapport.segmentation.condition;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.segmentation.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Random customers, and random conditions with a direct evaluation of each beside it. */
public final class RandomConditions {

    static final AttributeKey<Double> NUMBER = AttributeKey.number("number");
    static final AttributeKey<Money> MONEY = AttributeKey.money("money");
    static final AttributeKey<LocalDate> DATE = AttributeKey.date("date");
    static final AttributeKey<Boolean> TRUTH = AttributeKey.bool("truth");
    static final AttributeKey<String> TEXT = AttributeKey.text("text");
    static final AttributeKey<Set<String>> SET = AttributeKey.textSet("set");
    public static final List<AttributeKey<?>> KEYS = List.of(NUMBER, MONEY, DATE, TRUTH, TEXT, SET);

    private static final List<String> WORDS = List.of("Ab", "ab", "abc", "B", "bc", "C");

    private final Random random;

    public RandomConditions(Random random) {
        this.random = random;
    }

    /** T(rue), F(alse), U(nknown) or N(ot applicable). */
    public record Pair(Condition condition, Function<Row, Character> oracle) {}

    public Row row(String id) {
        Row row = Row.of(id);
        row.with(NUMBER, reading((double) random.nextInt(6)));
        row.with(
                MONEY,
                reading(Money.of(random.nextInt(8) == 0 ? CurrencyUnit.USD : CurrencyUnit.EUR, random.nextInt(6))));
        row.with(DATE, reading(Row.TODAY.plusDays(random.nextInt(11) - 5)));
        row.with(TRUTH, reading(random.nextBoolean()));
        row.with(TEXT, reading(word()));
        row.with(SET, reading(new HashSet<>(words())));
        return row;
    }

    private <T> Reading<T> reading(T value) {
        return switch (random.nextInt(8)) {
            case 0 -> Reading.missing();
            case 1 -> Reading.notApplicable("by chance");
            case 2 -> random.nextBoolean() ? Reading.failed("by chance") : Reading.missing();
            default -> Reading.present(value, Provenance.of("test"));
        };
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            words.add(word());
        }
        return words;
    }

    private static <T> Pair leaf(Condition condition, AttributeKey<T> key, Predicate<T> test) {
        return new Pair(condition, row -> {
            @SuppressWarnings("unchecked")
            Reading<T> reading = (Reading<T>) row.reading(key);
            return switch (reading.status()) {
                case PRESENT -> {
                    T value = reading.value().orElseThrow();
                    boolean foreign = value instanceof Money money
                            && !money.getCurrencyUnit().equals(CurrencyUnit.EUR);
                    yield foreign ? 'U' : test.test(value) ? 'T' : 'F';
                }
                case NOT_APPLICABLE -> 'N';
                case MISSING, FAILED -> 'U';
            };
        });
    }

    public Pair condition(int depth) {
        if (depth > 0 && random.nextInt(4) > 0) {
            List<Pair> parts = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                parts.add(condition(depth - 1));
            }
            return combined(parts);
        }
        double bound = random.nextInt(6);
        Money amount = Money.of(CurrencyUnit.EUR, bound);
        LocalDate day = Row.TODAY.plusDays(random.nextInt(11) - 5);
        int days = 1 + random.nextInt(5);
        String word = word();
        String[] words = words().stream().distinct().toArray(String[]::new);
        return switch (random.nextInt(15)) {
            case 0 -> leaf(Condition.atLeast(NUMBER, bound), NUMBER, v -> v >= bound);
            case 1 -> leaf(Condition.above(NUMBER, bound), NUMBER, v -> v > bound);
            case 2 -> leaf(Condition.atMost(NUMBER, bound), NUMBER, v -> v <= bound);
            case 3 -> leaf(Condition.below(MONEY, amount), MONEY, v -> v.isLessThan(amount));
            case 4 -> leaf(Condition.equalTo(MONEY, amount), MONEY, v -> v.isEqual(amount));
            case 5 -> leaf(Condition.between(NUMBER, bound, bound + 2), NUMBER, v -> v >= bound && v < bound + 2);
            case 6 -> leaf(Condition.compare(DATE, Operator.ABOVE, day), DATE, v -> v.isAfter(day));
            case 7 ->
                leaf(
                        Condition.withinLast(DATE, days),
                        DATE,
                        v -> !v.isAfter(Row.TODAY) && v.isAfter(Row.TODAY.minusDays(days)));
            case 8 ->
                leaf(
                        Condition.withinNext(DATE, days),
                        DATE,
                        v -> v.isAfter(Row.TODAY) && !v.isAfter(Row.TODAY.plusDays(days)));
            case 9 -> leaf(Condition.isFalse(TRUTH), TRUTH, v -> !v);
            case 10 ->
                leaf(Condition.oneOf(TEXT, words), TEXT, v -> List.of(words).contains(v));
            case 11 ->
                leaf(
                        Condition.startsWith(TEXT, TextCase.IGNORED, word),
                        TEXT,
                        v -> v.regionMatches(true, 0, word, 0, word.length()));
            case 12 -> leaf(Condition.containsText(TEXT, TextCase.EXACT, word), TEXT, v -> v.contains(word));
            case 13 ->
                leaf(
                        Condition.containsAny(SET, words),
                        SET,
                        v -> List.of(words).stream().anyMatch(v::contains));
            default ->
                new Pair(
                        Condition.missing(TEXT),
                        row -> row.reading(TEXT).value().isEmpty() ? 'T' : 'F');
        };
    }

    private Pair combined(List<Pair> parts) {
        Condition[] conditions = parts.stream().map(Pair::condition).toArray(Condition[]::new);
        int count = 1 + random.nextInt(parts.size());
        return switch (random.nextInt(4)) {
            case 0 ->
                new Pair(Condition.allOf(conditions), row -> {
                    String known = answers(parts, row);
                    return known.isEmpty() ? 'N' : known.contains("F") ? 'F' : known.contains("U") ? 'U' : 'T';
                });
            case 1 ->
                new Pair(Condition.anyOf(conditions), row -> {
                    String known = answers(parts, row);
                    return known.isEmpty() ? 'N' : known.contains("T") ? 'T' : known.contains("U") ? 'U' : 'F';
                });
            case 2 ->
                new Pair(Condition.noneOf(conditions), row -> {
                    String known = answers(parts, row);
                    return known.isEmpty() ? 'N' : known.contains("T") ? 'F' : known.contains("U") ? 'U' : 'T';
                });
            default ->
                new Pair(Condition.atLeastOf(count, conditions), row -> {
                    String known = answers(parts, row);
                    long holding = known.chars().filter(c -> c == 'T').count();
                    long open = known.chars().filter(c -> c == 'U').count();
                    return known.isEmpty() ? 'N' : holding >= count ? 'T' : holding + open < count ? 'F' : 'U';
                });
        };
    }

    /** The answers of the parts that are applicable. */
    private static String answers(List<Pair> parts, Row row) {
        StringBuilder answers = new StringBuilder();
        parts.forEach(part -> answers.append(part.oracle().apply(row)));
        return answers.toString().replace("N", "");
    }
}
