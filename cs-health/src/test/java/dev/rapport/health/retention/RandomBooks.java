package dev.rapport.health.retention;

import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Books of contracts that were drawn, and what was drawn, for oracles that do not read the book. */
final class RandomBooks {

    static final Instant LONG_AGO = Instant.parse("2023-01-01T00:00:00Z");
    static final LocalDate FIRST = LocalDate.of(2025, 6, 30);
    static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    /** A line that was drawn. */
    record Line(String product, long cents) {}

    /** A contract that was drawn; no lines mean an amount of its own, kept as a line called whole. */
    static final class Drawn {
        final String customer;
        final String id;
        final String chain;
        final LocalDate start;
        final LocalDate end;
        final Optional<LocalDate> notice;
        final Optional<String> predecessor;
        final List<Line> lines;

        Drawn(
                String customer,
                String id,
                String chain,
                LocalDate start,
                LocalDate end,
                Optional<LocalDate> notice,
                Optional<String> predecessor,
                List<Line> lines) {
            this.customer = customer;
            this.id = id;
            this.chain = chain;
            this.start = start;
            this.end = end;
            this.notice = notice;
            this.predecessor = predecessor;
            this.lines = lines;
        }

        boolean isInForceOn(LocalDate day) {
            return !start.isAfter(day) && end.isAfter(day);
        }
    }

    final List<Drawn> contracts = new ArrayList<>();
    final Facts facts;

    /** Up to eight customers with chains of contracts, some of which come back after a gap. */
    RandomBooks(Random random) {
        List<Customer> customers = new ArrayList<>();
        int size = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            String id = "c" + i;
            Customer.Builder customer = Customer.builder(id, LONG_AGO);
            int chains = random.nextInt(4);
            for (int chain = 0; chain < chains; chain++) {
                draw(random, id, chain);
            }
            contracts.stream()
                    .filter(contract -> contract.customer.equals(id))
                    .forEach(contract -> add(customer, contract));
            customers.add(customer.build());
        }
        this.facts = Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
    }

    private void draw(Random random, String customer, int chain) {
        LocalDate start = LocalDate.of(2024, 1, 3).plusDays(random.nextInt(800));
        while (ends(customer, start)) {
            start = start.plusDays(1);
        }
        String root = customer + "-" + chain + "-0";
        Optional<String> predecessor = Optional.empty();
        int terms = 1 + random.nextInt(4);
        for (int term = 0; term < terms; term++) {
            LocalDate end = start.plusDays(30 + random.nextInt(400));
            while (begins(customer, end)) {
                end = end.plusDays(1);
            }
            LocalDate last = end;
            boolean noticed = random.nextInt(3) == 0;
            List<Line> lines = new ArrayList<>();
            for (int line = 0; line < 1 + random.nextInt(3); line++) {
                lines.add(new Line("p" + random.nextInt(3), (1 + random.nextInt(4)) * 5_033L));
            }
            String id = customer + "-" + chain + "-" + term;
            contracts.add(new Drawn(
                    customer,
                    id,
                    root,
                    start,
                    end,
                    noticed ? Optional.of(last.minusDays(1 + random.nextInt(60))) : Optional.empty(),
                    predecessor,
                    lines));
            predecessor = Optional.of(id);
            start = end.plusDays(random.nextBoolean() ? 0 : random.nextInt(120));
        }
    }

    private boolean ends(String customer, LocalDate day) {
        return contracts.stream().anyMatch(other -> other.customer.equals(customer) && other.end.equals(day));
    }

    /** A chain that began on the day of an end would be taken for a renewal. */
    private boolean begins(String customer, LocalDate day) {
        return contracts.stream()
                .anyMatch(other ->
                        other.customer.equals(customer) && other.predecessor.isEmpty() && other.start.equals(day));
    }

    private static void add(Customer.Builder customer, Drawn drawn) {
        customer.add(Contract.SERIES, contract -> {
            contract.id(drawn.id)
                    .at(drawn.start)
                    .with(Contract.START, drawn.start)
                    .with(Contract.END, drawn.end);
            drawn.notice.ifPresent(day -> contract.with(Contract.NOTICE_GIVEN_ON, day));
            drawn.predecessor.ifPresent(id -> contract.with(Contract.PREDECESSOR, id));
        });
        int number = 0;
        for (Line line : drawn.lines) {
            String id = drawn.id + "-" + number++;
            customer.add(
                    ContractLine.SERIES,
                    entry -> entry.id(id)
                            .at(drawn.start)
                            .with(ContractLine.CONTRACT, drawn.id)
                            .with(ContractLine.PRODUCT, line.product())
                            .with(ContractLine.ARR, Money.ofMinor(CurrencyUnit.EUR, line.cents())));
        }
    }

    static AsOf asOf() {
        return AsOf.endOf(LAST, ZoneOffset.UTC);
    }
}
