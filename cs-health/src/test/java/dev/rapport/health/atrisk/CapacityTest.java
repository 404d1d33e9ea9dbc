package dev.rapport.health.atrisk;

import static dev.rapport.health.atrisk.AtRiskBooks.OWNER;
import static dev.rapport.health.atrisk.AtRiskBooks.begun;
import static dev.rapport.health.atrisk.AtRiskBooks.customer;
import static dev.rapport.health.atrisk.AtRiskBooks.everybodyGets;
import static dev.rapport.health.atrisk.AtRiskBooks.hours;
import static dev.rapport.health.atrisk.AtRiskBooks.ranking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.Books;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.model.customer.Customer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CapacityTest {

    private static Customer of(String owner, String id, int days, String arr) {
        return customer(id, "red", days, arr).set(OWNER, owner, Books.EARLY).build();
    }

    private static AtRiskList list(AtRiskRanking ranking, Customer... customers) {
        return ranking.of(Books.of(Arrays.asList(customers), Books.TODAY));
    }

    /** Each line takes seven hours; seven hours a week are one a day. */
    private static AtRiskRanking anHourADay() {
        return ranking().choosing(everybodyGets(7)).within(hours("anna", 7));
    }

    @Test
    void list_isAsLongAsTheHoursReach_untilTheLastSafeDays() {
        AtRiskList list = list(
                anHourADay(),
                of("anna", "a", 14, "EUR 4000"),
                of("anna", "b", 14, "EUR 3000"),
                of("anna", "c", 14, "EUR 2000"),
                of("anna", "d", 21, "EUR 1000"));

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("a", "b", "d");
        assertThat(list.beyondCapacity()).hasSize(1);
        assertThat(list.beyondCapacity().get(0).line().customerId()).isEqualTo("c");
        assertThat(list.beyondCapacity().get(0).missingHours()).hasValue(7);
    }

    @Test
    void laterWork_givesWayToNobody_whoStandsBelowIt() {
        AtRiskList list =
                list(anHourADay(), of("anna", "later-but-larger", 14, "EUR 4000"), of("anna", "urgent", 7, "EUR 3000"));

        assertThat(list.lines()).hasSize(2);
        AtRiskList tight =
                list(anHourADay(), of("anna", "later-but-larger", 13, "EUR 4000"), of("anna", "urgent", 7, "EUR 3000"));
        assertThat(tight.lines()).extracting(AtRisk::customerId).containsExactly("later-but-larger");
        assertThat(tight.beyondCapacity().get(0).missingHours()).hasValue(1);
    }

    @Test
    void cut_saysWhere_andWhatTheMissingHoursWouldBuy() {
        AtRiskList list = list(
                anHourADay(),
                of("anna", "a", 10, "EUR 4000"),
                of("anna", "b", 10, "EUR 3000"),
                of("anna", "c", 10, "EUR 2000"));

        OwnerHours anna = list.hours().get(0);
        assertThat(anna.owner()).isEqualTo("anna");
        assertThat(anna.use()).isEqualTo(new OwnerHours.Use(7, 0, 7));
        OwnerHours.Cut cut = anna.cut().orElseThrow();
        assertThat(cut.first().customerId()).isEqualTo("b");
        assertThat(cut.missingHours()).isEqualTo(4);
        assertThat(cut.gain()).as("half of 0.75 x 3000").contains(Money.parse("EUR 1125"));
    }

    @Test
    void gain_countsThoseWhoDropOut() {
        AtRiskRanking small = ranking()
                .choosing(AtRiskBooks.plays(new SavePlays(
                        List.of(new SavePlays.Case(
                                new AttributeTest.Is("sponsor.present", false),
                                new SavePlay("long", new SavePlay.Effort(7, 0), new Saveability.Share(0.1)))),
                        new SavePlay("short", new SavePlay.Effort(3, 0), new Saveability.Share(0.5)),
                        Optional.empty())))
                .within(hours("anna", 3.5));
        AtRiskList list = list(
                small,
                customer("long", "red", 12, "EUR 10000")
                        .set(OWNER, "anna", Books.EARLY)
                        .set(AtRiskBooks.SPONSOR, false, Books.EARLY)
                        .build(),
                of("anna", "short-1", 12, "EUR 4000"),
                of("anna", "short-2", 12, "EUR 4000"));

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("short-1", "short-2");
        OwnerHours.Cut cut = list.hours().get(0).cut().orElseThrow();
        assertThat(cut.missingHours()).isEqualTo(1);
        assertThat(cut.gain()).as("750 come in, 3000 drop out").contains(Money.parse("EUR -2250"));
    }

    @Test
    void onTheLastSafeDayItself_noHoursAreLeft() {
        AtRiskList list = list(anHourADay(), of("anna", "today", 0, "EUR 1"));

        assertThat(list.lines()).isEmpty();
        assertThat(list.beyondCapacity().get(0).missingHours()).hasValue(7);
    }

    @Test
    void whoHasNobody_orSomebodyWithoutHours_isBeyondCapacity() {
        AtRiskList list = list(
                anHourADay(), customer("nobody", "red", 60, "EUR 1").build(), of("ben", "without-hours", 60, "EUR 1"));

        assertThat(list.lines()).isEmpty();
        assertThat(list.beyondCapacity())
                .extracting(AtRiskList.BeyondCapacity::missingHours)
                .containsExactly(OptionalDouble.empty(), OptionalDouble.empty());
        assertThat(list.hours().get(0).cut()).isEmpty();
    }

    @Test
    void members_ofAPool_workFromItsHours() {
        SaveHours team = new SaveHours(OWNER, Map.of("pool", 7.0), Map.of("nils", "pool"));
        AtRiskList list = list(
                ranking().choosing(everybodyGets(7)).within(team),
                of("pool", "a", 7, "EUR 2"),
                of("nils", "b", 7, "EUR 1"));

        assertThat(list.lines()).extracting(AtRisk::customerId).containsExactly("a");
        assertThat(list.beyondCapacity().get(0).line().customerId()).isEqualTo("b");
    }

    @Test
    void runningPlay_takesItsHours_evenlyUntilItExpires() {
        Customer running = begun(
                        customer("running", "red", 60, "EUR 1").set(OWNER, "ben", Books.EARLY), "call", "anna", 7, 7)
                .build();
        AtRiskList list = list(anHourADay(), running, of("anna", "a", 10, "EUR 2"));

        OwnerHours anna = list.hours().get(0);
        assertThat(anna.use().running()).as("half of the seven hours are over").isEqualTo(3.5, within(1e-12));
        assertThat(list.lines()).isEmpty();
        assertThat(list.beyondCapacity().get(0).missingHours().orElseThrow()).isEqualTo(0.5, within(1e-12));
        AtRiskList later = list(anHourADay(), running, of("anna", "a", 11, "EUR 2"));
        assertThat(later.lines()).extracting(AtRisk::customerId).containsExactly("a");
    }

    @Test
    void everyRunningPlay_takesItsHours_alsoWithThoseWhoAreLockedIn() {
        Customer lockedIn = begun(
                        begun(customer("far", "red", 300, "EUR 1"), "call", "anna", 7, 7), "call", "anna", 14, 14)
                .build();
        AtRiskList list = list(anHourADay(), lockedIn, of("anna", "a", 11, "EUR 2"));

        assertThat(list.hours().get(0).use().running()).isEqualTo(7, within(1e-12));
        assertThat(list.beyondCapacity()).as("4 of 11 hours are left").hasSize(1);
    }

    @Test
    void withoutADecision_thereIsTimeUntilTheHorizon() {
        Customer consumer = Books.customer("consumer")
                .set(AtRiskBooks.BAND, "red", Books.EARLY)
                .set(OWNER, "anna", Books.EARLY)
                .set(AtRiskRanking.RESIDUAL_VALUE, Money.parse("EUR 10"), Books.EARLY)
                .build();

        assertThat(list(ranking().choosing(everybodyGets(120)).within(hours("anna", 7)), consumer)
                        .lines())
                .hasSize(1);
        assertThat(list(ranking().choosing(everybodyGets(121)).within(hours("anna", 7)), consumer)
                        .lines())
                .isEmpty();
    }

    @Test
    void hours_needPlays_andAreNotNegative() {
        assertThatThrownBy(() -> ranking().within(hours("anna", 1)))
                .hasMessage("hours need plays, which say how many a line takes.\nMaybe call choosing first.");
        assertThatThrownBy(() -> hours("anna", -1)).hasMessage("hours (-1.0) of anna must be finite and >= 0.");
    }
}
