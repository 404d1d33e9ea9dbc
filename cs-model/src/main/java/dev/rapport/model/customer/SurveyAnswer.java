package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One question of a survey that was put to somebody: answered, with a score, or not, without one.
 *
 * <p>Its time is when it was answered; of a question that was not answered, when it was asked.
 *
 * @param entry  the entry that is read
 */
public record SurveyAnswer(Entry entry) {

    /** The kind of question: nps, csat, ces or a name of the host. */
    public static final AttributeKey<String> INSTRUMENT = AttributeKey.text("instrument");

    /** The answer on the instrument’s own scale; absent if there was none. */
    public static final AttributeKey<Double> SCORE = AttributeKey.number("score");

    /** The least answer that was possible. */
    public static final AttributeKey<Double> SCALE_MIN = AttributeKey.number("scale-min");

    /** The greatest answer that was possible. */
    public static final AttributeKey<Double> SCALE_MAX = AttributeKey.number("scale-max");

    /** Who answered. */
    public static final AttributeKey<String> RESPONDENT =
            AttributeKey.text("respondent").sensitivity(Sensitivity.PERSONAL);

    /** The role of who answered. */
    public static final AttributeKey<String> RESPONDENT_ROLE = AttributeKey.text("respondent-role");

    /** What they said. */
    public static final AttributeKey<String> COMMENT =
            AttributeKey.text("comment").sensitivity(Sensitivity.PERSONAL);

    /** The day on which the question was asked; absent where the source does not tell. */
    public static final AttributeKey<LocalDate> ASKED_ON = AttributeKey.date("asked-on");

    /** The series. */
    public static final SeriesKey<SurveyAnswer> SERIES = SeriesKey.events("survey-answers", SurveyAnswer::new)
            .requires(INSTRUMENT)
            .allows(SCORE, SCALE_MIN, SCALE_MAX, RESPONDENT, RESPONDENT_ROLE, COMMENT, ASKED_ON);

    /**
     * The kind of question: nps, csat, ces or a name of the host.
     *
     * @return the value
     */
    public String instrument() {
        return entry.get(INSTRUMENT);
    }

    /**
     * The answer on the instrument’s own scale; absent if there was none.
     *
     * @return the value, or empty
     */
    public OptionalDouble score() {
        return entry.find(SCORE).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * The least answer that was possible.
     *
     * @return the value, or empty
     */
    public OptionalDouble scaleMin() {
        return entry.find(SCALE_MIN).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * The greatest answer that was possible.
     *
     * @return the value, or empty
     */
    public OptionalDouble scaleMax() {
        return entry.find(SCALE_MAX).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * Who answered.
     *
     * @return the value, or empty
     */
    public Optional<String> respondent() {
        return entry.find(RESPONDENT);
    }

    /**
     * The role of who answered.
     *
     * @return the value, or empty
     */
    public Optional<String> respondentRole() {
        return entry.find(RESPONDENT_ROLE);
    }

    /**
     * What they said.
     *
     * @return the value, or empty
     */
    public Optional<String> comment() {
        return entry.find(COMMENT);
    }

    /**
     * The day on which the question was asked; absent where the source does not tell.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> askedOn() {
        return entry.find(ASKED_ON);
    }
}
