package dev.rapport.health.churn;

import dev.rapport.health.observation.Observation;
import dev.rapport.health.observation.Observations;
import dev.rapport.health.regression.Covariates;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.Node;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/**
 * How what is known of a customer becomes the numbers of a model, learnt from the observations that it is fitted to.
 * Immutable.
 *
 * <p>A number is one column, a yes or no one of 1 and 0, a text one of 1 and 0 for each level but the first in sort order.
 * All columns are centred: 0 is the mean of those with a value. <b>Without a value</b> a column is 0, so that it counts like
 * the average customer; where enough customers of the training have none, a column named {@code <name>:none} says so, since
 * a gap often tells something. A level that the training had in fewer than {@value #LEAST_ROWS} rows, or not at all, is no
 * value. Columns that are the same in all rows, or repeat another one, are left out, and {@link #remarks} says which.
 */
public final class Encoding {

    /** A level, or a lack of values, in fewer rows than these has no column. */
    static final int LEAST_ROWS = 10;

    private final List<EncodedColumn> columns;
    private final List<String> remarks;
    private final CurrencyUnit currency;

    Encoding(List<EncodedColumn> columns, List<String> remarks, CurrencyUnit currency) {
        this.columns = List.copyOf(columns);
        this.remarks = List.copyOf(remarks);
        this.currency = currency;
    }

    /**
     * Learns levels and means.
     *
     * @param features  what the model may read
     * @param training  the observations that it will be fitted to, and no others
     * @return the encoding
     */
    public static Encoding learn(List<Feature> features, Observations training) {
        return new EncodingDraft(training).encode(features);
    }

    /**
     * The columns.
     *
     * @return their names: {@code usage.change-30d}, {@code log(arr)}, {@code contract=yearly}, {@code survey.nps-last:none}
     */
    public List<String> names() {
        return columns.stream().map(EncodedColumn::name).toList();
    }

    /**
     * What was left out.
     *
     * @return a sentence for each column that could say nothing
     */
    public List<String> remarks() {
        return remarks;
    }

    /** Says whether there is a column to explain anything with. */
    Problems check() {
        ProblemCollector problems = new ProblemCollector();
        if (columns.isEmpty()) {
            problems.add(Problem.error(
                            "no-columns",
                            Location.NONE,
                            "features must have a column that varies in training, had none: "
                                    + (remarks.isEmpty() ? "there are no features" : String.join(" ", remarks)))
                    .withAdvice("Maybe observe more customers, or other features"));
        }
        return problems.problems();
    }

    /**
     * What is read of a customer.
     *
     * @return the attributes that have a column
     */
    public Requirements requirements() {
        Set<AttributeKey<?>> keys = new LinkedHashSet<>();
        columns.forEach(column -> keys.add(column.feature().key()));
        return new Requirements(keys, Set.of());
    }

    /**
     * Observations as columns for a regression.
     *
     * @param observations  the rows
     * @return the columns, centred, 0 without a value
     */
    public Covariates covariates(Observations observations) {
        Covariates.Builder builder = Covariates.builder(observations.size());
        for (EncodedColumn column : columns) {
            builder.number(
                    column.name(),
                    observations.rows().stream()
                            .mapToDouble(row ->
                                    column.centred(row.read(column.feature().key())))
                            .toArray());
        }
        return builder.build();
    }

    /**
     * A customer as a row of numbers, for models that want no gaps.
     *
     * @param view  the customer
     * @return a number for each column, not centred; the mean of the training without a value
     */
    public double[] row(CustomerView view) {
        return row(view::read, false);
    }

    /**
     * A customer as a row of numbers, for models that handle gaps themselves, as XGBoost does.
     *
     * @param view  the customer
     * @return a number for each column, not centred; NaN without a value
     */
    public double[] rowWithGaps(CustomerView view) {
        return row(view::read, true);
    }

    /**
     * An observation as a row of numbers, to fit other models to.
     *
     * @param observation  the observation
     * @param keepGaps  true for NaN without a value, false for the mean of the training
     * @return a number for each column, not centred
     */
    public double[] row(Observation observation, boolean keepGaps) {
        return row(observation::read, keepGaps);
    }

    private double[] row(Function<AttributeKey<?>, Reading<?>> read, boolean keepGaps) {
        double[] row = new double[columns.size()];
        for (int j = 0; j < row.length; j++) {
            EncodedColumn column = columns.get(j);
            double raw = column.raw(read.apply(column.feature().key()));
            row[j] = keepGaps || Double.isFinite(raw) ? raw : column.centre();
        }
        return row;
    }

    /** The sum of what the columns add, in the order of the coefficients. */
    Node sum(String code, double[] coefficients) {
        List<Node> parts = new ArrayList<>();
        for (int j = 0; j < coefficients.length; j++) {
            EncodedColumn column = columns.get(j);
            parts.add(column.contribution(column.name(), coefficients[j], currency));
        }
        return Node.sum(code, parts, Handling.REDISTRIBUTE);
    }
}
