package dev.rapport.health.survey;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.customer.SurveyAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One question that was put to somebody, as its instrument reads it. */
final class Question {

    private final Entry entry;
    private final LocalDate askedOn;
    private final @Nullable LocalDate answeredOn;
    private final OptionalDouble answer;

    private Question(Entry entry, LocalDate askedOn, @Nullable LocalDate answeredOn, OptionalDouble answer) {
        this.entry = entry;
        this.askedOn = askedOn;
        this.answeredOn = answeredOn;
        this.answer = answer;
    }

    /** The questions of an instrument that a view sees, by time. */
    static List<Question> of(CustomerView view, Instrument instrument) {
        List<Question> questions = new ArrayList<>();
        for (Entry entry : view.entries(SurveyAnswer.SERIES)) {
            if (instrument.id().equals(entry.valueOrNull(SurveyAnswer.INSTRUMENT))) {
                questions.add(of(view, entry, instrument));
            }
        }
        return questions;
    }

    private static Question of(CustomerView view, Entry entry, Instrument instrument) {
        LocalDate at = LocalDate.ofInstant(entry.at(), view.zone());
        LocalDate asked = entry.valueOrNull(SurveyAnswer.ASKED_ON);
        LocalDate askedOn = asked == null || asked.isAfter(at) ? at : asked;
        Double score = entry.valueOrNull(SurveyAnswer.SCORE);
        if (score == null) {
            return new Question(entry, askedOn, null, OptionalDouble.empty());
        }
        Double least = entry.valueOrNull(SurveyAnswer.SCALE_MIN);
        Double greatest = entry.valueOrNull(SurveyAnswer.SCALE_MAX);
        Optional<Scale> given = least != null && greatest != null && least < greatest
                ? Optional.of(new Scale(least, greatest))
                : Optional.empty();
        return new Question(entry, askedOn, at, instrument.onScale(score, given));
    }

    /** The day on which it was asked; where that is not told, the day of the answer. */
    LocalDate askedOn() {
        return askedOn;
    }

    boolean isAnswered() {
        return answeredOn != null;
    }

    boolean isAnsweredIn(SurveyPeriod period) {
        return answeredOn != null && period.contains(answeredOn);
    }

    /** Whether it was answered within some days. */
    boolean isAnsweredWithin(int days) {
        return answeredOn != null && !answeredOn.isAfter(askedOn.plusDays(days));
    }

    /** Whether the days for an answer are over. */
    boolean isClosed(LocalDate today, int days) {
        return !askedOn.plusDays(days).isAfter(today);
    }

    /** The answer on the instrument's scale; empty if there is none or it does not count. */
    OptionalDouble answer() {
        return answer;
    }

    Optional<String> respondent() {
        return entry.find(SurveyAnswer.RESPONDENT);
    }

    Optional<String> role() {
        return entry.find(SurveyAnswer.RESPONDENT_ROLE);
    }

    Entry entry() {
        return entry;
    }
}
