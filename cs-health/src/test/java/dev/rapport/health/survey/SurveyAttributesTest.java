package dev.rapport.health.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.DerivedAttribute;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurveyAttributesTest {

    private static final SurveyInstruments INSTRUMENTS =
            Surveyed.instruments(Surveyed.settings(Map.of("sponsor", 3.0), 1), Surveyed.nps(2, 2), Surveyed.csat());

    private static Reading<Double> read(Surveyed surveyed, AttributeKey<Double> key) {
        CustomerView view = surveyed.book().find("acme").orElseThrow();
        for (DerivedAttribute<Double> attribute : SurveyAttributes.derivedFrom(INSTRUMENTS)) {
            if (attribute.key().equals(key)) {
                return attribute.derivation().apply(view);
            }
        }
        throw new AssertionError(key);
    }

    private static final Surveyed ASKED = new Surveyed()
            .answer("acme", "nps", 300, 9)
            .silence("acme", "nps", 400) // more than a year ago
            .silence("acme", "csat", 100)
            .silence("acme", "nps", 60)
            .silence("acme", "nps", 5); // still waits

    @Test
    void nonResponse_isTheShareOfQuestionsThatHadTheirTime() {
        assertThat(read(ASKED, SurveyAttributes.ASKED_365D).value()).contains(3.0);
        assertThat(read(ASKED, SurveyAttributes.NON_RESPONSE_365D).value()).contains(2 / 3.0);
        assertThat(read(ASKED, SurveyAttributes.UNANSWERED_IN_A_ROW).value()).contains(2.0);
    }

    @Test
    void nobodyAsked_isNotApplicable_notZero() {
        Surveyed surveyed = new Surveyed().silence("acme", "nps", 3).answer("beta", "nps", 3, 9);

        assertThat(read(surveyed, SurveyAttributes.NON_RESPONSE_365D).status())
                .isEqualTo(Reading.Status.NOT_APPLICABLE);
        assertThat(read(surveyed, SurveyAttributes.UNANSWERED_IN_A_ROW).status())
                .isEqualTo(Reading.Status.NOT_APPLICABLE);
        assertThat(read(surveyed, SurveyAttributes.ASKED_365D).value()).contains(0.0);
        assertThat(read(surveyed, SurveyAttributes.SENTIMENT).status()).isEqualTo(Reading.Status.MISSING);
    }

    @Test
    void lateAnswer_endsARow_onlyWhenItCameInTime() {
        Surveyed surveyed = new Surveyed()
                .silence("acme", "nps", 200)
                .answer(
                        "acme",
                        "nps",
                        100,
                        9,
                        Map.of(dev.rapport.model.customer.SurveyAnswer.ASKED_ON, Surveyed.TODAY.minusDays(150)));

        assertThat(read(surveyed, SurveyAttributes.UNANSWERED_IN_A_ROW).value()).contains(2.0);
    }

    @Test
    void attributes_canBeLaidOverABook() {
        Book laid = SurveyAttributes.layOver(ASKED.book(), INSTRUMENTS);

        CustomerView acme = laid.find("acme").orElseThrow();
        assertThat(acme.find(SurveyAttributes.NON_RESPONSE_365D)).contains(2 / 3.0);
        assertThat(acme.find(SurveyAttributes.SENTIMENT)).contains(90.0);
        assertThat(laid.provides().attributes()).contains(SurveyAttributes.SENTIMENT);
        Book without = new Surveyed().set("acme", Surveyed.SEGMENT, "x").book();
        assertThat(SurveyAttributes.layOver(without, INSTRUMENTS).provides().attributes())
                .doesNotContain(SurveyAttributes.SENTIMENT);
    }

    @Test
    void withoutARule_thereIsNoSentiment() {
        assertThat(SurveyAttributes.derivedFrom(Surveyed.instruments(Surveyed.settings(), Surveyed.csat())))
                .extracting(DerivedAttribute::key)
                .isEqualTo(List.of(
                        SurveyAttributes.ASKED_365D,
                        SurveyAttributes.NON_RESPONSE_365D,
                        SurveyAttributes.UNANSWERED_IN_A_ROW));
    }
}
