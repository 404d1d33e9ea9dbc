package dev.rapport.health.contact;

import static dev.rapport.health.survey.Surveyed.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.survey.Surveyed;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.shape.DocumentHeader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContactThrottleTest {

    private static final AttributeKey<Double> URGENT = AttributeKey.number("tickets.urgent-90d");
    private static final AttributeKey<Boolean> OPTED_OUT =
            AttributeKey.bool("opted-out").sensitivity(Sensitivity.PERSONAL);

    private static ContactRule rule(String code, ContactScope scope, int atMost, int days, String... instruments) {
        return new ContactRule(
                code, new ContactRule.Questions(scope, Set.of(instruments)), new ContactRule.Limit(atMost, days));
    }

    private static ContactThrottle throttle(List<ContactRule> rules, ContactHold... holds) {
        return new ContactThrottle(DocumentHeader.of("throttle", "1"), rules, List.of(holds));
    }

    private static final ContactThrottle THROTTLE = throttle(
            List.of(
                    rule("person-90", ContactScope.PERSON, 1, 90),
                    rule("account-30", ContactScope.ACCOUNT, 2, 30),
                    rule("relational-180", ContactScope.PERSON, 1, 180, "nps")),
            new ContactHold("urgent-ticket", new AttributeTest.AtLeast("tickets.urgent-90d", 1, Optional.empty())));

    private static ReadyThrottle ready(ContactThrottle throttle) {
        return throttle.resolve(List.of(URGENT, OPTED_OUT)).orThrow();
    }

    private static List<ContactDecision> decide(Surveyed surveyed, String instrument) {
        Book book = surveyed.set("acme", URGENT, 0.0).book();
        return ready(THROTTLE).decide(book.find("acme").orElseThrow(), instrument);
    }

    private static Surveyed people() {
        return new Surveyed()
                .person("acme", "ben", "champion", Optional.empty())
                .person("acme", "eva", "sponsor", Optional.empty())
                .person("acme", "old", "user", Optional.of(TODAY));
    }

    private static Surveyed asked(Surveyed surveyed, String person, String instrument, int daysAgo) {
        return surveyed.entry("acme", instrument, daysAgo, Map.of(SurveyAnswer.RESPONDENT, person));
    }

    @Test
    void everybodyStillThere_isDecidedOn() {
        List<ContactDecision> decisions = decide(people(), "nps");

        assertThat(decisions)
                .extracting(decision -> decision.person().orElseThrow())
                .containsExactly("ben", "eva");
        assertThat(decisions).allMatch(ContactDecision::isAllowed);
        assertThat(decisions.get(0).nextDate()).contains(TODAY);
    }

    @Test
    void personAskedLately_mustWait_andSaysUntilWhen() {
        Surveyed surveyed = asked(people(), "eva", "csat", 20);

        ContactDecision eva = decide(surveyed, "nps").get(1);

        assertThat(eva.isAllowed()).isFalse();
        assertThat(eva.obstacles())
                .containsExactly(new ContactObstacle(
                        "person-90",
                        "the person was asked once in 90 days, last on 2026-06-10",
                        Optional.of(LocalDate.of(2026, 9, 8))));
        assertThat(eva.nextDate()).contains(LocalDate.of(2026, 9, 8));
        assertThat(decide(surveyed, "nps").get(0).isAllowed()).isTrue();
    }

    @Test
    void limit_endsExactly() {
        assertThat(decide(asked(people(), "eva", "csat", 90), "csat").get(1).isAllowed())
                .isTrue();
        assertThat(decide(asked(people(), "eva", "csat", 89), "csat").get(1).nextDate())
                .contains(TODAY.plusDays(1));
    }

    @Test
    void accountAskedTooOften_holdsEverybody() {
        Surveyed surveyed = asked(asked(people(), "old", "csat", 10), "eva", "csat", 25);

        ContactDecision ben = decide(surveyed, "nps").get(0);

        assertThat(ben.obstacles()).extracting(ContactObstacle::code).containsExactly("account-30");
        assertThat(ben.nextDate()).contains(TODAY.minusDays(25).plusDays(30));
    }

    @Test
    void limitOfInstruments_countsTheseOnly() {
        Surveyed surveyed = asked(people(), "eva", "nps", 100);

        assertThat(decide(surveyed, "nps").get(1).obstacles())
                .extracting(ContactObstacle::code)
                .containsExactly("relational-180");
        assertThat(decide(surveyed, "csat").get(1).isAllowed()).isTrue();
    }

    @Test
    void dayOfAsking_counts_notThatOfTheAnswer() {
        Surveyed surveyed = people().entry(
                        "acme",
                        "csat",
                        80,
                        Map.of(
                                SurveyAnswer.RESPONDENT,
                                "eva",
                                SurveyAnswer.SCORE,
                                4.0,
                                SurveyAnswer.ASKED_ON,
                                TODAY.minusDays(95)));

        assertThat(decide(surveyed, "csat").get(1).isAllowed()).isTrue();
    }

    @Test
    void hold_hasNoEnd_andWhatIsNotKnown_doesNotHold() {
        ReadyThrottle ready = ready(THROTTLE);
        Book held = people().set("acme", URGENT, 2.0).book();
        ContactDecision decision =
                ready.decide(held.find("acme").orElseThrow(), "nps").get(0);
        assertThat(decision.obstacles())
                .containsExactly(new ContactObstacle("urgent-ticket", "tickets.urgent-90d is 2.0", Optional.empty()));
        assertThat(decision.nextDate()).isEmpty();

        Book unknown = people().set("beta", URGENT, 2.0).book();
        ContactDecision free =
                ready.decide(unknown.find("acme").orElseThrow(), "nps").get(0);
        assertThat(free.isAllowed()).isTrue();
        assertThat(free.unknown()).containsExactly("urgent-ticket");
    }

    @Test
    void personalAttribute_isNotQuoted() {
        ReadyThrottle ready = ready(throttle(
                List.of(rule("person-90", ContactScope.PERSON, 1, 90)),
                new ContactHold("opt-out", new AttributeTest.Is("opted-out", true))));
        Book book = people().set("acme", OPTED_OUT, true).book();

        assertThat(ready.decide(book.find("acme").orElseThrow(), "nps").get(0).obstacles())
                .extracting(ContactObstacle::reason)
                .containsExactly("opted-out says so");
    }

    @Test
    void accountWithoutPeople_isDecidedOnAsAWhole() {
        List<ContactDecision> decisions = decide(new Surveyed().silence("acme", "csat", 20), "nps");

        assertThat(decisions).hasSize(1);
        assertThat(decisions.get(0).person()).isEmpty();
        assertThat(decisions.get(0).isAllowed()).isFalse();
    }

    @Test
    void counts_areThoseOfTheDecisions() {
        Surveyed surveyed = asked(people(), "eva", "csat", 20)
                .person("beta", "kim", "user", Optional.empty())
                .set("acme", URGENT, 0.0)
                .set("beta", URGENT, 3.0)
                .set("gamma", URGENT, 0.0);

        ContactCounts counts = ready(THROTTLE).count(surveyed.book(), "nps");

        assertThat(counts.people()).isEqualTo(4);
        assertThat(counts.peopleAllowed()).isEqualTo(2);
        assertThat(counts.accounts()).isEqualTo(3);
        assertThat(counts.accountsAllowed()).isEqualTo(2);
        assertThat(counts.peopleByObstacle()).isEqualTo(Map.of("person-90", 1, "urgent-ticket", 1));
    }

    @Test
    void holdOnWhatNothingFeeds_isRefusedOnce() {
        assertThat(THROTTLE.resolve(List.of()).problems().render())
                .contains("unknown attribute \"tickets.urgent-90d\", nothing feeds it");
        assertThatThrownBy(() -> new ContactRule.Limit(0, 90))
                .hasMessage("atMost (0) and days (90) must be at least 1.");
    }

    @Test
    void preset_isTheHalfYear() {
        ReadyThrottle ready = ContactThrottle.halfYearly().resolve(List.of()).orThrow();
        Book book = asked(people(), "eva", "csat", 150).book();

        assertThat(ready.decide(book.find("acme").orElseThrow(), "nps"))
                .extracting(ContactDecision::isAllowed)
                .containsExactly(true, false);
    }

    @Property(tries = 300)
    void nextDate_isTheFirstDayThatANaiveReaderAllows(@ForAll long seed) {
        Random random = new Random(seed);
        List<LocalDate> days = new ArrayList<>();
        Surveyed surveyed = new Surveyed().person("acme", "eva", "sponsor", Optional.empty());
        for (int i = random.nextInt(8); i > 0; i--) {
            int ago = random.nextInt(60);
            days.add(TODAY.minusDays(ago));
            asked(surveyed, "eva", "csat", ago);
        }
        List<ContactRule> rules = List.of(
                rule("a", ContactScope.PERSON, 1 + random.nextInt(3), 1 + random.nextInt(50)),
                rule("b", ContactScope.ACCOUNT, 1 + random.nextInt(4), 1 + random.nextInt(70)));

        ContactDecision decision = throttle(rules)
                .resolve(List.of())
                .orThrow()
                .decide(surveyed.book().find("acme").orElseThrow(), "csat")
                .get(0);

        LocalDate day = TODAY;
        while (!allows(rules, days, day)) {
            day = day.plusDays(1);
        }
        assertThat(decision.nextDate()).contains(day);
        assertThat(decision.isAllowed()).isEqualTo(day.equals(TODAY));
    }

    private static boolean allows(List<ContactRule> rules, List<LocalDate> asked, LocalDate day) {
        return rules.stream().allMatch(rule -> {
            LocalDate first = day.minusDays(rule.limit().days() - 1L);
            long inWindow = asked.stream().filter(on -> !on.isBefore(first)).count();
            return inWindow < rule.limit().atMost();
        });
    }
}
