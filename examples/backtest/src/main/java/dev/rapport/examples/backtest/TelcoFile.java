package dev.rapport.examples.backtest;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Facts;
import dev.rapport.model.book.ViewAdapter;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.derived.StandardAttributes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The file of telco customers, bound by an adapter: the host's own class, a getter for each attribute. */
final class TelcoFile {

    /** The day before the month of the file, which has no dates. */
    static final LocalDate DATE = LocalDate.of(2000, 1, 1);

    private static final AttributeKey<Double> TENURE =
            AttributeKey.number("tenure").unit("months");
    private static final AttributeKey<Double> CHARGES =
            AttributeKey.number("monthly-charges").unit("dollars");
    private static final Map<String, AttributeKey<String>> TEXTS = texts();

    /** What a model may read. */
    static final List<AttributeKey<?>> FEATURES = features();

    private TelcoFile() {}

    /** A customer as the file has it. */
    private record Subscriber(String id, Map<String, String> texts, double tenure, double charges, boolean left) {}

    private static Map<String, AttributeKey<String>> texts() {
        Map<String, AttributeKey<String>> keys = new LinkedHashMap<>();
        keys.put("gender", AttributeKey.text("gender"));
        keys.put("SeniorCitizen", AttributeKey.text("senior"));
        keys.put("Partner", AttributeKey.text("partner"));
        keys.put("Dependents", AttributeKey.text("dependents"));
        keys.put("PhoneService", AttributeKey.text("phone"));
        keys.put("MultipleLines", AttributeKey.text("lines"));
        keys.put("InternetService", AttributeKey.text("internet"));
        keys.put("OnlineSecurity", AttributeKey.text("security"));
        keys.put("OnlineBackup", AttributeKey.text("backup"));
        keys.put("DeviceProtection", AttributeKey.text("protection"));
        keys.put("TechSupport", AttributeKey.text("tech-support"));
        keys.put("StreamingTV", AttributeKey.text("television"));
        keys.put("StreamingMovies", AttributeKey.text("films"));
        keys.put("Contract", AttributeKey.text("contract"));
        keys.put("PaperlessBilling", AttributeKey.text("paperless"));
        keys.put("PaymentMethod", AttributeKey.text("payment-method"));
        return keys;
    }

    private static List<AttributeKey<?>> features() {
        List<AttributeKey<?>> features = new ArrayList<>(List.of(TENURE, CHARGES));
        features.addAll(TEXTS.values());
        return List.copyOf(features);
    }

    static Facts facts(Path file) {
        List<String> columns = new ArrayList<>(TEXTS.keySet());
        columns.addAll(List.of("customerID", "tenure", "MonthlyCharges", "Churn"));
        List<Subscriber> subscribers = new ArrayList<>();
        Rows.read(file, columns, row -> {
            Map<String, String> texts = new HashMap<>();
            TEXTS.keySet().forEach(column -> texts.put(column, row.getField(column)));
            subscribers.add(new Subscriber(
                    row.getField("customerID"),
                    texts,
                    Double.parseDouble(row.getField("tenure")),
                    Double.parseDouble(row.getField("MonthlyCharges")),
                    row.getField("Churn").equals("Yes")));
        });
        var adapter = ViewAdapter.builder(Subscriber::id).source(String.valueOf(file.getFileName()));
        TEXTS.forEach((column, key) ->
                adapter.attribute(key, subscriber -> subscriber.texts().get(column)));
        return Facts.of(
                        adapter.attribute(TENURE, Subscriber::tenure)
                                .attribute(CHARGES, Subscriber::charges)
                                .attribute(StandardAttributes.ARR, TelcoFile::arr)
                                .series(
                                        Outcome.SERIES,
                                        TelcoFile::left,
                                        outcome -> outcome.at(day -> day).field(Outcome.KIND, day -> "churned"))
                                .build(),
                        subscribers)
                .in(ZoneOffset.UTC, CurrencyUnit.USD);
    }

    private static Money arr(Subscriber subscriber) {
        return Money.of(CurrencyUnit.USD, BigDecimal.valueOf(12 * subscriber.charges()), RoundingMode.HALF_UP);
    }

    /** In the middle of the month, since the file does not say when. */
    private static List<LocalDate> left(Subscriber subscriber) {
        return subscriber.left() ? List.of(DATE.plusDays(15)) : List.of();
    }
}
