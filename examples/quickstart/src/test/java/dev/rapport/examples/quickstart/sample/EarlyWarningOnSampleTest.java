package dev.rapport.examples.quickstart.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.json.HealthDocuments;
import dev.rapport.health.warning.AlertEvaluation;
import dev.rapport.health.warning.AlertEvaluation.Event;
import dev.rapport.health.warning.AlertList;
import dev.rapport.health.warning.BookWatch;
import dev.rapport.health.warning.EarlyWarning;
import dev.rapport.health.warning.WatchState;
import dev.rapport.health.warning.WatchedBook;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.memory.Memory;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long before planted losses the sample's policy alerts, and how often in vain. A decline is planted where usage falls
 * by more than 30 % in the last three months before a loss; an alert is false where no loss follows within the horizon.
 */
class EarlyWarningOnSampleTest {

    private static final int CUSTOMERS = 300;
    private static final int OWNERS = 8;
    private static final LocalDate FROM = LocalDate.of(2024, 9, 2);

    private static EarlyWarning policy() throws IOException {
        String name = "/sample/policies/early-warning.json";
        try (InputStream in = EarlyWarningOnSampleTest.class.getResourceAsStream(name)) {
            return HealthDocuments.EARLY_WARNING.read(JsonInput.read(name, in)).orThrow();
        }
    }

    private static Facts facts(SampleBook sample) {
        List<Customer> customers = sample.stream().toList();
        return Facts.of(Customer.adapter(customers), customers)
                .derive(StandardAttributes.all(sample.reckoning()))
                .in(SampleBook.ZONE, SampleBook.CURRENCY);
    }

    private static Map<String, Profile> profiles(long seed) {
        Map<String, Profile> profiles = new TreeMap<>();
        IntStream.range(0, CUSTOMERS).forEach(i -> profiles.put(Profile.idOf(i), Profile.of(seed, i)));
        return profiles;
    }

    private static List<Event> losses(Map<String, Profile> profiles) {
        List<Event> losses = new ArrayList<>();
        profiles.forEach((id, profile) -> profile.lostOn().ifPresent(day -> losses.add(new Event(id, day))));
        return losses;
    }

    private static Profile profileOf(String customerId, Map<String, Profile> profiles) {
        return Optional.ofNullable(profiles.get(customerId)).orElseThrow();
    }

    private static boolean isDecline(Event loss, Map<String, Profile> profiles) {
        Profile profile = profileOf(loss.customerId(), profiles);
        double before = profile.usageLevelOn(loss.on().minusDays(95));
        return profile.usageLevelOn(loss.on().minusDays(1)) < 0.7 * before;
    }

    private static void assertGoodEnough(List<Event> alerts, Map<String, Profile> profiles, LocalDate from, long seed) {
        List<Event> losses = losses(profiles);
        List<Event> declines =
                losses.stream().filter(loss -> isDecline(loss, profiles)).toList();
        AlertEvaluation.Span span = new AlertEvaluation.Span(from, SampleBook.UNTIL, 180);
        AlertEvaluation ofDeclines = AlertEvaluation.of(alerts, declines, span, OWNERS);
        AlertEvaluation ofAll = AlertEvaluation.of(alerts, losses, span, OWNERS);

        assertThat(ofDeclines.leads().size() + ofDeclines.missed().size())
                .as("declines of seed " + seed)
                .isGreaterThanOrEqualTo(6);
        assertThat(ofDeclines.medianLead().orElse(0)).as("lead of seed " + seed).isGreaterThanOrEqualTo(30);
        assertThat(ofDeclines.detection().orElse(0)).as("found of seed " + seed).isGreaterThanOrEqualTo(0.85);
        assertThat(ofAll.falseAlertsPerOwnerAndMonth())
                .as("false alerts of seed " + seed)
                .isLessThanOrEqualTo(2);
    }

    /** The policy was tried on seeds 7, 1, 2 and 3 while it was written; the others were never looked at. */
    @ParameterizedTest
    @ValueSource(longs = {7, 1, 2, 3, 101, 202, 303, 404, 505, 606})
    void plantedDeclines_areFoundAMonthAhead_withFewFalseAlerts(long seed) throws IOException {
        SampleBook sample = SampleBook.generate(CUSTOMERS, seed);
        Map<String, Profile> profiles = profiles(seed);
        Book book = facts(sample).asOf(SampleBook.UNTIL);
        List<Event> alerts = new ArrayList<>();
        watch(book, sample, profiles).look(book).alarms().stream()
                .map(alarm -> new Event(alarm.customerId(), alarm.on()))
                .filter(event -> alerts.stream()
                        .noneMatch(told -> told.customerId().equals(event.customerId())
                                && !told.on().isBefore(event.on().minusDays(90))))
                .forEach(alerts::add);

        assertGoodEnough(alerts, profiles, FROM, seed);
    }

    private static BookWatch watch(Book book, SampleBook sample, Map<String, Profile> profiles) throws IOException {
        return policy().resolve(book.provides(), sample.calendar()).orThrow().untilLost(view -> lostOn(view, profiles));
    }

    /** A loss that is still to come is not known. */
    private static Optional<LocalDate> lostOn(CustomerView view, Map<String, Profile> profiles) {
        return profileOf(view.customerId(), profiles).lostOn().filter(day -> !day.isAfter(view.date()));
    }

    /** As a host runs it: week by week, from the state, with the budget and what was told before. */
    @Test
    void weekByWeek_fromTheState_withinTheBudget_theSameHolds() throws IOException {
        long seed = 909;
        SampleBook sample = SampleBook.generate(CUSTOMERS, seed);
        Map<String, Profile> profiles = profiles(seed);
        Facts facts = facts(sample);
        LocalDate first = LocalDate.of(2025, 3, 2);
        BookWatch watch = watch(facts.asOf(first), sample, profiles);
        Optional<WatchState> state = Optional.empty();
        Memory memory = Memory.empty();
        List<Event> told = new ArrayList<>();
        for (LocalDate sunday = first; !sunday.isAfter(SampleBook.UNTIL); sunday = sunday.plusWeeks(1)) {
            Book book = facts.asOf(sunday);
            WatchedBook watched = state.isPresent() ? watch.look(book, state.get()) : watch.look(book);
            state = Optional.of(watched.state());
            Book current = book.only(view -> lostOn(view, profiles).isEmpty());
            AlertList alerts = watched.alerts(current, memory);
            memory = memory.with(alerts.toRemember());
            LocalDate on = sunday;
            alerts.alerts().forEach(alert -> told.add(new Event(alert.customerId(), on)));
            assertThat(alerts.alerts().stream()
                            .filter(alert -> alert.owner().isPresent())
                            .collect(java.util.stream.Collectors.groupingBy(
                                    alert -> alert.owner().get(), java.util.stream.Collectors.counting()))
                            .values())
                    .allMatch(count -> count <= 3);
        }

        assertGoodEnough(told, profiles, first, seed);
    }
}
