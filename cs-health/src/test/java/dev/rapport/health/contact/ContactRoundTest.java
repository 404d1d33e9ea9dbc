package dev.rapport.health.contact;

import static dev.rapport.health.survey.Surveyed.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.health.survey.Surveyed;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.shape.DocumentHeader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContactRoundTest {

    private static final AttributeKey<Double> SEATS = AttributeKey.number("seats.licensed");

    private static ContactRule rule(String code, ContactScope scope, int atMost, int days) {
        return new ContactRule(code, ContactRule.Questions.all(scope), new ContactRule.Limit(atMost, days));
    }

    private static ContactRound round(Surveyed surveyed, ContactOrder order, ContactRule... rules) {
        return new ContactThrottle(DocumentHeader.of("throttle", "1"), List.of(rules), List.of())
                .resolve(List.of())
                .orThrow()
                .round(surveyed.book(), "nps", order);
    }

    private static List<String> names(List<ContactDecision> decisions) {
        return decisions.stream()
                .map(decision -> decision.customerId() + "/" + decision.person().orElse("-"))
                .toList();
    }

    private static Surveyed threeAccounts() {
        return new Surveyed()
                .person("acme", "ben", "champion", Optional.empty())
                .person("acme", "eva", "sponsor", Optional.empty())
                .person("beta", "kim", "user", Optional.empty())
                .silence("gamma", "csat", 300);
    }

    private static Surveyed asked(Surveyed surveyed, String account, String person, int daysAgo) {
        return surveyed.entry(account, "csat", daysAgo, Map.of(SurveyAnswer.RESPONDENT, person));
    }

    @Test
    void everybodyIsAsked_theLongestNotAskedFirst_whereNothingStandsInTheWay() {
        Surveyed surveyed = asked(asked(threeAccounts(), "acme", "eva", 100), "beta", "kim", 400);

        ContactRound round =
                round(surveyed, ContactOrder.longestNotAsked(), rule("person-90", ContactScope.PERSON, 1, 90));

        assertThat(names(round.asked())).containsExactly("acme/ben", "beta/kim", "gamma/-", "acme/eva");
        assertThat(round.refused()).isEmpty();
        assertThat(round.on()).isEqualTo(TODAY);
    }

    @Test
    void budgetOfTheDay_isForThoseWhoComeFirst_andSaysSoToTheOthers() {
        ContactRound round = round(
                threeAccounts(),
                ContactOrder.longestNotAsked(),
                rule("person-90", ContactScope.PERSON, 1, 90),
                rule("two-a-day", ContactScope.BOOK, 2, 1));

        assertThat(names(round.asked())).containsExactly("acme/ben", "acme/eva");
        assertThat(names(round.refused())).containsExactly("beta/kim", "gamma/-");
        assertThat(round.refused().get(0).obstacles())
                .containsExactly(new ContactObstacle(
                        "two-a-day",
                        "people of this book were asked 2 times in a day, last on " + TODAY,
                        Optional.of(TODAY.plusDays(1))));
        assertThat(round.refusedByObstacle()).isEqualTo(Map.of("two-a-day", 2));
    }

    @Test
    void budgetOfTheWeek_countsWhatWasAskedOnOtherDays() {
        Surveyed surveyed = asked(asked(threeAccounts(), "beta", "kim", 6), "beta", "kim", 7);

        ContactRound round =
                round(surveyed, ContactOrder.longestNotAsked(), rule("two-a-week", ContactScope.BOOK, 2, 7));

        assertThat(names(round.asked())).containsExactly("acme/ben");
        assertThat(round.refused().get(0).nextDate()).contains(TODAY.plusDays(1));
    }

    @Test
    void colleagueAskedInTheSameRound_countsForTheAccount() {
        ContactRound round =
                round(threeAccounts(), ContactOrder.longestNotAsked(), rule("one-each", ContactScope.ACCOUNT, 1, 30));

        assertThat(names(round.asked())).containsExactly("acme/ben", "beta/kim", "gamma/-");
        assertThat(round.refused().get(0).obstacles())
                .extracting(ContactObstacle::reason)
                .containsExactly("the account was asked once in 30 days, last on " + TODAY);
    }

    @Test
    void whoeverHasOptedOut_isNeverAsked_andTakesNothingOfTheBudget() {
        Surveyed surveyed = threeAccounts();
        surveyed.account("aaa")
                .add(
                        Person.SERIES,
                        person -> person.at(Surveyed.EARLY)
                                .id("ann")
                                .with(Person.ROLE, "user")
                                .with(Person.OPTED_OUT, true));

        ContactRound round =
                round(surveyed, ContactOrder.longestNotAsked(), rule("one-a-day", ContactScope.BOOK, 1, 1));

        assertThat(names(round.asked())).containsExactly("acme/ben");
        assertThat(round.refused().get(0).obstacles())
                .contains(new ContactObstacle("opted-out", "the person does not want to be asked", Optional.empty()));
        assertThat(round.refused().get(0).nextDate()).isEmpty();
        assertThat(round.refusedByObstacle()).containsEntry("opted-out", 1);
    }

    @Test
    void attribute_saysWhoComesFirst_andWhatIsNotKnownComesLast() {
        Surveyed surveyed = threeAccounts().set("beta", SEATS, 5.0).set("gamma", SEATS, 80.0);
        ContactRule one = rule("any", ContactScope.PERSON, 1, 1);

        assertThat(names(round(surveyed, ContactOrder.highest(SEATS), one).asked()))
                .containsExactly("gamma/-", "beta/kim", "acme/ben", "acme/eva");
        assertThat(names(round(surveyed, ContactOrder.lowest(SEATS), one).asked()))
                .containsExactly("beta/kim", "gamma/-", "acme/ben", "acme/eva");
    }

    @Test
    void limitOfTheBook_doesNotCountForOneAccountSeenAlone() {
        ContactThrottle throttle = new ContactThrottle(
                DocumentHeader.of("throttle", "1"), List.of(rule("one-a-day", ContactScope.BOOK, 1, 1)), List.of());
        Surveyed surveyed = asked(threeAccounts(), "acme", "eva", 0);

        assertThat(throttle.resolve(List.of())
                        .orThrow()
                        .decide(surveyed.book().find("acme").orElseThrow(), "nps"))
                .allMatch(ContactDecision::isAllowed);
    }

    @Test
    void order_isByNumbersOnly() {
        @SuppressWarnings({"unchecked", "rawtypes"}) // what a caller without generics can do
        AttributeKey<Double> text = (AttributeKey) AttributeKey.text("owner.csm");

        assertThatThrownBy(() -> ContactOrder.highest(text)).hasMessage("by (owner.csm) must be a number.");
    }

    /** Asks one after another and counts by hand, over all questions there ever were. */
    @Property(tries = 200)
    void round_isThatOfANaiveReader(@ForAll long seed) {
        Random random = new Random(seed);
        Surveyed surveyed = new Surveyed();
        List<String[]> people = new ArrayList<>();
        List<Object[]> questions = new ArrayList<>();
        for (int account = 0; account < 1 + random.nextInt(6); account++) {
            for (int person = 0; person < 1 + random.nextInt(4); person++) {
                String[] names = {"a" + account, "p" + account + person};
                people.add(names);
                surveyed.person(names[0], names[1], "user", Optional.empty());
                for (int i = random.nextInt(3); i > 0; i--) {
                    int ago = random.nextInt(40);
                    questions.add(new Object[] {names, TODAY.minusDays(ago)});
                    asked(surveyed, names[0], names[1], ago);
                }
            }
        }
        List<ContactRule> rules = new ArrayList<>();
        for (ContactScope scope : ContactScope.values()) {
            rules.add(rule("r" + scope.ordinal(), scope, 1 + random.nextInt(5), 1 + random.nextInt(30)));
        }

        ContactRound round = round(surveyed, ContactOrder.longestNotAsked(), rules.toArray(new ContactRule[0]));

        List<String[]> inOrder = new ArrayList<>(people);
        inOrder.sort((one, other) -> {
            int byDay = last(one, questions).compareTo(last(other, questions));
            return byDay != 0 ? byDay : one[1].compareTo(other[1]);
        });
        List<String> expected = new ArrayList<>();
        for (String[] names : inOrder) {
            boolean allowed = rules.stream().allMatch(rule -> {
                LocalDate first = TODAY.minusDays(rule.limit().days() - 1L);
                return questions.stream()
                                .filter(question -> counts(rule.questions().scope(), (String[]) question[0], names))
                                .filter(question -> !((LocalDate) question[1]).isBefore(first))
                                .count()
                        < rule.limit().atMost();
            });
            if (allowed) {
                expected.add(names[0] + "/" + names[1]);
                questions.add(new Object[] {names, TODAY});
            }
        }
        assertThat(names(round.asked())).as("seed " + seed).isEqualTo(expected);
        assertThat(round.asked()).allMatch(ContactDecision::isAllowed);
        assertThat(round.refused()).noneMatch(ContactDecision::isAllowed).hasSize(people.size() - expected.size());
    }

    private static LocalDate last(String[] names, List<Object[]> questions) {
        return questions.stream()
                .filter(question -> ((String[]) question[0])[1].equals(names[1]))
                .map(question -> (LocalDate) question[1])
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private static boolean counts(ContactScope scope, String[] asked, String[] names) {
        return switch (scope) {
            case PERSON -> asked[1].equals(names[1]);
            case ACCOUNT -> asked[0].equals(names[0]);
            case BOOK -> true;
        };
    }
}
