package dev.rapport.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules written by hand over objects, as an application without a library has them. */
final class PlainScoring {

    /** A customer with boxed numbers, null where one is missing. */
    record Account(List<@Nullable Double> numbers, double arr) {}

    private final List<Account> accounts;

    /** Kept, so that no work can be left out as useless. */
    double met;

    double tierSum;

    PlainScoring(ScoringBook book) {
        accounts = new ArrayList<>(book.customers);
        for (int row = 0; row < book.customers; row++) {
            List<@Nullable Double> numbers = new ArrayList<>(ScoringRules.MEASURES);
            for (double[] column : book.numbers) {
                numbers.add(Double.isNaN(column[row]) ? null : (Double) column[row]);
            }
            accounts.add(new Account(numbers, book.arr[row]));
        }
    }

    double[] run() {
        double conditionsMet = 0;
        double tiers = 0;
        double[] result = new double[accounts.size()];
        for (int row = 0; row < result.length; row++) {
            Account account = accounts.get(row);
            result[row] = score(account);
            for (int i = 0; i < ScoringRules.CONDITIONS.size(); i++) {
                conditionsMet += holds(account, ScoringRules.CONDITIONS.get(i)) ? 1 : 0;
            }
            tiers += tier(account);
        }
        met = conditionsMet;
        tierSum = tiers;
        return result;
    }

    private static double score(Account account) {
        double sum = 0;
        double used = 0;
        for (int group = 0; group < ScoringRules.GROUPS; group++) {
            double groupSum = 0;
            double groupUsed = 0;
            for (int i = 0; i < ScoringRules.PER_GROUP; i++) {
                int measure = group * ScoringRules.PER_GROUP + i;
                Double value = account.numbers().get(measure);
                if (value != null) {
                    groupSum += ScoringRules.MEASURE_WEIGHTS[measure] * ScoringRules.points(measure, value);
                    groupUsed += ScoringRules.MEASURE_WEIGHTS[measure];
                }
            }
            if (groupUsed > 0) {
                sum += ScoringRules.GROUP_WEIGHTS[group] * (groupSum / groupUsed);
                used += ScoringRules.GROUP_WEIGHTS[group];
            }
        }
        return used > 0 ? sum / used : Double.NaN;
    }

    private static boolean holds(Account account, List<ScoringRules.Bound> bounds) {
        for (ScoringRules.Bound bound : bounds) {
            Double value = account.numbers().get(bound.number());
            if (value == null || value < bound.bound()) {
                return false;
            }
        }
        return true;
    }

    private static int tier(Account account) {
        int tier = 0;
        while (tier < ScoringRules.TIERS.length && account.arr() >= ScoringRules.TIERS[tier]) {
            tier++;
        }
        return tier;
    }
}
