package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.examples.quickstart.sample.SampleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What was planted stands in the customer's file, section by section.
 *
 * <table>
 * <caption>Where each sentence is found</caption>
 * <tr><th>sentence</th><th>test</th></tr>
 * <tr><td>profile, people and roles, contracts and money, surveys, usage, tickets, goals and outcomes, timeline</td>
 *     <td>{@code everySection_...}, {@code sponsorWhoLeft_...}, {@code goals_...}</td></tr>
 * <tr><td>health with reasons and history, risk</td><td>{@code fall_...}</td></tr>
 * <tr><td>milestones past and coming</td><td>{@code milestones_...}</td></tr>
 * <tr><td>owner history</td><td>{@code owners_...}</td></tr>
 * <tr><td>open escalations, what to do next</td><td>{@code nextSteps_...}</td></tr>
 * <tr><td>as value, JSON and HTML</td><td>{@code page_...}, {@code CustomerFileJsonTest}</td></tr>
 * <tr><td>reproducible for a past date</td><td>{@link PastDateTest}</td></tr>
 * <tr><td>views by role, personal data left out or hashed</td><td>{@link CustomerFileReadersTest}</td></tr>
 * </table>
 */
class CustomerFileFindsTest {

    private static final SampleBook BOOK = SampleBook.generate(300, 7);

    private static List<String> customers(String truth) {
        return BOOK.truths().stream()
                .filter(one -> one.id().equals(truth))
                .findFirst()
                .orElseThrow(() -> new AssertionError(truth + " must be planted"))
                .customers();
    }

    private static Tree file(String truth, int which) {
        return Tree.of(
                SamplePlan.of().resolve("customers").resolve(customers(truth).get(which) + ".json"));
    }

    private static Tree file(String truth) {
        return file(truth, 0);
    }

    private static Tree step(Tree file, String kind, String what) {
        return file.at("nextSteps")
                .only(step ->
                        step.text("kind").equals(kind) && step.text("what").equals(what));
    }

    @Test
    void everySection_isThere_ofACustomerWhoHasAll() {
        Tree file = file("value-over-price");
        assertThat(file.names())
                .contains("profile", "family", "segment", "health", "ownHealth", "healthHistory", "churnRisk")
                .contains("contracts", "usage", "milestones", "escalations", "lifeCycle", "outcomes", "nextSteps")
                .contains("timeline");
        assertThat(file.at("series").names())
                .contains(
                        "survey-answers", "tickets", "invoices", "people", "touchpoints", "goals", "owners", "stages");
        assertThat(file.list("contracts").stream()
                        .filter(contract -> contract.truth("inForce"))
                        .mapToDouble(contract -> contract.amount("reportedArr"))
                        .sum())
                .isGreaterThan(150_000);
        assertThat(file.list("usage", "months")).hasSize(12);
        assertThat(file.at("churnRisk").number("value")).isBetween(0.0, 1.0);
    }

    @Test
    void sponsorWhoLeft_isAmongThePeople_onTheTimeline_andTheReason() {
        Tree file = file("sponsor-left");
        Tree sponsor = file.at("series", "people")
                .only(person -> person.text("fields", "role").equals("sponsor"));
        LocalDate left = LocalDate.parse(sponsor.text("fields", "left-on"));
        assertThat(left).isBetween(SampleBook.UNTIL.minusDays(60), SampleBook.UNTIL);
        assertThat(sponsor.at("fields").has("name")).as("personal").isFalse();
        assertThat(file.at("timeline")
                        .only(item -> item.text("text").equals("sponsor left"))
                        .text("date"))
                .isEqualTo(left.toString());
        assertThat(file.text("health", "name")).isEqualTo("yellow");
    }

    @Test
    void fall_showsInTheHistory_whichHasWhatWasSaidThen() {
        Tree then = PlannedAt.plan(BOOK, LocalDate.of(2026, 3, 31));
        for (String truth : List.of("usage-falls-at-risk", "sponsor-left", "health-overridden")) {
            Tree file = file(truth);
            assertThat(file.list("healthHistory"))
                    .extracting(point -> point.text("on"))
                    .containsExactly("2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31");
            Tree last = file.list("healthHistory").get(3);
            Tree line = then.at("customers").only(one -> one.text("id").equals(file.text("customer")));
            assertThat(last.text("band")).isEqualTo(line.text("band"));
            assertThat(last.number("score")).isEqualTo(line.number("score"));
        }
        Tree falling = file("usage-falls-at-risk");
        assertThat(falling.list("healthHistory").get(3).number("score"))
                .isGreaterThan(falling.at("health", "reasons").number("value") + 15);
        assertThat(falling.at("churnRisk").number("value")).isGreaterThan(0.1);
    }

    @Test
    void milestones_areThoseDone_andThoseToCome() {
        assertThat(file("usage-falls-at-risk").list("milestones"))
                .extracting(one -> one.text("state"))
                .contains("planned")
                .containsAnyOf("fired", "fired-late", "already-handled", "expired");
    }

    @Test
    void owners_areTheirWholeHistory() {
        Tree file = file("two-csms");
        assertThat(file.at("series", "owners")
                        .where(owner -> owner.text("fields", "role").equals("csm")))
                .extracting(owner -> owner.text("fields", "owner"))
                .containsExactlyInAnyOrder("csm-elif", "csm-freja");
        assertThat(file.list("timeline"))
                .extracting(item -> item.text("date") + " " + item.text("text"))
                .contains("2026-03-02 csm-freja becomes csm");
    }

    @Test
    void goals_haveTheirOutcomesOnTheRoadmap() {
        Tree outcome = file("value-over-price")
                .at("outcomes")
                .only(one -> one.text("outcome").equals("close-of-groups"));
        assertThat(outcome.text("state")).isEqualTo("confirmed");
        assertThat(outcome.amount("valuePerYear")).isEqualTo(360_000);
        assertThat(file("roadmap-behind").list("outcomes"))
                .extracting(one -> one.text("state"))
                .contains("behind");
    }

    @Test
    void nextSteps_areWhatThePlanAsksFor_eachWithDayAndOwner() {
        Tree unreached = file("use-case-not-reached");
        Tree escalation = step(unreached, "escalation", "act on use case not achieved, customer success");
        assertThat(escalation.text("who"))
                .isEqualTo(unreached.list("escalations").get(0).text("accountable"));
        assertThat(escalation.text("because")).startsWith("feedback on use-case");
        assertThat(unreached.list("nextSteps"))
                .extracting(step -> step.text("what"))
                .anyMatch(what -> what.startsWith("catch up on: Books closed sooner"));

        Tree review = step(file("save-play-runs"), "play", "review business review");
        assertThat(review.text("by")).isEqualTo("2026-06-22");
        assertThat(step(file("not-talked-to"), "play", "begin talk again").has("by"))
                .isTrue();
        assertThat(file("notice-deadline-missed").list("nextSteps")).anySatisfy(step -> {
            assertThat(step.text("kind")).isEqualTo("decision");
            assertThat(step.text("what")).endsWith("whose notice deadline was missed");
            assertThat(step.text("by")).isEqualTo("2026-06-20");
        });
        assertThat(step(file("stuck-in-onboarding"), "stage", "move on from onboarding")
                        .text("who"))
                .isEqualTo("onboarding");
        assertThat(step(file("no-csm-now"), "owner", "name who is accountable").text("because"))
                .contains("high-touch asks for 1");
        Tree answer = step(file("export-said-in-own-words", 1), "answer", "answer what they said on: Exports");
        assertThat(answer.text("by")).isEqualTo("2026-06-18");
        assertThat(answer.text("who")).isEqualTo("engineering");
        assertThat(file("usage-falls-at-risk").list("nextSteps"))
                .isSortedAccordingTo((a, b) -> day(a).compareTo(day(b)));
    }

    private static String day(Tree step) {
        return step.has("by") ? step.text("by") : "9999";
    }

    @Test
    void page_saysTheSame_forPeople() throws IOException {
        String id = customers("use-case-not-reached").get(0);
        String page = Files.readString(SamplePlan.of().resolve("customers").resolve(id + ".html"));
        assertThat(page)
                .contains("What to do next", "act on use case not achieved", "How it was", "Roadmap of value")
                .contains("Goals and outcomes", "People", "Who looks after them", "What they told us", "Surveys")
                .contains("Tickets", "Contracts", "Profile", "Timeline")
                .doesNotContain(".example", "still happens in spreadsheets");
    }
}
