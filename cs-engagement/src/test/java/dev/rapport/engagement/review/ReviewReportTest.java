package dev.rapport.engagement.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.shape.DocumentHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** What became of reviews. The contract begins on 1 January 2025, so quarters are those of the calendar. */
class ReviewReportTest {

    private static final Instant SINCE = Instant.parse("2024-12-01T00:00:00Z");
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static ReviewRule.Builder rule(Cadence cadence) {
        return ReviewRule.builder().id("review").touchpoint("review").cadence(cadence);
    }

    private static ReviewPolicy policy(ReviewRule... rules) {
        return ReviewPolicy.builder()
                .header(DocumentHeader.of("reviews", "1"))
                .addRules(rules)
                .addDecisionMakers("sponsor", "decision-maker")
                .windowDays(365)
                .build();
    }

    private static Consumer<EntryBuilder> touch(String date, String kind, Consumer<EntryBuilder> more) {
        return entry -> {
            entry.id(kind + "-" + date).at(day(date)).with(Touchpoint.KIND, kind);
            more.accept(entry);
        };
    }

    private static Consumer<EntryBuilder> review(String date) {
        return touch(date, "review", entry -> {});
    }

    private static Customer customer(String id, Consumer<Customer.Builder> facts) {
        Customer.Builder customer = Customer.builder(id, SINCE)
                .add(
                        Contract.SERIES,
                        entry -> entry.id("c-1")
                                .at(SINCE)
                                .with(Contract.START, day("2025-01-01"))
                                .with(Contract.END, day("2026-01-01"))
                                .with(Contract.AUTO_RENEWS, true)
                                .with(Contract.NOTICE_AMOUNT, 90.0)
                                .with(Contract.NOTICE_UNIT, "calendar-days"))
                .add(Person.SERIES, entry -> entry.id("p-s").at(SINCE).with(Person.ROLE, "sponsor"))
                .add(Person.SERIES, entry -> entry.id("p-u").at(SINCE).with(Person.ROLE, "user"));
        facts.accept(customer);
        return customer.build();
    }

    private static Book book(String date, Customer... customers) {
        return Facts.of(Customer.adapter(List.of(customers)), List.of(customers))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(day(date));
    }

    private static List<String> lines(ReviewPolicy policy, String date, Customer customer) {
        return ReviewReport.of(policy, book(date, customer), SEGMENT, EUR).of(customer.id()).stream()
                .map(one -> one.status().word() + ": " + one.reason())
                .toList();
    }

    @Test
    void quarterlyReviews_areHeld_missed_andDue() {
        Customer acme = customer(
                "acme",
                c -> c.add(Touchpoint.SERIES, review("2025-07-01"))
                        .add(Touchpoint.SERIES, review("2025-12-31"))
                        .add(Touchpoint.SERIES, touch("2026-02-02", "call", entry -> {})));

        assertThat(lines(policy(rule(Cadence.everyMonths(3)).build()), "2026-06-15", acme))
                .containsExactly(
                        "missed: not held by the last day of its period, 2025-06-30",
                        "held: held on 2025-07-01, by the last day of its period, 2025-09-30",
                        "held: held on 2025-12-31, by the last day of its period, 2025-12-31",
                        "missed: not held by the last day of its period, 2026-03-31",
                        "due: to be held by the last day of its period, 2026-06-30; nothing is arranged");
    }

    @Test
    void annualReview_goesByTheDecisionDate_notTheEndOfTheTerm() {
        ReviewPolicy annual =
                policy(rule(Cadence.everyMonths(12)).beforeDecision(true).build());
        Customer late = customer("late", c -> c.add(Touchpoint.SERIES, review("2025-11-20")));
        Customer early = customer("early", c -> c.add(Touchpoint.SERIES, review("2025-09-20")));

        assertThat(lines(annual, "2026-06-15", late))
                .containsExactly(
                        "held-late: held on 2025-11-20, after the decision date 2025-10-03",
                        "due: to be held by the decision date 2026-10-03; nothing is arranged");
        assertThat(lines(annual, "2026-06-15", early))
                .first()
                .isEqualTo("held: held on 2025-09-20, by the decision date 2025-10-03");
        assertThat(lines(annual, "2025-10-10", late))
                .as("as it was known then")
                .first()
                .isEqualTo("missed: not held by the decision date 2025-10-03");
    }

    @Test
    void arrangedReview_isScheduled_untilItsDayHasPassed_andSaysIfItIsTooLate() {
        Consumer<EntryBuilder> arranged = touch(
                "2026-06-01",
                "mail",
                entry -> entry.with(Touchpoint.SCHEDULES, "review").with(Touchpoint.SCHEDULED_FOR, day("2026-06-20")));
        Customer acme = customer("acme", c -> c.add(Touchpoint.SERIES, arranged));
        ReviewPolicy quarterly = policy(rule(Cadence.everyMonths(3)).build());

        assertThat(lines(quarterly, "2026-06-15", acme))
                .last()
                .isEqualTo("scheduled: arranged for 2026-06-20, by the last day of its period, 2026-06-30");
        assertThat(lines(quarterly, "2026-06-25", acme))
                .last()
                .isEqualTo(
                        "due: to be held by the last day of its period, 2026-06-30; nothing is arranged, though it was"
                                + " arranged for 2026-06-20");
        assertThat(lines(quarterly, "2026-07-25", acme))
                .contains("missed: not held by the last day of its period, 2026-06-30, though it was arranged for"
                        + " 2026-06-20");
        assertThat(lines(
                        policy(rule(Cadence.everyMonths(12))
                                .beforeDecision(true)
                                .build()),
                        "2026-10-10",
                        customer(
                                "late",
                                c -> c.add(
                                        Touchpoint.SERIES,
                                        touch(
                                                "2026-09-01",
                                                "mail",
                                                entry -> entry.with(Touchpoint.SCHEDULES, "review")
                                                        .with(Touchpoint.SCHEDULED_FOR, day("2026-11-20")))))))
                .contains("scheduled: arranged for 2026-11-20, after the decision date 2026-10-03");
    }

    @Test
    void decisionMaker_isPresent_absent_orNobodySays() {
        Customer acme = customer(
                "acme",
                c -> c.add(Touchpoint.SERIES, review("2025-07-10"))
                        .add(
                                Touchpoint.SERIES,
                                touch(
                                        "2025-10-10",
                                        "review",
                                        e -> e.with(Touchpoint.PARTICIPANTS, Set.of("p-u", "p-s"))))
                        .add(Touchpoint.SERIES, touch("2026-01-10", "review", e -> e.with(Touchpoint.CONTACT, "p-u"))));

        List<Review> reviews = ReviewReport.of(
                        policy(rule(Cadence.everyMonths(3)).build()), book("2026-03-31", acme), SEGMENT, EUR)
                .of("acme");

        assertThat(reviews)
                .extracting(
                        one -> one.decisionMakerPresent().map(Object::toString).orElse("unknown"))
                .containsExactly("unknown", "unknown", "unknown", "true", "false");
    }

    @Test
    void actions_areClosedOldestFirst() {
        Customer acme = customer(
                "acme",
                c -> c.add(
                                Touchpoint.SERIES,
                                touch("2025-07-10", "review", e -> e.with(Touchpoint.ACTIONS_AGREED, 3.0)))
                        .add(
                                Touchpoint.SERIES,
                                touch("2025-08-10", "call", e -> e.with(Touchpoint.ACTIONS_AGREED, 1.0)))
                        .add(
                                Touchpoint.SERIES,
                                touch(
                                        "2025-10-10",
                                        "review",
                                        e -> e.with(Touchpoint.ACTIONS_AGREED, 2.0)
                                                .with(Touchpoint.ACTIONS_CLOSED, 2.0)))
                        .add(
                                Touchpoint.SERIES,
                                touch("2026-01-10", "mail", e -> e.with(Touchpoint.ACTIONS_CLOSED, 3.0))));

        assertThat(ReviewReport.of(policy(rule(Cadence.everyMonths(3)).build()), book("2025-12-15", acme), SEGMENT, EUR)
                        .of("acme"))
                .extracting(Review::actionsOpen)
                .as("3 agreed in July, 1 in August, 2 in October; 2 closed")
                .endsWith(1L, 2L);
        assertThat(ReviewReport.of(policy(rule(Cadence.everyMonths(3)).build()), book("2026-03-15", acme), SEGMENT, EUR)
                        .of("acme"))
                .extracting(Review::actionsOpen)
                .endsWith(0L, 1L, 0L);
    }

    @Property
    void actions_neverComeFromNowhere(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 4) Integer> agreed,
            @ForAll @Size(min = 12, max = 12) List<@IntRange(min = 0, max = 4) Integer> closed) {
        Customer acme = customer("acme", c -> {
            for (int i = 0; i < agreed.size(); i++) {
                int at = i;
                c.add(
                        Touchpoint.SERIES,
                        touch(
                                day("2025-01-05").plusMonths(i).toString(),
                                "review",
                                e -> e.with(Touchpoint.ACTIONS_AGREED, (double) agreed.get(at))
                                        .with(Touchpoint.ACTIONS_CLOSED, (double) closed.get(at))));
            }
        });
        long open = 0;
        for (int i = 0; i < agreed.size(); i++) {
            open = Math.max(0, open - closed.get(i)) + agreed.get(i);
        }
        OpenActions actions =
                OpenActions.of(book("2026-12-31", acme).customers().get(0).series(Touchpoint.SERIES));

        assertThat(book("2026-12-31", acme).customers().get(0).series(Touchpoint.SERIES).stream()
                        .mapToLong(actions::open)
                        .sum())
                .isEqualTo(open);
    }

    @Test
    void cadence_followsTheEngagementModel_andWithoutOneThereIsNone() {
        Map<String, Double> times = new HashMap<>(Map.of("four", 4.0, "two", 2.0, "odd", 5.0, "none", 0.0));
        Book book = book(
                        "2026-06-15",
                        customer("four", c -> {}),
                        customer("none", c -> {}),
                        customer("nobody", c -> {}),
                        customer("odd", c -> {}),
                        customer("two", c -> {}))
                .with(Cadence.timesPerYear("business-review"), "models", times)
                .with(SEGMENT, "segments", Map.of("four", "large", "two", "small", "odd", "large"));

        ReviewReport report = ReviewReport.of(
                policy(rule(Cadence.following("business-review")).build()), book, SEGMENT, EUR);

        assertThat(report.customers())
                .extracting(one -> one.customerId() + " " + one.reviews().size())
                .containsExactly("four 5", "odd 6", "two 3");
        assertThat(report.of("odd").get(0).end())
                .isEqualTo(report.of("odd").get(1).start());
        assertThat(report.segments())
                .extracting(row -> row.rule() + " " + row.segment() + " "
                        + row.counts().missed() + " missed, " + row.counts().due() + " due")
                .containsExactly("review large 9 missed, 2 due", "review small 2 missed, 1 due");
    }

    /** Whatever the cadence, periods follow each other without gap, and every day a review was held on lies in one. */
    @Property(tries = 200)
    void periods_haveNoGaps(
            @ForAll @IntRange(min = 1, max = 120) int months,
            @ForAll @IntRange(min = 0, max = 364) int startsOn,
            @ForAll @IntRange(min = 0, max = 4000) int from) {
        LocalDate start = day("2024-01-01").plusDays(startsOn);
        Customer customer = Customer.builder("acme", SINCE)
                .add(Contract.SERIES, entry -> entry.id("c-1").at(SINCE).with(Contract.START, start))
                .build();
        ReviewReader reader =
                new ReviewReader(book("2026-06-15", customer).customers().get(0), List.of("sponsor"), EUR);
        LocalDate first = start.plusDays(from);
        List<Review> reviews =
                reader.dueBetween(rule(Cadence.everyMonths(months)).build(), first, first.plusMonths(4L * months));

        assertThat(reviews).as("month ends shift the day").hasSizeBetween(3, 5);
        assertThat(reviews.get(0).start()).isBeforeOrEqualTo(first);
        assertThat(reviews.get(0).end()).isAfter(first);
        for (int i = 1; i < reviews.size(); i++) {
            assertThat(reviews.get(i).start()).isEqualTo(reviews.get(i - 1).end());
        }
    }

    @Test
    void cadence_isAtLeastAMonth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cadence.everyMonths(0))
                .withMessage("months (0) must be from 1 to 120.");
    }
}
