package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.TimeEntry;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.TimeRange;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Customers of which everything that a table can hold is made up, from a seed. */
final class RandomBook {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final BookManifest MANIFEST =
            BookManifest.of(DocumentHeader.of("random", "1"), ZONE, CurrencyUnit.of("JPY"));

    private static final AttributeKey<Double> STORES =
            AttributeKey.number("stores").unit("stores");
    private static final AttributeKey<LocalDate> FOUNDED = AttributeKey.date("founded-on");
    private static final AttributeKey<Boolean> LISTED = AttributeKey.bool("listed");
    private static final AttributeKey<Money> FEE = AttributeKey.money("fee");
    private static final SeriesKey<Entry> TRAININGS = SeriesKey.events("trainings", Function.identity())
            .requires(AttributeKey.text("topic"))
            .allows(AttributeKey.textSet("rooms"), AttributeKey.bool("online"));

    private static final List<String> WORDS = List.of(
            "=cmd()",
            "a,b",
            "say \"hi\"",
            " blank ",
            "x;y",
            "back\\slash",
            "\u202eright",
            "\ud83d\ude80",
            "'",
            "ä",
            "..",
            "true",
            "1e999",
            "NaN",
            "#",
            "-",
            "\t");

    private final Random random;
    private final boolean withLineBreaks;

    RandomBook(long seed, boolean withLineBreaks) {
        this.random = new Random(seed);
        this.withLineBreaks = withLineBreaks;
    }

    List<Customer> customers() {
        List<Customer> customers = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            customers.add(customer("c" + i + (random.nextInt(4) == 0 ? text() : "")));
        }
        return customers;
    }

    RateTable rates() {
        RateTable rates = RateTable.empty(MANIFEST.currency());
        for (CurrencyUnit currency : List.of(CurrencyUnit.EUR, CurrencyUnit.of("KWD"))) {
            for (int i = random.nextInt(3); i > 0; i--) {
                rates = rates.with(
                        currency,
                        LocalDate.of(2020 + i, 1, 1),
                        new BigDecimal(random.nextInt(1000) + 1).movePointLeft(2));
            }
        }
        return rates;
    }

    private Customer customer(String id) {
        Customer.Builder builder = Customer.builder(id, instant());
        List<AttributeKey<?>> attributes = new ArrayList<>(CustomerAttributes.all());
        attributes.addAll(List.of(STORES, FOUNDED, LISTED));
        attributes.remove(CustomerAttributes.PARENT);
        Set<Instant> recordings = new HashSet<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            AttributeKey<?> key = attributes.get(random.nextInt(attributes.size()));
            Instant recordedAt = instant();
            if (recordings.add(recordedAt)) {
                builder.set(RandomBook.<Object>typed(key), value(key.kind()), range(), recordedAt);
            }
        }
        List<SeriesKey<?>> series = new ArrayList<>(CustomerSeries.all());
        series.add(TRAININGS);
        series.set(series.indexOf(Contract.SERIES), Contract.SERIES.allows(FEE));
        boolean hasContract = random.nextBoolean();
        for (SeriesKey<?> key : series) {
            boolean isContract = key.equals(Contract.SERIES);
            if (isContract
                    ? !hasContract
                    : random.nextInt(3) > 0 || (key.equals(ContractLine.SERIES) && !hasContract)) {
                continue;
            }
            Set<Instant> times = new HashSet<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                String entryId = isContract ? "k" : "e" + i;
                Instant at = instant();
                // Two versions of one contract from the same time on would contradict each other.
                if (times.add(at) || !isContract) {
                    builder.add(key, entry -> fill(key, entry, entryId, at));
                }
            }
        }
        return builder.build();
    }

    private void fill(SeriesKey<?> key, EntryBuilder entry, String id, Instant at) {
        boolean isRecord = key.nature() == SeriesKey.Nature.RECORDS;
        entry.at(at);
        if (isRecord || random.nextInt(3) == 0) {
            entry.id(id);
        }
        if (random.nextBoolean()) {
            Instant recordedAt = instant();
            entry.recordedAt(isRecord || recordedAt.isAfter(at) ? recordedAt : at.plusSeconds(random.nextInt(90_000)));
        }
        for (AttributeKey<?> field : key.fields()) {
            if (key.requiredFields().contains(field) || random.nextBoolean()) {
                Object value = value(field.kind());
                if (field.equals(ContractLine.CONTRACT) && key.equals(ContractLine.SERIES)) {
                    value = "k";
                }
                if (field.name().equals("arr") && value instanceof Money money) {
                    value = money.abs();
                }
                if (field.equals(TimeEntry.HOURS)) {
                    value = 0.25 * (1 + random.nextInt(80));
                }
                if (field.equals(Contract.END)
                        || field.name().equals("to")
                        || field.name().equals("left-on")
                        || field.name().equals("expires-on")) {
                    value = LocalDate.of(2099, 1, 1 + random.nextInt(28));
                }
                entry.with(RandomBook.<Object>typed(field), value);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> AttributeKey<T> typed(AttributeKey<?> key) {
        return (AttributeKey<T>) key;
    }

    private Object value(AttributeKind kind) {
        return switch (kind) {
            case NUMBER -> number();
            case TEXT -> text();
            case BOOLEAN -> random.nextBoolean();
            case DATE -> LocalDate.of(1970 + random.nextInt(129), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case MONEY -> money();
            case TEXT_SET -> {
                Set<String> set = new TreeSet<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    set.add(text().strip() + "x");
                }
                yield set;
            }
        };
    }

    private Double number() {
        return switch (random.nextInt(6)) {
            case 0 -> -0.0;
            case 1 -> (double) random.nextInt(1000);
            case 2 -> Double.MIN_VALUE;
            case 3 -> -1e15;
            case 4 -> random.nextGaussian() * 1e-9;
            default -> random.nextDouble() * 1e9;
        };
    }

    private Money money() {
        CurrencyUnit currency = List.of(CurrencyUnit.JPY, CurrencyUnit.EUR, CurrencyUnit.of("KWD"))
                .get(random.nextInt(3));
        return Money.of(currency, BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 3), RoundingMode.HALF_EVEN);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size())));
            if (withLineBreaks && random.nextInt(4) == 0) {
                text.append(List.of("\n", "\r\n", "\r").get(random.nextInt(3)));
            }
        }
        return text.toString();
    }

    /** Often the start of a day, sometimes the first or last second that can be written. */
    private Instant instant() {
        LocalDate day = LocalDate.of(2015 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(28));
        Instant start = day.atStartOfDay(ZONE).toInstant();
        return switch (random.nextInt(4)) {
            case 0 -> start.plusNanos(random.nextLong(86_400_000_000_000L));
            case 1 -> start.plusSeconds(random.nextInt(86_400));
            default -> start;
        };
    }

    private TimeRange range() {
        Instant from = instant();
        return switch (random.nextInt(6)) {
            case 0 -> TimeRange.always();
            case 1 -> TimeRange.endingAt(from);
            case 2 -> TimeRange.between(from, from.plusSeconds(1 + random.nextInt(90_000_000)));
            default -> TimeRange.startingAt(from);
        };
    }

    /** The tables of some customers. */
    static Map<String, String> tables(RateTable rates, Iterable<Customer> customers) {
        return tables(FileKind.CSV, rates, customers);
    }

    static Map<String, String> tables(FileKind kind, RateTable rates, Iterable<Customer> customers) {
        Map<String, StringWriter> files = new TreeMap<>();
        try {
            BookWriter.to(name -> {
                        StringWriter writer = new StringWriter();
                        files.put(name, writer);
                        return writer;
                    })
                    .as(kind)
                    .write(MANIFEST, rates, customers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, writer) -> texts.put(name, writer.toString()));
        return texts;
    }
}
