package dev.rapport.model.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class TimeSummaryTest {

    private static final LocalDate FROM = LocalDate.of(2026, 6, 1);
    private static final LocalDate TO = LocalDate.of(2026, 6, 15);

    private final TimeSummary summary = TimeSummary.of(
            List.of(
                    TimeEntry.of("anna", "acme", "call", hours("1.5"), FROM),
                    TimeEntry.of("anna", "acme", "call", hours("0.25"), TO.minusDays(1)),
                    TimeEntry.of("anna", "beta", "review", hours("43.25"), FROM.plusDays(3)),
                    TimeEntry.internal("anna", "training", hours("6"), FROM.plusDays(4)),
                    TimeEntry.of("zoe", "acme", "call", hours("2"), FROM),
                    TimeEntry.of("anna", "acme", "call", hours("100"), TO),
                    TimeEntry.of("anna", "acme", "call", hours("100"), FROM.minusDays(1))),
            FROM,
            TO);

    private static BigDecimal hours(String hours) {
        return new BigDecimal(hours);
    }

    @Test
    void hours_areSummedByMemberAndKind_withoutTheDaysOutside() {
        assertThat(summary.byKind("anna"))
                .containsExactly(
                        entry("call", hours("1.75")), entry("review", hours("43.25")), entry("training", hours("6")));
        assertThat(summary.total("anna")).isEqualByComparingTo("51");
        assertThat(summary.total()).isEqualByComparingTo("53");
        assertThat(summary.byKind()).containsEntry("call", hours("3.75"));
    }

    @Test
    void utilisation_isTimeForCustomers_againstTheHoursOfTheDays() {
        Organisation organisation = OrganisationTest.company().build();

        Utilisation anna = summary.utilisation(organisation).stream()
                .filter(each -> each.member().equals("anna"))
                .findFirst()
                .orElseThrow();

        assertThat(anna.spent()).isEqualByComparingTo("45");
        assertThat(anna.available()).isEqualByComparingTo("60");
        assertThat(anna.share()).hasValue(0.75);
    }

    @Test
    void utilisation_leavesOutThoseWhoHadLeft_andCountsOnlyDaysWorked() {
        Organisation organisation = OrganisationTest.company()
                .add(OrganisationTest.member("late", "csm")
                        .joinedOn(TO.minusDays(7))
                        .build())
                .build();

        List<Utilisation> all = summary.utilisation(organisation);

        assertThat(all).extracting(Utilisation::member).doesNotContain("ben").contains("vera");
        assertThat(all.stream()
                        .filter(each -> each.member().equals("late"))
                        .findFirst()
                        .orElseThrow()
                        .available())
                .isEqualByComparingTo("30");
    }

    @Test
    void utilisation_withoutHours_isNoNumber() {
        assertThat(new Utilisation("ceo", hours("3"), BigDecimal.ZERO).share()).isEmpty();
    }

    @Test
    void overload_isMoreThanThereWas() {
        assertThat(new Utilisation("anna", hours("60"), hours("60")).isOverloaded())
                .isFalse();
        assertThat(new Utilisation("anna", hours("60.01"), hours("60")).isOverloaded())
                .isTrue();
        assertThat(new Utilisation("ceo", hours("3"), BigDecimal.ZERO).isOverloaded())
                .isTrue();
        assertThat(new Utilisation("ceo", BigDecimal.ZERO, BigDecimal.ZERO).isOverloaded())
                .isFalse();
    }

    @Test
    void entriesOfStrangers_areNamed() {
        assertThat(summary.unknownMembers(OrganisationTest.company().build())).containsExactly("zoe");
    }

    @Test
    void entryWithoutHours_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeEntry.of("anna", "acme", "call", BigDecimal.ZERO, FROM))
                .withMessageContaining("hours (0) of anna on 2026-06-01 must be above 0.");
    }

    @Test
    void entries_areReadFromTheSeriesOfACustomer() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        Customer acme = Customer.builder("acme", start)
                .add(
                        TimeEntry.SERIES,
                        entry -> entry.at(FROM, ZoneId.of("Europe/Berlin"))
                                .with(TimeEntry.MEMBER, "anna")
                                .with(TimeEntry.KIND, "call")
                                .with(TimeEntry.HOURS, 1.25))
                .build();
        CustomerView view = Facts.of(Customer.adapter(List.of(acme)), List.of(acme))
                .in(ZoneId.of("Europe/Berlin"), CurrencyUnit.EUR)
                .asOf(TO)
                .customers()
                .get(0);

        assertThat(TimeEntry.of(view)).containsExactly(TimeEntry.of("anna", "acme", "call", hours("1.25"), FROM));
    }

    @Property(tries = 100)
    void sums_doNotDependOnTheOrder_andAreExact(@ForAll long seed) {
        Random random = new Random(seed);
        List<TimeEntry> entries = new ArrayList<>();
        BigDecimal naive = BigDecimal.ZERO;
        for (int i = 0; i < 50; i++) {
            BigDecimal hours = BigDecimal.valueOf(1 + random.nextInt(800), 2);
            LocalDate on = FROM.plusDays(random.nextInt(30) - 8);
            entries.add(TimeEntry.of("m" + random.nextInt(4), "c", "k" + random.nextInt(3), hours, on));
            naive = !on.isBefore(FROM) && on.isBefore(TO) ? naive.add(hours) : naive;
        }
        TimeSummary one = TimeSummary.of(entries, FROM, TO);
        Collections.shuffle(entries, random);
        TimeSummary other = TimeSummary.of(entries, FROM, TO);

        assertThat(one.total()).isEqualByComparingTo(naive);
        assertThat(other.byKind()).isEqualTo(one.byKind());
        assertThat(other.members()).isEqualTo(one.members());
    }
}
