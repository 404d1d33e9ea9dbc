package dev.rapport.engagement.experiment;

/** One arm of an experiment, as far as a comparison of means needs it. Immutable. */
public final class Sample {

    private final long count;
    private final double mean;
    private final double squares;
    private final boolean isShare;

    private Sample(long count, double mean, double squares, boolean isShare) {
        this.count = count;
        this.mean = mean;
        this.squares = squares;
        this.isShare = isShare;
    }

    /**
     * The outcomes of an arm.
     *
     * @param outcomes  one for each customer, finite; 0 and 1 only are a share
     * @return the sample
     */
    public static Sample of(double... outcomes) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        boolean isShare = true;
        for (int i = 0; i < outcomes.length; i++) {
            if (!Double.isFinite(outcomes[i])) {
                throw new IllegalArgumentException("outcomes[" + i + "] (" + outcomes[i]
                        + ") must be a finite number.\nMaybe leave the customer out, and say so.");
            }
            sum += outcomes[i];
            least = Math.min(least, outcomes[i]);
            greatest = Math.max(greatest, outcomes[i]);
            isShare &= outcomes[i] == 0 || outcomes[i] == 1;
        }
        if (least >= greatest) {
            return new Sample(outcomes.length, outcomes.length == 0 ? 0 : least, 0, isShare);
        }
        double mean = sum / outcomes.length;
        double squares = 0;
        for (double outcome : outcomes) {
            squares += (outcome - mean) * (outcome - mean);
        }
        return new Sample(outcomes.length, mean, squares, isShare);
    }

    /**
     * An arm of which only sums are known.
     *
     * @param count  how many customers, at least 1
     * @param sum  the sum of their outcomes, finite
     * @param sumOfSquares  the sum of the squares of their outcomes, at least the square of the sum by the count
     * @return the sample
     */
    public static Sample ofSums(long count, double sum, double sumOfSquares) {
        double squares = sumOfSquares - sum * sum / count;
        if (count < 1 || !Double.isFinite(sum) || !Double.isFinite(sumOfSquares) || squares < -1e-9 * sumOfSquares) {
            throw new IllegalArgumentException("sumOfSquares (" + sumOfSquares + ") must be at least sum (" + sum
                    + ") squared by count (" + count + "), which is at least 1.");
        }
        return new Sample(count, sum / count, Math.max(0, squares), false);
    }

    /**
     * An arm in which some have a property. Its variance is {@code p (1 - p)} of the share {@code p}, as usual for counts; that
     * of as many outcomes 0 and 1 is {@code n / (n - 1)} times that.
     *
     * @param having  how many have it
     * @param of  of how many, at least 1
     * @return the sample
     */
    public static Sample ofShare(long having, long of) {
        if (of < 1 || having < 0 || having > of) {
            throw new IllegalArgumentException(
                    "having (" + having + ") must be 0 to of (" + of + "), which is at least 1.");
        }
        double mean = (double) having / of;
        return new Sample(of, mean, mean * (1 - mean) * (of - 1), true);
    }

    /**
     * How many customers there are.
     *
     * @return at least 0
     */
    public long count() {
        return count;
    }

    /**
     * Their mean outcome.
     *
     * @return in the unit of the outcome; 0 of nobody
     */
    public double mean() {
        return mean;
    }

    /**
     * Says whether every outcome is 0 or 1.
     *
     * @return true if the mean is a share
     */
    public boolean isShare() {
        return isShare;
    }

    boolean isConstant() {
        return squares == 0;
    }

    long having() {
        return Math.round(mean * count);
    }

    double variance() {
        return squares / (count - 1);
    }

    /** The variance of the mean. */
    double ofMean() {
        return variance() / count;
    }
}
