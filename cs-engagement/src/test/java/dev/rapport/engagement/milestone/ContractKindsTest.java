package dev.rapport.engagement.milestone;

import static dev.rapport.engagement.milestone.Books.book;
import static dev.rapport.engagement.milestone.Books.contract;
import static dev.rapport.engagement.milestone.Books.customer;
import static dev.rapport.engagement.milestone.Books.milestone;
import static dev.rapport.engagement.milestone.Books.renewing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is due of each kind of contract, and what becomes of what is open when the contract changes. */
class ContractKindsTest {

    private static final MilestonePlanner PLANNER = MilestonePlanner.of(
            Books.policy(
                    milestone("renewal", new RenewalTrigger(), "on the day").build(),
                    milestone("notice", new NoticeDeadlineTrigger(), "on the day")
                            .build(),
                    milestone("last-safe", new LastSafeDayTrigger(2), "on the day")
                            .build()),
            Reckoning.in(CurrencyUnit.EUR));
    private static final Span TWO_YEARS = new Span(day("2026-07-01"), day("2028-07-01"));

    private final InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @SafeVarargs
    private static Customer with(Consumer<EntryBuilder>... contracts) {
        return customer("acme", facts -> {
            for (Consumer<EntryBuilder> contract : contracts) {
                facts.add(Contract.SERIES, contract);
            }
        });
    }

    private static Consumer<EntryBuilder> follows(Consumer<EntryBuilder> contract, String predecessor) {
        return contract.andThen(entry -> entry.with(Contract.PREDECESSOR, predecessor));
    }

    private static Consumer<EntryBuilder> ended(Consumer<EntryBuilder> contract, String day) {
        return contract.andThen(entry -> entry.with(Contract.ENDED_ON, day(day)));
    }

    private static Consumer<EntryBuilder> evergreen(String id, String start) {
        return entry ->
                entry.id(id).at(Books.SINCE).with(Contract.START, day(start)).with(Contract.AUTO_RENEWS, true);
    }

    /** All that was or will be due in the two years: what, which contract, when, and how it stands. */
    private static List<String> due(Customer customer) {
        Reckoned reckoned =
                PLANNER.reckon(book(day("2026-06-30"), customer).find("acme").orElseThrow(), TWO_YEARS, List.of());
        assertThat(reckoned.failures()).isEmpty();
        return reckoned.occurrences().stream()
                .map(one -> one.key().milestone() + " " + one.key().anchor() + " " + one.dueOn()
                        + (one.state() == OccurrenceState.PLANNED
                                ? ""
                                : " " + one.state().word()))
                .sorted()
                .toList();
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(
                        "fixed: decided by its end, a Friday",
                        with(contract("a", "2026-01-01", "2027-01-01")),
                        List.of("last-safe a 2026-12-30", "renewal a 2027-01-01")),
                Arguments.of(
                        "auto-renewing: decided by its notice deadline, each year anew",
                        with(renewing("a", "2026-01-01", "2027-01-01", 30)),
                        List.of(
                                "last-safe a 2026-11-30",
                                "last-safe a 2027-11-30",
                                "notice a 2026-12-02",
                                "notice a 2027-12-02",
                                "renewal a 2027-01-01",
                                "renewal a 2028-01-01")),
                Arguments.of("evergreen: no end, so nothing is due", with(evergreen("a", "2020-01-01")), List.of()),
                Arguments.of(
                        "multi-year: once in three years, decided before a Saturday",
                        with(contract("a", "2025-01-01", "2028-01-01")),
                        List.of("last-safe a 2027-12-29", "renewal a 2028-01-01")),
                Arguments.of(
                        "co-terminous: each by itself, on the same days",
                        with(contract("a", "2026-01-01", "2027-01-01"), contract("b", "2026-09-15", "2027-01-01")),
                        List.of(
                                "last-safe a 2026-12-30",
                                "last-safe b 2026-12-30",
                                "renewal a 2027-01-01",
                                "renewal b 2027-01-01")),
                Arguments.of(
                        "amended by a successor from within the term: the old end is handled",
                        with(
                                contract("a", "2026-01-01", "2027-01-01"),
                                follows(contract("b", "2026-06-01", "2028-06-01"), "a")),
                        List.of(
                                "last-safe a 2026-12-30 already-handled",
                                "last-safe b 2028-05-30",
                                "renewal a 2027-01-01 already-handled",
                                "renewal b 2028-06-01")),
                Arguments.of(
                        "terminated early: its ends are decided",
                        with(ended(renewing("a", "2026-01-01", "2027-01-01", 30), "2026-06-15")),
                        List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void whatIsDue_ofEachKind(String kind, Customer customer, List<String> expected) {
        assertThat(due(customer)).as(kind).isEqualTo(expected);
    }

    @Test
    void contractThatNamesItself_isDueAsIfItNamedNone() {
        Customer plain = with(renewing("a", "2026-01-01", "2027-01-01", 30));
        Customer itself = with(follows(renewing("a", "2026-01-01", "2027-01-01", 30), "a"));

        assertThat(due(itself)).isEqualTo(due(plain)).isNotEmpty();
    }

    /** What stands in the ledger of each milestone after a year was planned and the contract has changed. */
    private Map<String, String> changed(Customer before, Customer after) {
        PLANNER.plan(book(day("2026-06-30"), before), 400, ledger);
        PLANNER.plan(book(day("2026-07-31"), after), 400, ledger);
        Map<String, String> states = new TreeMap<>();
        ledger.latestOf(List.of("acme"))
                .forEach(entry -> states.put(
                        entry.key().milestone() + " " + entry.key().anchor() + " "
                                + entry.key().anchorDate(),
                        entry.state().word() + ": " + entry.reason()));
        return states;
    }

    @Test
    void amended_toALaterEnd_supersedesWhatIsOpen_andPlansTheNewDays() {
        Customer before = with(contract("a", "2026-01-01", "2027-01-01"));

        assertThat(changed(before, with(contract("a", "2026-01-01", "2027-04-01"))))
                .containsExactly(
                        Map.entry(
                                "last-safe a 2026-12-30",
                                "superseded: the date of a is not 2026-12-30 any more, but 2027-03-30"),
                        Map.entry("last-safe a 2027-03-30", "planned: on the day, 2027-03-30 of a"),
                        Map.entry(
                                "renewal a 2027-01-01",
                                "superseded: the date of a is not 2027-01-01 any more, but 2027-04-01"),
                        Map.entry("renewal a 2027-04-01", "planned: on the day, 2027-04-01 of a"));
    }

    @Test
    void terminatedEarly_leavesNothingOpen() {
        Customer before = with(renewing("a", "2026-01-01", "2027-01-01", 30));

        assertThat(changed(before, with(ended(renewing("a", "2026-01-01", "2027-01-01", 30), "2026-07-15")))
                        .values())
                .hasSize(3)
                .noneMatch(state -> state.startsWith("planned"));
    }

    @Test
    void renewalBroughtForward_supersedesWhatIsOpenOfTheOldContract() {
        Customer before = with(contract("a", "2026-01-01", "2027-01-01"));
        Customer after = with(
                ended(contract("a", "2026-01-01", "2027-01-01"), "2026-08-01"),
                follows(contract("b", "2026-08-01", "2027-08-01"), "a"));

        assertThat(changed(before, after))
                .containsExactly(
                        Map.entry(
                                "last-safe a 2026-12-30",
                                "superseded: the date of a is not 2026-12-30 any more, but 2026-07-29"),
                        Map.entry("last-safe b 2027-07-28", "planned: on the day, 2027-07-28 of b"),
                        Map.entry(
                                "renewal a 2027-01-01",
                                "superseded: the date of a is not 2027-01-01 any more, but 2026-08-01"),
                        Map.entry("renewal b 2027-08-01", "planned: on the day, 2027-08-01 of b"));
    }
}
