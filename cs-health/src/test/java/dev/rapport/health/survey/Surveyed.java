package dev.rapport.health.survey;

import dev.rapport.health.estimate.MinimumSample;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.shape.DocumentHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** Accounts that were asked, day by day, as of 30 June 2026. */
public final class Surveyed {

    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    public static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");

    public static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");

    private final Map<String, Customer.Builder> accounts = new TreeMap<>();
    private int entries;

    /** The question of recommendation as it is usually asked. */
    public static Instrument nps(int answers, int accounts) {
        return Instrument.builder()
                .id("nps")
                .kind(SurveyKind.NPS)
                .purpose(Purpose.RELATIONAL)
                .scale(new Scale(0, 10))
                .answerWithinDays(14)
                .minimum(new MinimumSample(answers, accounts))
                .build();
    }

    public static Instrument csat() {
        return Instrument.builder()
                .id("csat")
                .kind(SurveyKind.CSAT)
                .purpose(Purpose.TRANSACTIONAL)
                .scale(new Scale(1, 5))
                .answerWithinDays(7)
                .minimum(new MinimumSample(2, 2))
                .build();
    }

    public static SurveySettings settings() {
        return new SurveySettings(0.95, new SurveySettings.Window(180, 4), Optional.empty());
    }

    public static SurveySettings settings(Map<String, Double> roles, double others) {
        return new SurveySettings(
                0.95,
                new SurveySettings.Window(180, 4),
                Optional.of(new SentimentRule(SentimentRule.Weights.of(roles, others), 365, 50)));
    }

    public static SurveyInstruments instruments(SurveySettings settings, Instrument... instruments) {
        return new SurveyInstruments(DocumentHeader.of("surveys", "1"), settings, List.of(instruments));
    }

    public Customer.Builder account(String id) {
        return accounts.computeIfAbsent(id, absent -> Customer.builder(id, EARLY));
    }

    public <T> Surveyed set(String account, AttributeKey<T> key, T value) {
        account(account).set(key, value, EARLY);
        return this;
    }

    /** An answer so many days ago, asked three days before. */
    public Surveyed answer(String account, String instrument, int daysAgo, double score) {
        return answer(account, instrument, daysAgo, score, Map.of());
    }

    public Surveyed answer(
            String account, String instrument, int daysAgo, double score, Map<AttributeKey<?>, Object> further) {
        Map<AttributeKey<?>, Object> fields = new java.util.HashMap<>(further);
        fields.put(SurveyAnswer.SCORE, score);
        fields.putIfAbsent(SurveyAnswer.ASKED_ON, TODAY.minusDays(daysAgo + 3L));
        return entry(account, instrument, daysAgo, fields);
    }

    /** A question so many days ago that was not answered. */
    public Surveyed silence(String account, String instrument, int daysAgo) {
        return entry(account, instrument, daysAgo, Map.of(SurveyAnswer.ASKED_ON, TODAY.minusDays(daysAgo)));
    }

    @SuppressWarnings("unchecked") // tests put values of the field's type
    public Surveyed entry(String account, String instrument, int daysAgo, Map<AttributeKey<?>, Object> fields) {
        Instant at = TODAY.minusDays(daysAgo).atStartOfDay(ZONE).toInstant();
        account(account).add(SurveyAnswer.SERIES, entry -> {
            entry.at(at).id("answer-" + ++entries).with(SurveyAnswer.INSTRUMENT, instrument);
            fields.forEach((field, value) -> entry.with((AttributeKey<Object>) field, value));
        });
        return this;
    }

    public Surveyed person(String account, String id, String role, Optional<LocalDate> leftOn) {
        account(account).add(Person.SERIES, person -> {
            person.at(EARLY).id(id).with(Person.ROLE, role);
            leftOn.ifPresent(day -> person.with(Person.LEFT_ON, day));
        });
        return this;
    }

    public Book book() {
        return book(TODAY);
    }

    public Book book(LocalDate date) {
        List<Customer> customers =
                accounts.values().stream().map(Customer.Builder::build).toList();
        return Facts.of(Customer.adapter(customers), customers)
                .in(ZONE, CurrencyUnit.EUR)
                .asOf(date);
    }
}
