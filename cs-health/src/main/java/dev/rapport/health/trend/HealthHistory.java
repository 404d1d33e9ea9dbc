package dev.rapport.health.trend;

import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthStrategy;
import dev.rapport.model.book.Book;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How customers were at a series of evaluation dates, as it would have been decided then: replayed, not stored. Trends and
 * flaps are those of the computed health; what somebody stated is no trend. Immutable.
 *
 * <pre>{@code
 * HealthHistory history = HealthHistory.replay(facts::asOf, book -> scorecard, monthEnds, Memory.empty());
 * history.trend("acme", 3, 5).direction(); // over three dates; 5 points are noise
 * }</pre>
 */
public final class HealthHistory {

    private final List<HealthOfBook> dates;
    private final List<Map<String, Integer>> rows;
    private final Memory memory;

    private HealthHistory(List<HealthOfBook> dates, Memory memory) {
        this.dates = List.copyOf(dates);
        this.memory = memory;
        this.rows = new ArrayList<>();
        for (HealthOfBook health : this.dates) {
            Map<String, Integer> of = new HashMap<>();
            for (int row = 0; row < health.size(); row++) {
                of.put(health.customerId(row), row);
            }
            rows.add(of);
        }
    }

    /**
     * Decides at each date, one after the other, with what was decided at the dates before.
     *
     * @param books  cuts the facts and lays over them what the strategy reads, as {@code facts::asOf}
     * @param strategy  what decides about a book; mostly the same for all
     * @param dates  the evaluation dates, at least one, the earliest first
     * @param start  what was decided before the first date
     * @return the history
     */
    public static HealthHistory replay(
            Function<AsOf, Book> books,
            Function<? super Book, ? extends HealthStrategy> strategy,
            List<AsOf> dates,
            Memory start) {
        Memory memory = start;
        List<HealthOfBook> decided = new ArrayList<>();
        for (AsOf date : dates) {
            Book book = books.apply(date);
            HealthOfBook health = strategy.apply(book).decide(book, memory);
            memory = memory.with(health.toRemember());
            decided.add(health);
        }
        return of(decided, memory);
    }

    /**
     * What was decided at several dates.
     *
     * @param dates  the health of the book at each date, at least one, the earliest first
     * @param memory  what is remembered after the last
     * @return the history
     */
    public static HealthHistory of(List<HealthOfBook> dates, Memory memory) {
        if (dates.isEmpty()) {
            throw new IllegalArgumentException("dates must not be empty.");
        }
        for (int i = 1; i < dates.size(); i++) {
            AsOf before = dates.get(i - 1).asOf();
            AsOf here = dates.get(i).asOf();
            if (!before.validAt().isBefore(here.validAt())) {
                throw new IllegalArgumentException("dates[" + i + "] (" + here.validAt()
                        + ") must be after the date before (" + before.validAt() + ").");
            }
        }
        return new HealthHistory(dates, memory);
    }

    /**
     * The health of the book at each date.
     *
     * @return the earliest first
     */
    public List<HealthOfBook> dates() {
        return dates;
    }

    /**
     * What is remembered after the last date.
     *
     * @return the memory
     */
    public Memory memory() {
        return memory;
    }

    /**
     * The score of a customer at each date, as it was computed.
     *
     * @param customerId  the customer
     * @return 0 to 100 each; NaN where it is unknown or the book did not have the customer
     */
    public double[] scores(String customerId) {
        double[] scores = new double[dates.size()];
        for (int date = 0; date < scores.length; date++) {
            Integer row = rows.get(date).get(customerId);
            scores[date] = row == null ? Double.NaN : dates.get(date).computed().score(row);
        }
        return scores;
    }

    /**
     * The bands of a customer from date to date, as they were computed.
     *
     * @param customerId  the customer
     * @return the bands
     */
    public BandPath path(String customerId) {
        List<String> bands = new ArrayList<>();
        for (int date = 0; date < dates.size(); date++) {
            Integer row = rows.get(date).get(customerId);
            bands.add(
                    row == null
                            ? BandPath.ABSENT
                            : dates.get(date).standing(row).value());
        }
        return new BandPath(bands);
    }

    /**
     * Where the score of a customer is going, from an earlier date to the last.
     *
     * @param customerId  the customer
     * @param back  how many dates back the comparison begins, at least 1 and less than there are
     * @param noiseFloor  the change in points up to which the score counts as steady, at least 0; see {@link #noise}
     * @return the trend
     */
    public Trend trend(String customerId, int back, double noiseFloor) {
        int last = dates.size() - 1;
        if (back < 1 || back > last) {
            throw new IllegalArgumentException("back (" + back + ") must be between 1 and " + last + ".");
        }
        if (!(noiseFloor >= 0)) {
            throw new IllegalArgumentException("noiseFloor (" + noiseFloor + ") must be at least 0.");
        }
        double[] scores = scores(customerId);
        return new Trend(
                dates.get(last - back).asOf(), dates.get(last).asOf(), scores[last - back], scores[last], noiseFloor);
    }

    /**
     * How far scores move without anything to it, as far as one can tell from the book: the change over some dates that a
     * share of all changes do not exceed. Half of them is a modest choice of floor.
     *
     * @param back  over how many dates a change goes, at least 1
     * @param share  the share, 0 to 1
     * @return the smallest change that at least that share of all known changes, up or down, do not exceed (nearest rank);
     *     empty if no change is known
     */
    public OptionalDouble noise(int back, double share) {
        if (back < 1 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "back (" + back + ") must be at least 1, share (" + share + ") between 0 and 1.");
        }
        List<Double> changes = new ArrayList<>();
        for (int date = back; date < dates.size(); date++) {
            HealthOfBook here = dates.get(date).computed();
            HealthOfBook before = dates.get(date - back).computed();
            for (int row = 0; row < here.size(); row++) {
                Integer was = rows.get(date - back).get(here.customerId(row));
                double change = was == null ? Double.NaN : Math.abs(here.score(row) - before.score(was));
                if (!Double.isNaN(change)) {
                    changes.add(change);
                }
            }
        }
        double[] sorted = changes.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int rank = Math.max(0, (int) Math.ceil(share * sorted.length) - 1);
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[rank]);
    }
}
