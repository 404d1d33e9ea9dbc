package dev.rapport.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * A customer for rule engines, and what their rules find of it: points, means, score and band, each with the reason that a
 * rule can give. Rule engines have no explanations of their own, so their rules write down what ours would say.
 */
public final class Account {

    /**
     * Why.
     *
     * @param code  the measure, group or score
     * @param value  its value
     * @param weight  its weight
     * @param evidence  the number that it rests on
     */
    record Reason(String code, double value, double weight, double evidence) {}

    private static final String[] MEASURES = names("m", ScoringRules.MEASURES);
    private static final String[] GROUPS = names("g", ScoringRules.GROUPS);

    private final double[] numbers;
    private final double[] sums = new double[ScoringRules.GROUPS];
    private final double[] weights = new double[ScoringRules.GROUPS];
    private double sum;
    private double weight;
    private double score = Double.NaN;
    private String band = "";
    private final List<Reason> reasons = new ArrayList<>(ScoringRules.MEASURES + ScoringRules.GROUPS + 1);

    Account(double[] numbers) {
        this.numbers = numbers;
    }

    private static String[] names(String prefix, int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = prefix + i;
        }
        return names;
    }

    /** The accounts of a book. */
    static List<Account> of(ScoringBook book) {
        List<Account> accounts = new ArrayList<>(book.customers);
        for (int row = 0; row < book.customers; row++) {
            double[] numbers = new double[ScoringRules.MEASURES];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = book.numbers[i][row];
            }
            accounts.add(new Account(numbers));
        }
        return accounts;
    }

    /** The account before any rule. */
    Account fresh() {
        return new Account(numbers);
    }

    /** Whether a number is there. */
    public boolean has(int measure) {
        return !Double.isNaN(numbers[measure]);
    }

    /** Whether any number of a group is there. */
    public boolean hasGroup(int group) {
        return has(group * ScoringRules.PER_GROUP)
                || has(group * ScoringRules.PER_GROUP + 1)
                || has(group * ScoringRules.PER_GROUP + 2);
    }

    /** What a measure's rule does. */
    public void measure(int measure) {
        double points = ScoringRules.points(measure, numbers[measure]);
        double measureWeight = ScoringRules.MEASURE_WEIGHTS[measure];
        int group = measure / ScoringRules.PER_GROUP;
        sums[group] += measureWeight * points;
        weights[group] += measureWeight;
        reasons.add(new Reason(MEASURES[measure], points, measureWeight, numbers[measure]));
    }

    /** What a group's rule does. */
    public void group(int group) {
        double mean = sums[group] / weights[group];
        double groupWeight = ScoringRules.GROUP_WEIGHTS[group];
        sum += groupWeight * mean;
        weight += groupWeight;
        reasons.add(new Reason(GROUPS[group], mean, groupWeight, weights[group]));
    }

    /** What the score's rule does. */
    public void total() {
        score = sum / weight;
        band = score < ScoringRules.YELLOW ? "red" : score < ScoringRules.GREEN ? "yellow" : "green";
        reasons.add(new Reason("score", score, 1, weight));
    }

    double score() {
        return score;
    }

    String band() {
        return band;
    }

    List<Reason> reasons() {
        return reasons;
    }
}
