package dev.rapport.examples.benchmarks;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.ColumnFacts;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.derived.StandardAttributes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.joda.money.CurrencyUnit;

/** Made-up customers as columns, such as a warehouse hands over; one in twenty values is missing. */
final class WarehouseColumns {

    static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Reckoning RECKONING = Reckoning.in(CurrencyUnit.EUR);

    private static final List<String> COUNTRIES =
            List.of("AT", "BE", "BR", "CA", "CH", "DE", "DK", "FR", "GB", "IE", "IN", "JP", "NL", "NO", "SE", "US");
    private static final List<String> INDUSTRIES = List.of("banking", "energy", "health", "media", "retail", "software");

    private static final List<Set<String>> PRODUCTS =
            List.of(Set.of("core"), Set.of("core", "desk"), Set.of("core", "insight"), Set.of("core", "desk", "insight"));

    private final Random random = new Random(1);
    private final List<String> ids = new ArrayList<>();
    private final double[] arr;
    private final int[] countries;
    private final int[] industries;
    private final int[] products;
    private final int[] decisions;
    private final BitSet known = new BitSet();
    private final BitSet sponsors = new BitSet();
    private final Map<AttributeKey<Double>, double[]> numbers = new LinkedHashMap<>();

    WarehouseColumns(int customers) {
        for (int row = 0; row < customers; row++) {
            ids.add(String.format(Locale.ROOT, "c-%08d", row));
        }
        this.arr = numbers(() -> Math.rint(100 * Math.exp(6 + 1.6 * random.nextGaussian())) / 100);
        this.countries = codes(COUNTRIES);
        this.industries = codes(INDUSTRIES);
        this.products = codes(PRODUCTS);
        this.decisions = new int[customers];
        for (int row = 0; row < customers; row++) {
            decisions[row] =
                    random.nextInt(20) == 0 ? Column.UNTOLD : (int) DATE.toEpochDay() + 1 + random.nextInt(365);
            known.set(row, random.nextInt(20) > 0);
            sponsors.set(row, random.nextInt(8) > 0);
        }
        add(StandardAttributes.SEATS_LICENSED, () -> 5 + random.nextInt(500));
        add(StandardAttributes.USAGE_ACTIVE_SHARE, () -> random.nextDouble());
        add(StandardAttributes.USAGE_CHANGE_30D, () -> random.nextGaussian() / 6);
        add(StandardAttributes.USAGE_FEATURES_90D, () -> random.nextInt(9));
        add(StandardAttributes.USAGE_LAST_SEEN_DAYS, () -> random.nextInt(40));
        add(StandardAttributes.USAGE_TREND_90D, () -> random.nextGaussian() / 10);
        add(StandardAttributes.TICKETS_URGENT_90D, () -> random.nextInt(4));
        add(StandardAttributes.TICKETS_ESCALATED_180D, () -> random.nextInt(3));
        add(StandardAttributes.TICKETS_SATISFACTION_180D, () -> 1 + 4 * random.nextDouble());
        add(StandardAttributes.TOUCHPOINTS_LAST_DAYS, () -> random.nextInt(120));
        add(StandardAttributes.SURVEY_NPS_LAST, () -> random.nextInt(11));
        add(StandardAttributes.SURVEY_NPS_180D, () -> random.nextInt(11));
        add(StandardAttributes.GOALS_PROGRESS, () -> random.nextDouble());
        add(StandardAttributes.INVOICES_OVERDUE_DAYS, () -> Math.max(0, random.nextInt(120) - 60));
        add(StandardAttributes.RELATIONSHIP_AGE_DAYS, () -> random.nextInt(2000));
        add(StandardAttributes.SPONSOR_LEFT_DAYS, () -> random.nextInt(400));
        add(CustomerAttributes.HEADCOUNT, () -> 10 + random.nextInt(3000));
    }

    private void add(AttributeKey<Double> key, DoubleSupplier value) {
        numbers.put(key, numbers(value));
    }

    private double[] numbers(DoubleSupplier value) {
        double[] drawn = new double[ids.size()];
        Arrays.setAll(drawn, row -> random.nextInt(20) == 0 ? Double.NaN : value.getAsDouble());
        return drawn;
    }

    private int[] codes(List<?> words) {
        int[] drawn = new int[ids.size()];
        Arrays.setAll(drawn, row -> random.nextInt(20) == 0 ? -1 : random.nextInt(words.size()));
        return drawn;
    }

    /** The columns as facts: what a host does, and what is timed. */
    Facts facts() {
        ColumnFacts facts = Facts.ofColumns("warehouse")
                .on(DATE, ids)
                .money(StandardAttributes.ARR, CurrencyUnit.EUR, arr)
                .texts(CustomerAttributes.COUNTRY, countries, COUNTRIES)
                .texts(CustomerAttributes.INDUSTRY, industries, INDUSTRIES)
                .textSets(StandardAttributes.CONTRACTS_PRODUCTS, products, PRODUCTS)
                .answers(StandardAttributes.SPONSOR_PRESENT, known, sponsors)
                .dates(StandardAttributes.DECISION_NEXT_DATE, decisions)
                .money(StandardAttributes.DECISION_NEXT_ARR, CurrencyUnit.EUR, arr);
        numbers.forEach(facts::numbers);
        return facts.derive(StandardAttributes.all(RECKONING)).in(ZONE, CurrencyUnit.EUR);
    }
}
