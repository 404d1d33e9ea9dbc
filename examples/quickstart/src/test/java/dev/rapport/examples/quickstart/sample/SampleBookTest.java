package dev.rapport.examples.quickstart.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Invoice;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.organisation.TimeEntry;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.tables.BookManifest;
import dev.rapport.model.tables.BookReader;
import dev.rapport.model.tables.BookReading;
import dev.rapport.model.tables.BookTables;
import dev.rapport.model.tables.BookWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleBookTest {

    private static final LocalDate UNTIL = SampleBook.UNTIL;
    private static final SampleBook BOOK = SampleBook.generate(300, 7);
    private static final Book CUT = SampleReader.cut(BOOK, UNTIL);
    private static final Instant AFTER =
            UNTIL.plusDays(1).atStartOfDay(SampleBook.ZONE).toInstant();

    @Test
    void book_ofSameSeed_isSame_underAnotherLocaleAndZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String digest = SampleReader.digest(SampleBook.generate(60, 7));
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(SampleReader.digest(SampleBook.generate(60, 7))).isEqualTo(digest);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void book_ofAnotherSeed_isAnother() {
        String digest = SampleReader.digest(SampleBook.generate(60, 7));
        assertThat(SampleReader.digest(SampleBook.generate(60, 8))).isNotEqualTo(digest);
    }

    @Test
    void customer_doesNotDependOnSizeOfBook() {
        Book small = SampleReader.all(SampleBook.generate(40, 7));
        Book large = SampleReader.all(BOOK);
        for (CustomerView view : small.customers()) {
            CustomerView same = large.find(view.customerId()).orElseThrow();
            assertThat(SampleReader.describe(same)).isEqualTo(SampleReader.describe(view));
        }
    }

    @Test
    void customer_isSame_whenReadAgainOrAlone() {
        SampleBook alone = SampleBook.generate(1, 7);
        assertThat(BOOK.customer(0).since()).isEqualTo(alone.customer(0).since());
        assertThat(BOOK.customers()).extracting(Customer::id).hasSize(300).isSorted();
        assertThat(BOOK.customers()).extracting(Customer::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 300})
    void book_hasAsManyCustomersAsAsked(int size) {
        SampleBook book = SampleBook.generate(size, 11);
        assertThat(SampleReader.all(book).size()).isEqualTo(size);
        assertThat(book.truths())
                .allSatisfy(truth -> assertThat(truth.customers())
                        .allSatisfy(id -> assertThat(id).isLessThan(Profile.idOf(size))));
    }

    @Test
    void customers_ofHugeBook_areMadeOneByOne() {
        SampleBook huge = SampleBook.generate(1_000_000, 7);
        assertThat(huge.stream().limit(2).map(Customer::id)).containsExactly("c-000000", "c-000001");
        assertThat(huge.customer(999_999).id()).isEqualTo("c-999999");
        SampleBook large = SampleBook.generate(5_000, 7);
        assertThat(large.stream().map(Customer::id).collect(Collectors.toSet())).hasSize(5_000);
    }

    @Test
    void size_beyondIds_isRefused() {
        assertThatThrownBy(() -> SampleBook.generate(1_000_001, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers (1000001) must be 0 to 1000000.");
        assertThatThrownBy(() -> SampleBook.generate(3, 7).customer(3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void book_writtenAsTables_isReadWithoutComplaint() throws IOException {
        for (SampleBook book : List.of(SampleBook.generate(120, 7), SampleBook.consumers(60, 7))) {
            Map<String, StringWriter> files = new TreeMap<>();
            BookManifest manifest = BookManifest.of(
                            DocumentHeader.of("sample", "7"), SampleBook.ZONE, SampleBook.CURRENCY)
                    .calendar(book.calendar());
            BookWriter.to(name -> files.computeIfAbsent(name, absent -> new StringWriter()))
                    .write(manifest, book.rates(), book.customers());
            Map<String, String> texts = new TreeMap<>();
            files.forEach((name, text) -> texts.put(name, text.toString()));
            BookReading reading =
                    BookReader.standard().read(BookTables.of(texts)).orThrow();
            assertThat(reading.quarantine().rejections()).isEmpty();
            assertThat(reading.warnings().isEmpty())
                    .as("%s", reading.warnings())
                    .isTrue();
            assertThat(reading.customers()).hasSize(book.size());
        }
    }

    @Test
    void parents_areInTheBook_atAnySize() {
        for (int size : new int[] {2, 5, 31, 300}) {
            Book book = SampleReader.all(SampleBook.generate(size, 7));
            for (CustomerView view : book.customers()) {
                view.find(CustomerAttributes.PARENT)
                        .ifPresent(parent -> assertThat(book.customerIds()).contains(parent));
            }
        }
    }

    @Test
    void facts_endWithTheBook() {
        for (CustomerView view : SampleReader.all(BOOK).customers()) {
            assertThat(SampleReader.entries(view)
                            .filter(entry -> !entry.recordedAt().isBefore(AFTER)
                                    || entry.recordedAt().isBefore(entry.at())))
                    .isEmpty();
        }
    }

    @Test
    void dates_afterTheBook_areThoseOfTermsGoalsPlaysPricesReviewsAndDueInvoices() {
        for (CustomerView view : SampleReader.all(BOOK).customers()) {
            for (SeriesKey<?> key : SampleReader.series()) {
                List<AttributeKey<?>> unplanned = key.fields().stream()
                        .filter(field -> field.kind() == AttributeKind.DATE)
                        .filter(field -> !Set.of(
                                        "start",
                                        "end",
                                        "ended-on",
                                        "due-on",
                                        "expires-on",
                                        "uplift-on",
                                        "scheduled-for")
                                .contains(field.name()))
                        .collect(Collectors.toList());
                for (Entry entry : unplanned.isEmpty() ? List.<Entry>of() : view.entries(key)) {
                    for (AttributeKey<?> field : unplanned) {
                        assertThat(entry.valueOrNull(field) instanceof LocalDate date && date.isAfter(UNTIL))
                                .as("%s of %s %s", field, key, entry.id())
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void contracts_areClean() {
        int planned = 0;
        for (CustomerView view : CUT.customers()) {
            Map<String, Contract> byId = new HashMap<>();
            view.series(Contract.SERIES).forEach(contract -> byId.put(contract.id(), contract));
            for (Contract contract : byId.values()) {
                assertThat(contract.end().map(contract.start()::isBefore).orElse(true))
                        .isTrue();
                contract.predecessor()
                        .ifPresent(id -> assertThat(
                                        Optional.ofNullable(byId.get(id)).flatMap(Contract::end))
                                .contains(contract.start()));
                planned += contract.start().isAfter(UNTIL) ? 1 : 0;
            }
            for (ContractLine line : view.series(ContractLine.SERIES)) {
                assertThat(byId).containsKey(line.contract());
                Money product = line.unitPrice().orElseThrow().multipliedBy((long)
                        line.quantity().orElseThrow());
                assertThat(line.arr()).isEqualTo(product);
                assertThat(line.arr().isPositive())
                        .as("all but what comes with the contract")
                        .isEqualTo(!line.product().equals("interface-credits"));
            }
        }
        assertThat(planned).as("renewals signed before their term").isPositive();
    }

    /** Without those of whom contracts beside each other, a gap or a false word are planted. */
    private static List<CustomerView> customersWithoutStoriesOfContracts() {
        Set<String> stories = Set.of("growth-masks-a-loss", "came-back", "said-lost-still-there", "renewal-overdue");
        Set<String> customers = BOOK.truths().stream()
                .filter(truth -> stories.contains(truth.id()))
                .flatMap(truth -> truth.customers().stream())
                .collect(Collectors.toSet());
        assertThat(customers).hasSize(4);
        return CUT.customers().stream()
                .filter(view -> !customers.contains(view.customerId()))
                .toList();
    }

    @Test
    void terms_ofLostCustomers_haveEnded_andOfOthersNotTwo() {
        for (CustomerView view : customersWithoutStoriesOfContracts()) {
            boolean churned = view.series(Outcome.SERIES).stream()
                    .anyMatch(outcome -> outcome.kind().equals("churned"));
            boolean merged = view.find(CustomerAttributes.MERGED_INTO).isPresent();
            assertThat(inForce(ContractTerms.of(view), UNTIL))
                    .as(view.customerId())
                    .isEqualTo(churned || merged ? 0 : 1);
        }
    }

    @Test
    void terms_followEachOther_withoutGap() {
        for (CustomerView view : customersWithoutStoriesOfContracts()) {
            List<ContractTerms> terms = ContractTerms.of(view);
            boolean stays = inForce(terms, UNTIL) == 1;
            for (LocalDate day = SampleBook.FROM; stays && !day.isAfter(UNTIL); day = day.plusDays(9)) {
                boolean hasBegun = !terms.get(0).contract().start().isAfter(day);
                assertThat(inForce(terms, day))
                        .as("%s on %s", view.customerId(), day)
                        .isEqualTo(hasBegun ? 1 : 0);
            }
        }
    }

    private static long inForce(List<ContractTerms> terms, LocalDate date) {
        return terms.stream().filter(one -> one.isInForceOn(date)).count();
    }

    @Test
    void tiers_haveTheirShares_andATwelfthLeavesEachYear() {
        SampleBook large = SampleBook.generate(5_000, 3);
        Reckoning reckoning = large.reckoning();
        Map<Tier, Double> shares = new TreeMap<>();
        double lost = 0;
        double exposed = 0;
        for (int i = 0; i < large.size(); i++) {
            Profile profile = Profile.of(3, i);
            LocalDate yearAgo = UNTIL.minusYears(1);
            exposed += profile.isCustomerOn(yearAgo) ? 1 : 0;
            lost += profile.isCustomerOn(yearAgo) && profile.isLost() ? 1 : 0;
            if (!profile.isLost()) {
                List<Deal> deals = Deal.of(profile);
                Deal.State last = deals.get(deals.size() - 1).states().get(0);
                Money arr = reckoning
                        .rates()
                        .convert(ContractWriter.arr(profile, last), SampleBook.CURRENCY, UNTIL)
                        .orElseThrow();
                shares.merge(Tier.of(arr.getAmount().doubleValue()), 1.0, Double::sum);
            }
        }
        double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        shares.replaceAll((tier, count) -> count / all);
        assertThat(shares.get(Tier.STRATEGIC)).isBetween(0.04, 0.08);
        assertThat(shares.get(Tier.ENTERPRISE)).isBetween(0.11, 0.17);
        assertThat(shares.get(Tier.MID_MARKET)).isBetween(0.31, 0.39);
        assertThat(shares.get(Tier.SMALL)).isBetween(0.40, 0.50);
        assertThat(lost / exposed).isBetween(0.06, 0.10);
    }

    @Test
    void variety_isThere() {
        Set<String> countries = new HashSet<>();
        Set<String> currencies = new HashSet<>();
        Set<String> notices = new HashSet<>();
        Set<String> outcomes = new HashSet<>();
        int children = 0;
        int lines = 0;
        for (CustomerView view : CUT.customers()) {
            view.find(CustomerAttributes.COUNTRY).ifPresent(countries::add);
            children += view.find(CustomerAttributes.PARENT).isPresent() ? 1 : 0;
            view.series(Outcome.SERIES).forEach(outcome -> outcomes.add(outcome.kind()));
            for (Contract contract : view.series(Contract.SERIES)) {
                contract.noticeAmount()
                        .ifPresent(amount -> notices.add(
                                (int) amount + " " + contract.noticeUnit().orElseThrow()));
            }
            for (ContractLine line : view.series(ContractLine.SERIES)) {
                currencies.add(line.arr().getCurrencyUnit().getCode());
                lines++;
            }
        }
        assertThat(countries)
                .containsExactlyInAnyOrder("DE", "AT", "CH", "NL", "BE", "FR", "GB", "IE", "SE", "DK", "US", "CA");
        assertThat(currencies).containsExactlyInAnyOrder("EUR", "GBP", "USD", "CHF", "SEK");
        assertThat(notices)
                .contains("30 calendar-days", "60 calendar-days", "90 calendar-days", "3 months")
                .contains("10 business-days");
        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        "renewed", "expanded", "contracted", "churned", "reactivated", "expansion-refused");
        assertThat(children).isBetween(10, 60);
        assertThat(lines).isGreaterThan(600);
    }

    @Test
    void amounts_canBeConverted_onEveryDayOfTheBook() {
        for (String code : List.of("CHF", "GBP", "SEK", "USD")) {
            Money amount = Money.parse(code + " 100.00");
            for (LocalDate day = LocalDate.of(2021, 3, 1); !day.isAfter(UNTIL); day = day.plusMonths(1)) {
                assertThat(BOOK.rates().convert(amount, SampleBook.CURRENCY, day))
                        .isPresent();
            }
        }
    }

    @Test
    void usage_hasTwoToFourRowsAWeek_andDipsAtChristmas() {
        double before = 0;
        double christmas = 0;
        for (CustomerView view : CUT.customers()) {
            Map<LocalDate, Integer> rows = new HashMap<>();
            for (Usage usage : view.series(Usage.SERIES)) {
                LocalDate day = LocalDate.ofInstant(usage.entry().at(), SampleBook.ZONE);
                rows.merge(day.minusDays(day.getDayOfWeek().getValue() - 1L), 1, Integer::sum);
                boolean isDecember = day.getYear() == 2025 && day.getMonthValue() == 12;
                before += isDecember && day.getDayOfMonth() <= 14 ? usage.quantity() : 0;
                christmas +=
                        isDecember && day.getDayOfMonth() >= 22 && day.getDayOfMonth() <= 28 ? usage.quantity() : 0;
            }
            assertThat(rows.values()).noneMatch(count -> count > 4);
        }
        assertThat(christmas).isBetween(0.4 * before / 2, 0.7 * before / 2);
    }

    @Test
    void people_haveInventedAddresses_andEverySurveyKnowsItsRespondent() {
        int unanswered = 0;
        for (CustomerView view : CUT.customers()) {
            Set<String> people = new HashSet<>();
            for (Person person : view.series(Person.SERIES)) {
                people.add(person.id());
                assertThat(person.email().orElseThrow()).matches("[a-z.]+@[a-z-]+\\.example");
            }
            for (SurveyAnswer answer : view.series(SurveyAnswer.SERIES)) {
                answer.respondent().ifPresent(id -> assertThat(people).contains(id));
                unanswered += answer.score().isEmpty() ? 1 : 0;
            }
        }
        assertThat(unanswered).isGreaterThan(100);
    }

    @Test
    void companies_haveNamesOfTheirOwn() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            names.add(Names.company(7, i));
        }
        assertThat(names).hasSize(100_000);
    }

    @Test
    void something_isRecordedLate_andSomethingCorrected() {
        int late = 0;
        int corrected = 0;
        Book early = SampleReader.cut(BOOK, LocalDate.of(2025, 10, 31));
        for (CustomerView view : CUT.customers()) {
            late += (int) SampleReader.entries(view)
                    .filter(entry -> entry.recordedAt().isAfter(entry.at().plusSeconds(2 * 86_400)))
                    .count();
            corrected += early.find(view.customerId())
                            .flatMap(then -> then.find(CustomerAttributes.HEADCOUNT))
                            .filter(then -> !then.equals(view.get(CustomerAttributes.HEADCOUNT)))
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(late).isGreaterThan(100);
        assertThat(corrected).isPositive();
    }

    @Test
    void cut_ofAnEarlierDay_doesNotSeeWhatCameLater() {
        LocalDate then = LocalDate.of(2025, 6, 30);
        for (CustomerView view : SampleReader.cut(BOOK, then).customers()) {
            Stream.of(
                            view.series(Ticket.SERIES).stream().map(Ticket::closedOn),
                            view.series(Invoice.SERIES).stream().map(Invoice::paidOn),
                            view.series(Ownership.SERIES).stream().map(Ownership::to),
                            view.series(Person.SERIES).stream().map(Person::leftOn))
                    .flatMap(days -> days)
                    .flatMap(Optional::stream)
                    .forEach(day -> assertThat(day).isBeforeOrEqualTo(then));
        }
    }

    @Test
    void stages_followEachOther_withoutGap_productByProduct() {
        for (CustomerView view : CUT.customers()) {
            List<StageEntry> all = view.series(StageEntry.SERIES).stream()
                    .sorted(Comparator.comparing(StageEntry::enteredOn))
                    .toList();
            assertThat(all.get(0).stage()).isEqualTo("onboarding");
            all.stream()
                    .collect(Collectors.groupingBy(StageEntry::product))
                    .values()
                    .forEach(stages -> {
                        for (int i = 1; i < stages.size(); i++) {
                            assertThat(stages.get(i - 1).leftOn())
                                    .contains(stages.get(i).enteredOn());
                        }
                    });
        }
    }

    @Test
    void hours_areThoseOfTheSeries_andTheTeamsOwn() {
        long inSeries = CUT.customers().stream()
                .mapToLong(view -> view.entries(TimeEntry.SERIES).size())
                .sum();
        long forCustomers =
                BOOK.timeEntries().filter(entry -> entry.customer().isPresent()).count();
        long internal =
                BOOK.timeEntries().filter(entry -> entry.customer().isEmpty()).count();
        assertThat(forCustomers).isEqualTo(inSeries).isGreaterThan(1_000);
        assertThat(internal).isGreaterThan(100);
        assertThat(BOOK.timeEntries())
                .noneMatch(entry ->
                        entry.on().isBefore(SampleBook.FROM) || entry.on().isAfter(UNTIL));
    }
}
