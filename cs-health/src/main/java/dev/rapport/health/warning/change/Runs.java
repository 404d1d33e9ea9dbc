package dev.rapport.health.warning.change;

import dev.rapport.health.internal.SteadyMath;

/**
 * The runs that are weighed against each other, oldest first: how many observations each has, how probable it is, and the
 * two numbers that its observations have told. In arrays that are made once.
 */
abstract class Runs {

    /** No mass is below: a run that was impossible may be the only possible one of the next observation. */
    private static final double LEAST = 1e-300;

    final int[] length;
    final double[] mass;
    final double[] first;
    final double[] second;
    /** The logarithm of the second number: every predictive needs it before and after. */
    final double[] log;

    /** The mean of the posterior of each run's level. */
    final double[] level;

    /** Logarithms of likelihoods, and the greatest of them. */
    final double[] logarithm;

    double greatest;

    int size;
    /** Where the most probable run is, the youngest of several. */
    int mostProbable;

    Runs(int capacity, boolean levelIsFirst) {
        this.length = new int[capacity];
        this.mass = new double[capacity];
        this.first = new double[capacity];
        this.second = new double[capacity];
        this.log = new double[capacity];
        this.logarithm = new double[capacity];
        this.level = levelIsFirst ? first : new double[capacity];
    }

    /** The runs that a prior begins. */
    static Runs of(Prior prior, int capacity) {
        return prior instanceof Prior.NormalGamma levels
                ? new LevelRuns(levels, capacity)
                : new RateRuns((Prior.GammaPoisson) prior, capacity);
    }

    /** Adds a run without observations. */
    abstract void begin(double probability);

    /** Adds a run as it was kept. */
    void add(int runLength, double probability, double one, double other) {
        length[size] = runLength;
        mass[size] = probability;
        first[size] = one;
        second[size] = other;
        log[size] = SteadyMath.log(other);
        size++;
    }

    /**
     * Takes an observation into what every run tells. How probable it was there is left in two parts: a factor, which the
     * mass is multiplied with, and the logarithm of another.
     *
     * @return the logarithm of a factor that all runs have in common
     */
    abstract double take(double value, double exposure);

    /**
     * Takes an observation into every run.
     *
     * @param stays  what the masses sum to afterwards
     * @return the logarithm of how probable the observation was
     */
    final double observe(double value, double exposure, double stays) {
        double common = take(value, exposure) + greatest;
        double total = 0;
        for (int i = 0; i < size; i++) {
            double product = mass[i] * SteadyMath.exp(logarithm[i] - greatest);
            mass[i] = product > LEAST ? product : LEAST;
            total += mass[i];
        }
        double scale = stays / total;
        for (int i = 0; i < size; i++) {
            mass[i] *= scale;
        }
        return common + SteadyMath.log(total);
    }

    final void move(int from, int to) {
        length[to] = length[from];
        mass[to] = mass[from];
        first[to] = first[from];
        second[to] = second[from];
        log[to] = log[from];
        level[to] = level[from];
    }

    final void findMostProbable() {
        int most = 0;
        for (int i = 1; i < size; i++) {
            most = mass[i] >= mass[most] ? i : most;
        }
        mostProbable = most;
    }
}
