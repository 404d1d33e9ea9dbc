package dev.rapport.engagement.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.file.FileSections;
import dev.rapport.engagement.file.FileView;
import dev.rapport.engagement.file.FileViews;
import dev.rapport.engagement.file.HealthPoint;
import dev.rapport.engagement.file.Pseudonyms;
import dev.rapport.engagement.json.ReviewPackJson;
import dev.rapport.engagement.page.ReviewPackPage;
import dev.rapport.engagement.review.Cadence;
import dev.rapport.engagement.review.ReviewPolicy;
import dev.rapport.engagement.review.ReviewReport;
import dev.rapport.engagement.review.ReviewRule;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.shape.DocumentHeader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The pack for an annual review: what is in it for whom, and what to talk about. */
class ReviewPackTest {

    private static final Instant SINCE = Instant.parse("2024-12-01T00:00:00Z");
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    private static final String HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\u202E";

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Consumer<EntryBuilder> goal(String title, double realised, String due) {
        return entry -> entry.id("g-" + realised)
                .at(SINCE)
                .with(Goal.TITLE, title)
                .with(Goal.UNIT, "hours")
                .with(Goal.BASELINE, 40.0)
                .with(Goal.TARGET, 10.0)
                .with(Goal.REALISED, realised)
                .with(Goal.DUE_ON, day(due));
    }

    private static CustomerView acme(String title) {
        Customer.Builder acme = Customer.builder("acme", SINCE)
                .set(CustomerAttributes.NAME, title, SINCE)
                .add(
                        Contract.SERIES,
                        entry -> entry.id("c-1")
                                .at(SINCE)
                                .with(Contract.START, day("2025-01-01"))
                                .with(Contract.END, day("2026-01-01"))
                                .with(Contract.AUTO_RENEWS, true)
                                .with(Contract.ARR, Money.of(CurrencyUnit.EUR, 12_000))
                                .with(Contract.NOTICE_AMOUNT, 90.0)
                                .with(Contract.NOTICE_UNIT, "calendar-days"))
                .add(Goal.SERIES, goal(title, 10, "2026-03-31"))
                .add(Goal.SERIES, goal("Late", 30, "2026-03-31"))
                .add(Goal.SERIES, goal("Coming", 25, "2026-12-31"))
                .add(
                        Ticket.SERIES,
                        entry -> entry.id("t-1")
                                .at(day("2026-02-01"))
                                .with(Ticket.CLOSED_ON, day("2026-02-03"))
                                .with(Ticket.RESOLUTION_HOURS, 40.0))
                .add(Ticket.SERIES, entry -> entry.id("t-2").at(day("2026-05-01")))
                .add(Ticket.SERIES, entry -> entry.id("t-3").at(day("2025-02-01")))
                .add(
                        SurveyAnswer.SERIES,
                        entry -> entry.at(day("2026-05-01"))
                                .with(SurveyAnswer.INSTRUMENT, "nps")
                                .with(SurveyAnswer.SCORE, 8.0)
                                .with(SurveyAnswer.COMMENT, "told in confidence"))
                .add(
                        Feedback.SERIES,
                        entry -> entry.at(day("2026-05-02"))
                                .with(Feedback.TEXT, title)
                                .with(Feedback.THEME, "export")
                                .with(Feedback.STATUS, "heard"))
                .add(
                        Person.SERIES,
                        entry -> entry.id("p-1")
                                .at(SINCE)
                                .with(Person.NAME, "Jane Doe")
                                .with(Person.ROLE, "sponsor"))
                .add(
                        Touchpoint.SERIES,
                        entry -> entry.at(day("2026-02-10"))
                                .with(Touchpoint.KIND, "review")
                                .with(Touchpoint.PARTICIPANTS, Set.of("p-1"))
                                .with(Touchpoint.ACTIONS_AGREED, 3.0));
        for (LocalDate month = day("2025-12-15"); month.isBefore(day("2026-06-30")); month = month.plusMonths(1)) {
            LocalDate on = month;
            double quantity = on.isBefore(day("2026-04-01")) ? 100 : 60;
            acme.add(Usage.SERIES, entry -> entry.at(on).with(Usage.QUANTITY, quantity));
        }
        List<Customer> customers = List.of(acme.build());
        return Facts.of(Customer.adapter(customers), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(day("2026-06-30"))
                .customers()
                .get(0);
    }

    private static ReviewPack pack(String title, FileView seen) {
        CustomerView view = acme(title);
        ReviewPolicy policy = ReviewPolicy.builder()
                .header(DocumentHeader.of("reviews", "1"))
                .addRules(ReviewRule.builder()
                        .id("annual")
                        .touchpoint("review")
                        .cadence(Cadence.everyMonths(12))
                        .beforeDecision(true)
                        .build())
                .addDecisionMakers("sponsor")
                .windowDays(365)
                .build();
        CustomerFile file = CustomerFile.of(
                view, List.of(CustomerAttributes.NAME, CustomerAttributes.INDUSTRY), EUR, seen, Pseudonyms.none());
        return ReviewPack.of(file.with(FileSections.builder()
                .reviews(ReviewReport.of(policy, view, EUR))
                .addHealthHistory(
                        new HealthPoint(day("2026-03-31"), "yellow", OptionalDouble.of(61)),
                        new HealthPoint(day("2026-06-30"), "red", OptionalDouble.of(44)))
                .build()));
    }

    private static FileView customers() {
        return FileViews.standard().find("customer").orElseThrow();
    }

    private static String page(ReviewPack pack) {
        StringBuilder page = new StringBuilder();
        try {
            ReviewPackPage.write(pack, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    private static String json(ReviewPack pack) {
        try {
            StringWriter json = new StringWriter();
            JsonLayout.PRETTY.write(json, out -> ReviewPackJson.write(pack, out));
            return json.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void goals_stand_whereTheirValuesSay() {
        assertThat(pack("Acme", FileView.everything(Sensitivity.INTERNAL)).goals())
                .extracting(value -> value.goal().title() + " " + value.state().word() + " "
                        + value.progress().orElse(-1))
                .containsExactly("Acme reached 1.0", "Late behind 0.3333333333333333", "Coming under-way 0.5");
    }

    @Test
    void agenda_followsFromTheFile_inTheOrderOfTheMeeting() {
        assertThat(pack("Acme", customers()).agenda())
                .extracting(item -> item.topic().word() + ": " + item.why())
                .containsExactly(
                        "confirm-value: Reached, and not confirmed yet: Acme",
                        "goals-behind: Not reached by their days: Late",
                        "use: Use fell by 40 % in the last three months against the three before",
                        "support: 2 tickets are open",
                        "what-you-asked-for: 1 remark waits for an answer",
                        "open-actions: 3 actions are open from earlier reviews",
                        "decision: Contract c-1 is to be decided by 2026-10-03; it renews by itself otherwise",
                        "next-goals: What is to be reached in the year to come, and how it is measured");
    }

    @Test
    void support_isThatOfTheYear_andWhatIsOpenFromBefore() {
        TicketSummary tickets = pack("Acme", customers()).tickets();

        assertThat(tickets.opened()).isEqualTo(2);
        assertThat(tickets.open()).isEqualTo(2);
        assertThat(tickets.averages().resolutionHours()).hasValue(40);
        assertThat(tickets.averages().satisfaction()).isEmpty();
    }

    @Test
    void customers_seeNoScores_andNobodysData() {
        ReviewPack pack = pack("Acme", customers());

        assertThat(pack.health()).isEmpty();
        assertThat(json(pack))
                .contains("\"nps\"", "\"decideBy\": \"2026-10-03\"")
                .doesNotContain("health", "score", "Jane", "p-1", "in confidence", "segment", "churn");
        assertThat(page(pack)).contains("Annual review").doesNotContain("Health over", "Jane", "in confidence");
    }

    @Test
    void insiders_seeHowTheCustomerWas_inOrder() {
        ReviewPack pack = pack("Acme", FileView.everything(Sensitivity.INTERNAL));

        assertThat(pack.health()).extracting(HealthPoint::band).containsExactly("yellow", "red");
        assertThat(page(pack)).contains("Health over the year");
        assertThat(json(pack)).contains("\"band\": \"red\"").doesNotContain("Jane");
    }

    @Test
    void partThatMayNotBeSeen_isLeftOut_notEmpty() {
        FileView partner = FileViews.standard().find("partner").orElseThrow();
        FileView without = FileView.builder().from(partner).hashed(List.of()).build();
        ReviewPack pack = pack("Acme", without);

        assertThat(json(pack)).contains("\"goals\"").doesNotContain("\"surveys\"", "\"said\"", "EUR");
        assertThat(page(pack)).doesNotContain("What you answered", "You said");
    }

    @Test
    void hostileContent_isInert() {
        FileView open = FileView.everything(Sensitivity.PERSONAL);
        String page = page(pack(HOSTILE, open));

        assertThat(page).doesNotContain("<script", "<img", "\u202E").contains("&lt;script&gt;");
        assertThat(json(pack(HOSTILE, open))).doesNotContain("<script");
    }

    @Test
    void page_isForA4_andNeedsNothingElse() {
        String page = page(pack("Acme", customers()));

        assertThat(page).contains("@page { size: A4").doesNotContain("http:", "https:", "<script", "src=");
    }
}
