package dev.rapport.health.regression;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.internal.Products;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Named columns of numbers, a row each for what is observed: what a regression explains an outcome with. Immutable.
 *
 * <pre>{@code
 * Covariates.builder(3).number("age", 61, 48, 70).text("plan", List.of("basic", "gold", "basic")).build()
 * }</pre>
 */
public final class Covariates {

    private final int rows;
    private final List<String> names;
    private final double[][] columns;

    private Covariates(int rows, List<String> names, double[][] columns) {
        this.rows = rows;
        this.names = List.copyOf(names);
        this.columns = columns;
    }

    /**
     * No columns: for models that explain nothing.
     *
     * @param rows  how many rows there are
     * @return the empty covariates
     */
    public static Covariates none(int rows) {
        return new Covariates(rows, List.of(), new double[0][]);
    }

    /**
     * Begins covariates.
     *
     * @param rows  how many values each column has
     * @return a builder
     */
    public static Builder builder(int rows) {
        return new Builder(rows);
    }

    /**
     * The number of rows.
     *
     * @return how many values each column has
     */
    public int rows() {
        return rows;
    }

    /**
     * The number of columns.
     *
     * @return at least 0
     */
    public int size() {
        return columns.length;
    }

    /**
     * The names of the columns.
     *
     * @return the names in the order of the columns
     */
    public List<String> names() {
        return names;
    }

    /**
     * A value.
     *
     * @param row  its row
     * @param column  its column
     * @return the value
     */
    public double value(int row, int column) {
        return columns[column][row];
    }

    /**
     * A column.
     *
     * @param column  which
     * @return a copy of its values
     */
    public double[] column(int column) {
        return columns[column].clone();
    }

    /**
     * Copies a part of a column.
     *
     * @param column  which
     * @param from  the first row
     * @param count  how many rows
     * @param to  receives the values from its beginning on
     */
    public void copy(int column, int from, int count, double[] to) {
        System.arraycopy(columns[column], from, to, 0, count);
    }

    /**
     * Adds to a number for each of some rows the sum of {@code (value - shift) factor} over all columns.
     *
     * @param from  the first row
     * @param count  how many rows
     * @param shifts  a shift for each column
     * @param factors  a factor for each column
     * @param to  is added to, from its beginning on
     */
    public void addPredictors(int from, int count, double[] shifts, double[] factors, double[] to) {
        int j = 0;
        for (; j + 3 < columns.length; j += 4) {
            addFour(j, from, count, shifts, factors, to);
        }
        for (; j < columns.length; j++) {
            double[] x = columns[j];
            double shift = shifts[j];
            double factor = factors[j];
            for (int i = 0; i < count; i++) {
                to[i] += (x[from + i] - shift) * factor;
            }
        }
    }

    /** Four columns at once, so that the sums are read and written a quarter as often. */
    private void addFour(int j, int from, int count, double[] shifts, double[] factors, double[] to) {
        double[] x0 = columns[j];
        double[] x1 = columns[j + 1];
        double[] x2 = columns[j + 2];
        double[] x3 = columns[j + 3];
        double m0 = shifts[j];
        double m1 = shifts[j + 1];
        double m2 = shifts[j + 2];
        double m3 = shifts[j + 3];
        double b0 = factors[j];
        double b1 = factors[j + 1];
        double b2 = factors[j + 2];
        double b3 = factors[j + 3];
        for (int i = 0; i < count; i++) {
            to[i] += (x0[from + i] - m0) * b0
                    + (x1[from + i] - m1) * b1
                    + ((x2[from + i] - m2) * b2 + (x3[from + i] - m3) * b3);
        }
    }

    /**
     * Adds to a number for each column the sum of {@code (value - shift) multiplier} over some rows.
     *
     * @param from  the first row
     * @param count  how many rows
     * @param shifts  a shift for each column
     * @param multipliers  a multiplier for each of the rows
     * @param to  is added to
     */
    public void addSums(int from, int count, double[] shifts, double[] multipliers, double[] to) {
        Products products = new Products();
        for (int j = 0; j < columns.length; j++) {
            to[j] += products.sum(multipliers, columns[j], from, shifts[j], count);
        }
    }

    /**
     * What makes these columns unfit for a regression, found before one is tried.
     *
     * @param mayBeConstant  false where a constant column cannot be told from an intercept
     * @return a problem for each column with a value that is not finite, or with one value only
     */
    public Problems check(boolean mayBeConstant) {
        ProblemCollector problems = new ProblemCollector();
        for (int j = 0; j < columns.length; j++) {
            check(j, mayBeConstant, problems);
        }
        return problems.problems();
    }

    private void check(int column, boolean mayBeConstant, ProblemCollector problems) {
        double[] values = columns[column];
        int bad = 0;
        int first = -1;
        boolean constant = rows > 0;
        if (!allFinite(values)) {
            for (int row = 0; row < rows; row++) {
                if (!Double.isFinite(values[row])) {
                    bad++;
                    first = first < 0 ? row : first;
                }
            }
        }
        for (int row = 0; row < rows && constant; row++) {
            constant = values[row] == values[0];
        }
        String name = "covariate " + Quote.text(names.get(column));
        if (bad > 0) {
            problems.add(Problem.error(
                            "covariate-not-finite",
                            Location.NONE,
                            name + " must be finite in every row, was " + values[first] + " in row " + first
                                    + (bad > 1 ? " and not finite in " + (bad - 1) + " more" : ""))
                    .withAdvice("Maybe leave those rows out, or give them a value and say that it was missing"));
        } else if (constant && !mayBeConstant) {
            problems.add(Problem.error(
                            "covariate-constant",
                            Location.NONE,
                            name + " must vary, was " + Quote.number(values[0]) + " in all " + rows + " rows")
                    .withAdvice("Maybe leave it out: it explains nothing"));
        }
    }

    /** Zero times a number is zero, unless it is not finite: four sums of these under way at once. */
    private static boolean allFinite(double[] values) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < values.length; i += 4) {
            s0 += values[i] * 0;
            s1 += values[i + 1] * 0;
            s2 += values[i + 2] * 0;
            s3 += values[i + 3] * 0;
        }
        for (; i < values.length; i++) {
            s0 += values[i] * 0;
        }
        return s0 + s1 + (s2 + s3) == 0;
    }

    /** Builds covariates column by column. Mutable, for one thread. */
    public static final class Builder {

        private final int rows;
        private final List<String> names = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();
        private final List<double[]> columns = new ArrayList<>();

        private Builder(int rows) {
            if (rows < 0) {
                throw new IllegalArgumentException("rows (" + rows + ") must be at least 0.");
            }
            this.rows = rows;
        }

        /**
         * Adds a column of numbers.
         *
         * @param name  its name, once
         * @param values  a value for each row; copied
         * @return this builder
         */
        public Builder number(String name, double... values) {
            add(name, values.length, values.clone());
            return this;
        }

        /**
         * Adds a column of yes and no, as 1 and 0.
         *
         * @param name  its name, once
         * @param values  a value for each row
         * @return this builder
         */
        public Builder yesNo(String name, boolean... values) {
            double[] numbers = new double[values.length];
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = values[row] ? 1 : 0;
            }
            add(name, values.length, numbers);
            return this;
        }

        /**
         * Adds an indicator column, 1 and 0, for each level of a text but the first in sort order, which is what the others
         * are compared with. They are named {@code name=level}.
         *
         * @param name  the name of the text
         * @param values  a value for each row
         * @return this builder
         */
        public Builder text(String name, List<String> values) {
            requireNonNull(name, "name");
            Set<String> levels = new TreeSet<>(values);
            levels.stream().skip(1).forEach(level -> {
                double[] numbers = new double[values.size()];
                for (int row = 0; row < numbers.length; row++) {
                    numbers[row] = values.get(row).equals(level) ? 1 : 0;
                }
                add(name + "=" + level, values.size(), numbers);
            });
            return this;
        }

        private void add(String name, int length, double[] values) {
            requireNonNull(name, "name");
            if (length != rows) {
                throw new IllegalArgumentException(
                        "values of " + name + " must be one for each of the " + rows + " rows, were " + length + ".");
            }
            if (!taken.add(name)) {
                throw new IllegalArgumentException("name (" + name + ") must come once.");
            }
            names.add(name);
            columns.add(values);
        }

        /**
         * Ends the covariates.
         *
         * @return the columns in the order in which they were added
         */
        public Covariates build() {
            return new Covariates(rows, names, columns.toArray(double[][]::new));
        }
    }
}
