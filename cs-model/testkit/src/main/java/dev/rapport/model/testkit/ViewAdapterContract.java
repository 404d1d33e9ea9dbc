package dev.rapport.model.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Cut;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The rules that every {@link ViewAdapter} keeps, above all that a cut shows nothing that was not known then. Extend it in a
 * test of the host's adapter, with customers of the host's class.
 *
 * @param <C>  the host's customer class
 */
public abstract class ViewAdapterContract<C> {

    private static final AsOf END_OF_TIME = AsOf.of(Instant.parse("9999-01-01T00:00:00Z"));
    private static final AttributeKey<Double> UNBOUND = AttributeKey.number("nobody.binds.this");
    private static final SeriesKey<Entry> UNBOUND_SERIES = SeriesKey.events("nobody.feeds.this", entry -> entry);

    /** For those who extend it. */
    protected ViewAdapterContract() {}

    /**
     * The adapter under test.
     *
     * @return an adapter that provides what {@link #customers()} and {@link #withFactsFrom} hold
     */
    protected abstract ViewAdapter<C> adapter();

    /**
     * The adapter for some customers, where it is made from them.
     *
     * @param customers  the customers that it will read
     * @return {@link #adapter()}, unless overridden
     */
    protected ViewAdapter<C> adapter(List<C> customers) {
        return adapter();
    }

    /**
     * Customers to try it on: at least two, with facts in every series that is bound.
     *
     * @return the same customers each time
     */
    protected abstract List<C> customers();

    /**
     * Cuts to try: before the first fact, in between, after the last, and some whose two times differ.
     *
     * @return at least three cuts
     */
    protected abstract List<AsOf> cuts();

    /**
     * A customer who is like another, but of whom more is told. Change, correct and add as much as the host's class can say,
     * also about earlier days.
     *
     * @param customer  one of {@link #customers()}, to be left as it is
     * @param recordedAt  the instant at which all of the change becomes known
     * @return another object with the same id
     */
    protected abstract C withFactsFrom(C customer, Instant recordedAt);

    /**
     * The zone in which bare dates begin.
     *
     * @return UTC, unless overridden
     */
    protected ZoneId zone() {
        return ZoneOffset.UTC;
    }

    private Cut end() {
        return new Cut(END_OF_TIME, zone());
    }

    private List<Cut> allCuts() {
        return cuts().stream().map(asOf -> new Cut(asOf, zone())).toList();
    }

    private List<Entry> entries(SeriesKey<?> key) {
        ViewAdapter<C> adapter = adapter();
        List<Entry> all = new ArrayList<>();
        for (Cut cut : allCuts()) {
            for (C customer : customers()) {
                all.addAll(adapter.entries(customer, key, cut));
            }
        }
        return all;
    }

    /** A contract on nothing would say nothing. */
    @Test
    public final void customersAndCuts_areEnough() {
        ViewAdapter<C> adapter = adapter();
        assertThat(customers()).as("customers").hasSizeGreaterThan(1);
        assertThat(cuts()).as("cuts").hasSizeGreaterThan(2);
        assertThat(adapter.provides(end()).attributes().size()
                        + adapter.provides(end()).series().size())
                .as("keys that are provided")
                .isPositive();
        for (SeriesKey<?> key : adapter.provides(end()).series()) {
            assertThat(entries(key)).as("entries of " + key + " in the cuts").isNotEmpty();
        }
    }

    /** Customers are told apart by their ids, which do not depend on a cut. */
    @Test
    public final void ids_areDifferent_andNotBlank() {
        ViewAdapter<C> adapter = adapter();
        List<String> ids = customers().stream().map(adapter::id).toList();
        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).isNotBlank());
        assertThat(customers().stream().map(adapter::id)).containsExactlyElementsOf(ids);
    }

    /** What becomes known at the end of a cut, or later, changes nothing in it. */
    @Test
    public final void cut_doesNotLookAhead() {
        ViewAdapter<C> adapter = adapter();
        for (Cut cut : allCuts()) {
            for (C customer : customers()) {
                C later = withFactsFrom(customer, cut.asOf().knownAt());
                Cut end = end();
                assertThat(AdapterReadout.of(adapter, later, end))
                        .as("what withFactsFrom(...) tells of " + adapter.id(customer) + " in the end")
                        .isNotEqualTo(AdapterReadout.of(adapter, customer, end));
                assertThat(AdapterReadout.of(adapter, later, cut))
                        .as(adapter.id(customer) + " in " + cut + ", told more from its end on")
                        .isEqualTo(AdapterReadout.of(adapter, customer, cut));
            }
        }
    }

    /** What becomes known at the end of a cut, or later, does not make anything count as fed in it. */
    @Test
    public final void whatIsProvided_doesNotLookAhead() {
        for (Cut cut : allCuts()) {
            List<C> later = customers().stream()
                    .map(customer -> withFactsFrom(customer, cut.asOf().knownAt()))
                    .toList();
            ViewAdapter<C> before = adapter(customers());
            ViewAdapter<C> after = adapter(later);
            assertThat(after.provides(cut))
                    .as("what is provided in " + cut + ", told more from its end on")
                    .isEqualTo(before.provides(cut));
            for (SeriesKey<?> key : after.provides(end()).series()) {
                for (AttributeKey<?> field : key.fields()) {
                    assertThat(after.provides(key, field, cut))
                            .as("whether " + field + " of " + key + " is provided in " + cut
                                    + ", told more from its end on")
                            .isEqualTo(before.provides(key, field, cut));
                }
            }
        }
    }

    /** The times that are shown lie before the ends of the cut. */
    @Test
    public final void evidence_isFromWithinTheCut() {
        ViewAdapter<C> adapter = adapter();
        for (Cut cut : allCuts()) {
            AsOf asOf = cut.asOf();
            for (C customer : customers()) {
                for (AttributeKey<?> key : adapter.provides(end()).attributes()) {
                    adapter.read(customer, key, cut).provenance().ifPresent(provenance -> {
                        assertThat(provenance.validFrom().orElse(Instant.MIN))
                                .as("when " + key + " began, in " + cut)
                                .isBefore(asOf.validAt());
                        assertThat(provenance.recordedAt().orElse(Instant.MIN))
                                .as("when " + key + " became known, in " + cut)
                                .isBefore(asOf.knownAt());
                        assertThat(provenance.source()).as("source of " + key).isNotBlank();
                    });
                }
                for (SeriesKey<?> key : adapter.provides(end()).series()) {
                    assertThat(adapter.entries(customer, key, cut)).allSatisfy(entry -> {
                        assertThat(asOf.sees(entry.at(), entry.recordedAt()))
                                .as("entry " + entry.id() + " of " + key + " seen in " + cut)
                                .isTrue();
                        assertThat(entry.source()).as("source of " + key).isNotBlank();
                    });
                }
            }
        }
    }

    /** Asked again, in whatever order, an adapter shows the same. */
    @Test
    public final void readingAgain_showsTheSame() {
        ViewAdapter<C> adapter = adapter();
        List<List<String>> forwards = new ArrayList<>();
        for (Cut cut : allCuts()) {
            customers().forEach(customer -> forwards.add(AdapterReadout.of(adapter, customer, cut)));
        }
        List<List<String>> backwards = new ArrayList<>();
        for (int c = cuts().size() - 1; c >= 0; c--) {
            for (int i = customers().size() - 1; i >= 0; i--) {
                backwards.add(
                        0,
                        AdapterReadout.of(adapter, customers().get(i), allCuts().get(c)));
            }
        }
        assertThat(backwards).isEqualTo(forwards);
    }

    /** Entries come by time, then id; of a record there is one version. */
    @Test
    public final void entries_areInOrder_recordsOnce() {
        ViewAdapter<C> adapter = adapter();
        for (Cut cut : allCuts()) {
            for (C customer : customers()) {
                for (SeriesKey<?> key : adapter.provides(cut).series()) {
                    List<Entry> entries = adapter.entries(customer, key, cut);
                    assertThat(entries)
                            .as("order of " + key)
                            .isSortedAccordingTo(Comparator.comparing(Entry::at).thenComparing(Entry::id));
                    if (key.nature() == SeriesKey.Nature.RECORDS) {
                        assertThat(entries)
                                .as("records of " + key)
                                .extracting(Entry::id)
                                .doesNotHaveDuplicates();
                    }
                }
            }
        }
    }

    /** An event stays: who looks later sees it still. */
    @Test
    public final void events_stay_inLaterCuts() {
        ViewAdapter<C> adapter = adapter();
        for (SeriesKey<?> key : adapter.provides(end()).series()) {
            if (key.nature() != SeriesKey.Nature.EVENTS) {
                continue;
            }
            for (C customer : customers()) {
                Set<String> ids = new HashSet<>();
                adapter.entries(customer, key, end()).forEach(entry -> ids.add(entry.id()));
                for (Cut cut : allCuts()) {
                    assertThat(adapter.entries(customer, key, cut))
                            .as("events of " + key + " in " + cut + " that are there in the end")
                            .allMatch(entry -> ids.contains(entry.id()));
                }
            }
        }
    }

    /** A value is of the kind of its key; numbers are finite. */
    @Test
    public final void values_areOfTheirKind() {
        ViewAdapter<C> adapter = adapter();
        for (Cut cut : allCuts()) {
            for (C customer : customers()) {
                for (AttributeKey<?> key : adapter.provides(cut).attributes()) {
                    adapter.read(customer, key, cut).value().ifPresent(value -> assertKind(key, value));
                }
            }
        }
        for (SeriesKey<?> key : adapter.provides(end()).series()) {
            for (Entry entry : entries(key)) {
                for (AttributeKey<?> field : key.fields()) {
                    entry.find(field).ifPresent(value -> assertKind(field, value));
                }
            }
        }
    }

    private static void assertKind(AttributeKey<?> key, Object value) {
        assertThat(value).as("value of " + key).isInstanceOf(key.kind().type());
        if (value instanceof Double number) {
            assertThat(number).as("value of " + key).isFinite();
        }
    }

    /** Required fields are bound, and a field that is not bound has no values. */
    @Test
    public final void fields_areBoundAsIsSaid() {
        ViewAdapter<C> adapter = adapter();
        for (SeriesKey<?> key : adapter.provides(end()).series()) {
            for (AttributeKey<?> field : key.requiredFields()) {
                assertThat(adapter.provides(key, field, end()))
                        .as("required field " + field + " of " + key + " is provided")
                        .isTrue();
            }
            for (AttributeKey<?> field : key.fields()) {
                if (!adapter.provides(key, field, end())) {
                    assertThat(entries(key))
                            .as("entries of " + key + " with " + field + ", which is not provided")
                            .noneMatch(entry -> entry.find(field).isPresent());
                }
            }
        }
    }

    /** What is not bound is missing, which is an answer and no exception. */
    @Test
    public final void unboundKeys_areMissing() {
        ViewAdapter<C> adapter = adapter();
        assertThat(adapter.provides(UNBOUND_SERIES, UNBOUND, end())).isFalse();
        for (Cut cut : allCuts()) {
            for (C customer : customers()) {
                assertThat(adapter.read(customer, UNBOUND, cut).status()).isEqualTo(Reading.Status.MISSING);
                assertThat(adapter.entries(customer, UNBOUND_SERIES, cut)).isEmpty();
            }
        }
    }
}
