package dev.rapport.model.derived;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.time.AsOf;
import dev.rapport.model.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Fills customers by chance, with what a cut sees or with what comes later; the same seed gives the same. */
public record Chance(Random random) {

    static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");

    /** The zone of {@link #CUT}. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** What comes later is after one of its ends. */
    public static final AsOf CUT =
            new AsOf(AsOf.endOf(LocalDate.of(2026, 2, 28), ZONE).validAt(), Instant.parse("2026-03-20T11:11:11Z"));

    /** Adds entries to any series. */
    public void fill(Customer.Builder customer, int entries, boolean later) {
        for (int i = 0; i < entries; i++) {
            SeriesKey<?> series =
                    CustomerSeries.all().get(random.nextInt(CustomerSeries.all().size()));
            add(customer, series, later);
        }
    }

    /** Adds an entry to one series. */
    public void add(Customer.Builder customer, SeriesKey<?> series, boolean later) {
        Instant at = before(CUT.validAt());
        Instant recorded = random.nextBoolean() ? at : before(CUT.knownAt());
        if (later && random.nextBoolean()) {
            recorded = after(CUT.knownAt());
        } else if (later) {
            at = after(CUT.validAt());
        }
        Instant start = at;
        Instant known = recorded;
        boolean events = series.nature() == SeriesKey.Nature.EVENTS;
        customer.add(series, entry -> {
            entry.at(start).recordedAt(known);
            entry.id(events ? Long.toString(random.nextLong()) : "r-" + random.nextInt(3));
            for (AttributeKey<?> field : series.fields()) {
                if (random.nextInt(4) > 0 || series.requiredFields().contains(field)) {
                    with(entry, series, field);
                }
            }
        });
    }

    private <T> void with(EntryBuilder entry, SeriesKey<?> series, AttributeKey<T> field) {
        entry.with(field, value(series, field));
    }

    @SuppressWarnings("unchecked") // each kind has one type
    private <T> T value(SeriesKey<?> series, AttributeKey<T> field) {
        boolean scale = field.equals(SurveyAnswer.SCALE_MIN) || field.equals(SurveyAnswer.SCALE_MAX);
        Object value = switch (field.kind()) {
            case NUMBER -> scale ? (field.equals(SurveyAnswer.SCALE_MAX) ? 5.0 : 1.0) : 1.0 + random.nextInt(5);
            case TEXT -> word(series, field);
            case BOOLEAN -> random.nextBoolean();
            case DATE -> LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1200));
            case MONEY -> Money.of(random.nextBoolean() ? CurrencyUnit.EUR : CurrencyUnit.USD, random.nextInt(100_000));
            case TEXT_SET -> Set.of("a", "b");
        };
        return (T) value;
    }

    private String word(SeriesKey<?> series, AttributeKey<?> field) {
        List<String> words = switch (field.name()) {
            case "notice-unit" -> List.of("calendar-days", "business-days", "months");
            case "instrument" -> List.of("nps", "csat");
            case "role" -> List.of("sponsor", "champion", "csm", "user");
            case "kind" -> List.of("onboarding", series.name() + "-1");
            case "severity" -> List.of("urgent", "low");
            case "contract", "predecessor" -> List.of("r-0", "r-1", "r-2");
            default -> List.of(series.name() + "-1", series.name() + "-2");
        };
        return words.get(random.nextInt(words.size()));
    }

    /** States an attribute. */
    public void state(Customer.Builder customer, boolean later) {
        Instant from = before(CUT.validAt());
        Instant recorded = before(CUT.knownAt());
        if (later && random.nextBoolean()) {
            recorded = after(CUT.knownAt());
        } else if (later) {
            from = after(CUT.validAt());
        }
        customer.set(
                CustomerAttributes.SEATS,
                (double) random.nextInt(50),
                random.nextBoolean()
                        ? TimeRange.startingAt(from)
                        : TimeRange.between(from, from.plus(Duration.ofDays(30))),
                recorded);
    }

    private Instant before(Instant end) {
        return BEGIN.plusSeconds(
                random.nextInt((int) Duration.between(BEGIN, end).toSeconds()));
    }

    private Instant after(Instant start) {
        return random.nextInt(5) == 0 ? start : start.plusSeconds(random.nextInt(100_000_000));
    }
}
