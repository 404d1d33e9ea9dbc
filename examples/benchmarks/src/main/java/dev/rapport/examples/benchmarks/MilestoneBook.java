package dev.rapport.examples.benchmarks;

import dev.rapport.engagement.milestone.DateAttributeTrigger;
import dev.rapport.engagement.milestone.Milestone;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.milestone.Step;
import dev.rapport.engagement.milestone.Tick;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.shape.DocumentHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/**
 * Made-up customers with a date each and ten occurrences before it, day after day, so that a hundred are due on every day but
 * the first and last nine, however many customers there are.
 */
final class MilestoneBook {

    /** The first day on which something is due. */
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    static final int STEPS = 10;
    static final int A_DAY = 100;

    private static final AttributeKey<LocalDate> DATE = AttributeKey.date("go-live.date");
    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final int PART = 10_000;
    private static final String PREFIX = "c-";
    private static final ViewAdapter<Customer> ADAPTER = Customer.adapter(List.of(customer(0)));

    private MilestoneBook() {}

    static MilestonePlanner planner() {
        Milestone.Builder milestone = Milestone.builder()
                .id("go-live")
                .trigger(new DateAttributeTrigger(DATE))
                .fireLateUpToDays(3)
                .reissueWhenMovedByDays(30)
                .alerts("csm");
        for (int step = 1; step <= STEPS; step++) {
            milestone.addSteps(Step.before(step, Step.Unit.DAYS));
        }
        return MilestonePlanner.of(
                Milestones.of(DocumentHeader.of("m", "1"), List.of(milestone.build())), Reckoning.in(CurrencyUnit.EUR));
    }

    /** As many customers as have so many occurrences. */
    static Facts facts(int occurrences, ZoneId zone) {
        return facts(0, occurrences / STEPS, zone);
    }

    private static Facts facts(int from, int to, ZoneId zone) {
        return facts(IntStream.range(from, to).mapToObj(MilestoneBook::customer).toList(), zone);
    }

    private static Facts facts(List<Customer> customers, ZoneId zone) {
        return Facts.of(ADAPTER, customers).in(zone, CurrencyUnit.EUR);
    }

    private static Customer customer(int number) {
        return Customer.builder(PREFIX + number, SINCE)
                .set(DATE, FIRST.plusDays(STEPS + number / (A_DAY / STEPS)), SINCE)
                .add(
                        Ownership.SERIES,
                        entry -> entry.at(SINCE)
                                .with(Ownership.ROLE, "csm")
                                .with(Ownership.OWNER, "owner-" + number % 50)
                                .with(Ownership.FROM, LocalDate.of(2020, 1, 1)))
                .build();
    }

    /** Fires what is due on a day, of customers who are fetched when they are needed. */
    static Tick fire(LocalDate day, MilestoneLedger ledger) {
        return planner().fire(ids -> of(ids).asOf(day), ledger);
    }

    private static Facts of(Set<String> ids) {
        return facts(
                ids.stream()
                        .map(id -> customer(Integer.parseInt(id.substring(PREFIX.length()))))
                        .toList(),
                ZoneOffset.UTC);
    }

    /** Plans all occurrences, some customers at a time, and returns how many there are. */
    static long plan(int occurrences, ZoneId zone, MilestoneLedger ledger) {
        MilestonePlanner planner = planner();
        int days = occurrences / A_DAY + 2 * STEPS;
        long planned = 0;
        int customers = occurrences / STEPS;
        for (int from = 0; from < customers; from += PART) {
            Book part = facts(from, Math.min(from + PART, customers), zone).asOf(FIRST.minusDays(1));
            planned += planner.plan(part, days, ledger).recorded().size();
        }
        return planned;
    }
}
