package dev.rapport.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static final AttributeKey<Double> A = AttributeKey.number("a");
    private static final AttributeKey<Double> B = AttributeKey.number("b");
    private static final Node PRODUCT = Node.product(
            "product",
            List.of(Node.number("a", A, (value, today) -> value), Node.number("b", B, (value, today) -> value)));

    private static Explanation explain(FixedView view) {
        Explanation explanation = Program.of(PRODUCT).explain(view);
        assertThat(explanation.foldsToItsValue()).isTrue();
        return explanation;
    }

    @Test
    void product_multipliesItsParts() {
        assertThat(explain(new FixedView().with(A, 0.1).with(B, 3.0)).value()).hasValue(0.1 * 3);
    }

    @Test
    void product_withAPartThatHasNoData_isUnknown() {
        Explanation unknown = explain(new FixedView().with(A, 0.0));

        assertThat(unknown.status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(unknown.value()).isEmpty();
        assertThat(unknown.completeness()).isEqualTo(0.5);
    }

    @Test
    void product_withAPartThatIsNotApplicable_isNotApplicable_whateverIsMissing() {
        FixedView view = new FixedView().with(B, Reading.notApplicable("nothing to decide"));

        assertThat(explain(view).status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(explain(view.with(A, 0.5)).status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void product_ofNothing_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Explanation.productOf("loss", List.of()));
    }

    @Property(tries = 200)
    void columns_andExplanations_andStatedParts_agreeToTheLastBit(
            @ForAll @Size(min = 1, max = 600) List<@DoubleRange(min = -1e6, max = 1e6) Double> numbers) {
        double[] a = new double[numbers.size()];
        double[] b = new double[numbers.size()];
        for (int row = 0; row < a.length; row++) {
            a[row] = numbers.get(row);
            b[row] = row % 7 == 0 ? Double.NaN : numbers.get(a.length - 1 - row);
        }
        List<String> ids =
                IntStream.range(0, a.length).mapToObj(Integer::toString).toList();
        Scores scores = Program.of(PRODUCT)
                .evaluate(Columns.of(0, ids, List.of(Column.ofNumbers(A, a), Column.ofNumbers(B, b))))
                .get(0);
        for (int row = 0; row < a.length; row++) {
            Explanation stated = Explanation.productOf(
                    "product", List.of(Explanation.stated("a", a[row], "a"), Explanation.stated("b", b[row], "b")));
            assertThat(Double.doubleToLongBits(scores.value(row)))
                    .isEqualTo(Double.doubleToLongBits(1 * a[row] * b[row]));
            assertThat(Double.doubleToLongBits(stated.value().orElse(Double.NaN)))
                    .isEqualTo(Double.doubleToLongBits(scores.value(row)));
            assertThat(stated.status()).isEqualTo(scores.status(row));
        }
    }
}
