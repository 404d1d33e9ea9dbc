package dev.rapport.health.warning;

import dev.rapport.model.book.Book;
import dev.rapport.model.memory.Memory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a look at a book has found. Immutable. */
public final class WatchedBook {

    private static final Comparator<Alarm> ORDER =
            Comparator.comparing(Alarm::on).thenComparing(Alarm::where);

    /**
     * A series that was not watched.
     *
     * @param customerId  the customer
     * @param code  the code of the series
     * @param reason  why not, as a clause
     */
    public record NotWatched(String customerId, String code, String reason) {}

    /**
     * What had to be looked at from the beginning, though there was a state.
     *
     * @param code  the code of the series, or {@code all}
     * @param reason  why, as a clause
     */
    public record Recomputed(String code, String reason) {}

    /**
     * A period in which most customers had less than a tenth of what is usual: the source did not deliver, and nobody was
     * judged.
     *
     * @param code  the code of the series
     * @param from  the first day of the period
     */
    public record Gap(String code, LocalDate from) {}

    private final BookWatch watch;
    private final Book book;
    private final List<Alarm> alarms;
    private final List<NotWatched> notWatched;
    private final List<Recomputed> recomputed;
    private final List<Gap> gaps;
    private final WatchState state;

    private WatchedBook(Builder builder) {
        this.watch = builder.watch;
        this.book = builder.book;
        this.alarms = builder.alarms.stream().sorted(ORDER).toList();
        this.notWatched = List.copyOf(builder.notWatched);
        this.recomputed = List.copyOf(builder.recomputed);
        this.gaps = List.copyOf(builder.gaps);
        this.state = WatchState.builder()
                .asOf(book.asOf())
                .policy(watch.policy().policy())
                .fingerprint(watch.fingerprint())
                .through(builder.through)
                .addAllSeries(SeriesRun.sorted(builder.states).toList())
                .build();
    }

    /** Collects what is found. */
    static final class Builder {
        final List<Alarm> alarms = new ArrayList<>();
        final List<SeriesState> states = new ArrayList<>();
        final List<Recomputed> recomputed = new ArrayList<>();
        final List<Gap> gaps = new ArrayList<>();
        final Map<String, LocalDate> through = new TreeMap<>();
        private final List<NotWatched> notWatched = new ArrayList<>();
        private final BookWatch watch;
        private final Book book;

        Builder(BookWatch watch, Book book) {
            this.watch = watch;
            this.book = book;
        }

        void notWatched(String customerId, String code, String reason) {
            notWatched.add(new NotWatched(customerId, code, reason));
        }

        void failed(String customerId, RuntimeException thrown) {
            String message = thrown.getMessage();
            String reason = message == null ? "no reason was given" : message.replace('\n', ' ');
            notWatched(customerId, "all", "failed: " + reason);
        }

        WatchedBook build() {
            return new WatchedBook(this);
        }
    }

    /**
     * The policy that was watched by.
     *
     * @return the policy
     */
    public EarlyWarning policy() {
        return watch.policy();
    }

    /**
     * What was found.
     *
     * @return the alarms by day, then where; of a look from the beginning all of them, of one from a state those that were
     *     fresh then and those since
     */
    public List<Alarm> alarms() {
        return alarms;
    }

    /**
     * What could not be watched.
     *
     * @return the series by customer, with the reason
     */
    public List<NotWatched> notWatched() {
        return notWatched;
    }

    /**
     * What had to be looked at from the beginning, though there was a state.
     *
     * @return the codes with their reasons; empty if the state could be taken up, or there was none
     */
    public List<Recomputed> recomputed() {
        return recomputed;
    }

    /**
     * The periods in which the source did not deliver.
     *
     * @return the periods by code and day, of this look
     */
    public List<Gap> gaps() {
        return gaps;
    }

    /**
     * Where this look ended.
     *
     * @return the state, for {@link BookWatch#look(Book, WatchState)}
     */
    public WatchState state() {
        return state;
    }

    /**
     * The alerts of this look.
     *
     * @param memory  what was told before
     * @return the most valuable ones, and those that are kept back
     */
    public AlertList alerts(Memory memory) {
        return alerts(book, memory);
    }

    /**
     * The alerts of this look about some of its customers, such as those who still are customers.
     *
     * @param about  a part of the book, perhaps with attributes laid over it
     * @param memory  what was told before
     * @return the most valuable ones, and those that are kept back
     */
    public AlertList alerts(Book about, Memory memory) {
        return AlertList.of(policy(), about, alarms, memory);
    }
}
