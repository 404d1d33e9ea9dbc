package dev.rapport.model.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Columns;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class ColumnsOfProgramsTest {

    private static final AttributeKey<Double> SEATS = AttributeKey.number("seats");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    private final AtomicInteger reads = new AtomicInteger();

    private Book book() {
        ViewAdapter<String> adapter = ViewAdapter.builder(String::toString).build();
        return Facts.of(adapter, List.of("a", "b", "c"))
                .derive(List.of(new DerivedAttribute<>(SEATS, Requirements.none(), view -> {
                    reads.incrementAndGet();
                    return Reading.present(
                            (double) view.customerId().charAt(0) - 'a',
                            new Provenance(Optional.of(JUNE), Optional.empty(), "test"));
                })))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(LocalDate.of(2026, 6, 30));
    }

    private static Program atLeast(double bound) {
        return Program.of(Node.number("at-least", SEATS, (RangeFunction) today -> NumberRange.atLeast(bound))
                .asCondition());
    }

    private static List<Double> values(Program program, Columns columns) {
        Scores scores = program.evaluate(columns).get(0);
        return List.of(scores.value(0), scores.value(1), scores.value(2));
    }

    @Test
    void whatSeveralPrograms_readAsItStands_isReadOnce() {
        List<Program> programs = List.of(atLeast(1), atLeast(2));
        List<Columns> columns = Program.columns(book(), programs);
        assertThat(reads).hasValue(3);
        assertThat(values(programs.get(0), columns.get(0))).containsExactly(0.0, 1.0, 1.0);
        assertThat(values(programs.get(1), columns.get(1))).containsExactly(0.0, 0.0, 1.0);
    }

    @Test
    void whatAProgram_readsInItsOwnWay_isItsOwn() {
        Program fading =
                Program.of(Node.number("seats", SEATS, (seats, today) -> seats).fading(new TimeToLive(10, 0)));
        Program computed = Program.of(Node.number("seats", SEATS, (seats, today) -> seats)
                .computedBy(new DerivedAttribute<>(
                        SEATS, Requirements.none(), view -> Reading.present(7.0, Provenance.of("test")))));
        List<Program> programs = List.of(atLeast(1), fading, computed);
        List<Columns> columns = Program.columns(book(), programs);
        for (int i = 0; i < programs.size(); i++) {
            assertThat(values(programs.get(i), columns.get(i)))
                    .isEqualTo(values(programs.get(i), programs.get(i).columns(book())));
        }
        assertThat(values(fading, columns.get(1))).containsOnly(Double.NaN);
        assertThat(values(computed, columns.get(2))).containsOnly(7.0);
    }
}
