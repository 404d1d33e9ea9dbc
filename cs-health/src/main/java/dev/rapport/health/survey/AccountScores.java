package dev.rapport.health.survey;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Reads what associations are made of: one number for each account. */
final class AccountScores {

    private AccountScores() {}

    /** The mean answer of an account in a period, on the instrument's scale. */
    static OptionalDouble mean(CustomerView view, Instrument instrument, SurveyPeriod period) {
        List<Question> questions = Question.of(view, instrument);
        double[] answers = questions.stream()
                .filter(question -> question.answer().isPresent() && question.isAnsweredIn(period))
                .mapToDouble(question -> question.answer().getAsDouble())
                .sorted()
                .toArray();
        return answers.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(answers).sum() / answers.length);
    }

    /** The value of an attribute as a number. */
    static <T> OptionalDouble number(CustomerView view, AttributeKey<T> key) {
        T value = view.read(key).valueOrNull();
        return value == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(key.kind().toNumber(value));
    }

    static void requireNumeric(AttributeKey<?> key) {
        if (key.kind().isText()) {
            throw new IllegalArgumentException("attribute (" + key + ") must have a number, was " + key.kind() + ".");
        }
    }
}
