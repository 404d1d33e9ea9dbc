package dev.rapport.engagement.plan;

import static dev.rapport.engagement.plan.WarehouseRows.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.json.PlanJson;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.plan.WarehouseRows.Row;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.model.book.Facts;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.memory.Memory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A plan of columns is the plan of objects that hold the same. */
class PlanOfColumnsTest {

    private static final LocalDate NEXT = LocalDate.of(2026, 8, 1);

    private static Plan plan(Facts facts) {
        return WarehouseRows.planner(facts).plan(facts, AS_OF, Memory.empty(), new InMemoryMilestoneLedger());
    }

    private static String json(Plan plan) {
        StringWriter json = new StringWriter();
        try {
            JsonLayout.PRETTY.write(json, out -> PlanJson.write(plan, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    private static Row row(String id, int arr, double share) {
        return new Row(id, Money.of(CurrencyUnit.EUR, arr), 0, share, -0.3, true, NEXT, 0.0, 400.0);
    }

    @Test
    void columns_givePlanOfAttributes_andSayWhichSeriesAreMissing() {
        Plan plan = plan(WarehouseRows.columns(List.of(row("b", 20_000, 0.9), row("a", 5_000, 0.1))));
        assertThat(plan.arr()).isEqualTo(Money.parse("EUR 25000.00"));
        assertThat(plan.customers()).extracting(CustomerLine::customerId).containsExactly("a", "b");
        assertThat(plan.customers()).extracting(CustomerLine::band).containsExactly("red", "green");
        assertThat(plan.segments())
                .extracting(SegmentLine::arr)
                .containsExactly(Money.parse("EUR 5000.00"), Money.parse("EUR 20000.00"));
        assertThat(plan.atRisk().value().orElseThrow().lines())
                .extracting(AtRisk::customerId)
                .containsExactly("b", "a");
        assertThat(plan.economics().value().orElseThrow().arr()).contains(Money.parse("EUR 25000.00"));
        assertThat(plan.decisions().value()).isEmpty();
        assertThat(plan.decisions().missing()).containsExactly("contracts");
        assertThat(plan.retention().missing()).containsExactly("series contracts");
        assertThat(plan.coverage().missing()).contains("series owners");
    }

    @Test
    void reasons_areThereForWhoAsks() {
        Plan plan = plan(WarehouseRows.columns(List.of(row("b", 20_000, 0.9), row("a", 5_000, 0.1))));
        CustomerLine line = plan.find("a").orElseThrow();
        assertThat(line.health().reasons().value())
                .hasValue(line.health().score().orElseThrow());
        assertThat(line.health().band()).isEqualTo(line.band());
        assertThat(plan.find("c")).isEmpty();
    }

    @Property(tries = 25)
    void planOfColumns_hasTheBytesOfThePlanOfObjects(@ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int size) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>(IntStream.range(0, size)
                .mapToObj(number -> Row.draw(number, random))
                .toList());
        Collections.shuffle(rows, random);
        assertThat(json(plan(WarehouseRows.columns(rows)))).isEqualTo(json(plan(WarehouseRows.objects(rows))));
    }

    @Test
    void plan_doesNotDependOnThreads() {
        Random random = new Random(7);
        Facts facts = WarehouseRows.columns(IntStream.range(0, 3000)
                .mapToObj(number -> Row.draw(number, random))
                .toList());
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Plan several = WarehouseRows.planner(facts)
                    .on(threads, 5)
                    .plan(facts, AS_OF, Memory.empty(), new InMemoryMilestoneLedger());
            assertThat(json(several)).isEqualTo(json(plan(facts)));
        } finally {
            threads.shutdown();
        }
    }
}
