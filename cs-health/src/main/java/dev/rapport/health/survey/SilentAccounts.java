package dev.rapport.health.survey;

import dev.rapport.health.estimate.ClusteredSample;
import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.estimate.Estimator;
import dev.rapport.health.estimate.MinimumSample;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether accounts that answer no more fare worse: those that were asked in the last period and did not answer, compared with
 * those that did. An association. Immutable.
 *
 * <p>As with {@link EffortRanking}, the book is one of an earlier date and the outcome what happened after it.
 */
public final class SilentAccounts {

    private final Instrument instrument;
    private final List<String> silent;
    private final Estimate ofSilent;
    private final Estimate ofAnswering;
    private final Estimate difference;

    private SilentAccounts(
            Instrument instrument, List<String> silent, Estimate ofSilent, Estimate ofAnswering, Estimate difference) {
        this.instrument = instrument;
        this.silent = List.copyOf(silent);
        this.ofSilent = ofSilent;
        this.ofAnswering = ofAnswering;
        this.difference = difference;
    }

    /**
     * Compares accounts of a book.
     *
     * @param book  the book, with the outcome laid over it
     * @param instrument  the question
     * @param settings  the level and the length of the period
     * @param outcome  what happened, such as churned; accounts without a value do not count
     * @param fewest  the least number of accounts of either kind for a number
     * @return the comparison
     */
    public static SilentAccounts of(
            Book book, Instrument instrument, SurveySettings settings, AttributeKey<Boolean> outcome, int fewest) {
        SurveyPeriod period =
                SurveyPeriod.endingWith(book.date(), settings.window().days());
        List<String> silent = new ArrayList<>();
        ClusteredSample.Builder ofSilent = ClusteredSample.builder();
        ClusteredSample.Builder ofAnswering = ClusteredSample.builder();
        for (CustomerView view : book.customers()) {
            Optional<Boolean> answered = answered(view, instrument, period);
            if (answered.isEmpty()) {
                continue;
            }
            if (!answered.get()) {
                silent.add(view.customerId());
            }
            view.find(outcome)
                    .ifPresent(happened ->
                            (answered.get() ? ofAnswering : ofSilent).add(view.customerId(), happened ? 1 : 0));
        }
        Estimator share = Estimator.share(settings.level(), new MinimumSample(fewest, fewest))
                .named("accounts", "accounts");
        ClusteredSample answering = ofAnswering.build();
        ClusteredSample saidNothing = ofSilent.build();
        return new SilentAccounts(
                instrument,
                silent,
                share.of(saidNothing),
                share.of(answering),
                difference(share, answering, saidNothing));
    }

    private static Estimate difference(Estimator share, ClusteredSample answering, ClusteredSample silent) {
        for (ClusteredSample sample : List.of(silent, answering)) {
            Estimate estimate = share.of(sample);
            if (estimate.whyNot().isPresent()) {
                String which = sample == silent ? "silent: " : "answering: ";
                return new Estimate.NotEnoughData(which + estimate.whyNot().get(), estimate.basis());
            }
        }
        return share.change(answering, silent);
    }

    /** Whether an account answered any question of a period whose time is over; empty if there was none. */
    private static Optional<Boolean> answered(CustomerView view, Instrument instrument, SurveyPeriod period) {
        int days = instrument.answerWithinDays();
        return Question.of(view, instrument).stream()
                .filter(question -> period.contains(question.askedOn()) && question.isClosed(view.date(), days))
                .map(question -> question.isAnsweredWithin(days))
                .reduce(Boolean::logicalOr);
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
     * Who was asked and did not answer.
     *
     * @return the customers by id
     */
    public List<String> customerIds() {
        return silent;
    }

    /**
     * How many of the silent had the outcome.
     *
     * @return the share with its interval, or why there is none
     */
    public Estimate ofSilent() {
        return ofSilent;
    }

    /**
     * How many of those that answered had the outcome.
     *
     * @return the share with its interval, or why there is none
     */
    public Estimate ofAnswering() {
        return ofAnswering;
    }

    /**
     * By how much the share of the silent lies above that of those that answered.
     *
     * @return the difference with its interval, or why there is none
     */
    public Estimate difference() {
        return difference;
    }
}
