package dev.rapport.health.churn;

import java.util.List;

/**
 * Numbers in, a probability out: what a model of another library is wrapped as. Pure, and safe to share between threads.
 *
 * <pre>{@code
 * RowScorer tribuo = row -> tribuoModel.predict(new ArrayExample<>(UNKNOWN, names, row)).getOutputScores()...;
 * }</pre>
 */
@FunctionalInterface
public interface RowScorer {

    /**
     * The probability of a loss.
     *
     * @param row  a number for each column of the encoding
     * @return 0 to 1; NaN where the model has none
     */
    double probability(double[] row);

    /**
     * What the model says about why, such as its largest Shapley values.
     *
     * @param row  a number for each column of the encoding
     * @return clauses, the weightiest first; empty where it cannot tell
     */
    default List<String> reasons(double[] row) {
        return List.of();
    }
}
