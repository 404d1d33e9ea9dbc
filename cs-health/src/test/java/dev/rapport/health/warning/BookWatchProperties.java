package dev.rapport.health.warning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.json.HealthDocuments;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.memory.Memory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BookWatchProperties {

    private static final int LAST = UsageBooks.WEEKS - 1;

    /** Through the document, as a host keeps it. */
    private static WatchState kept(WatchState state) {
        String written = HealthDocuments.WATCH_STATE.toJson(state);
        WatchState read = HealthDocuments.WATCH_STATE
                .read(JsonInput.text("state", written))
                .orThrow();
        assertThat(read).isEqualTo(state);
        return read;
    }

    private static List<Alarm> fresh(WatchedBook watched, Book book) {
        LocalDate first = book.date().minusDays(28);
        return watched.alarms().stream()
                .filter(alarm -> !alarm.on().isBefore(first))
                .toList();
    }

    @Property(tries = 40)
    void resumed_isWhatTheWholeGives_toTheLastBit(
            @ForAll @IntRange(max = 10_000) int seed, @ForAll @IntRange(min = 1, max = 68) int stop) {
        Facts facts = UsageBooks.facts(UsageBooks.random(seed, 12));
        BookWatch watch = UsageBooks.watch(UsageBooks.policy(), UsageBooks.at(facts, LAST));
        Book now = UsageBooks.at(facts, LAST);
        WatchedBook whole = watch.look(now);

        WatchState before = kept(watch.look(UsageBooks.at(facts, stop)).state());
        WatchedBook resumed = watch.look(now, before);

        assertThat(resumed.recomputed()).as("seed " + seed).isEmpty();
        assertThat(resumed.state()).isEqualTo(whole.state());
        assertThat(HealthDocuments.WATCH_STATE.toJson(resumed.state()))
                .isEqualTo(HealthDocuments.WATCH_STATE.toJson(whole.state()));
        assertThat(fresh(resumed, now)).isEqualTo(fresh(whole, now));
        assertThat(resumed.notWatched()).isEqualTo(whole.notWatched());
    }

    @Property(tries = 40)
    void lateFact_isNoticed_andWorkedOutAnew(
            @ForAll @IntRange(max = 10_000) int seed,
            @ForAll @IntRange(min = 20, max = 60) int stop,
            @ForAll @IntRange(min = 1, max = 59) int of) {
        List<Customer.Builder> builders = UsageBooks.random(seed, 8);
        int late = Math.min(of, stop - 1);
        UsageBooks.use(
                builders.get(3),
                "late",
                UsageBooks.MONDAY.plusWeeks(late).plusDays(1),
                UsageBooks.MONDAY.plusWeeks(stop + 1),
                17);
        Facts facts = UsageBooks.facts(builders);
        BookWatch watch = UsageBooks.watch(UsageBooks.policy(), UsageBooks.at(facts, LAST));
        WatchState before = watch.look(UsageBooks.at(facts, stop)).state();
        Book now = UsageBooks.at(facts, LAST);

        WatchedBook resumed = watch.look(now, before);

        assertThat(resumed.recomputed()).as("seed " + seed).singleElement().satisfies(why -> {
            assertThat(why.code()).isEqualTo("usage");
            assertThat(why.reason()).contains("came late").contains("c-103");
        });
        WatchedBook whole = watch.look(now);
        assertThat(resumed.state()).isEqualTo(whole.state());
        assertThat(fresh(resumed, now)).isEqualTo(fresh(whole, now));
    }

    @Property(tries = 40)
    void whatIsNotKnownYet_changesNothing(
            @ForAll @IntRange(max = 10_000) int seed, @ForAll @IntRange(min = 10, max = 60) int week) {
        List<Customer.Builder> builders = UsageBooks.random(seed, 8);
        Facts before = UsageBooks.facts(builders);
        Book book = UsageBooks.at(before, week);
        BookWatch watch = UsageBooks.watch(UsageBooks.policy(), book);
        WatchedBook watched = watch.look(book);
        Random random = new Random(seed);
        LocalDate end = UsageBooks.MONDAY.plusWeeks(week + 1);
        for (Customer.Builder builder : builders) {
            UsageBooks.use(builder, "later", end.plusDays(random.nextInt(100)), 1e6);
            UsageBooks.use(
                    builder, "late", end.minusDays(1 + random.nextInt(70)), end.plusDays(random.nextInt(9)), 1e6);
        }
        Book again = UsageBooks.at(UsageBooks.facts(builders), week);

        WatchedBook watchedAgain = watch.look(again);

        assertThat(watchedAgain.alarms()).as("seed " + seed).isEqualTo(watched.alarms());
        assertThat(watchedAgain.state()).isEqualTo(watched.state());
        assertThat(watchedAgain.alerts(Memory.empty()).toRemember())
                .isEqualTo(watched.alerts(Memory.empty()).toRemember());
    }

    @Property(tries = 25)
    void alarmsOfThePast_areThoseOfARunThen(
            @ForAll @IntRange(max = 10_000) int seed, @ForAll @IntRange(min = 5, max = 68) int week) {
        Facts facts = UsageBooks.facts(UsageBooks.random(seed, 8));
        Book then = UsageBooks.at(facts, week);
        Book now = UsageBooks.at(facts, LAST);
        BookWatch watch = UsageBooks.watch(UsageBooks.policy(), now);

        assertThat(watch.look(now).alarms().stream()
                        .filter(alarm -> !alarm.on().isAfter(then.date()))
                        .toList())
                .as("seed " + seed)
                .isEqualTo(watch.look(then).alarms());
    }

    @Property(tries = 20)
    void orderOfCustomers_doesNotMatter(@ForAll @IntRange(max = 10_000) int seed) {
        List<Customer.Builder> builders = UsageBooks.random(seed, 10);
        List<Customer.Builder> shuffled = new ArrayList<>(builders);
        Collections.shuffle(shuffled, new Random(seed));
        Book book = UsageBooks.at(UsageBooks.facts(builders), LAST);
        Book other = UsageBooks.at(UsageBooks.facts(shuffled), LAST);
        BookWatch watch = UsageBooks.watch(UsageBooks.policy(), book);

        assertThat(watch.look(other).state()).isEqualTo(watch.look(book).state());
        assertThat(watch.look(other).alarms()).isEqualTo(watch.look(book).alarms());
    }

    @Property(tries = 20)
    void stateOfAnotherPolicy_orOfCustomersWhoAreGone_isNotTakenUp(@ForAll @IntRange(max = 10_000) int seed) {
        List<Customer.Builder> builders = UsageBooks.random(seed, 8);
        Facts facts = UsageBooks.facts(builders);
        Book now = UsageBooks.at(facts, LAST);
        BookWatch watch = UsageBooks.watch(UsageBooks.policy(), now);
        WatchState state = watch.look(UsageBooks.at(facts, 50)).state();
        BookWatch other = UsageBooks.watch(UsageBooks.policy().withWanted(new Wanted.RunLength(400)), now);
        Book without = now.only(view -> !view.customerId().equals("c-102"));

        assertThat(other.look(now, state).recomputed())
                .extracting(WatchedBook.Recomputed::code)
                .containsExactly("all");
        assertThat(watch.look(without, state).recomputed())
                .isNotEmpty()
                .allSatisfy(why -> assertThat(why.reason()).contains("no longer has the series of c-102"));
        assertThat(watch.look(without, state).state())
                .isEqualTo(watch.look(without).state());
        assertThat(watch.look(UsageBooks.at(facts, 40), state).recomputed()).hasSize(1);
    }
}
