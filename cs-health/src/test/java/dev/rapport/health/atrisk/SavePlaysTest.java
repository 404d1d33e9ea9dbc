package dev.rapport.health.atrisk;

import static dev.rapport.health.atrisk.AtRiskBooks.CALL;
import static dev.rapport.health.atrisk.AtRiskBooks.SPONSOR;
import static dev.rapport.health.atrisk.AtRiskBooks.WIN_A_SPONSOR;
import static dev.rapport.health.atrisk.AtRiskBooks.customer;
import static dev.rapport.health.atrisk.AtRiskBooks.ranking;
import static dev.rapport.health.atrisk.AtRiskBooks.sponsorOrCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.health.Books;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.shape.DocumentHeader;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SavePlaysTest {

    private static AtRisk line(boolean sponsor, int days) {
        AtRiskList list = ranking()
                .choosing(sponsorOrCall())
                .of(Books.of(customer("a", "red", days, "EUR 1000")
                        .set(SPONSOR, sponsor, Books.EARLY)
                        .build()));
        return List.of(list.lines(), list.tooLate()).stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void firstPlayThatFits_isChosen_elseTheOneForAllOthers() {
        assertThat(line(false, 60).play()).contains(WIN_A_SPONSOR);
        assertThat(line(true, 60).play()).contains(CALL);
    }

    @Test
    void whoseNeedIsNotKnown_getsThePlayForAllOthers() {
        AtRisk unknown = ranking()
                .choosing(sponsorOrCall())
                .of(Books.of(customer("a", "red", 60, "EUR 1000").build()))
                .lines()
                .get(0);

        assertThat(unknown.play()).contains(CALL);
        assertThat(unknown.reasons().play().orElseThrow().completeness()).isZero();
    }

    @Test
    void lastSafeDay_liesSoManyDaysBeforeTheDecision_asThePlayTakes() {
        assertThat(line(false, 60).daysToLastSafeDay()).hasValue(30);
        assertThat(line(false, 60).lastSafeDay()).contains(Books.TODAY.plusDays(30));
        assertThat(line(true, 60).daysToLastSafeDay()).hasValue(53);
    }

    @Test
    void shareThatCanBeSaved_followsTheDaysLeft_andIsNothingOnceItIsTooLate() {
        assertThat(line(false, 60).saveable()).hasValue(0.25);
        assertThat(line(false, 90).saveable()).hasValue(0.5);
        assertThat(line(false, 120).saveable())
                .as("level behind the last point")
                .hasValue(0.5);
        assertThat(line(true, 7).saveable()).as("on the last safe day").hasValue(0.2);
        assertThat(line(true, 6).saveable()).as("the day after").hasValue(0);
    }

    @Test
    void shareByDays_ofOneWithoutADate_isNotKnown_andSaysSo() {
        AtRisk consumer = ranking()
                .choosing(AtRiskBooks.plays(SavePlays.only(WIN_A_SPONSOR)))
                .of(Books.of(Books.customer("a")
                        .set(AtRiskBooks.BAND, "red", Books.EARLY)
                        .set(AtRiskRanking.RESIDUAL_VALUE, Money.parse("EUR 100"), Books.EARLY)
                        .build()))
                .lines()
                .get(0);

        assertThat(consumer.expectedLoss()).hasToString("EUR 75.00");
        assertThat(consumer.saveable()).isEmpty();
        assertThat(consumer.savedPerHour()).isEmpty();
        Explanation saved = consumer.reasons().saved().orElseThrow();
        assertThat(saved.value()).isEmpty();
        assertThat(saved.parts().get(1).reason()).contains("there is no decision date to count days to");
    }

    @Test
    void reasons_areATree_whoseValuesAreTheNumbersOfTheLine() {
        AtRisk line = line(false, 60);
        AtRiskReasons reasons = line.reasons();

        assertThat(reasons.loss().value()).hasValue(line.exactLoss());
        assertThat(reasons.probability().value()).hasValue(line.probability());
        assertThat(reasons.loss().parts()).extracting(Explanation::code).containsExactly("eg-csm-forecast", "arr");
        assertThat(reasons.play().orElseThrow().label()).contains("win-a-sponsor");
        Explanation saved = reasons.saved().orElseThrow();
        assertThat(saved.value()).hasValue(0.75 * 1000 * 0.25);
        assertThat(saved.parts()).extracting(Explanation::code).containsExactly("expected-loss", "saveable");
        assertThat(saved.parts().get(1).evidence().orElseThrow().value()).isEqualTo(Books.TODAY.plusDays(60));
        assertThat(saved.foldsToItsValue()).isTrue();
    }

    @Test
    void alternativeOrder_putsWhatAnHourSaves_first() {
        AtRiskList list = ranking()
                .choosing(sponsorOrCall())
                .of(Books.of(
                        customer("large-effort", "red", 90, "EUR 20000")
                                .set(SPONSOR, false, Books.EARLY)
                                .build(),
                        customer("small-effort", "red", 90, "EUR 9000")
                                .set(SPONSOR, true, Books.EARLY)
                                .build()));

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("large-effort", "small-effort");
        assertThat(list.bySavedPerHour())
                .extracting(AtRisk::customerId)
                .containsExactly("small-effort", "large-effort");
        assertThat(list.bySavedPerHour())
                .extracting(line -> line.savedPerHour().orElseThrow().toString())
                .containsExactly("EUR 1350.00", "EUR 937.50");
    }

    @Test
    void whatIsNoPlay_isRefused() {
        assertThatThrownBy(() -> new SavePlay.Effort(0, 1)).hasMessage("hours (0.0) must be finite and above 0.");
        assertThatThrownBy(() -> new SavePlay.Effort(1, -1)).hasMessage("leadDays (-1) must be at least 0.");
        assertThatThrownBy(() -> new SavePlay(" ", CALL.effort(), CALL.saveable()))
                .hasMessage("code must not be blank.");
        assertThatThrownBy(() -> new Saveability.Share(1.1)).hasMessage("share (1.1) must be between 0 and 1.");
        assertThatThrownBy(() -> new Saveability.ByDays(List.of(new CurvePoint(-1, 0))))
                .hasMessage("points[0] (at -1.0) must lie at 0 days or above.");
        assertThatThrownBy(() -> new Saveability.ByDays(List.of(new CurvePoint(1, -0.1))))
                .hasMessage("points[0] (-0.1) must be between 0 and 1.");
        assertThatThrownBy(() -> new SavePlays(List.of(), CALL, Optional.of(1.5)))
                .hasMessage("shareOfHours (1.5) must be above 0 and at most 1.");
        assertThatThrownBy(() -> new AtRiskPolicy(DocumentHeader.of("p", "1"), " ", SavePlays.only(CALL)))
                .hasMessage("source must not be blank.");
    }

    @Test
    void policy_thatDoesNotFit_saysEverythingAtOnce() {
        SavePlay odd = new SavePlay(
                "call",
                CALL.effort(),
                new Saveability.ByDays(List.of(new CurvePoint(10, 0.4), new CurvePoint(20, 0.3))));
        AtRiskPolicy policy = new AtRiskPolicy(
                DocumentHeader.of("at-risk", "1"),
                "opinion",
                new SavePlays(
                        List.of(new SavePlays.Case(new AttributeTest.Is("sponsor.presnt", false), odd)),
                        CALL,
                        Optional.empty()));

        assertThat(policy.resolve(List.of(SPONSOR)).problems().render()).isEqualTo("""
                        /otherwise/code: code "call" is taken, each must be another.
                        /plays/0/saveable/points/1: warning: with 20 days left less can be saved (0.3) than with 10 (0.4).
                        /plays/0/when/attribute: unknown attribute "sponsor.presnt", nothing feeds it.
                          Maybe "sponsor.present".""");
    }
}
