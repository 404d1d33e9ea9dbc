package dev.rapport.health.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.json.SurveyJson;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;

/** What a report says follows from what was known, in whatever order it came, and counts as a naive reader counts. */
class SurveyProperties {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final AsOf CUT = AsOf.endOf(TODAY, ZONE).knownAt(Instant.parse("2026-04-15T00:00:00Z"));
    private static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
    private static final SurveyInstruments INSTRUMENTS =
            Surveyed.instruments(Surveyed.settings(Map.of("sponsor", 2.0), 1), Surveyed.nps(4, 2), Surveyed.csat());

    /** One question of the raw material. */
    private record Row(int account, int minute, String instrument, int delay, double score, boolean later) {

        static Row random(Random random, boolean later) {
            boolean nps = random.nextBoolean();
            return new Row(
                    random.nextInt(5),
                    random.nextInt(60 * 24 * 400),
                    nps ? "nps" : "csat",
                    random.nextInt(20),
                    random.nextInt(4) == 0 ? Double.NaN : nps ? random.nextInt(11) : 1 + random.nextInt(5),
                    later);
        }

        Instant at() {
            Instant end = CUT.validAt();
            return later && minute % 2 == 0 ? end.plusSeconds(60L * minute) : end.minusSeconds(60L * minute + 1);
        }

        Instant recordedAt() {
            return later && minute % 2 == 1 ? CUT.knownAt().plusSeconds(minute) : at();
        }
    }

    private static Book book(List<Row> rows, List<Integer> accounts) {
        List<Customer> customers = new ArrayList<>();
        for (int account : accounts) {
            Customer.Builder customer = Customer.builder("account-" + account, EARLY);
            customer.set(Surveyed.SEGMENT, account % 2 == 0 ? "even" : "odd", EARLY);
            customer.add(Person.SERIES, person -> person.id("eva").at(EARLY).with(Person.ROLE, "sponsor"));
            for (Row row : rows) {
                if (row.account() == account) {
                    customer.add(SurveyAnswer.SERIES, answer -> {
                        answer.at(row.at())
                                .recordedAt(row.recordedAt())
                                .id(row.toString())
                                .with(SurveyAnswer.INSTRUMENT, row.instrument())
                                .with(SurveyAnswer.RESPONDENT, row.delay() % 3 == 0 ? "eva" : "ben")
                                .with(
                                        SurveyAnswer.ASKED_ON,
                                        LocalDate.ofInstant(row.at(), ZONE).minusDays(row.delay()));
                        if (!Double.isNaN(row.score())) {
                            answer.with(SurveyAnswer.SCORE, row.score());
                        }
                    });
                }
            }
            customers.add(customer.build());
        }
        return Facts.of(Customer.adapter(customers), customers)
                .in(ZONE, CurrencyUnit.EUR)
                .asOf(CUT);
    }

    private static String json(List<Row> rows, List<Integer> accounts) {
        Book book = book(rows, accounts);
        Book laid = SurveyAttributes.layOver(book, INSTRUMENTS);
        StringBuilder attributes = new StringBuilder();
        laid.customers()
                .forEach(view -> SurveyAttributes.derivedFrom(INSTRUMENTS)
                        .forEach(attribute ->
                                attributes.append(view.read(attribute.key())).append('\n')));
        return SurveyJson.REPORT.toJson(SurveyReport.of(book, INSTRUMENTS, List.of(Surveyed.SEGMENT))) + attributes;
    }

    private static List<Row> rows(Random random, int count, boolean later) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Row.random(random, later));
        }
        return rows;
    }

    @Property(tries = 200)
    void nothingLater_changesAReport(@ForAll long seed) {
        Random random = new Random(seed);
        List<Row> rows = rows(random, random.nextInt(60), false);
        List<Integer> accounts = List.of(0, 1, 2, 3, 4);
        String before = json(rows, accounts);
        rows.addAll(rows(random, 1 + random.nextInt(40), true));

        assertThat(json(rows, accounts)).isEqualTo(before);
    }

    @Property(tries = 200)
    void orderOfAccountsAndAnswers_doesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<Row> rows = rows(random, random.nextInt(60), false);
        String before = json(rows, List.of(0, 1, 2, 3, 4));
        Collections.shuffle(rows, random);

        assertThat(json(rows, List.of(3, 1, 4, 0, 2))).isEqualTo(before);
    }

    @Property(tries = 200)
    void countsAndScores_areThoseOfANaiveReader(@ForAll long seed) {
        Random random = new Random(seed);
        List<Row> rows = rows(random, random.nextInt(80), false);
        SurveySummary summary = SurveyReport.of(book(rows, List.of(0, 1, 2, 3, 4)), INSTRUMENTS, List.of())
                .find("nps")
                .orElseThrow()
                .overall();
        int promoters = 0;
        int passives = 0;
        int detractors = 0;
        int asked = 0;
        int answered = 0;
        for (Row row : rows) {
            LocalDate on = LocalDate.ofInstant(row.at(), ZONE);
            LocalDate askedOn = on.minusDays(row.delay());
            boolean inPeriod = on.isAfter(TODAY.minusDays(180));
            if (!row.instrument().equals("nps")) {
                continue;
            }
            if (inPeriod && row.score() >= 9) {
                promoters++;
            } else if (inPeriod && row.score() >= 7) {
                passives++;
            } else if (inPeriod && row.score() >= 0) {
                detractors++;
            }
            if (askedOn.isAfter(TODAY.minusDays(180)) && !askedOn.isAfter(TODAY.minusDays(14))) {
                asked++;
                answered += !Double.isNaN(row.score()) && row.delay() <= 14 ? 1 : 0;
            }
        }

        assertThat(summary.counts()).isEqualTo(new SurveyCounts(promoters, passives, detractors));
        assertThat(summary.response().asked()).isEqualTo(asked);
        assertThat(summary.response().answered()).isEqualTo(answered);
        double net = 100.0 * (promoters - detractors) / Math.max(1, promoters + passives + detractors);
        summary.score().known().ifPresent(known -> assertThat(known.value()).isCloseTo(net, within(1e-9)));
    }
}
