package dev.rapport.model.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.book.Facts;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.time.AsOf;
import java.math.BigDecimal;
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

/** Nothing that happens or becomes known after a cut changes what is derived in it. */
class LookAheadProperties {

    private static final ZoneId ZONE = Chance.ZONE;
    private static final Instant BEGIN = Chance.BEGIN;
    private static final AsOf CUT = Chance.CUT;
    private static final RateTable RATES =
            RateTable.empty(CurrencyUnit.EUR).with(CurrencyUnit.USD, LocalDate.of(2023, 1, 1), new BigDecimal("0.9"));
    private static final RateTable LATER_RATES =
            RATES.with(CurrencyUnit.USD, LocalDate.of(2026, 3, 1), new BigDecimal("0.1"));

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
