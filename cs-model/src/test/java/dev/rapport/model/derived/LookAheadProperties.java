package dev.rapport.model.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.book.Facts;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.time.AsOf;
import dev.rapport.model.time.TimeRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Nothing that happens or becomes known after a cut changes what is derived in it. */
class LookAheadProperties {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final AsOf CUT =
            new AsOf(AsOf.endOf(LocalDate.of(2026, 2, 28), ZONE).validAt(), Instant.parse("2026-03-20T11:11:11Z"));
    private static final RateTable RATES =
            RateTable.empty(CurrencyUnit.EUR).with(CurrencyUnit.USD, LocalDate.of(2023, 1, 1), new BigDecimal("0.9"));
    private static final RateTable LATER_RATES =
            RATES.with(CurrencyUnit.USD, LocalDate.of(2026, 3, 1), new BigDecimal("0.1"));

    /** Fills customers by chance; the same seed gives the same. */
    private record Chance(Random random) {

        void fill(Customer.Builder customer, int entries, boolean later) {
            for (int i = 0; i < entries; i++) {
                SeriesKey<?> series = CustomerSeries.all()
                        .get(random.nextInt(CustomerSeries.all().size()));
                add(customer, series, later);
            }
        }

        void add(Customer.Builder customer, SeriesKey<?> series, boolean later) {
            Instant at = before(CUT.validAt());
            Instant recorded = random.nextBoolean() ? at : before(CUT.knownAt());
            if (later && random.nextBoolean()) {
                recorded = after(CUT.knownAt());
            } else if (later) {
                at = after(CUT.validAt());
            }
            Instant start = at;
            Instant known = recorded;
            boolean events = series.nature() == SeriesKey.Nature.EVENTS;
            customer.add(series, entry -> {
                entry.at(start).recordedAt(known);
                entry.id(events ? Long.toString(random.nextLong()) : "r-" + random.nextInt(3));
                for (AttributeKey<?> field : series.fields()) {
                    if (random.nextInt(4) > 0 || series.requiredFields().contains(field)) {
                        with(entry, series, field);
                    }
                }
            });
        }

        private <T> void with(
                dev.rapport.model.customer.EntryBuilder entry, SeriesKey<?> series, AttributeKey<T> field) {
            entry.with(field, value(series, field));
        }

        @SuppressWarnings("unchecked") // each kind has one type
        private <T> T value(SeriesKey<?> series, AttributeKey<T> field) {
            boolean scale = field.equals(SurveyAnswer.SCALE_MIN) || field.equals(SurveyAnswer.SCALE_MAX);
            Object value = switch (field.kind()) {
                case NUMBER -> scale ? (field.equals(SurveyAnswer.SCALE_MAX) ? 5.0 : 1.0) : 1.0 + random.nextInt(5);
                case TEXT -> word(series, field);
                case BOOLEAN -> random.nextBoolean();
                case DATE -> LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1200));
                case MONEY ->
                    Money.of(random.nextBoolean() ? CurrencyUnit.EUR : CurrencyUnit.USD, random.nextInt(100_000));
                case TEXT_SET -> Set.of("a", "b");
            };
            return (T) value;
        }

        private String word(SeriesKey<?> series, AttributeKey<?> field) {
            List<String> words = switch (field.name()) {
                case "notice-unit" -> List.of("calendar-days", "business-days", "months");
                case "instrument" -> List.of("nps", "csat");
                case "role" -> List.of("sponsor", "champion", "csm", "user");
                case "kind" -> List.of("onboarding", series.name() + "-1");
                case "severity" -> List.of("urgent", "low");
                case "contract", "predecessor" -> List.of("r-0", "r-1", "r-2");
                default -> List.of(series.name() + "-1", series.name() + "-2");
            };
            return words.get(random.nextInt(words.size()));
        }

        void state(Customer.Builder customer, boolean later) {
            Instant from = before(CUT.validAt());
            Instant recorded = before(CUT.knownAt());
            if (later && random.nextBoolean()) {
                recorded = after(CUT.knownAt());
            } else if (later) {
                from = after(CUT.validAt());
            }
            customer.set(
                    CustomerAttributes.SEATS,
                    (double) random.nextInt(50),
                    random.nextBoolean()
                            ? TimeRange.startingAt(from)
                            : TimeRange.between(from, from.plus(Duration.ofDays(30))),
                    recorded);
        }

        private Instant before(Instant end) {
            return BEGIN.plusSeconds(
                    random.nextInt((int) Duration.between(BEGIN, end).toSeconds()));
        }

        private Instant after(Instant start) {
            return random.nextInt(5) == 0 ? start : start.plusSeconds(random.nextInt(100_000_000));
        }
    }

    private static CustomerView view(Customer customer, RateTable rates) {
        List<Customer> customers = new ArrayList<>(List.of(customer, feedingEverything()));
        return Facts.of(Customer.adapter(customers), customers)
                .derive(StandardAttributes.all(reckoning(rates)))
                .in(ZONE, CurrencyUnit.EUR)
                .asOf(CUT)
                .find("acme")
                .orElseThrow();
    }

    private static Reckoning reckoning(RateTable rates) {
        return new Reckoning(CurrencyUnit.EUR, rates, BusinessCalendar.weekdays());
    }

    private static Customer feedingEverything() {
        Customer.Builder other = Customer.builder("other", BEGIN);
        Chance chance = new Chance(new Random(1));
        CustomerSeries.all().forEach(series -> chance.add(other, series, false));
        chance.state(other, false);
        return other.build();
    }

    private static Map<String, String> readings(CustomerView view) {
        Map<String, String> readings = new LinkedHashMap<>();
        for (DerivedAttribute<?> attribute : StandardAttributes.all(reckoning(RATES))) {
            var reading = view.read(attribute.key());
            readings.put(
                    attribute.key().name(),
                    reading.status() + " " + reading.value() + " " + reading.reason() + " " + reading.provenance());
        }
        return readings;
    }

    @Property(tries = 400)
    void nothingLater_changesAStandardAttribute(
            @ForAll long seed,
            @ForAll @IntRange(max = 60) int entries,
            @ForAll @IntRange(min = 1, max = 60) int later) {
        Chance chance = new Chance(new Random(seed));
        Customer.Builder customer = Customer.builder("acme", BEGIN);
        chance.fill(customer, entries, false);
        chance.state(customer, false);
        Map<String, String> before = readings(view(customer.build(), RATES));

        chance.fill(customer, later, true);
        customer.set(CustomerAttributes.NAME, "Later", CUT.validAt());
        Map<String, String> after = readings(view(customer.build(), LATER_RATES));

        assertThat(after).isEqualTo(before);
    }

    @Property(tries = 200)
    void noLaterStatement_changesAStandardAttribute(@ForAll long seed) {
        Chance chance = new Chance(new Random(seed));
        Customer.Builder customer = Customer.builder("acme", BEGIN);
        for (int i = 0; i < 3; i++) {
            chance.state(customer, false);
        }
        var before = view(customer.build(), RATES).read(StandardAttributes.SEATS_LICENSED);
        for (int i = 0; i < 3; i++) {
            chance.state(customer, true);
        }
        var after = view(customer.build(), RATES).read(StandardAttributes.SEATS_LICENSED);

        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.value()).isEqualTo(before.value());
    }

    /** Otherwise the properties above would hold for want of anything to compare. */
    @Example
    void everyStandardAttribute_isPresentForSomeCustomer_andFailsForNone() {
        Set<String> present = new LinkedHashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            Customer.Builder customer = Customer.builder("acme", BEGIN);
            new Chance(new Random(seed)).fill(customer, 100, false);
            readings(view(customer.build(), RATES)).forEach((name, reading) -> {
                assertThat(reading).as(name).doesNotStartWith("FAILED");
                if (reading.startsWith("PRESENT")) {
                    present.add(name);
                }
            });
        }

        assertThat(present).hasSize(46);
    }
}
