package dev.rapport.examples.quickstart.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Invoice;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Play;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.organisation.TimeEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Looks for the planted truths in the whole book, so that they are there, and there only. */
class PlantedTruthsTest {

    private static final LocalDate UNTIL = SampleBook.UNTIL;
    private static final SampleBook BOOK = SampleBook.generate(300, 7);
    private static final Reckoning RECKONING = BOOK.reckoning();
    private static final Book CUT = SampleReader.cut(BOOK, UNTIL);
    private static final Map<String, PlantedTruth> TRUTHS =
            BOOK.truths().stream().collect(Collectors.toMap(PlantedTruth::id, truth -> truth));

    private static PlantedTruth truth(String id) {
        return Optional.ofNullable(TRUTHS.get(id)).orElseThrow();
    }

    private static CustomerView view(String customer) {
        return CUT.find(customer).orElseThrow();
    }

    private static List<String> whose(Predicate<CustomerView> predicate) {
        return CUT.customers().stream()
                .filter(predicate)
                .map(CustomerView::customerId)
                .toList();
    }

    private static List<String> sorted(Collection<String> ids) {
        return List.copyOf(new TreeSet<>(ids));
    }

    private static List<ContractTerms> inForce(CustomerView view, LocalDate date) {
        return ContractTerms.of(view).stream()
                .filter(terms -> terms.isInForceOn(date))
                .toList();
    }

    private static double arr(CustomerView view) {
        return inForce(view, UNTIL).stream()
                .mapToDouble(terms ->
                        terms.arrOn(UNTIL, RECKONING).orElseThrow().getAmount().doubleValue())
                .sum();
    }

    private static double usage(CustomerView view, LocalDate after, LocalDate until) {
        return view.series(Usage.SERIES).stream()
                .filter(usage -> {
                    LocalDate day = LocalDate.ofInstant(usage.entry().at(), SampleBook.ZONE);
                    return day.isAfter(after) && !day.isAfter(until);
                })
                .mapToDouble(Usage::quantity)
                .sum();
    }

    /** Usage of the last four weeks before a day against the four weeks three months earlier. */
    private static double fall(CustomerView view, LocalDate day) {
        double now = usage(view, day.minusDays(28), day);
        double then = usage(view, day.minusDays(118), day.minusDays(90));
        return 1 - now / then;
    }

    private static double activeShare(CustomerView view) {
        double seats = inForce(view, UNTIL).get(0).contract().seats().orElseThrow();
        return view.series(Usage.SERIES).stream()
                        .filter(usage -> usage.entry().at().isAfter(Pen.instant(UNTIL.minusDays(30))))
                        .flatMapToDouble(usage -> usage.activeUsers().stream())
                        .average()
                        .orElse(0)
                / seats;
    }

    private static boolean isUnderContract(CustomerView view) {
        return !inForce(view, UNTIL).isEmpty();
    }

    private static double lastNps(CustomerView view) {
        List<Double> scores = view.series(SurveyAnswer.SERIES).stream()
                .filter(answer -> answer.instrument().equals("nps"))
                .filter(answer -> answer.score().isPresent())
                .map(answer -> answer.score().orElseThrow())
                .toList();
        return scores.isEmpty() ? 10 : scores.get(scores.size() - 1);
    }

    @Test
    void truths_haveIdsOfTheirOwn_andCustomersOfTheBook() {
        assertThat(BOOK.truths()).hasSize(81).doesNotHaveDuplicates();
        assertThat(TRUTHS).hasSize(81);
        assertThat(BOOK.truths()).allSatisfy(truth -> {
            assertThat(CUT.customerIds()).containsAll(truth.customers());
            assertThat(truth.contracts()).hasSameSizeAs(truth.customers());
            assertThat(truth.sentence()).endsWith(".");
        });
    }

    @Test
    void truths_areThoseThatFit_inASmallBook() {
        assertThat(SampleBook.generate(3, 7).truths()).isEmpty();
        assertThat(SampleBook.generate(10, 7).truths())
                .extracting(PlantedTruth::id)
                .containsExactly("save-play-expired", "hours-do-not-suffice", "called-unlikely-against-the-rules");
        assertThat(SampleBook.generate(58, 7).truths())
                .extracting(PlantedTruth::id)
                .containsExactly(
                        "sponsor-left",
                        "no-csm-now",
                        "save-play-expired",
                        "hours-do-not-suffice",
                        "committed-to-more",
                        "called-unlikely-against-the-rules",
                        "sponsor-is-kept");
    }

    @Test
    void contracts_areThoseThatRun() {
        for (String id :
                List.of("usage-falls-at-risk", "notice-deadline-missed", "notice-given", "renewal-back-dated")) {
            PlantedTruth truth = truth(id);
            for (int i = 0; i < truth.customers().size(); i++) {
                List<ContractTerms> running = inForce(view(truth.customers().get(i)), UNTIL);
                assertThat(running)
                        .extracting(terms -> terms.contract().id())
                        .containsExactly(truth.contracts().get(i));
            }
        }
    }

    @Test
    void usageFalls_forSixEnterpriseCustomers_whoMustDecideSoon() {
        PlantedTruth truth = truth("usage-falls-at-risk");
        assertThat(truth.customers()).hasSize(6);
        assertThat(truth.segments()).containsExactly("enterprise");
        for (String id : truth.customers()) {
            CustomerView view = view(id);
            LocalDate decision =
                    inForce(view, UNTIL).get(0).decisionDateOn(UNTIL, RECKONING).orElseThrow();
            assertThat(decision).isAfter(UNTIL).isBeforeOrEqualTo(UNTIL.plusDays(120));
            assertThat(fall(view, UNTIL)).as(id).isBetween(0.35, 0.7);
            assertThat(lastNps(view)).as(id).isLessThanOrEqualTo(6);
        }
        assertThat(whose(view -> isUnderContract(view) && arr(view) >= 30_000 && fall(view, UNTIL) > 0.25))
                .isEqualTo(sorted(truth.customers()));
    }

    @Test
    void usageFell_beforeEnterpriseCustomersLeft() {
        PlantedTruth truth = truth("usage-fell-before-churn");
        assertThat(truth.customers()).hasSize(6);
        for (String id : truth.customers()) {
            CustomerView view = view(id);
            Outcome churned = view.series(Outcome.SERIES).stream()
                    .filter(outcome -> outcome.kind().equals("churned"))
                    .findFirst()
                    .orElseThrow();
            LocalDate left = LocalDate.ofInstant(churned.entry().at(), SampleBook.ZONE);
            assertThat(left).isAfter(SampleBook.FROM).isBeforeOrEqualTo(UNTIL);
            assertThat(fall(view, left.minusDays(1))).as(id).isGreaterThan(0.35);
            assertThat(isUnderContract(view)).isFalse();
            assertThat(churned.reason().orElseThrow())
                    .isEqualTo(truth("price-said-usage-gone").customers().contains(id) ? "price" : "low-adoption");
        }
    }

    @Test
    void seats_areNearlyUsedUp_byOne() {
        assertThat(whose(view -> isUnderContract(view) && activeShare(view) >= 0.95))
                .isEqualTo(truth("seats-nearly-used-up").customers());
        assertThat(whose(view -> isUnderContract(view) && activeShare(view) >= 0.92))
                .hasSize(1);
    }

    @Test
    void sponsors_ofThree_leftLately_withUsageFine() {
        List<String> left = whose(view -> isUnderContract(view)
                && !view.series(Person.SERIES).isEmpty()
                && view.series(Person.SERIES).stream()
                        .noneMatch(person -> person.role().equals(Optional.of("sponsor"))
                                && person.leftOn().isEmpty()));
        assertThat(left).isEqualTo(truth("sponsor-left").customers()).hasSize(3);
        for (String id : left) {
            LocalDate day = view(id).series(Person.SERIES).stream()
                    .flatMap(person -> person.leftOn().stream())
                    .findFirst()
                    .orElseThrow();
            assertThat(day).isBetween(UNTIL.minusDays(60), UNTIL);
            assertThat(fall(view(id), UNTIL)).isLessThan(0.1);
            assertThat(activeShare(view(id))).isGreaterThan(0.6);
        }
    }

    private static long csms(CustomerView view, LocalDate date) {
        return view.series(Ownership.SERIES).stream()
                .filter(owner -> owner.role().equals("csm"))
                .filter(owner -> !owner.from().isAfter(date)
                        && owner.to().map(date::isBefore).orElse(true))
                .count();
    }

    private static boolean isNamed(CustomerView view) {
        return isUnderContract(view)
                && view.series(Ownership.SERIES).stream()
                        .noneMatch(owner -> owner.role().equals("pool"));
    }

    @Test
    void csms_areMissingOrTwo_whereThatIsPlanted_andOtherwiseOne() {
        assertThat(whose(view -> isNamed(view) && csms(view, UNTIL) == 0))
                .isEqualTo(truth("no-csm-now").customers());
        assertThat(whose(view -> isNamed(view) && csms(view, UNTIL) > 1))
                .isEqualTo(truth("two-csms").customers());
        LocalDate winter = LocalDate.of(2026, 1, 10);
        assertThat(whose(view -> isNamed(view) && !inForce(view, winter).isEmpty() && csms(view, winter) == 0))
                .isEqualTo(truth("no-csm-last-winter").customers());
        String gap = truth("no-csm-last-winter").customers().get(0);
        assertThat(csms(view(gap), LocalDate.of(2025, 12, 14))).isEqualTo(1);
        assertThat(csms(view(gap), LocalDate.of(2025, 12, 15))).isZero();
        assertThat(csms(view(gap), LocalDate.of(2026, 1, 25))).isZero();
        assertThat(csms(view(gap), LocalDate.of(2026, 1, 26))).isEqualTo(1);
    }

    @Test
    void noticeDeadline_ofOneContract_hasPassed() {
        List<String> missed = whose(view -> inForce(view, UNTIL).stream()
                .flatMap(terms -> terms.decisionDateOn(UNTIL, RECKONING).stream())
                .anyMatch(day -> !day.isAfter(UNTIL)));
        assertThat(missed).isEqualTo(truth("notice-deadline-missed").customers());
        CustomerView view = view(missed.get(0));
        ContractTerms terms = inForce(view, UNTIL).get(0);
        assertThat(terms.noticeDeadlineOn(UNTIL, RECKONING)).contains(LocalDate.of(2026, 6, 20));
        assertThat(terms.endOn(UNTIL)).contains(LocalDate.of(2026, 9, 18));
        assertThat(lastNps(view)).isLessThanOrEqualTo(4);
    }

    @Test
    void notice_wasGiven_byOneStrategicCustomer() {
        List<String> given = whose(view -> inForce(view, UNTIL).stream()
                .anyMatch(terms -> terms.contract().noticeGivenOn().isPresent()));
        assertThat(given).contains(truth("notice-given").customers().get(0));
        CustomerView view = view(truth("notice-given").customers().get(0));
        assertThat(arr(view)).isGreaterThanOrEqualTo(100_000);
        assertThat(inForce(view, UNTIL).get(0).contract().noticeGivenOn()).contains(LocalDate.of(2026, 6, 1));
        assertThat(inForce(view, UNTIL).get(0).endOn(UNTIL)).contains(LocalDate.of(2026, 10, 1));
        assertThat(given).hasSize(1);
    }

    @Test
    void renewal_ofOne_wasEnteredNineDaysAfterItWasSigned() {
        String customer = truth("renewal-back-dated").customers().get(0);
        String contract = truth("renewal-back-dated").contracts().get(0);
        Book before = SampleReader.cut(BOOK, LocalDate.of(2026, 3, 18));
        Book after = SampleReader.cut(BOOK, LocalDate.of(2026, 3, 19));
        assertThat(contract(before, customer, contract)).isEmpty();
        assertThat(contract(after, customer, contract).orElseThrow().signedOn()).contains(LocalDate.of(2026, 3, 10));
        assertThat(whose(view -> view.series(Contract.SERIES).stream()
                        .anyMatch(one ->
                                !one.entry().recordedAt().equals(one.entry().at()))))
                .containsExactly(customer);
    }

    private static Optional<Contract> contract(Book book, String customer, String id) {
        return book.find(customer).orElseThrow().series(Contract.SERIES).stream()
                .filter(contract -> contract.id().equals(id))
                .findFirst();
    }

    @Test
    void merger_movesTheContract_andSplitMakesOne() {
        List<String> merged = truth("merged").customers();
        assertThat(view(merged.get(0)).find(CustomerAttributes.MERGED_INTO)).contains(merged.get(1));
        assertThat(inForce(view(merged.get(0)), LocalDate.of(2025, 9, 30))).hasSize(1);
        assertThat(inForce(view(merged.get(0)), LocalDate.of(2025, 10, 1))).isEmpty();
        assertThat(amendments(merged.get(1))).anyMatch(text -> text.contains("merger"));
        List<String> split = truth("split-off").customers();
        assertThat(view(split.get(0)).find(CustomerAttributes.SPLIT_FROM)).contains(split.get(1));
        assertThat(inForce(view(split.get(0)), LocalDate.of(2025, 7, 1))).hasSize(1);
        assertThat(amendments(split.get(1))).anyMatch(text -> text.contains("split"));
    }

    private static List<String> amendments(String customer) {
        return view(customer).series(Contract.SERIES).stream()
                .flatMap(contract -> contract.amendment().stream())
                .toList();
    }

    @Test
    void invoices_ofTwo_areLongOverdue() {
        assertThat(whose(view -> view.series(Invoice.SERIES).stream()
                        .anyMatch(invoice ->
                                invoice.paidOn().isEmpty() && invoice.dueOn().isBefore(UNTIL.minusDays(60)))))
                .isEqualTo(truth("invoices-long-overdue").customers())
                .hasSize(2);
        assertThat(whose(view -> view.series(Invoice.SERIES).stream()
                        .anyMatch(invoice ->
                                invoice.paidOn().isEmpty() && invoice.dueOn().isBefore(UNTIL.minusDays(40)))))
                .hasSize(2);
    }

    @Test
    void escalations_haveTheirCause_thereOnly() {
        assertThat(whose(view -> view.series(Ticket.SERIES).stream()
                                .filter(ticket -> ticket.cause().equals(Optional.of(Causes.DEFECT)))
                                .count()
                        >= 2))
                .isEqualTo(truth("recurring-defect").customers())
                .hasSize(5);
        assertThat(whose(view -> hasFeedback(view, Causes.SALES_EXPECTATION)))
                .isEqualTo(truth("sales-expectation-unmet").customers())
                .hasSize(2);
        assertThat(whose(view -> hasFeedback(view, Causes.USE_CASE)))
                .isEqualTo(truth("use-case-not-reached").customers())
                .hasSize(3);
        assertThat(whose(view -> isUnderContract(view) && hasUnreachedGoal(view)))
                .isEqualTo(truth("use-case-not-reached").customers());
    }

    private static boolean hasFeedback(CustomerView view, String cause) {
        return view.series(Feedback.SERIES).stream().anyMatch(one -> one.cause().equals(Optional.of(cause)));
    }

    private static boolean hasUnreachedGoal(CustomerView view) {
        return view.series(Goal.SERIES).stream().anyMatch(goal -> {
            double baseline = goal.baseline().orElseThrow();
            double progress =
                    (goal.realised().orElseThrow() - baseline) / (goal.target().orElseThrow() - baseline);
            return !goal.dueOn().orElseThrow().isAfter(UNTIL) && progress < 0.25;
        });
    }

    @Test
    void group_hasAHealthyParent_andARedChild() {
        List<String> group = truth("group-with-red-child").customers();
        assertThat(view(group.get(1)).find(CustomerAttributes.PARENT)).contains(group.get(0));
        assertThat(view(group.get(2)).find(CustomerAttributes.PARENT)).contains(group.get(0));
        assertThat(lastNps(view(group.get(0)))).isGreaterThanOrEqualTo(8);
        assertThat(lastNps(view(group.get(1)))).isLessThanOrEqualTo(3);
        assertThat(activeShare(view(group.get(0)))).isGreaterThan(0.6);
        assertThat(activeShare(view(group.get(1)))).isLessThan(0.25);
    }

    @Test
    void nothing_isKnownOfOne_butContractAndOwner() {
        CustomerView view = view(truth("no-data").customers().get(0));
        assertThat(inForce(view, UNTIL)).hasSize(1);
        assertThat(view.series(Ownership.SERIES)).hasSize(1);
        List.of(Usage.SERIES, SurveyAnswer.SERIES, Ticket.SERIES, Invoice.SERIES, Person.SERIES, Goal.SERIES)
                .forEach(series -> assertThat(view.entries(series)).isEmpty());
        assertThat(whose(one -> one.entries(Usage.SERIES).isEmpty() && isOldEnough(one)))
                .containsExactly(view.customerId());
    }

    private static boolean isOldEnough(CustomerView view) {
        return view.series(Contract.SERIES).stream()
                .anyMatch(contract -> contract.start().isBefore(UNTIL.minusDays(15)));
    }

    @Test
    void one_isStuckInOnboarding_for200Days() {
        List<String> stuck = whose(view -> view.series(StageEntry.SERIES).stream()
                .anyMatch(stage -> stage.stage().equals("onboarding")
                        && stage.leftOn().isEmpty()
                        && stage.enteredOn().isBefore(UNTIL.minusDays(100))));
        assertThat(stuck).isEqualTo(truth("stuck-in-onboarding").customers());
        LocalDate entered = view(stuck.get(0)).series(StageEntry.SERIES).get(0).enteredOn();
        assertThat(ChronoUnit.DAYS.between(entered, UNTIL)).isEqualTo(200);
    }

    @Test
    void midMarket_paysLittle_forTheHoursItTakes() {
        List<CustomerView> mid = CUT.customers().stream()
                .filter(view -> arr(view) >= 10_000 && arr(view) < 40_000)
                .toList();
        double meanArr =
                mid.stream().mapToDouble(PlantedTruthsTest::arr).average().orElseThrow();
        double lower = mid.stream().filter(view -> arr(view) < 20_000).count() / (double) mid.size();
        assertThat(truth("high-touch-does-not-pay").segments()).containsExactly("mid-market");
        assertThat(meanArr).isBetween(12_000.0, 18_500.0);
        assertThat(lower).isGreaterThan(0.65);
    }

    @Test
    void one_csm_isOverloaded_andOneHasLittle() {
        Map<String, Integer> customers = new HashMap<>();
        Map<String, BigDecimal> hours = new HashMap<>();
        CUT.customers()
                .forEach(view -> view.series(Ownership.SERIES).stream()
                        .filter(owner ->
                                owner.role().equals("csm") && owner.to().isEmpty())
                        .forEach(owner -> customers.merge(owner.owner(), 1, Integer::sum)));
        BOOK.timeEntries()
                .filter(entry -> entry.customer().isPresent() && entry.on().isAfter(UNTIL.minusYears(1)))
                .forEach(entry -> hours.merge(entry.member(), entry.hours(), BigDecimal::add));
        List<String> members = truth("csm-overloaded").members();
        double most = hours.getOrDefault(members.get(0), BigDecimal.ZERO).doubleValue();
        double little = hours.getOrDefault(members.get(1), BigDecimal.ZERO).doubleValue();
        int others = customers.entrySet().stream()
                .filter(csm -> !csm.getKey().equals(members.get(0)))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElseThrow();
        assertThat(customers.get(members.get(0))).isGreaterThan(others * 3 / 2);
        assertThat(most).as("of 24 hours a week").isGreaterThan(24 * 52);
        assertThat(little).as("of 30 hours a week").isLessThan(30 * 52 * 0.5);
        assertThat(TimeEntry.SERIES.name()).isEqualTo("time-entries");
    }

    @Test
    void document_isReadable_andStable() {
        String json = JsonLayout.PRETTY.text(out -> PlantedTruths.write(BOOK, out));
        assertThat(JsonInput.text("planted-truths.json", json).tree().problems().isEmpty())
                .isTrue();
        assertThat(json)
                .contains("\"asOf\": \"2026-06-30\"")
                .contains("\"id\": \"notice-deadline-missed\"")
                .contains("\"contracts\": [\"c-000075-contract-1\"]");
    }

    @Test
    void savePlays_areTwo_ofWhichOneRuns() {
        assertThat(whose(view -> view.series(Play.SERIES).stream().anyMatch(play -> play.isRunningOn(UNTIL))))
                .isEqualTo(truth("save-play-runs").customers())
                .hasSize(1);
        assertThat(whose(view -> view.series(Play.SERIES).stream().anyMatch(play -> !play.isRunningOn(UNTIL))))
                .isEqualTo(truth("save-play-expired").customers())
                .hasSize(1);
        assertThat(truth("usage-falls-at-risk").customers())
                .containsAll(truth("save-play-expired").customers());
        Play running = view(truth("save-play-runs").customers().get(0))
                .series(Play.SERIES)
                .get(0);
        assertThat(running.startedOn()).isEqualTo(LocalDate.of(2026, 6, 8));
        assertThat(running.reviewOn()).contains(LocalDate.of(2026, 6, 22));
        assertThat(running.expiresOn()).isEqualTo(LocalDate.of(2026, 7, 20));
    }

    @Test
    void oneStrategicCustomer_whoDecidesSoon_wasNotTalkedToForTwoMonths() {
        assertThat(whose(view -> isUnderContract(view)
                        && arr(view) >= 100_000
                        && view.series(Touchpoint.SERIES).stream()
                                .noneMatch(touch -> touch.entry().at().isAfter(Pen.instant(UNTIL.minusDays(60))))))
                .isEqualTo(truth("not-talked-to").customers())
                .hasSize(1);
        assertThat(inForce(view(truth("not-talked-to").customers().get(0)), UNTIL)
                        .get(0)
                        .decisionDateOn(UNTIL, RECKONING)
                        .orElseThrow())
                .isBefore(UNTIL.plusDays(120));
    }

    @Test
    void twoOfOneCsm_whoseUsageFalls_decideOnTheSameDay() {
        List<String> both = List.of(
                truth("hours-do-not-suffice").customers().get(0),
                truth("save-play-expired").customers().get(0));
        assertThat(truth("usage-falls-at-risk").customers()).containsAll(both);
        for (String id : both) {
            assertThat(inForce(view(id), UNTIL).get(0).decisionDateOn(UNTIL, RECKONING))
                    .contains(LocalDate.of(2026, 8, 9));
            assertThat(view(id).series(Ownership.SERIES).stream()
                            .filter(owner ->
                                    owner.role().equals("csm") && owner.to().isEmpty())
                            .map(Ownership::owner))
                    .containsExactlyElementsOf(truth("hours-do-not-suffice").members());
        }
    }
}
