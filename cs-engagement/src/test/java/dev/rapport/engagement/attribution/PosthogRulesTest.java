package dev.rapport.engagement.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.attribution.AttributedCustomer.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The written rules of PostHog, for the fourth quarter of 2026, with figures. */
class PosthogRulesTest {

    private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 1, 1);

    private final List<AccountChange> changes = new ArrayList<>();
    private final Map<String, List<OwnerInterval>> intervals = new HashMap<>();
    private final List<Exclusion> exclusions = new ArrayList<>();

    private static Money dollars(int amount) {
        return Money.of(CurrencyUnit.USD, amount);
    }

    private static OwnerInterval since(String owner, String from) {
        return new OwnerInterval(owner, LocalDate.parse(from), Optional.empty());
    }

    private static OwnerInterval between(String owner, String from, String to) {
        return new OwnerInterval(owner, LocalDate.parse(from), Optional.of(LocalDate.parse(to)));
    }

    private void account(String id, int base, int kept, OwnerInterval... owners) {
        changes.add(new AccountChange(id, dollars(base), Money.of(CurrencyUnit.USD, (double) kept)));
        intervals.put(id, List.of(owners));
    }

    private Attribution quarter() {
        return quarter(AttributionPolicy.posthog());
    }

    private Attribution quarter(AttributionPolicy policy) {
        return new Attribution.Judge(policy, FROM, UNTIL, exclusions, intervals).judge(changes, CurrencyUnit.USD);
    }

    private AttributedCustomer only(OwnerInterval... owners) {
        account("a", 100, 50, owners);
        assertThat(quarter().customers()).hasSize(1);
        return quarter().customers().get(0);
    }

    private Ruling ruling(OwnerInterval... owners) {
        return only(owners).ruling();
    }

    @Test
    void bookOfAQuarter_isThatOfItsRules() {
        account("steady", 400_000, 480_000, since("ada", "2025-01-01"));
        account("inherited", 100_000, 90_000, between("bob", "2025-01-01", "2026-11-15"), since("ada", "2026-11-15"));
        account("churned", 50_000, 0, since("ada", "2025-01-01"));
        account("nobodys", 60_000, 20_000, since("ada", "2026-10-20"));
        account("late", 80_000, 10_000, between("bob", "2025-01-01", "2026-12-01"), since("ada", "2026-12-01"));
        account("dropped", 30_000, 0, between("ada", "2025-01-01", "2026-10-31"));
        account("kept-on-paper", 20_000, 10_000, between("ada", "2025-01-01", "2026-11-20"));
        account("start-up", 70_000, 0, since("ada", "2025-01-01"));
        account("new", 0, 40_000, since("ada", "2026-10-05"));
        exclusions.add(new Exclusion("start-up", "simon", "in the start-up programme"));
        Attribution quarter = quarter();

        OwnerRetention ada = quarter.owners().get(0);
        assertThat(quarter.owners()).hasSize(1);
        assertThat(ada.customers()).containsExactly("churned", "inherited", "kept-on-paper", "steady");
        assertThat(ada.base()).isEqualTo(dollars(570_000));
        assertThat(ada.kept()).isEqualTo(dollars(580_000));
        assertThat(ada.net().orElseThrow()).isCloseTo(1.0175, within(0.0001));
        assertThat(quarter.notCounted())
                .extracting(AttributedCustomer::ruling)
                .containsExactly(
                        Ruling.DROPPED_EARLY, Ruling.TAKEN_LATE, Ruling.NOTHING_PAID, Ruling.GRACE, Ruling.EXCLUDED);
    }

    @Test
    void owner_isThatOfTheSecondToLastDay() {
        assertThat(ruling(between("ada", "2025-01-01", "2026-12-31"))).isEqualTo(Ruling.COUNTS);
    }

    @Test
    void ownerOfTheLastDayAlone_doesNotCount() {
        AttributedCustomer account = only(between("bob", "2025-01-01", "2026-12-30"), since("ada", "2026-12-31"));

        assertThat(account.ruling()).isEqualTo(Ruling.DROPPED_LATE);
        assertThat(account.owner()).contains("bob");
    }

    @Test
    void takenInTheLastMonth_doesNotCount_theDayBeforeItDoes() {
        OwnerInterval before = between("bob", "2025-01-01", "2026-11-30");
        assertThat(ruling(before, since("ada", "2026-11-30"))).isEqualTo(Ruling.COUNTS);
        changes.clear();
        assertThat(ruling(before, since("ada", "2026-12-01"))).isEqualTo(Ruling.TAKEN_LATE);
    }

    @Test
    void dropped_isFreeUntilTheEndOfTheFirstMonth() {
        assertThat(ruling(between("ada", "2025-01-01", "2026-11-01"))).isEqualTo(Ruling.DROPPED_EARLY);
        changes.clear();
        assertThat(ruling(between("ada", "2025-01-01", "2026-11-02"))).isEqualTo(Ruling.DROPPED_LATE);
    }

    @Test
    void grace_isForAccountsThatNobodyHadFor90Days_inTheQuarterOfTheirTakingAlone() {
        assertThat(ruling(between("bob", "2025-01-01", "2026-07-17"), since("ada", "2026-10-15")))
                .as("90 days from 17 July")
                .isEqualTo(Ruling.GRACE);
        changes.clear();
        assertThat(ruling(between("bob", "2025-01-01", "2026-07-18"), since("ada", "2026-10-15")))
                .isEqualTo(Ruling.COUNTS);
        changes.clear();
        assertThat(ruling(since("ada", "2026-09-30")))
                .as("taken in the quarter before")
                .isEqualTo(Ruling.COUNTS);
    }

    @Test
    void heldForLessThanAMonth_untilItWasDropped_doesNotCount() {
        OwnerInterval before = between("bob", "2025-01-01", "2026-11-05");
        assertThat(ruling(before, between("ada", "2026-11-05", "2026-12-04"))).isEqualTo(Ruling.HELD_TOO_SHORT);
        changes.clear();
        assertThat(ruling(before, between("ada", "2026-11-05", "2026-12-05"))).isEqualTo(Ruling.DROPPED_LATE);
    }

    @Test
    void timeToldInSeveralIntervals_isOne() {
        assertThat(ruling(between("ada", "2025-01-01", "2026-12-10"), since("ada", "2026-12-10")))
                .isEqualTo(Ruling.COUNTS);
    }

    @Test
    void severalOwners_andNobody_areNamed() {
        assertThat(ruling(since("ada", "2025-01-01"), since("bob", "2025-01-01")))
                .isEqualTo(Ruling.SEVERAL_OWNERS);
        changes.clear();
        assertThat(ruling()).isEqualTo(Ruling.NO_OWNER);
        changes.clear();
        assertThat(ruling(between("ada", "2025-01-01", "2026-10-01"))).isEqualTo(Ruling.NO_OWNER);
    }

    @Test
    void withoutRules_everyOwnerOfTheDayCounts() {
        AttributionPolicy plain = AttributionPolicy.builder()
                .from(AttributionPolicy.posthog())
                .judgedOnDayFromEnd(1)
                .heldMonths(0)
                .closedMonths(0)
                .dropMonths(0)
                .unmanagedDays(0)
                .build();
        account("a", 100, 50, since("ada", "2026-12-31"));

        assertThat(quarter(plain).owners()).extracting(OwnerRetention::owner).containsExactly("ada");
    }

    @Property
    void parts_sumToTheWhole_andOneStayCountsByTheNaiveRules(@ForAll long seed) {
        Random random = new Random(seed);
        changes.clear();
        intervals.clear();
        long base = 0;
        long kept = 0;
        for (int i = random.nextInt(8); i >= 0; i--) {
            int opening = random.nextInt(3) * 100;
            int closing = random.nextInt(300);
            LocalDate first = FROM.plusDays(random.nextInt(200) - 100);
            Optional<LocalDate> to =
                    random.nextBoolean() ? Optional.empty() : Optional.of(first.plusDays(1 + random.nextInt(200)));
            account("c" + i, opening, closing, new OwnerInterval("o" + random.nextInt(3), first, to));
            base += opening;
            kept += closing;
            LocalDate day = LocalDate.of(2026, 12, 30);
            boolean isOn = !first.isAfter(day) && to.map(day::isBefore).orElse(true);
            boolean counts = opening > 0
                    && first.isBefore(FROM)
                    && (isOn
                            || to.filter(last -> last.isAfter(LocalDate.of(2026, 11, 1)))
                                    .isPresent());
            String id = "c" + i;
            assertThat(quarter().customers().stream()
                            .filter(one -> one.change().customerId().equals(id))
                            .map(one -> one.ruling().counts()))
                    .as("%s from %s to %s", id, first, to)
                    .containsExactly(counts);
        }
        Attribution quarter = quarter();
        Money zero = dollars(0);
        Money owned = quarter.owners().stream().map(OwnerRetention::base).reduce(zero, Money::plus);
        Money ownedKept = quarter.owners().stream().map(OwnerRetention::kept).reduce(zero, Money::plus);
        for (AttributedCustomer rest : quarter.notCounted()) {
            owned = owned.plus(rest.change().base());
            ownedKept = ownedKept.plus(rest.change().kept());
        }
        assertThat(owned).isEqualTo(Money.of(CurrencyUnit.USD, (double) base));
        assertThat(ownedKept).isEqualTo(Money.of(CurrencyUnit.USD, (double) kept));
    }
}
