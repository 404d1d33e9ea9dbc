package dev.rapport.engagement.milestone;

import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.shape.DocumentHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Small books for tests. */
final class Books {

    static final Instant SINCE = Instant.parse("1990-01-01T00:00:00Z");

    private Books() {}

    static Facts facts(ZoneId zone, Customer... customers) {
        return Facts.of(Customer.adapter(List.of(customers)), List.of(customers))
                .in(zone, CurrencyUnit.EUR);
    }

    static Book book(LocalDate date, Customer... customers) {
        return facts(ZoneOffset.UTC, customers).asOf(date);
    }

    static Customer customer(String id, Consumer<Customer.Builder> facts) {
        Customer.Builder builder = Customer.builder(id, SINCE);
        facts.accept(builder);
        return builder.build();
    }

    /** A contract that has been known since 1990. */
    static Consumer<EntryBuilder> contract(String id, String start, String end) {
        return entry -> entry.id(id)
                .at(SINCE)
                .with(Contract.START, LocalDate.parse(start))
                .with(Contract.END, LocalDate.parse(end))
                .with(Contract.ARR, Money.of(CurrencyUnit.EUR, 12_000));
    }

    static Consumer<EntryBuilder> renewing(String id, String start, String end, double noticeDays) {
        return contract(id, start, end)
                .andThen(entry -> entry.with(Contract.AUTO_RENEWS, true)
                        .with(Contract.NOTICE_AMOUNT, noticeDays)
                        .with(Contract.NOTICE_UNIT, "calendar-days"));
    }

    static Milestone.Builder milestone(String id, MilestoneTrigger trigger, String... steps) {
        Milestone.Builder milestone = Milestone.builder()
                .id(id)
                .trigger(trigger)
                .fireLateUpToDays(3)
                .reissueWhenMovedByDays(30)
                .alerts("csm");
        for (String step : steps) {
            milestone.addSteps(Step.parse(step));
        }
        return milestone;
    }

    static Milestones policy(Milestone... milestones) {
        return Milestones.of(DocumentHeader.of("milestones", "1"), List.of(milestones));
    }
}
