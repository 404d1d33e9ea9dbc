package dev.rapport.health.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.health.risk.RiskOfBook;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import org.junit.jupiter.api.Test;

/** What every {@link ChurnRisk} must keep. Extend it in a test of the host's rules or model. */
public abstract class ChurnRiskContract {

    /** For those who extend it. */
    protected ChurnRiskContract() {}

    /**
     * The rules or the model to try.
     *
     * @return the risk
     */
    protected abstract ChurnRisk risk();

    /**
     * Customers to assess, some of them without data.
     *
     * @return a book
     */
    protected abstract Book book();

    /** A risk is a probability, and the value of its reasons. */
    @Test
    public final void risk_isAProbability_thatIsTheValueOfItsReasons() {
        for (CustomerView view : book().customers()) {
            Decision<Double> decision = risk().assess(view);
            assertThat(decision.customerId()).isEqualTo(view.customerId());
            assertThat(decision.reasons().foldsToItsValue()).isTrue();
            assertThat(decision.value().isPresent())
                    .isEqualTo(decision.reasons().value().isPresent());
            decision.value().ifPresent(value -> {
                assertThat(value).isBetween(0.0, 1.0);
                assertThat(decision.reasons().value()).hasValue(value);
            });
        }
    }

    /** The book has the numbers of its customers, to the last bit. */
    @Test
    public final void book_agreesWithItsCustomers_toTheLastBit() {
        RiskOfBook whole = risk().assess(book());
        assertThat(whole.size()).isEqualTo(book().size());
        for (int row = 0; row < whole.size(); row++) {
            double alone = risk().assess(book().customers().get(row)).value().orElse(Double.NaN);
            assertThat(whole.customerId(row)).isEqualTo(book().customerIds().get(row));
            assertThat(Double.doubleToLongBits(whole.probability(row))).isEqualTo(Double.doubleToLongBits(alone));
        }
    }

    /** Whoever has no probability has the reason why. */
    @Test
    public final void unknownRisk_saysWhy() {
        RiskOfBook whole = risk().assess(book());
        for (int row = 0; row < whole.size(); row++) {
            boolean known = !Double.isNaN(whole.probability(row));
            assertThat(whole.whyUnknown(row).isPresent())
                    .as("reason of %s, whose risk is %s", whole.customerId(row), whole.probability(row))
                    .isEqualTo(!known);
            whole.whyUnknown(row).ifPresent(why -> assertThat(why).isNotBlank());
        }
    }

    /** A customer has the same risk among others, or fewer others. */
    @Test
    public final void risk_dependsOnTheCustomerAlone() {
        RiskOfBook whole = risk().assess(book());
        Book second = book().only(view -> book().customerIds().indexOf(view.customerId()) % 2 == 1);
        RiskOfBook part = risk().assess(second);
        for (int row = 0; row < part.size(); row++) {
            int same = book().customerIds().indexOf(part.customerId(row));
            assertThat(Double.doubleToLongBits(part.probability(row)))
                    .isEqualTo(Double.doubleToLongBits(whole.probability(same)));
            assertThat(part.whyUnknown(row)).isEqualTo(whole.whyUnknown(same));
        }
    }

    /** The same question gets the same answer. */
    @Test
    public final void assessments_areRepeatable() {
        RiskOfBook once = risk().assess(book());
        RiskOfBook again = risk().assess(book());
        for (int row = 0; row < once.size(); row++) {
            assertThat(Double.doubleToLongBits(again.probability(row)))
                    .isEqualTo(Double.doubleToLongBits(once.probability(row)));
        }
    }

    /** Nothing is read that is not required. */
    @Test
    public final void requirements_areComplete() {
        for (CustomerView view : book().customers()) {
            WatchedView watched = new WatchedView(view);
            risk().assess(watched);
            watched.assertReadNothingBut(risk().requirements());
        }
    }
}
