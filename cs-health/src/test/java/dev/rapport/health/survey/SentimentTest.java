package dev.rapport.health.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.decision.Explanation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentimentTest {

    private static final SurveyInstruments INSTRUMENTS = Surveyed.instruments(
            Surveyed.settings(Map.of("sponsor", 3.0, "champion", 2.0), 1), Surveyed.nps(2, 2), Surveyed.csat());

    private static Map<AttributeKey<?>, Object> from(String respondent, String role) {
        Map<AttributeKey<?>, Object> fields = new HashMap<>(Map.of(SurveyAnswer.RESPONDENT, respondent));
        if (!role.isEmpty()) {
            fields.put(SurveyAnswer.RESPONDENT_ROLE, role);
        }
        return fields;
    }

    private static SurveyReport report(Surveyed surveyed) {
        return SurveyReport.of(surveyed.book(), INSTRUMENTS, List.of());
    }

    private static AccountSentiment only(Surveyed surveyed) {
        assertThat(report(surveyed).sentiments()).hasSize(1);
        return report(surveyed).sentiments().get(0);
    }

    @Test
    void manyUsers_doNotOutvoteTheSponsor() {
        Surveyed surveyed = new Surveyed().answer("acme", "nps", 10, 1, from("eva", "sponsor"));
        for (int i = 0; i < 9; i++) {
            surveyed.answer("acme", "nps", 10, 9, from("user-" + i, "user"));
        }

        AccountSentiment sentiment = only(surveyed);

        assertThat(sentiment.byRole()).containsExactly(Map.entry("others", 90.0), Map.entry("sponsor", 10.0));
        assertThat(sentiment.decision().value()).contains((3 * 10.0 + 90) / 4);
        assertThat(sentiment.isDivided()).isTrue();
        assertThat(sentiment.unhappiest()).contains("sponsor");
        assertThat(sentiment.happiest()).contains("others");
        assertThat(sentiment.distance()).isEqualTo(80);
        assertThat(report(surveyed).divided())
                .extracting(AccountSentiment::customerId)
                .containsExactly("acme");
    }

    @Test
    void reasons_foldToTheSentiment_andSayTheWeights() {
        Explanation reasons = only(new Surveyed()
                        .answer("acme", "nps", 10, 4, from("eva", "sponsor"))
                        .answer("acme", "csat", 10, 5, from("ben", "champion")))
                .decision()
                .reasons();

        assertThat(reasons.foldsToItsValue()).isTrue();
        assertThat(reasons.code()).isEqualTo("survey.sentiment");
        assertThat(reasons.value()).hasValue((3 * 40.0 + 2 * 100) / 5);
        assertThat(reasons.parts())
                .extracting(Explanation::code)
                .containsExactly("survey.sentiment.champion", "survey.sentiment.others", "survey.sentiment.sponsor");
        assertThat(reasons.weight(2)).isEqualTo(3);
    }

    @Test
    void latestAnswerOfAPerson_countsForEachInstrument() {
        AccountSentiment sentiment = only(new Surveyed()
                .answer("acme", "nps", 200, 2, from("eva", "sponsor"))
                .answer("acme", "nps", 20, 8, from("eva", "sponsor"))
                .answer("acme", "csat", 30, 3, from("eva", "sponsor"))
                .answer("acme", "nps", 366, 0, from("old", "champion")));

        assertThat(sentiment.byRole()).containsExactly(Map.entry("sponsor", (80.0 + 50) / 2));
    }

    @Test
    void peopleTellRoles_andThoseWhoLeft_doNotCount() {
        AccountSentiment sentiment = only(new Surveyed()
                .person("acme", "eva", "sponsor", Optional.of(Surveyed.TODAY))
                .person("acme", "ben", "champion", Optional.empty())
                .answer("acme", "nps", 20, 0, from("eva", "sponsor"))
                .answer("acme", "nps", 20, 7, from("ben", "")));

        assertThat(sentiment.byRole()).containsExactly(Map.entry("champion", 70.0));
        assertThat(sentiment.isDivided()).isFalse();
    }

    @Test
    void answersWithoutRespondent_areAPersonEach() {
        AccountSentiment sentiment =
                only(new Surveyed().answer("acme", "nps", 20, 2).answer("acme", "nps", 20, 8));

        assertThat(sentiment.byRole()).containsExactly(Map.entry("others", 50.0));
    }

    @Test
    void accountsThatDidNotAnswer_areLeftOut() {
        assertThat(report(new Surveyed().silence("acme", "nps", 30).answer("beta", "nps", 400, 3))
                        .sentiments())
                .isEmpty();
    }

    @Test
    void wrongWeights_areRefused() {
        assertThatThrownBy(() -> SentimentRule.Weights.of(Map.of("sponsor", 0.0), 1))
                .hasMessage("""
                        weight (0.0) of role (sponsor) must be above 0.
                        Maybe leave the role out: it counts with the others then.""");
        assertThatThrownBy(() -> SentimentRule.Weights.of(Map.of("others", 1.0), 1))
                .hasMessageContaining("and not others.");
        assertThatThrownBy(() -> SentimentRule.Weights.of(Map.of(), 0)).hasMessageContaining("above 0 where no role");
    }
}
