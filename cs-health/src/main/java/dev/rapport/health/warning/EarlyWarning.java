package dev.rapport.health.warning;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.DocumentHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What is watched of every customer, and when an owner is alerted: an early warning as it is written down. Immutable.
 *
 * <pre>{@code
 * BookWatch watch = policy.resolve(book.provides(), calendar).orThrow();
 * WatchedBook watched = watch.look(book);
 * AlertList alerts = watched.alerts(book, memory);
 * memory = memory.with(alerts.toRemember());
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class EarlyWarning {

    EarlyWarning() {}

    /**
     * Starts a policy.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Who made it.
     *
     * @return the header
     */
    public abstract DocumentHeader header();

    /**
     * How rare false alarms are to be.
     *
     * @return by series, or by owner and month
     */
    public abstract Wanted wanted();

    /**
     * Which alarms become alerts.
     *
     * @return age, cool-off and budget
     */
    public abstract Alerting alerting();

    /**
     * How long after an alert a loss counts as foretold, where lead times are measured.
     *
     * @return a number of days, at least 1
     */
    public abstract int lossHorizonDays();

    /**
     * How many days a period has to be over before it is looked at, so that what comes late is there.
     *
     * @return a number of days, at least 0
     */
    @Value.Default
    public int settlingDays() {
        return 0;
    }

    /**
     * What is watched.
     *
     * @return at least one series, each with a code of its own
     */
    public abstract List<WatchedSeries> series();

    /** Checks what no single field can say. */
    @Value.Check
    void check() {
        if (settlingDays() < 0 || settlingDays() > 60) {
            throw new IllegalArgumentException("settlingDays (" + settlingDays() + ") must be between 0 and 60.");
        }
        if (lossHorizonDays() < 1 || lossHorizonDays() > 3_650) {
            throw new IllegalArgumentException(
                    "lossHorizonDays (" + lossHorizonDays() + ") must be between 1 and 3650.");
        }
        if (series().isEmpty()) {
            throw new IllegalArgumentException("series must not be empty.");
        }
        Set<String> codes = new HashSet<>();
        for (WatchedSeries one : series()) {
            if (!codes.add(one.code())) {
                throw new IllegalArgumentException("code (" + one.code() + ") of series must be taken once.");
            }
        }
    }

    /**
     * The name by which decisions refer to it.
     *
     * @return id and revision
     */
    public PolicyRef policy() {
        return new PolicyRef(header().id(), header().revision());
    }

    /**
     * The same policy with another rarity of false alarms.
     *
     * @param other  the wanted rarity
     * @return the policy
     */
    public EarlyWarning withWanted(Wanted other) {
        return builder().from(this).wanted(other).build();
    }

    /**
     * What of the watched series a book does not feed.
     *
     * @param book  the book
     * @return names such as {@code series usage} and {@code usage.active-users}; empty if all is there
     */
    public List<String> missingFrom(Book book) {
        Set<String> missing = new LinkedHashSet<>();
        series().forEach(one -> missing.addAll(missingFrom(book, one)));
        return List.copyOf(missing);
    }

    /**
     * The same policy with those series alone that a book feeds.
     *
     * @param book  the book
     * @return the policy; empty if it feeds none
     */
    public Optional<EarlyWarning> fedBy(Book book) {
        List<WatchedSeries> fed = series().stream()
                .filter(one -> missingFrom(book, one).isEmpty())
                .toList();
        return fed.isEmpty()
                ? Optional.empty()
                : Optional.of(builder().from(this).series(fed).build());
    }

    private static List<String> missingFrom(Book book, WatchedSeries watched) {
        Optional<SeriesKey<?>> key = book.provides().series().stream()
                .filter(candidate -> candidate.name().equals(watched.series()))
                .findFirst();
        if (key.isEmpty()) {
            return List.of("series " + watched.series());
        }
        return watched.fields().stream()
                .filter(name -> key.get().field(name).isPresent()
                        && !book.provides(key.get(), key.get().field(name).get()))
                .map(name -> watched.series() + "." + name)
                .toList();
    }

    /** What decides over alarms, as text: kept with a state, so that a policy that has changed is noticed. */
    String content() {
        return wanted() + " " + settlingDays() + " " + series();
    }

    /**
     * Makes the policy ready to watch.
     *
     * @param provided  what can be read, as {@code book.provides()}
     * @param calendar  which days are holidays
     * @return the watch, or everything that does not fit
     */
    public Checked<BookWatch> resolve(Requirements provided, BusinessCalendar calendar) {
        ProblemCollector problems = new ProblemCollector();
        Map<String, SeriesKey<?>> known = new TreeMap<>();
        provided.series().forEach(key -> known.put(key.name(), key));
        List<SeriesReader> readers = new ArrayList<>();
        for (int i = 0; i < series().size(); i++) {
            Location at = Location.NONE.child("series").child(i);
            resolve(series().get(i), known, at, problems).ifPresent(readers::add);
        }
        Problems found = problems.problems();
        return found.hasErrors()
                ? Checked.invalid(found)
                : Checked.valid(new BookWatch(this, readers, calendar), found);
    }

    private static Optional<SeriesReader> resolve(
            WatchedSeries watched, Map<String, SeriesKey<?>> known, Location at, ProblemCollector problems) {
        SeriesKey<?> key = known.get(watched.series());
        if (key == null) {
            problems.add(Problem.error(
                            "unknown-series",
                            at.child("series"),
                            "series " + Quote.text(watched.series()) + " is not fed; fed are " + known.keySet())
                    .withAdvice(Nearest.advice(watched.series(), known.keySet())));
            return Optional.empty();
        }
        FieldFinder fields = new FieldFinder(key, problems);
        Aggregation aggregation = watched.aggregation();
        Location aggregated = at.child("aggregation").child("field");
        Optional<AttributeKey<Double>> number = Optional.empty();
        Optional<AttributeKey<String>> text = Optional.empty();
        if (aggregation instanceof Aggregation.Sum sum) {
            number = fields.find(sum.field(), AttributeKind.NUMBER, aggregated);
        } else if (aggregation instanceof Aggregation.Mean mean) {
            number = fields.find(mean.field(), AttributeKind.NUMBER, aggregated);
        } else if (aggregation instanceof Aggregation.Distinct distinct) {
            text = fields.find(distinct.field(), AttributeKind.TEXT, aggregated);
        }
        Optional<AttributeKey<String>> where = watched.where()
                .flatMap(filter -> fields.find(
                        filter.field(), AttributeKind.TEXT, at.child("where").child("field")));
        Optional<AttributeKey<String>> per =
                watched.per().flatMap(name -> fields.find(name, AttributeKind.TEXT, at.child("per")));
        return fields.allFound()
                ? Optional.of(new SeriesReader(watched, key, new SeriesReader.Fields(number, text), where, per))
                : Optional.empty();
    }

    /** Finds the fields of a series by their names. */
    private static final class FieldFinder {
        private final SeriesKey<?> key;
        private final ProblemCollector problems;
        private boolean allFound = true;

        FieldFinder(SeriesKey<?> key, ProblemCollector problems) {
            this.key = key;
            this.problems = problems;
        }

        boolean allFound() {
            return allFound;
        }

        @SuppressWarnings("unchecked") // the kind of the field is that of the type that is asked for
        <T> Optional<AttributeKey<T>> find(String name, AttributeKind kind, Location at) {
            Optional<AttributeKey<?>> field = key.field(name);
            List<String> names = key.fields().stream()
                    .filter(candidate -> candidate.kind() == kind)
                    .map(AttributeKey::name)
                    .toList();
            if (field.isPresent() && field.get().kind() == kind) {
                return field.map(found -> (AttributeKey<T>) found);
            }
            allFound = false;
            problems.add(Problem.error(
                            "unknown-field",
                            at,
                            "field " + Quote.text(name) + " of series " + key + " must be one of its "
                                    + kind.name().toLowerCase(Locale.ROOT) + " fields " + names)
                    .withAdvice(Nearest.advice(name, names)));
            return Optional.empty();
        }
    }

    /** Fills a policy. Not for use by several threads. */
    public static final class Builder extends ImmutableEarlyWarning.Builder {
        Builder() {}
    }
}
