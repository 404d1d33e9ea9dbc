package dev.rapport.health.survey;

import dev.rapport.health.estimate.Basis;
import dev.rapport.health.estimate.ClusteredSample;
import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.estimate.Estimator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gathers what some accounts answered to one instrument. Mutable, for one thread. */
final class Tally {

    private final Instrument instrument;
    private final LocalDate today;
    private final List<SurveyPeriod> periods;
    private final List<ClusteredSample.Builder> scores = new ArrayList<>();
    private final ClusteredSample.Builder means = ClusteredSample.builder();
    private final ClusteredSample.Builder responses = ClusteredSample.builder();
    private SurveyCounts counts = SurveyCounts.NONE;
    private int notCounted;
    private int accounts;
    private int asked;
    private int answered;
    private int open;
    private int accountsAsked;
    private int accountsSilent;
    private boolean hasAny;

    Tally(Instrument instrument, LocalDate today, SurveySettings.Window window) {
        this.instrument = instrument;
        this.today = today;
        List<SurveyPeriod> backwards = new ArrayList<>();
        SurveyPeriod period = SurveyPeriod.endingWith(today, window.days());
        for (int i = 0; i < window.periods(); i++) {
            backwards.add(period);
            scores.add(ClusteredSample.builder());
            period = period.before();
        }
        Collections.reverse(backwards);
        this.periods = backwards;
    }

    private SurveyPeriod last() {
        return periods.get(periods.size() - 1);
    }

    void add(String account, List<Question> questions) {
        boolean countsHere = false;
        int askedHere = 0;
        int answeredHere = 0;
        for (Question question : questions) {
            countsHere |= addAnswer(account, question);
            if (!last().contains(question.askedOn())) {
                continue;
            }
            hasAny = true;
            int days = instrument.answerWithinDays();
            if (question.isClosed(today, days)) {
                boolean inTime = question.isAnsweredWithin(days);
                askedHere++;
                answeredHere += inTime ? 1 : 0;
                responses.add(account, inTime ? 1 : 0);
            } else if (!question.isAnswered()) {
                open++;
            }
        }
        accounts += countsHere ? 1 : 0;
        asked += askedHere;
        answered += answeredHere;
        accountsAsked += askedHere > 0 ? 1 : 0;
        accountsSilent += askedHere > 0 && answeredHere == 0 ? 1 : 0;
    }

    /** Says whether the answer is one of the last period that counts. */
    private boolean addAnswer(String account, Question question) {
        if (!question.isAnswered()) {
            return false;
        }
        boolean isLast = question.isAnsweredIn(last());
        hasAny |= isLast;
        if (question.answer().isEmpty()) {
            notCounted += isLast ? 1 : 0;
            return false;
        }
        double answer = question.answer().getAsDouble();
        for (int i = 0; i < periods.size(); i++) {
            if (question.isAnsweredIn(periods.get(i))) {
                hasAny = true;
                scores.get(i).add(account, instrument.observation(answer));
            }
        }
        if (isLast) {
            counts = counts.and(instrument.classOf(answer));
            means.add(account, answer);
        }
        return isLast;
    }

    boolean isEmpty() {
        return !hasAny;
    }

    /**
     * What was gathered.
     *
     * @param level  how surely intervals hold the truth
     * @param groups  how many groups are compared with the period before at once
     * @param feedsUnanswered  whether the source tells of questions that were not answered
     */
    SurveySummary summary(double level, int groups, boolean feedsUnanswered) {
        Estimator estimator = instrument.estimator(level);
        List<ClusteredSample> samples =
                scores.stream().map(ClusteredSample.Builder::build).toList();
        ClusteredSample current = samples.get(samples.size() - 1);
        ClusteredSample before = samples.get(samples.size() - 2);
        return ImmutableSurveySummary.builder()
                .period(last())
                .counts(counts)
                .notCounted(notCounted)
                .accounts(accounts)
                .score(estimator.of(current))
                .mean(instrument.meanEstimator(level).of(means.build()))
                .change(estimator.at(1 - (1 - level) / Math.max(1, groups)).change(before, current))
                .trend(estimator.trend(samples))
                .response(response(level, feedsUnanswered))
                .build();
    }

    private SurveyResponse response(double level, boolean feedsUnanswered) {
        Estimate rate = feedsUnanswered
                ? Estimator.share(level, instrument.minimum())
                        .named("questions", "accounts")
                        .of(responses.build())
                : new Estimate.NotEnoughData(
                        "the source feeds no question that was not answered", new Basis(asked, accountsAsked, asked));
        return ImmutableSurveyResponse.builder()
                .asked(asked)
                .answered(answered)
                .open(open)
                .accountsAsked(accountsAsked)
                .accountsSilent(accountsSilent)
                .rate(rate)
                .build();
    }
}
