package dev.rapport.segmentation.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Scores;
import dev.rapport.model.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Numbers of facts and changes, against a search through all that is known. */
class FactConditionsProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Requirements FED =
            Requirements.attributes(CustomerAttributes.HEADCOUNT).and(Requirements.series(Ticket.SERIES));
    private static final double OPEN = Double.NaN;

    /** Something on a day; recorded late if the cut does not know it. */
    private record Opened(
            int daysAgo,
            @Nullable String severity,
            @Nullable Double satisfaction,
            boolean late) {}

    private record Sized(int daysAgo, double headcount, boolean late) {}

    private record Known(int sinceDaysAgo, List<Opened> tickets, List<Sized> sizes) {

        Customer customer(String id, boolean withLate) {
            Customer.Builder builder = Customer.builder(id, morning(sinceDaysAgo));
            for (Opened ticket : tickets) {
                if (withLate || !ticket.late()) {
                    builder.add(Ticket.SERIES, t -> {
                        t.at(morning(ticket.daysAgo())).recordedAt(recorded(ticket.daysAgo(), ticket.late()));
                        if (ticket.severity() != null) {
                            t.with(Ticket.SEVERITY, ticket.severity());
                        }
                        if (ticket.satisfaction() != null) {
                            t.with(Ticket.SATISFACTION, ticket.satisfaction());
                        }
                    });
                }
            }
            for (Sized size : sizes) {
                if (withLate || !size.late()) {
                    builder.set(
                            CustomerAttributes.HEADCOUNT,
                            size.headcount(),
                            TimeRange.startingAt(morning(size.daysAgo())),
                            recorded(size.daysAgo(), size.late()));
                }
            }
            return builder.build();
        }

        /** The tally of so many days that end some days ago; NaN where it is missing. */
        double tally(TallyMeasure measure, int days, int endsDaysAgo, boolean urgentOnly) {
            List<Opened> window = tickets.stream()
                    .filter(t -> !t.late() && t.daysAgo() >= endsDaysAgo && t.daysAgo() < endsDaysAgo + days)
                    .toList();
            if (urgentOnly && !window.isEmpty() && window.stream().allMatch(t -> t.severity() == null)) {
                return OPEN;
            }
            List<Opened> counted = window.stream()
                    .filter(t -> !urgentOnly || "urgent".equals(t.severity()))
                    .toList();
            if (measure == TallyMeasure.COUNT) {
                return counted.size();
            }
            List<Double> values = new ArrayList<>();
            for (Opened ticket : counted) {
                if (ticket.satisfaction() != null) {
                    values.add(ticket.satisfaction());
                }
            }
            if (values.isEmpty() && !counted.isEmpty()) {
                return OPEN;
            }
            return measure == TallyMeasure.DISTINCT
                    ? values.stream().distinct().count()
                    : values.stream().mapToDouble(value -> value).sum();
        }

        double headcount(int daysAgo) {
            Optional<Sized> last = sizes.stream()
                    .filter(size -> !size.late() && size.daysAgo() >= daysAgo)
                    .min(Comparator.comparing(Sized::daysAgo));
            return last.map(Sized::headcount).orElse(OPEN);
        }
    }

    private static Instant morning(int daysAgo) {
        return TODAY.minusDays(daysAgo).atTime(8, 0).toInstant(ZoneOffset.UTC);
    }

    private static Instant recorded(int daysAgo, boolean late) {
        return late ? morning(-2) : morning(daysAgo);
    }

    private static Known known(Random random) {
        int since = random.nextInt(80);
        List<Opened> tickets = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            String severity = List.of("urgent", "low", "none").get(random.nextInt(3));
            double satisfaction = random.nextInt(5);
            tickets.add(new Opened(
                    random.nextInt(80),
                    severity.equals("none") ? null : severity,
                    satisfaction == 0 ? null : satisfaction,
                    random.nextInt(4) == 0));
        }
        List<Sized> sizes = new ArrayList<>();
        for (int day = since; day >= 0; day -= 1 + random.nextInt(40)) {
            sizes.add(new Sized(day, random.nextInt(5), random.nextInt(4) == 0));
        }
        return new Known(since, tickets, sizes);
    }

    private static Book book(List<Known> all, boolean withLate) {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            customers.add(all.get(i).customer(Integer.toString(100 + i), withLate));
        }
        return Facts.of(Customer.adapter(FED), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(TODAY);
    }

    private static Tally tally(TallyMeasure measure, int days, boolean urgentOnly) {
        Tally tally = switch (measure) {
            case COUNT -> Tally.count(Ticket.SERIES);
            case SUM -> Tally.sum(Ticket.SERIES, Ticket.SATISFACTION);
            case DISTINCT -> Tally.distinct(Ticket.SERIES, Ticket.SATISFACTION);
        };
        Tally last = tally.last(days);
        return urgentOnly ? last.where(Condition.oneOf(Ticket.SEVERITY, "urgent")) : last;
    }

    /** T(rue), F(alse) or U(nknown), of each customer; rows and columns agree, and late facts change nothing. */
    private static List<String> answers(Condition condition, List<Known> all) {
        Program program = Program.of(condition.compile());
        Book book = book(all, true);
        Scores scores = program.evaluate(program.columns(book)).get(0);
        Book without = book(all, false);
        List<String> answers = new ArrayList<>();
        for (int row = 0; row < book.size(); row++) {
            Explanation reasons = program.explain(book.customers().get(row));
            assertThat(scores.status(row)).isEqualTo(reasons.status());
            assertThat(Double.doubleToLongBits(scores.value(row)))
                    .isEqualTo(Double.doubleToLongBits(reasons.value().orElse(Double.NaN)));
            Explanation early = program.explain(without.customers().get(row));
            assertThat(early).hasToString(reasons.toString());
            assertThat(early.distance()).isEqualTo(reasons.distance());
            assertThat(early.evidence().toString()).isEqualTo(reasons.evidence().toString());
            answers.add(
                    switch (reasons.status()) {
                        case EVALUATED -> reasons.value().orElseThrow() != 0 ? "T" : "F";
                        case NOT_APPLICABLE -> "N";
                        case NOT_ENOUGH_DATA, FAILED -> "U";
                    });
        }
        return answers;
    }

    @Property(tries = 400)
    void tally_isThatOfAllKnownEntries_inRowsAndColumns(@ForAll long seed) {
        Random random = new Random(seed);
        List<Known> all = List.of(known(random), known(random), known(random));
        TallyMeasure measure = TallyMeasure.values()[random.nextInt(3)];
        int days = 1 + random.nextInt(60);
        boolean urgentOnly = random.nextBoolean();
        double bound = random.nextInt(4);
        Condition condition = Condition.compare(tally(measure, days, urgentOnly), Operator.AT_LEAST, bound);

        List<String> expected = all.stream()
                .map(known -> known.tally(measure, days, 0, urgentOnly))
                .map(value -> value.isNaN() ? "U" : value >= bound ? "T" : "F")
                .toList();
        assertThat(answers(condition, all)).as("seed %s", seed).isEqualTo(expected);
    }

    @Property(tries = 400)
    void change_isThatBetweenTheTwoDays_inRowsAndColumns(@ForAll long seed) {
        Random random = new Random(seed);
        List<Known> all = List.of(known(random), known(random), known(random));
        boolean ofTally = random.nextBoolean();
        int window = 1 + random.nextInt(20);
        int days = 1 + random.nextInt(40);
        boolean isShare = random.nextBoolean();
        double extent = isShare ? 0.25 * (1 + random.nextInt(4)) : 1 + random.nextInt(3);
        Direction direction = Direction.values()[random.nextInt(3)];
        Observed of = ofTally ? tally(TallyMeasure.COUNT, window, false) : Observed.of(CustomerAttributes.HEADCOUNT);
        Condition condition =
                Condition.changed(of, days, direction, isShare ? Extent.share(extent) : Extent.of(extent));

        List<String> expected = new ArrayList<>();
        for (Known known : all) {
            if (known.sinceDaysAgo() < days + (ofTally ? window - 1 : 0)) {
                expected.add("N");
                continue;
            }
            double now = ofTally ? known.tally(TallyMeasure.COUNT, window, 0, false) : known.headcount(0);
            double then = ofTally ? known.tally(TallyMeasure.COUNT, window, days, false) : known.headcount(days);
            double change = isShare ? (then == 0 ? OPEN : (now - then) / then) : now - then;
            boolean met = switch (direction) {
                case ROSE -> change >= extent;
                case FELL -> change <= -extent;
                case MOVED -> Math.abs(change) >= extent;
            };
            expected.add(Double.isNaN(change) ? "U" : met ? "T" : "F");
        }
        assertThat(answers(condition, all)).as("seed %s", seed).isEqualTo(expected);
    }
}
