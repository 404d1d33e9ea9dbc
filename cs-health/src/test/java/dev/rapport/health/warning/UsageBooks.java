package dev.rapport.health.warning;

import dev.rapport.health.warning.change.Sides;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Books of customers who use something every week from Monday, 6 January 2025 on, and open tickets now and then. */
public final class UsageBooks {

    public static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    static final int WEEKS = 70;
    static final AttributeKey<Money> WORTH = AttributeKey.money("decision.next-arr");
    static final AttributeKey<String> OWNER = AttributeKey.text("owner.csm");

    private UsageBooks() {}

    public static EarlyWarning policy() {
        return builder().build();
    }

    static EarlyWarning.Builder builder() {
        return EarlyWarning.builder()
                .header(DocumentHeader.of("early-warning", "1"))
                .wanted(new Wanted.RunLength(500))
                .alerting(new Alerting(28, 90, 2))
                .lossHorizonDays(180)
                .addSeries(usage().build())
                .addSeries(tickets().build());
    }

    static WatchedSeries.Builder usage() {
        return WatchedSeries.builder()
                .code("usage")
                .cause("usage")
                .series("usage")
                .aggregation(new Aggregation.Sum("quantity"))
                .grain(Grain.WEEK)
                .looksFor(Sides.FALLS)
                .startUp(8)
                .memory(26)
                .peers(5)
                .method(new Method.Cusum(0.2, 2))
                .whenSparse(new Method.Counts(0.5, 2));
    }

    static WatchedSeries.Builder tickets() {
        return WatchedSeries.builder()
                .code("tickets")
                .cause("support")
                .series("tickets")
                .aggregation(new Aggregation.Count())
                .grain(Grain.WEEK)
                .looksFor(Sides.RISES)
                .startUp(8)
                .memory(26)
                .method(new Method.Counts(0.9, 2));
    }

    static BookWatch watch(EarlyWarning policy, Book book) {
        return policy.resolve(book.provides(), BusinessCalendar.weekdays()).orThrow();
    }

    /** A customer whose use of each week is given, recorded a day later. */
    static Customer.Builder using(String id, int weeks, IntToDoubleFunction quantity) {
        Customer.Builder customer = Customer.builder(id, instant(MONDAY));
        for (int week = 0; week < weeks; week++) {
            use(customer, "u" + week, MONDAY.plusWeeks(week).plusDays(2), quantity.applyAsDouble(week));
        }
        return customer;
    }

    static void use(Customer.Builder customer, String id, LocalDate on, double quantity) {
        use(customer, id, on, on.plusDays(1), quantity);
    }

    static void use(Customer.Builder customer, String id, LocalDate on, LocalDate recordedOn, double quantity) {
        customer.add(
                Usage.SERIES,
                entry -> entry.id(id)
                        .at(instant(on))
                        .recordedAt(instant(recordedOn))
                        .with(Usage.QUANTITY, quantity));
    }

    static void ticket(Customer.Builder customer, String id, LocalDate on) {
        customer.add(Ticket.SERIES, entry -> entry.id(id).at(instant(on)).recordedAt(instant(on)));
    }

    /** Customers of all sorts; some fall, some are sparse, some come late, some open tickets. */
    static List<Customer.Builder> random(long seed, int count) {
        List<Customer.Builder> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed * 1_000 + i);
            double level = i % 4 == 0 ? 1.5 : 20 + 500 * random.nextDouble();
            int falls = random.nextInt(3) == 0 ? 20 + random.nextInt(45) : WEEKS;
            double rest = random.nextDouble();
            int first = i % 5 == 0 ? random.nextInt(40) : 0;
            Customer.Builder customer = using(
                    "c-" + (100 + i),
                    WEEKS,
                    week -> week < first
                            ? 0
                            : Math.rint(level * (week < falls ? 1 : rest) * (1 + 0.1 * random.nextGaussian())));
            for (int week = 0; week < WEEKS; week++) {
                for (int ticket = random.nextInt(week > 50 && i % 3 == 0 ? 9 : 3); ticket > 1; ticket--) {
                    ticket(
                            customer,
                            "t" + week + "-" + ticket,
                            MONDAY.plusWeeks(week).plusDays(ticket % 5));
                }
            }
            customers.add(customer.set(
                            WORTH, Money.of(CurrencyUnit.EUR, 1_000 * (1 + random.nextInt(50))), instant(MONDAY))
                    .set(OWNER, "csm-" + i % 3, instant(MONDAY)));
        }
        return customers;
    }

    static Facts facts(List<Customer.Builder> builders) {
        List<Customer> customers =
                builders.stream().map(Customer.Builder::build).toList();
        return Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
    }

    /** The book at the end of the Sunday of a week. */
    static Book at(Facts facts, int week) {
        return facts.asOf(endOf(week));
    }

    static AsOf endOf(int week) {
        return AsOf.endOf(MONDAY.plusWeeks(week).plusDays(6), ZoneOffset.UTC);
    }

    static Instant instant(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
