package dev.rapport.health.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.health.challenge.Loss;
import dev.rapport.health.survival.SurvivalData;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class ObservationsTest {

    private static final AttributeKey<Double> USE = AttributeKey.number("use");
    private static final AttributeKey<Boolean> PAYING = AttributeKey.bool("paying");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 31);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 28);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

    private final List<Customer> customers = new ArrayList<>();

    private static Instant at(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static AsOf endOf(LocalDate date) {
        return AsOf.endOf(date, ZoneOffset.UTC);
    }

    private static List<Loss> losses(Book book) {
        List<Loss> losses = new ArrayList<>();
        book.customers()
                .forEach(view -> view.series(Outcome.SERIES)
                        .forEach(outcome -> losses.add(
                                new Loss(view.customerId(), outcome.entry().at()))));
        return losses;
    }

    private static ObservationPlan plan(Window window, LocalDate... dates) {
        return ObservationPlan.builder()
                .addDates(dates)
                .window(window)
                .addFeatures(USE)
                .eligible(view -> view.find(PAYING).orElse(true))
                .losses(ObservationsTest::losses)
                .build();
    }

    private Observations observe(Window window, LocalDate until, LocalDate... dates) {
        return plan(window, dates).snapshots(facts(customers)).until(endOf(until));
    }

    private static Facts facts(List<Customer> customers) {
        return Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
    }

    private void customer(String id, LocalDate... lost) {
        Customer.Builder builder = Customer.builder(id, at(START)).set(USE, 1.0, at(START));
        for (LocalDate one : lost) {
            lost(builder, one, one);
        }
        customers.add(builder.build());
    }

    private static void lost(Customer.Builder builder, LocalDate on, LocalDate recorded) {
        builder.add(
                Outcome.SERIES,
                entry -> entry.id("o" + on)
                        .at(on)
                        .recordedAt(at(recorded).plusSeconds(1))
                        .with(Outcome.KIND, "churned"));
    }

    @Test
    void fate_isTold_byTheWindowAhead() {
        customer("first-day", JANUARY.plusDays(1));
        customer("in-lead", JANUARY.plusDays(10));
        customer("last-day", JANUARY.plusDays(40));
        customer("later", JANUARY.plusDays(41));
        customer("stays");

        Observations table = observe(new Window(10, 40), LocalDate.of(2026, 6, 30), JANUARY);

        assertThat(table.rows())
                .extracting(Observation::customerId, Observation::fate, Observation::days)
                .containsExactly(
                        tuple("last-day", Fate.LOST, 39.0),
                        tuple("later", Fate.STAYED, 40.0),
                        tuple("stays", Fate.STAYED, 150.0));
        assertThat(table.excluded())
                .containsExactly(
                        new Excluded("first-day", JANUARY, Exclusion.LOST_WITHIN_LEAD),
                        new Excluded("in-lead", JANUARY, Exclusion.LOST_WITHIN_LEAD));
        assertThat(table.rows().get(0).read(USE).value()).contains(1.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.rows().get(0).read(PAYING))
                .withMessageContaining("feature (paying) must be one of the plan: [use].");
    }

    @Test
    void horizonThatIsNotOver_isCensored_butCountsForSurvival() {
        customer("open");
        customer("lost", FEBRUARY);

        Observations table = observe(Window.within(90), MARCH, JANUARY);

        assertThat(table.rows()).extracting(Observation::fate).containsExactly(Fate.LOST, Fate.CENSORED);
        assertThat(table.decided().rows()).extracting(Observation::customerId).containsExactly("lost");
        assertThat(table.lost()).containsExactly(true, false);
        assertThat(table.survival().stop(1)).isEqualTo(59);
        assertThat(table.survival().event(1)).isFalse();
        assertThat(table.survival().stop(0)).isEqualTo(27);
        assertThat(table.survival().event(0)).isTrue();
    }

    @Test
    void lossThatWasRecordedLate_leavesNoCustomerThatWasLostAlready() {
        Customer.Builder late = Customer.builder("late", at(START));
        lost(late, JANUARY.minusDays(5), FEBRUARY.minusDays(5));
        customers.add(late.build());

        Observations table = observe(Window.within(30), LocalDate.of(2026, 6, 30), JANUARY, FEBRUARY);

        assertThat(table.excluded()).containsExactly(new Excluded("late", JANUARY, Exclusion.ALREADY_LOST));
        assertThat(table.rows())
                .as("at the end of February the loss was known, and the condition of the plan lets it be a return")
                .extracting(Observation::date, Observation::episode)
                .containsExactly(tuple(FEBRUARY, 2));
    }

    @Test
    void whoComesBack_beginsAnotherRelation_withItsOwnClock() {
        Customer.Builder builder = Customer.builder("back", at(START))
                .set(PAYING, true, at(START))
                .set(PAYING, false, at(FEBRUARY.minusDays(2)))
                .set(PAYING, true, at(MARCH.minusDays(3)));
        lost(builder, FEBRUARY.minusDays(2), FEBRUARY.minusDays(2));
        lost(builder, LocalDate.of(2026, 5, 20), LocalDate.of(2026, 5, 20));
        customers.add(builder.build());
        LocalDate april = LocalDate.of(2026, 4, 30);

        Observations table = observe(Window.within(20), LocalDate.of(2026, 6, 30), JANUARY, FEBRUARY, MARCH, april);

        assertThat(table.rows())
                .extracting(Observation::date, Observation::episode, Observation::fate)
                .containsExactly(
                        tuple(JANUARY, 1, Fate.STAYED), tuple(MARCH, 2, Fate.STAYED), tuple(april, 2, Fate.LOST));
        assertThat(table.excludedByReason()).containsOnlyKeys(Exclusion.NOT_ELIGIBLE);
        SurvivalData histories = table.histories();
        assertThat(histories.start(1)).isZero();
        assertThat(histories.stop(1)).isEqualTo(30);
        assertThat(histories.event(1)).isFalse();
        assertThat(histories.start(2)).isEqualTo(30);
        assertThat(histories.stop(2)).isEqualTo(49);
        assertThat(histories.event(2)).isTrue();
        assertThat(histories.stop(0)).isEqualTo(25);
        assertThat(histories.event(0)).isTrue();
    }

    @Test
    void condition_thatFails_andCustomersThatVanish_areReported() {
        customer("a");
        customer("b");
        ObservationPlan plan = ObservationPlan.builder()
                .from(plan(Window.within(30), JANUARY))
                .eligible(view -> {
                    if (view.customerId().equals("b")) {
                        throw new IllegalStateException("no");
                    }
                    return true;
                })
                .build();
        Facts facts = facts(customers);

        Observations table = plan.snapshots(
                        asOf -> asOf.equals(endOf(JANUARY))
                                ? facts.asOf(asOf)
                                : facts.asOf(asOf).only(view -> false),
                        ZoneOffset.UTC)
                .until(endOf(MARCH));

        assertThat(table.rows()).isEmpty();
        assertThat(table.excluded())
                .containsExactlyInAnyOrder(
                        new Excluded("b", JANUARY, Exclusion.UNREADABLE), new Excluded("a", JANUARY, Exclusion.GONE));
    }

    @Test
    void split_byTime_keepsNoOutcomeThatWasOpen() {
        customer("a");
        Observations table = observe(Window.within(30), LocalDate.of(2026, 6, 30), JANUARY, FEBRUARY, MARCH);

        Split split = table.splitAt(MARCH);

        assertThat(split.training().rows()).extracting(Observation::date).containsExactly(JANUARY, FEBRUARY);
        assertThat(split.test().rows()).extracting(Observation::date).containsExactly(MARCH);
        assertThat(table.splitAt(MARCH.minusDays(1)).training().rows())
                .extracting(Observation::date)
                .containsExactly(JANUARY);
        assertThat(table.splitAt(MARCH.minusDays(1)).training().excludedByReason())
                .containsEntry(Exclusion.ACROSS_SPLIT, 1);
    }

    @Test
    void folds_haveEachCustomerInOneTest_withAllItsDates() {
        for (int i = 0; i < 200; i++) {
            customer("c" + i);
        }
        Observations table = observe(Window.within(30), LocalDate.of(2026, 6, 30), JANUARY, FEBRUARY);

        List<Split> folds = table.folds(5, 1);

        assertThat(folds.stream().mapToInt(fold -> fold.test().size()).sum()).isEqualTo(400);
        for (Split fold : folds) {
            assertThat(fold.test().customers()).isBetween(20, 60);
            assertThat(fold.test().size()).isEqualTo(2 * fold.test().customers());
            assertThat(fold.training().size() + fold.test().size()).isEqualTo(400);
        }
        assertThat(table.folds(5, 2).get(0).test().rows())
                .isNotEqualTo(folds.get(0).test().rows());
    }

    @Test
    void dates_mustRise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(Window.within(30), MARCH, JANUARY))
                .withMessage("dates[1] (2026-01-31) must be after 2026-03-31.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(30, 30))
                .withMessage("leadDays (30) must be at least 0 and below horizonDays (30).");
    }

    /** A fact of an invented history: a use or a loss, when it happened and when it was recorded. */
    private record Event(String customer, boolean isLoss, LocalDate on, LocalDate recorded, double use) {}

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            LocalDate on = START.plusDays(1 + random.nextInt(200));
            events.add(new Event(
                    "c" + random.nextInt(8),
                    random.nextInt(3) == 0,
                    on,
                    on.plusDays(random.nextInt(3) == 0 ? random.nextInt(60) : 0),
                    random.nextDouble()));
        }
        return events;
    }

    /** All use that was known at the cut, laid over the book. */
    private static Function<AsOf, Book> books(List<Event> events) {
        Facts facts = eventful(events);
        return asOf -> {
            Book book = facts.asOf(asOf);
            Map<String, Double> use = new HashMap<>();
            book.customers()
                    .forEach(view -> use.put(
                            view.customerId(),
                            view.series(Usage.SERIES).stream()
                                    .mapToDouble(one ->
                                            one.entry().find(Usage.QUANTITY).orElse(0.0))
                                    .map(one -> Math.round(one * 1000))
                                    .sum()));
            return book.with(USE, "test", use);
        };
    }

    private static Facts eventful(List<Event> events) {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Customer.Builder builder = Customer.builder("c" + i, at(START));
            int number = 0;
            for (Event event : events) {
                if (event.customer().equals("c" + i)) {
                    number++;
                    if (event.isLoss()) {
                        String id = "o" + number;
                        builder.add(
                                Outcome.SERIES,
                                entry -> entry.id(id)
                                        .at(event.on())
                                        .recordedAt(at(event.recorded()))
                                        .with(Outcome.KIND, "churned"));
                    } else {
                        String id = "u" + number;
                        builder.add(
                                Usage.SERIES,
                                entry -> entry.id(id)
                                        .at(event.on())
                                        .recordedAt(at(event.recorded()))
                                        .with(Usage.QUANTITY, event.use()));
                    }
                }
            }
            customers.add(builder.build());
        }
        return facts(customers);
    }

    private static List<String> text(Observations table) {
        List<String> lines = new ArrayList<>();
        table.rows()
                .forEach(row -> lines.add(row + " " + row.days() + " " + row.episode() + " "
                        + row.read(USE).value()));
        table.excluded().forEach(one -> lines.add(one.toString()));
        return lines;
    }

    @Property(tries = 60)
    void factsRecordedLater_changeNothing(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        List<Event> events = events(new Random(seed));
        LocalDate until = LocalDate.of(2026, 5, 31);
        List<Event> knownThen = events.stream()
                .filter(event -> !event.recorded().isAfter(until))
                .toList();
        ObservationPlan plan = plan(new Window(5, 40), JANUARY, FEBRUARY, MARCH);

        Observations all = plan.snapshots(books(events), ZoneOffset.UTC).until(endOf(until));
        Observations then = plan.snapshots(books(knownThen), ZoneOffset.UTC).until(endOf(until));

        assertThat(text(all)).isEqualTo(text(then));
    }

    @Property(tries = 60)
    void observations_areThoseOfANaiveOracle(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        List<Event> events = events(new Random(seed));
        LocalDate until = LocalDate.of(2026, 5, 31);
        Observations table = plan(new Window(5, 40), JANUARY, FEBRUARY, MARCH)
                .snapshots(books(events), ZoneOffset.UTC)
                .until(endOf(until));

        List<String> expected = new ArrayList<>();
        for (LocalDate date : List.of(JANUARY, FEBRUARY, MARCH)) {
            for (int i = 0; i < 8; i++) {
                String line = oracle(events, "c" + i, date, until);
                if (!line.isEmpty()) {
                    expected.add(line);
                }
            }
        }
        assertThat(table.rows().stream()
                        .map(row -> row.customerId() + " " + row.date() + " " + row.fate() + " "
                                + row.read(USE).value().orElse(-1.0))
                        .toList())
                .isEqualTo(expected);
    }

    /** Day by day, event by event. */
    private static String oracle(List<Event> events, String customer, LocalDate date, LocalDate until) {
        double use = 0;
        TreeSet<LocalDate> losses = new TreeSet<>();
        TreeSet<LocalDate> knownLosses = new TreeSet<>();
        for (Event event : events) {
            if (!event.customer().equals(customer)
                    || event.recorded().isAfter(until)
                    || event.on().isAfter(until)) {
                continue;
            }
            if (event.isLoss()) {
                losses.add(event.on());
                if (!event.recorded().isAfter(date)) {
                    knownLosses.add(event.on());
                }
            } else if (!event.on().isAfter(date) && !event.recorded().isAfter(date)) {
                use += Math.round(event.use() * 1000);
            }
        }
        for (LocalDate loss : losses) {
            if (!loss.isAfter(date)) {
                if (!knownLosses.contains(loss)) {
                    return "";
                }
                continue;
            }
            if (!loss.isAfter(date.plusDays(5))) {
                return "";
            }
            if (!loss.isAfter(date.plusDays(40))) {
                return customer + " " + date + " LOST " + use;
            }
            break;
        }
        return customer + " " + date + (date.plusDays(40).isAfter(until) ? " CENSORED " : " STAYED ") + use;
    }
}
