package dev.rapport.health.warning;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Watches the series of all customers of a book, as an {@link EarlyWarning} says. Immutable; the same book gives the same
 * alarms, whether all is looked at or a state is taken up again.
 */
public final class BookWatch {

    private final EarlyWarning policy;
    private final List<SeriesRun.Setup> setups;
    private final BusinessCalendar calendar;
    private final Function<CustomerView, Optional<LocalDate>> lostOn;

    BookWatch(EarlyWarning policy, List<SeriesReader> readers, BusinessCalendar calendar) {
        this(
                policy,
                readers.stream()
                        .map(reader -> SeriesRun.Setup.of(policy, reader))
                        .toList(),
                calendar,
                view -> Optional.empty());
    }

    private BookWatch(
            EarlyWarning policy,
            List<SeriesRun.Setup> setups,
            BusinessCalendar calendar,
            Function<CustomerView, Optional<LocalDate>> lostOn) {
        this.policy = requireNonNull(policy, "policy");
        this.setups = List.copyOf(setups);
        this.calendar = requireNonNull(calendar, "calendar");
        this.lostOn = requireNonNull(lostOn, "lostOn");
    }

    /**
     * The policy that is watched by.
     *
     * @return the policy
     */
    public EarlyWarning policy() {
        return policy;
    }

    /**
     * This watch, which looks at customers who were lost only until then.
     *
     * @param newLostOn  the first day on which somebody was no customer any more; empty for those who are
     * @return the watch
     */
    public BookWatch untilLost(Function<CustomerView, Optional<LocalDate>> newLostOn) {
        return new BookWatch(policy, setups, calendar, newLostOn);
    }

    /**
     * Looks at a book from the beginning.
     *
     * @param book  the book
     * @return what was found
     */
    public WatchedBook look(Book book) {
        return look(book, Optional.empty());
    }

    /**
     * Looks at what a book has had since a state. Where that cannot give what the whole would give, such as when a fact
     * came late, the whole is looked at, and the result says why.
     *
     * @param book  the book
     * @param state  where an earlier look ended
     * @return what was found, to the last bit that of a look from the beginning
     */
    public WatchedBook look(Book book, WatchState state) {
        return look(book, Optional.of(state));
    }

    /**
     * Measures how well alerts have foretold losses, at each of some thresholds: what would have been told day by day, every
     * cause of a customer once in a cool-off, within every owner's budget of a week. History is taken as it is known now.
     *
     * @param book  the book, with those who were lost; see {@link #untilLost}
     * @param losses  every loss
     * @param span  what is looked at
     * @param recipients  whom the alerts would have been for, and what they were worth
     * @param thresholds  how rare false alarms were to be
     * @return a figure for each threshold, in their order
     */
    public List<LeadFigure> leadFigures(
            Book book,
            Collection<AlertEvaluation.Event> losses,
            AlertEvaluation.Span span,
            Recipients recipients,
            List<Wanted> thresholds) {
        Map<String, List<SeriesRun.Series>> read = read(book, new WatchedBook.Builder(this, book));
        int owners = owners(book, recipients);
        List<LeadFigure> figures = new ArrayList<>();
        for (Wanted wanted : thresholds) {
            BookWatch other = wanted.equals(policy.wanted()) ? this : wanting(wanted);
            WatchedBook.Builder result = new WatchedBook.Builder(other, book);
            other.run(book, read, Optional.empty(), result);
            List<AlertEvaluation.Event> told = new BudgetReplay(policy, book, recipients)
                    .told(result.build().alarms());
            figures.add(new LeadFigure(wanted, AlertEvaluation.of(told, losses, span, owners)));
        }
        return figures;
    }

    /** The same watch at another threshold, which has to be solved for first. */
    private BookWatch wanting(Wanted wanted) {
        List<SeriesReader> readers =
                setups.stream().map(SeriesRun.Setup::reader).toList();
        return new BookWatch(policy.withWanted(wanted), readers, calendar);
    }

    /** All who look after somebody at the end, or did when they were lost. */
    private int owners(Book book, Recipients recipients) {
        Set<String> owners = new HashSet<>();
        for (CustomerView view : book.customers()) {
            LocalDate last = lostOn.apply(view).map(lost -> lost.minusDays(1)).orElse(book.date());
            recipients.owner(view, last).ifPresent(owners::add);
        }
        return Math.max(1, owners.size());
    }

    private WatchedBook look(Book book, Optional<WatchState> state) {
        WatchedBook.Builder result = new WatchedBook.Builder(this, book);
        Optional<WatchState> usable = state;
        if (state.isPresent()) {
            Optional<String> why = whyUseless(state.get(), book);
            if (why.isPresent()) {
                result.recomputed.add(new WatchedBook.Recomputed("all", why.get()));
                usable = Optional.empty();
            }
        }
        run(book, read(book, result), usable, result);
        return result.build();
    }

    private void run(
            Book book,
            Map<String, List<SeriesRun.Series>> read,
            Optional<WatchState> state,
            WatchedBook.Builder result) {
        for (SeriesRun.Setup setup : setups) {
            String code = setup.reader().watched().code();
            SeriesRun run = new SeriesRun(policy, setup, calendar, lastComplete(book));
            run.run(read.getOrDefault(code, List.of()), state, result);
        }
    }

    private Optional<String> whyUseless(WatchState state, Book book) {
        if (!state.policy().equals(policy.policy()) || !state.fingerprint().equals(fingerprint())) {
            return Optional.of(
                    "the state is of another policy or calendar: " + state.policy() + ", now " + policy.policy());
        }
        if (state.asOf().validAt().isAfter(book.asOf().validAt())) {
            return Optional.of("the state is of " + state.asOf().validAt() + ", which is after "
                    + book.asOf().validAt());
        }
        return Optional.empty();
    }

    /** The policy by its content and that of the calendar, as far as they decide over alarms. */
    String fingerprint() {
        String content = policy.content() + " " + calendar.id() + " " + calendar.weekend() + " " + calendar.holidays();
        return new Fingerprint().add(content).toString();
    }

    /** The last day that is complete in both times of a book, and has settled. */
    private LocalDate lastComplete(Book book) {
        Instant valid = book.asOf().validAt();
        Instant known = book.asOf().knownAt();
        ZoneId zone = book.zone();
        LocalDate day = LocalDate.ofInstant(valid.isBefore(known) ? valid : known, zone);
        return day.minusDays(1L + policy.settlingDays());
    }

    private Map<String, List<SeriesRun.Series>> read(Book book, WatchedBook.Builder result) {
        Map<String, List<SeriesRun.Series>> read = new TreeMap<>();
        LocalDate last = lastComplete(book);
        for (CustomerView view : book.customers()) {
            try {
                read(view, last, read, result);
            } catch (RuntimeException e) {
                result.failed(view.customerId(), e);
            }
        }
        return read;
    }

    private void read(
            CustomerView view, LocalDate last, Map<String, List<SeriesRun.Series>> into, WatchedBook.Builder result) {
        LocalDate end = lostOn.apply(view)
                .map(lost -> lost.minusDays(1))
                .filter(day -> day.isBefore(last))
                .orElse(last);
        List<SeriesRun.Series> mine = new ArrayList<>();
        for (SeriesRun.Setup setup : setups) {
            String code = setup.reader().watched().code();
            Map<String, SeriesReader.Observed> series = setup.reader().read(view, end);
            series.forEach((part, observed) ->
                    mine.add(new SeriesRun.Series(new Alarm.Where(view.customerId(), code, part), observed)));
            if (series.isEmpty()) {
                result.notWatched(view.customerId(), code, "no entries");
            }
        }
        mine.forEach(series -> into.computeIfAbsent(series.where().code(), absent -> new ArrayList<>())
                .add(series));
    }
}
