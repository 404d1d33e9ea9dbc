package dev.rapport.model.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.Entry;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;

/** Events without ids are numbered by what they say, not by where they stand in the source. */
class NumbersOfEventsProperties {

    private static final Instant SINCE = Instant.ofEpochSecond(0);
    private static final AsOf END = AsOf.of(Instant.ofEpochSecond(1_000));

    record Use(long at, long later, double quantity, String feature) {

        Instant occurredAt() {
            return Instant.ofEpochSecond(at);
        }

        Instant knownAt() {
            return Instant.ofEpochSecond(at + later);
        }
    }

    private static final ViewAdapter<List<Use>> ADAPTER = ViewAdapter.<List<Use>>builder(uses -> "a")
            .series(
                    Usage.SERIES,
                    uses -> uses,
                    (SeriesBinding.Builder<Use> use) -> use.at(Use::occurredAt)
                            .recordedAt(Use::knownAt)
                            .field(Usage.QUANTITY, Use::quantity)
                            .field(Usage.FEATURE, Use::feature))
            .build();

    private static Customer customer(List<Use> uses) {
        Customer.Builder customer = Customer.builder("a", SINCE);
        uses.forEach(use -> customer.add(
                Usage.SERIES,
                entry -> entry.at(use.occurredAt())
                        .recordedAt(use.knownAt())
                        .with(Usage.QUANTITY, use.quantity())
                        .with(Usage.FEATURE, use.feature())));
        return customer.build();
    }

    private static List<String> ofHost(List<Use> uses, AsOf asOf) {
        return told(Facts.of(ADAPTER, List.of(uses)), asOf);
    }

    private static List<String> ofModel(List<Use> uses, AsOf asOf) {
        List<Customer> customers = List.of(customer(uses));
        return told(Facts.of(Customer.adapter(customers), customers), asOf);
    }

    private static List<String> told(Facts.Builder<?> facts, AsOf asOf) {
        return facts
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(asOf)
                .find("a")
                .orElseThrow()
                .entries(Usage.SERIES)
                .stream()
                .map(NumbersOfEventsProperties::text)
                .toList();
    }

    private static String text(Entry use) {
        return use.id() + " " + use.at() + " " + use.recordedAt() + " " + use.get(Usage.QUANTITY) + " "
                + use.find(Usage.FEATURE);
    }

    @Property
    void shuffledEvents_haveTheSameNumbers(@ForAll("uses") List<Use> uses, @ForAll Random random) {
        List<Use> shuffled = new ArrayList<>(uses);
        Collections.shuffle(shuffled, random);

        assertThat(ofHost(shuffled, END)).isEqualTo(ofHost(uses, END));
        assertThat(ofModel(shuffled, END)).isEqualTo(ofModel(uses, END)).isEqualTo(ofHost(uses, END));
    }

    @Property
    void numbers_stayWhatTheyAre_whenMoreIsRecorded(@ForAll("uses") List<Use> uses) {
        for (long known = 1; known < 8; known++) {
            AsOf asOf = END.knownAt(Instant.ofEpochSecond(known));
            List<String> now = ofHost(uses, asOf);

            assertThat(ofHost(uses, END)).containsAll(now);
            assertThat(ofModel(uses, asOf)).isEqualTo(now);
        }
    }

    @Provide
    Arbitrary<List<Use>> uses() {
        Arbitrary<Long> times = Arbitraries.longs().between(0, 4);
        return Combinators.combine(times, times, Arbitraries.of(1.0, 2.0, -0.0), Arbitraries.of("a", "b"))
                .as(Use::new)
                .list()
                .ofMaxSize(14);
    }
}
