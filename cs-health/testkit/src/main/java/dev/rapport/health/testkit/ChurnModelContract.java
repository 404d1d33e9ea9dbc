package dev.rapport.health.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.churn.ChurnModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ChurnModel} must keep. Extend it in a test of the host's model. */
public abstract class ChurnModelContract extends ChurnRiskContract {

    /** For those who extend it. */
    protected ChurnModelContract() {}

    @Override
    protected abstract ChurnModel risk();

    /** A model says what its probability is of. */
    @Test
    public final void horizon_isStated_inWords() {
        assertThat(risk().horizon()).isEqualTo(risk().horizon());
        assertThat(risk().horizon().toString()).isNotBlank();
    }

    /** A model that tells nobody apart is none. */
    @Test
    public final void probabilities_differ() {
        assertThat(probabilities().stream().filter(p -> !p.isNaN()).distinct().count())
                .as("different probabilities in the book")
                .isGreaterThan(1);
    }

    /** A model may be asked by several threads at once. */
    @Test
    public final void model_isSafe_betweenThreads() {
        ChurnModel model = risk();
        List<Double> alone = probabilities();
        List<Double> together = IntStream.range(0, alone.size())
                .parallel()
                .mapToObj(
                        row -> model.assess(book().customers().get(row)).value().orElse(Double.NaN))
                .toList();
        assertThat(together).isEqualTo(alone);
    }

    private List<Double> probabilities() {
        return book().customers().stream()
                .map(view -> risk().assess(view).value().orElse(Double.NaN))
                .toList();
    }
}
