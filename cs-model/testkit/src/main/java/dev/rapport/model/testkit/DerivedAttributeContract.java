package dev.rapport.model.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.DerivedAttribute;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The rules that every {@link DerivedAttribute} keeps. Extend it in a test of the host's own ones.
 *
 * <p>That a derivation does not look ahead follows from two of them: it reads nothing but the view, and the view shows
 * nothing from after the cut.
 */
public abstract class DerivedAttributeContract {

    /** For those who extend it. */
    protected DerivedAttributeContract() {}

    /**
     * The derivations under test.
     *
     * @return at least one
     */
    protected abstract List<DerivedAttribute<?>> derived();

    /**
     * Customers to try them on.
     *
     * @return a book whose facts derive them, in which each has a value for somebody
     */
    protected abstract Book book();

    /** A contract on no values would say nothing. */
    @Test
    public final void somebody_hasAValue() {
        assertThat(derived()).isNotEmpty();
        for (DerivedAttribute<?> attribute : derived()) {
            assertThat(book().customers())
                    .as("customers with " + attribute.key())
                    .anyMatch(customer -> customer.find(attribute.key()).isPresent());
        }
    }

    /** What is read was said before. */
    @Test
    public final void requirements_areAllThatIsRead() {
        for (DerivedAttribute<?> attribute : derived()) {
            for (CustomerView customer : book().customers()) {
                CustomerView restricted = new RestrictedView(customer, attribute.requires(), true);
                assertThat(text(attribute.derivation().apply(restricted)))
                        .as(attribute.key() + " of " + customer.customerId())
                        .isEqualTo(text(customer.read(attribute.key())));
            }
        }
    }

    /** Nothing known is an answer, not an exception. */
    @Test
    public final void nothingKnown_isAnAnswer() {
        for (DerivedAttribute<?> attribute : derived()) {
            for (CustomerView customer : book().customers()) {
                Reading<?> reading =
                        attribute.derivation().apply(new RestrictedView(customer, attribute.requires(), false));
                assertThat(reading.status())
                        .as(attribute.key() + " of a customer of whom nothing is known")
                        .isNotEqualTo(Reading.Status.FAILED);
            }
        }
    }

    /** A value is of the kind of its key; numbers are finite. Nothing fails on customers as they should be. */
    @Test
    public final void values_areOfTheirKind() {
        for (DerivedAttribute<?> attribute : derived()) {
            for (CustomerView customer : book().customers()) {
                Reading<?> reading = customer.read(attribute.key());
                assertThat(reading.status())
                        .as(attribute.key() + " of " + customer.customerId() + ": " + reading)
                        .isNotEqualTo(Reading.Status.FAILED);
                reading.value().ifPresent(value -> {
                    assertThat(value)
                            .as(attribute.key().name())
                            .isInstanceOf(attribute.key().kind().type());
                    if (value instanceof Double number) {
                        assertThat(number).as(attribute.key().name()).isFinite();
                    }
                });
            }
        }
    }

    /** Asked twice, a derivation answers the same. */
    @Test
    public final void readingAgain_givesTheSame() {
        for (DerivedAttribute<?> attribute : derived()) {
            for (CustomerView customer : book().customers()) {
                assertThat(text(attribute.derivation().apply(customer)))
                        .isEqualTo(text(attribute.derivation().apply(customer)));
            }
        }
    }

    private static String text(Reading<?> reading) {
        return reading.status() + " " + reading.value() + " " + reading.provenance() + " " + reading.reason();
    }
}
