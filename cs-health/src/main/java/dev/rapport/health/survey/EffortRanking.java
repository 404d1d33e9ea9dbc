package dev.rapport.health.survey;

import dev.rapport.health.estimate.Basis;
import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.estimate.RobustSlope;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Where to put the effort: groups ranked by what a point of improvement goes along with. Associations. Immutable.
 *
 * <p>In each group a line is drawn through its accounts, from the mean answer of the last period to an outcome: churned or
 * not, net revenue retention, revenue lost. The outcome is an attribute that is handed in; for an honest ranking the book is
 * one of an earlier date, and the outcome what happened after it:
 *
 * <pre>{@code
 * Book then = facts.asOf(date.minusYears(1)).with(CHURNED, "outcomes", churnedSince);
 * EffortRanking.of(then, nps, settings, SEGMENT, new EffortRanking.Outcome(CHURNED, false));
 * }</pre>
 *
 * <p>Groups whose data cannot bear a line are listed at the end with the reason: fewer than 20 accounts that answered, or
 * fewer than 5 of which the outcome is the rarer of two. That is the least that an association can be estimated from at all
 * (E. Vittinghoff, C. E. McCulloch, "Relaxing the rule of ten events per variable", American Journal of Epidemiology 165
 * (2007), doi:10.1093/aje/kwk052); a book that loses few customers needs larger groups or a longer time.
 */
public final class EffortRanking {

    private static final int FEWEST_ACCOUNTS = 20;
    private static final int FEWEST_OF_EACH = 5;

    /**
     * What is hoped for.
     *
     * @param attribute  the attribute, of any kind that has a number; yes counts as 1
     * @param higherIsBetter  whether more of it is better
     */
    public record Outcome(AttributeKey<?> attribute, boolean higherIsBetter) {

        /**
         * Checks the kind.
         *
         * @param attribute  the attribute
         * @param higherIsBetter  whether more of it is better
         */
        public Outcome {
            AccountScores.requireNumeric(attribute);
        }
    }

    private final Instrument instrument;
    private final Outcome outcome;
    private final List<Effort> efforts;

    private EffortRanking(Instrument instrument, Outcome outcome, List<Effort> efforts) {
        this.instrument = instrument;
        this.outcome = outcome;
        this.efforts = List.copyOf(efforts);
    }

    /**
     * Ranks the groups of a book.
     *
     * @param book  the book, with the outcome laid over it
     * @param instrument  the question
     * @param settings  the level and the length of the period
     * @param by  the attribute to group accounts by
     * @param outcome  what is hoped for
     * @return the ranking
     */
    public static EffortRanking of(
            Book book, Instrument instrument, SurveySettings settings, AttributeKey<String> by, Outcome outcome) {
        SurveyPeriod period =
                SurveyPeriod.endingWith(book.date(), settings.window().days());
        Map<String, Group> groups = new TreeMap<>();
        for (CustomerView view : book.customers()) {
            view.find(by)
                    .ifPresent(value -> groups.computeIfAbsent(value, absent -> new Group())
                            .add(
                                    AccountScores.mean(view, instrument, period),
                                    AccountScores.number(view, outcome.attribute())));
        }
        int fewest = Math.max(FEWEST_ACCOUNTS, instrument.minimum().clusters());
        double sign = instrument.isHigherBetter() ? 1 : -1;
        List<Effort> efforts = new ArrayList<>();
        groups.forEach((value, group) -> efforts.add(new Effort(
                value, group.accounts, group.perPoint(settings.level(), fewest, outcome.attribute(), sign))));
        EffortRanking ranking = new EffortRanking(instrument, outcome, efforts);
        efforts.sort(Comparator.<Effort>comparingInt(ranking::rank)
                .thenComparing(ranking::benefit, Comparator.reverseOrder())
                .thenComparing(Effort::group));
        return new EffortRanking(instrument, outcome, efforts);
    }

    /** What is known of one group. Mutable. */
    private static final class Group {

        private final List<double[]> pairs = new ArrayList<>();
        private int accounts;

        void add(OptionalDouble mean, OptionalDouble outcome) {
            accounts++;
            if (mean.isPresent() && outcome.isPresent()) {
                pairs.add(new double[] {mean.getAsDouble(), outcome.getAsDouble()});
            }
        }

        /** The slope, seen from the bad end of the scale to the good one. */
        Estimate perPoint(double level, int fewest, AttributeKey<?> outcome, double sign) {
            if (pairs.size() < fewest) {
                return tooFew("an answer and " + outcome + " are known of " + accounts(pairs.size()), fewest);
            }
            long yes = pairs.stream().filter(pair -> pair[1] != 0).count();
            long fewer = Math.min(yes, pairs.size() - yes);
            if (outcome.kind() == AttributeKind.BOOLEAN && fewer < FEWEST_OF_EACH) {
                return tooFew(outcome + " is " + (fewer == yes) + " of " + accounts(fewer), FEWEST_OF_EACH);
            }
            List<double[]> oriented = pairs.stream()
                    .map(pair -> new double[] {sign * pair[0], pair[1]})
                    .toList();
            return RobustSlope.of(Drivers.pairs(oriented), level, fewest);
        }

        private Estimate tooFew(String found, int needed) {
            return new Estimate.NotEnoughData(
                    found + ", at least " + needed + " are needed",
                    new Basis(pairs.size(), pairs.size(), pairs.size()));
        }

        private static String accounts(long number) {
            return number + (number == 1 ? " account" : " accounts");
        }
    }

    /** First those where the data says that a point goes along with good, then those where it says less, then nothing. */
    private int rank(Effort effort) {
        return effort.perPoint()
                .known()
                .map(known -> known.excludesZero() && benefit(effort) > 0 ? 0 : 1)
                .orElse(2);
    }

    private double benefit(Effort effort) {
        return effort.total().orElse(0.0) * (outcome.higherIsBetter() ? 1 : -1);
    }

    /**
     * The question.
     *
     * @return the instrument
     */
    public Instrument instrument() {
        return instrument;
    }

    /**
     * What is hoped for.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * All groups.
     *
     * @return first those of which the data says that a point goes along with a better outcome, the largest total first;
     *     then those of which it does not; then those that have too little data
     */
    public List<Effort> all() {
        return efforts;
    }

    /**
     * The groups where effort may be worth while.
     *
     * @return those of which the data says that a point goes along with a better outcome, the largest total first
     */
    public List<Effort> worthwhile() {
        return efforts.stream().filter(effort -> rank(effort) == 0).toList();
    }
}
