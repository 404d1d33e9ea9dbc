package dev.rapport.model.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Usage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** A host's own derived attribute, and others that break the contract. */
class HostAttributesTest extends DerivedAttributeContract {

    private static final AttributeKey<Double> USES = AttributeKey.number("host.uses");
    private static final Requirements USAGE = Requirements.series(Usage.SERIES);
    private static final Provenance DERIVED = Provenance.of("derived");

    private static final DerivedAttribute<Double> COUNTED = new DerivedAttribute<>(
            USES,
            USAGE,
            view -> Reading.present((double) view.entries(Usage.SERIES).size(), DERIVED));

    private static DerivedAttributeContract holding(DerivedAttribute<?> attribute) {
        return new DerivedAttributeContract() {
            @Override
            protected List<DerivedAttribute<?>> derived() {
                return List.of(attribute);
            }

            @Override
            protected Book book() {
                return bookWith(attribute);
            }
        };
    }

    private static Book bookWith(DerivedAttribute<?> attribute) {
        List<Customer> customers = new StandardAdapterTest().customers();
        return Facts.of(Customer.adapter(customers), customers)
                .derive(List.of(attribute))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(LocalDate.parse("2026-06-30"));
    }

    @Override
    protected List<DerivedAttribute<?>> derived() {
        return List.of(COUNTED);
    }

    @Override
    protected Book book() {
        return bookWith(COUNTED);
    }

    @Test
    void undeclaredReading_isFound() {
        assertThatThrownBy(() -> holding(new DerivedAttribute<>(USES, Requirements.none(), COUNTED.derivation()))
                        .requirements_areAllThatIsRead())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("series (usage) was read");
    }

    @Test
    void failureOnMissingData_isFound() {
        DerivedAttribute<Double> careless = new DerivedAttribute<>(
                USES,
                USAGE,
                view -> view.entries(Usage.SERIES).isEmpty()
                        ? Reading.failed("no usage")
                        : Reading.present(1.0, DERIVED));

        assertThatThrownBy(() -> holding(careless).nothingKnown_isAnAnswer())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("of whom nothing is known");
    }

    @Test
    void infiniteNumber_isFound() {
        DerivedAttribute<Double> infinite = new DerivedAttribute<>(
                USES,
                USAGE,
                view -> Reading.present(1.0 / (view.entries(Usage.SERIES).size() - 2), DERIVED));

        assertThatThrownBy(() -> holding(infinite).values_areOfTheirKind()).isInstanceOf(AssertionError.class);
    }

    @Test
    void otherAnswerEachTime_isFound() {
        int[] calls = new int[1];
        DerivedAttribute<Double> counter =
                new DerivedAttribute<>(USES, USAGE, view -> Reading.present((double) calls[0]++, DERIVED));

        assertThatThrownBy(() -> holding(counter).readingAgain_givesTheSame()).isInstanceOf(AssertionError.class);
    }

    @Test
    void valueOfNobody_isFound() {
        DerivedAttribute<Double> empty = new DerivedAttribute<>(USES, USAGE, view -> Reading.missing());

        assertThatThrownBy(() -> holding(empty).somebody_hasAValue()).isInstanceOf(AssertionError.class);
    }
}
