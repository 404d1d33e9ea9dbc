package dev.rapport.examples.quickstart.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Purchase;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsumersTest {

    private static final SampleBook BOOK = SampleBook.consumers(500, 7);

    @Test
    void consumers_arePeople_whoBuyWithoutContracts() {
        List<AttributeKey<?>> known = List.of(
                CustomerAttributes.PERSON_NAME,
                CustomerAttributes.AGE,
                CustomerAttributes.GENDER,
                CustomerAttributes.INCOME,
                CustomerAttributes.EDUCATION,
                CustomerAttributes.POSTAL_CODE,
                CustomerAttributes.TRAITS,
                CustomerAttributes.INTERESTS);
        Book book = SampleReader.cut(BOOK, SampleBook.UNTIL);
        assertThat(book.size()).isEqualTo(500);
        for (CustomerView view : book.customers()) {
            assertThat(known).allMatch(key -> view.find(key).isPresent());
            assertThat(view.series(Purchase.SERIES)).isNotEmpty();
            assertThat(view.series(Contract.SERIES)).isEmpty();
        }
        assertThat(BOOK.truths().stream().map(PlantedTruth::id))
                .containsExactly(
                        "consumer-goes-quiet", "consumer-is-gone", "consumer-is-a-champion", "consumer-wants-it-cheap");
        assertThat(SampleBook.consumers(10, 7).truths()).isEmpty();
        assertThat(BOOK.timeEntries()).isEmpty();
    }

    @Test
    void consumers_growOlder() {
        LocalDate then = LocalDate.of(2025, 6, 30);
        Book now = SampleReader.cut(BOOK, SampleBook.UNTIL);
        for (CustomerView view : SampleReader.cut(BOOK, then).customers()) {
            double later = now.find(view.customerId()).orElseThrow().get(CustomerAttributes.AGE);
            assertThat(later).isEqualTo(view.get(CustomerAttributes.AGE) + 1);
        }
    }

    @Test
    void someBuyOften_andSomeHaveLeft() {
        Book book = SampleReader.cut(BOOK, SampleBook.UNTIL);
        List<Integer> counts = book.customers().stream()
                .map(view -> view.entries(Purchase.SERIES).size())
                .toList();
        long quiet = book.customers().stream()
                .filter(view -> view.entries(Purchase.SERIES).stream()
                        .allMatch(entry -> entry.at().isBefore(Pen.instant(LocalDate.of(2025, 12, 31)))))
                .count();
        assertThat(counts).anyMatch(count -> count > 25).anyMatch(count -> count < 4);
        assertThat(quiet).isBetween(50L, 250L);
    }

    @Test
    void facts_endWithTheBook_andSameSeedGivesSame() {
        Book all = SampleReader.facts(BOOK).asOf(AsOf.of(SampleReader.FAR));
        for (CustomerView view : all.customers()) {
            assertThat(SampleReader.entries(view)
                            .filter(entry -> !entry.at().isBefore(Pen.instant(SampleBook.UNTIL.plusDays(1)))))
                    .isEmpty();
        }
        assertThat(SampleReader.digest(SampleBook.consumers(500, 7))).isEqualTo(SampleReader.digest(BOOK));
        assertThat(SampleReader.digest(SampleBook.consumers(500, 8))).isNotEqualTo(SampleReader.digest(BOOK));
    }
}
