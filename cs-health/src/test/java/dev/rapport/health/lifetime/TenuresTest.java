package dev.rapport.health.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Years under contract, as of a cut. */
class TenuresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant LONG_AGO = Instant.parse("2010-01-01T00:00:00Z");

    private static Customer.Builder from(String id, LocalDate start, Optional<LocalDate> end) {
        return Customer.builder(id, LONG_AGO).add(Contract.SERIES, contract -> {
            contract.id(id + "-1").at(start).with(Contract.START, start);
            end.ifPresent(day -> contract.with(Contract.END, day));
        });
    }

    private static Book book(List<Customer.Builder> customers) {
        List<Customer> built = customers.stream().map(Customer.Builder::build).toList();
        return Facts.of(Customer.adapter(built), built)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY);
    }

    private static Tenures tenures(Customer.Builder... customers) {
        return Tenures.of(book(List.of(customers)));
    }

    private static Customer.Builder from(String id, String start, String end) {
        return from(id, LocalDate.parse(start), end.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(end)));
    }

    @Test
    void anniversary_isSeen_byWhoeverIsUnderContractOnTheDay() {
        Tenures tenures = tenures(
                from("yesterday", "2025-06-30", ""),
                from("tomorrow", "2025-07-01", ""),
                from("not-renewed", "2024-06-30", "2025-06-30"),
                from("a-day-longer", "2024-06-30", "2025-07-01"));

        assertThat(tenures.customers()).isEqualTo(3);
        assertThat(tenures.lost()).isEqualTo(2);
        assertThat(tenures.yearsOf("yesterday")).hasValue(1);
        assertThat(tenures.yearsOf("tomorrow")).hasValue(0);
        assertThat(tenures.yearsOf("not-renewed")).isEmpty();
        assertThat(tenures.table().orElseThrow()).hasToString("[[1.0, 1.0], [2.0, 1.0, 0.0]]");
    }

    @Test
    void lostInTheFirstYear_countsOnceItIsOver() {
        assertThat(tenures(from("a", "2025-12-01", "2026-03-01")).customers()).isZero();
        assertThat(tenures(from("a", "2025-06-01", "2025-09-01")).lost()).isEqualTo(1);
    }

    @Test
    void gapBetweenContracts_endsNothing_mergersAndTrialsAreLeftOut() {
        LocalDate again = LocalDate.of(2025, 1, 1);
        Tenures tenures = tenures(
                from("returned", "2023-01-01", "2024-01-01")
                        .add(
                                Contract.SERIES,
                                contract -> contract.id("2").at(again).with(Contract.START, again)),
                from("taken-over", "2023-01-01", "2024-01-01").set(CustomerAttributes.MERGED_INTO, "x", LONG_AGO),
                Customer.builder("prospect", LONG_AGO),
                Customer.builder("trial", LONG_AGO)
                        .add(
                                Contract.SERIES,
                                contract -> contract.id("t")
                                        .at(again)
                                        .with(Contract.START, again)
                                        .with(Contract.TRIAL, true)));

        assertThat(tenures.yearsOf("returned")).hasValue(3);
        assertThat(tenures.customers()).isEqualTo(1);
        assertThat(tenures.lost()).isZero();
    }

    @Test
    void withoutEnough_thereIsNoModel() {
        assertThat(tenures().table()).isEmpty();
        assertThat(tenures(from("a", "2020-01-01", "")).fit().problems().list())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo(
                                "at least 30 customers must have begun more than a year ago, and some of them be lost;"
                                        + " 1 have, and 0 are lost"));
    }

    /** Day by day: a customer has seen an anniversary if the contract covers its day. */
    @Property(tries = 200)
    void table_countsWhoIsThere_onTheDaysThemselves(@ForAll long seed) {
        Random random = new Random(seed);
        List<Customer.Builder> customers = new ArrayList<>();
        double[][] alive = new double[8][];
        for (int i = 0; i < 1 + random.nextInt(40); i++) {
            LocalDate start = TODAY.minusDays(random.nextInt(2500));
            Optional<LocalDate> end = random.nextBoolean()
                    ? Optional.of(start.plusDays(1 + random.nextInt(2000))).filter(day -> !day.isAfter(TODAY))
                    : Optional.empty();
            customers.add(from("c" + i, start, end));
            int watched = 0;
            int seen = 0;
            for (LocalDate day = start.plusDays(1); !day.isAfter(TODAY); day = day.plusDays(1)) {
                if (start.plusYears(watched + 1).equals(day)) {
                    watched++;
                    seen += end.isEmpty() || day.isBefore(end.get()) ? 1 : 0;
                }
            }
            if (watched > 0) {
                alive[watched] = alive[watched] == null ? new double[watched + 1] : alive[watched];
                for (int year = 0; year <= seen; year++) {
                    alive[watched][year]++;
                }
            }
        }
        RetentionTable expected = null;
        for (double[] cohort : alive) {
            if (cohort != null) {
                expected = expected == null ? RetentionTable.of(cohort) : expected.and(cohort);
            }
        }
        assertThat(Tenures.of(book(customers)).table().map(RetentionTable::toString))
                .isEqualTo(Optional.ofNullable(expected).map(RetentionTable::toString));
    }

    /** Every customer has a probability of leaving of their own; beta(2, 6) is that of the second of seven uniforms. */
    @Test
    void fit_findsWhatWasSimulated() {
        Random random = new Random(5);
        List<Customer.Builder> customers = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            double leaves = random.doubles(7).sorted().skip(1).findFirst().orElseThrow();
            LocalDate start = TODAY.minusDays(random.nextInt(3650));
            int years = 1;
            while (years < 12 && random.nextDouble() >= leaves) {
                years++;
            }
            customers.add(
                    from("c" + i, start, Optional.of(start.plusYears(years)).filter(day -> !day.isAfter(TODAY))));
        }
        ContractLifetime fitted = Tenures.of(book(customers)).fit().orThrow();
        assertThat(fitted.name()).isEqualTo("sBG");
        for (int year = 1; year < 6; year++) {
            assertThat(fitted.retention(year)).isCloseTo((6.0 + year - 1) / (8.0 + year - 1), within(0.02));
        }
    }

    /** All leave with the same probability, and rather more in the third year: no spread of probabilities explains that. */
    @Test
    void customersWhoDoNotDiffer_haveTheSameRetentionInEveryYear() {
        List<Customer.Builder> customers = new ArrayList<>();
        LocalDate start = TODAY.minusYears(3);
        for (int i = 0; i < 100; i++) {
            Optional<LocalDate> end = i < 10
                    ? Optional.of(start.plusYears(1))
                    : i < 30 ? Optional.of(start.plusYears(3)) : Optional.empty();
            customers.add(from("c" + i, start, end));
        }
        ContractLifetime fitted = Tenures.of(book(customers)).fit().orThrow();
        assertThat(fitted.name()).isEqualTo("geometric");
        assertThat(fitted.retention(1)).isEqualTo((90 + 90 + 70) / (100.0 + 90 + 90));
    }
}
