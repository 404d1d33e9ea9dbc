package dev.rapport.engagement.trigger;

import static dev.rapport.engagement.trigger.Triggers.at;
import static dev.rapport.engagement.trigger.Triggers.book;
import static dev.rapport.engagement.trigger.Triggers.customer;
import static dev.rapport.engagement.trigger.Triggers.day;
import static dev.rapport.engagement.trigger.Triggers.lines;
import static dev.rapport.engagement.trigger.Triggers.on;
import static dev.rapport.engagement.trigger.Triggers.touch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.customer.Touchpoint;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Goals, stages and sponsors who fall silent. */
class PeopleTriggersTest {

    private static Consumer<EntryBuilder> sponsor(String id, String since) {
        return entry -> entry.id(id).at(at(since)).with(Person.ROLE, "sponsor");
    }

    private static Consumer<EntryBuilder> goal(String id, double baseline, double target) {
        return entry -> entry.id(id)
                .at(at("2026-01-01"))
                .with(Goal.TITLE, "Hours saved")
                .with(Goal.UNIT, "hours")
                .with(Goal.BASELINE, baseline)
                .with(Goal.TARGET, target)
                .with(Goal.DUE_ON, day("2026-09-30"));
    }

    @Test
    void goal_isDue_untilReachedOrConfirmed_whicheverWayItsTargetLies() {
        Customer acme = customer(c -> c.add(Goal.SERIES, goal("up", 0, 40).andThen(e -> e.with(Goal.REALISED, 12.5)))
                .add(Goal.SERIES, goal("down", 40, 10).andThen(e -> e.with(Goal.REALISED, 9.0)))
                .add(Goal.SERIES, goal("said", 0, 40).andThen(e -> e.with(Goal.CONFIRMED, true)))
                .add(Goal.SERIES, goal("dateless", 0, 40).andThen(e -> e.with(Goal.DUE_ON, day("2050-01-01")))));

        assertThat(lines(new GoalDueTrigger(Optional.empty()), on("2026-06-30", acme)))
                .containsExactlyInAnyOrder(
                        "up 2026-09-30 the goal is: Hours saved (12.5 of 40 hours)",
                        "down 2026-09-30 [the goal is reached (9 of 10 hours)] the goal is: Hours saved (9 of 10 hours)",
                        "said 2026-09-30 [the customer confirmed the goal] the goal is: Hours saved (nothing is told of 40"
                                + " hours)");
        assertThat(lines(new GoalDueTrigger(Optional.of("onboarding")), on("2026-06-30", acme)))
                .isEmpty();
    }

    private static Consumer<EntryBuilder> stay(String id, String stage, String from, String product) {
        return entry -> entry.id(id)
                .at(at(from))
                .with(StageEntry.STAGE, stage)
                .with(StageEntry.PRODUCT, product)
                .with(StageEntry.ENTERED_ON, day(from));
    }

    @Test
    void stage_isHandledByItsTouchpoint_orByItsEnd_onceForEachStay() {
        Customer acme = customer(c -> c.add(
                        StageEntry.SERIES,
                        stay("s-1", "onboarding", "2026-01-10", "Suite")
                                .andThen(e -> e.with(StageEntry.LEFT_ON, day("2026-03-01"))))
                .add(StageEntry.SERIES, stay("s-2", "onboarding", "2026-05-10", "Add-on"))
                .add(StageEntry.SERIES, stay("s-3", "adoption", "2026-05-10", "Suite"))
                .add(Touchpoint.SERIES, touch("2026-05-09", "training", ""))
                .add(Touchpoint.SERIES, touch("2026-06-01", "training", "")));
        StageTrigger training = new StageTrigger("onboarding", Optional.of("training"));

        assertThat(lines(training, on("2026-05-31", acme)))
                .containsExactly(
                        "s-1 2026-01-10 [onboarding was left on 2026-03-01] onboarding of Suite began on 2026-01-10",
                        "s-2 2026-05-10 onboarding of Add-on began on 2026-05-10");
        assertThat(lines(training, on("2026-06-30", acme)))
                .last()
                .isEqualTo("s-2 2026-05-10 [the training was on 2026-06-01] onboarding of Add-on began on 2026-05-10");
    }

    @Test
    void silence_beginsAnewWithEachContact_andIsToldOnceEachTime() {
        Customer acme = customer(c -> c.add(Person.SERIES, sponsor("p-1", "2026-01-01"))
                .add(Person.SERIES, sponsor("p-2", "2026-02-01"))
                .add(Touchpoint.SERIES, touch("2026-01-20", "call", "p-1"))
                .add(Touchpoint.SERIES, touch("2026-02-19", "call", "p-2"))
                .add(Touchpoint.SERIES, touch("2026-03-01", "call", "somebody"))
                .add(Touchpoint.SERIES, touch("2026-05-01", "call", "p-1")));

        assertThat(lines(new SponsorSilenceTrigger("sponsor", 30), on("2026-06-30", acme)))
                .containsExactly(
                        "sponsor 2026-03-21 [there was contact with a sponsor on 2026-05-01] the last contact with a"
                                + " sponsor was on 2026-02-19",
                        "sponsor 2026-05-31 the last contact with a sponsor was on 2026-05-01");
    }

    @Test
    void silence_beginsWhenASponsorIsKnown_endsWhenTheyLeave_andIsNotGuessed() {
        Customer never = customer(c -> c.add(Person.SERIES, sponsor("p-1", "2026-05-01")));
        Customer left = customer(c -> c.add(
                Person.SERIES, sponsor("p-1", "2026-05-01").andThen(e -> e.with(Person.LEFT_ON, day("2026-05-31")))));
        Customer untold = customer(c -> c.add(Person.SERIES, sponsor("p-1", "2026-05-01"))
                .add(Touchpoint.SERIES, touch("2026-05-20", "call", "")));
        SponsorSilenceTrigger trigger = new SponsorSilenceTrigger("sponsor", 30);

        assertThat(lines(trigger, on("2026-06-30", never)))
                .containsExactly(
                        "sponsor 2026-05-31 there was no contact with a sponsor since one is known, 2026-05-01");
        assertThat(lines(trigger, on("2026-06-30", left))).isEmpty();
        assertThat(lines(trigger, on("2026-06-30", untold))).isEmpty();
    }

    @Test
    void silence_isNotBrokenByWhatIsWrittenAboutASponsor() {
        Customer acme = customer(c -> c.add(Person.SERIES, sponsor("p-1", "2026-01-01"))
                .add(Touchpoint.SERIES, touch("2026-02-19", "call", "p-1"))
                .add(Person.SERIES, sponsor("p-1", "2026-05-01").andThen(e -> e.with(Person.EMAIL, "p@acme.example"))));

        assertThat(lines(new SponsorSilenceTrigger("sponsor", 30), on("2026-06-30", acme)))
                .containsExactly("sponsor 2026-03-21 the last contact with a sponsor was on 2026-02-19");
    }

    @Test
    void silence_thatIsPlanned_isSupersededByContact_andFiresForTheNewDayOnly() {
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        MilestonePlanner planner = Triggers.planner(new SponsorSilenceTrigger("sponsor", 30), 7);
        Customer acme = customer(c -> c.add(Person.SERIES, sponsor("p-1", "2026-05-01"))
                .add(Touchpoint.SERIES, touch("2026-05-20", "call", "p-1")));

        planner.plan(book("2026-05-10", acme), 60, ledger);
        planner.plan(book("2026-05-20", acme), 60, ledger);
        planner.tick(book("2026-06-19", acme), ledger);
        planner.tick(book("2026-06-20", acme), ledger);

        assertThat(Triggers.history(ledger))
                .containsExactly(
                        "2026-05-31 planned: on the day, 2026-05-31 of sponsor",
                        "2026-05-31 superseded: the date of sponsor is not 2026-05-31 any more, but 2026-06-19",
                        "2026-06-19 planned: on the day, 2026-06-19 of sponsor",
                        "2026-06-19 fired: on the day, 2026-06-19 of sponsor; the last contact with a sponsor was on"
                                + " 2026-05-20");
    }
}
