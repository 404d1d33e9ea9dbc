package dev.rapport.health.band;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.Books;
import dev.rapport.health.Health;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.memory.Memory;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;

/** Hysteresis, confirmations, a minimum stay and evaluation dates, day by day and folded, against the rules as written. */
class SteadyBandsProperties {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final PolicyRef POLICY = new PolicyRef("health", "1");
    private static final Bands PLAIN = Bands.of(
            new Band("red", 0, 40), new Band("orange", 40, 55), new Band("yellow", 55, 75), new Band("green", 75, 100));

    /** What a score was from a day on, NaN for unknown, and the limits of that day. */
    private record Day(double score, BandLimits limits) {}

    private static Book book(LocalDate date) {
        Customer acme = Books.customer("acme").build();
        return Facts.of(Customer.adapter(List.of(acme)), List.of(acme))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(date);
    }

    private static Health decide(Bands bands, LocalDate date, Day day, Memory memory) {
        CustomerView view = book(date).customers().get(0);
        Explanation reasons = Explanation.stated("health", day.score(), "so it is");
        return Health.of(view, POLICY, reasons, bands, memory, day.limits());
    }

    /** The bands of some days, each decided with what was remembered of those before. */
    private static List<String> folded(Bands bands, List<LocalDate> dates, List<Day> days) {
        Memory memory = Memory.empty();
        List<String> found = new ArrayList<>();
        for (LocalDate date : dates) {
            Health health = decide(bands, date, days.get((int) ChronoUnit.DAYS.between(START, date)), memory);
            memory = memory.with(health.toRemember());
            found.add(health.band());
        }
        return found;
    }

    private static List<Day> days(Random random, int count) {
        List<Day> days = new ArrayList<>();
        double score = random.nextInt(101);
        for (int i = 0; i < count; i++) {
            score = random.nextInt(4) == 0 ? score : Math.max(0, Math.min(100, score + random.nextGaussian() * 12));
            Optional<String> atMost = random.nextInt(12) == 0 ? Optional.of("orange") : Optional.empty();
            double bounded = atMost.isPresent() ? Math.min(score, Math.nextDown(55.0)) : score;
            days.add(new Day(random.nextInt(15) == 0 ? Double.NaN : bounded, new BandLimits(atMost, Optional.empty())));
        }
        return days;
    }

    private static Bands bands(Random random) {
        EvaluationDates evaluated = switch (random.nextInt(3)) {
            case 0 -> EvaluationDates.daily();
            case 1 -> EvaluationDates.weekly(DayOfWeek.of(1 + random.nextInt(7)));
            default -> EvaluationDates.monthEnds();
        };
        return PLAIN.hysteresis(random.nextInt(3) * 3)
                .confirmations(1 + random.nextInt(4))
                .minimumStay(random.nextInt(3) * random.nextInt(25))
                .evaluated(evaluated);
    }

    @Property(tries = 1500)
    void bands_followTheRules_asWritten(@ForAll long seed) {
        Random random = new Random(seed);
        Bands bands = bands(random);
        List<Day> days = days(random, 90);
        List<LocalDate> dates = bands.evaluated().between(START, START.plusDays(89));

        assertThat(folded(bands, dates, days)).as("seed " + seed).isEqualTo(new Naive(bands, dates, days).bands());
    }

    @Property(tries = 500)
    void asking_onOtherDays_changesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        Bands bands = bands(random);
        List<Day> days = days(random, 90);
        List<LocalDate> dates = bands.evaluated().between(START, START.plusDays(89));
        List<LocalDate> every = START.datesUntil(START.plusDays(90)).toList();

        List<String> dayByDay = folded(bands, every, days);

        assertThat(dates.stream()
                        .map(date -> dayByDay.get((int) ChronoUnit.DAYS.between(START, date)))
                        .toList())
                .as("seed " + seed)
                .isEqualTo(folded(bands, dates, days));
    }

    /** The rules by looking back over all evaluation dates, without any state but the bands found so far. */
    private static final class Naive {

        private final Bands bands;
        private final List<LocalDate> dates;
        private final List<Day> days;
        private final List<String> found = new ArrayList<>();

        Naive(Bands bands, List<LocalDate> dates, List<Day> days) {
            this.bands = bands;
            this.dates = dates;
            this.days = days;
        }

        List<String> bands() {
            for (int at = 0; at < dates.size(); at++) {
                found.add(band(at));
            }
            return found;
        }

        private Day day(int at) {
            return days.get((int) ChronoUnit.DAYS.between(START, dates.get(at)));
        }

        private String band(int at) {
            Day day = day(at);
            if (Double.isNaN(day.score())) {
                return Band.UNKNOWN;
            }
            String was = at == 0 ? Band.UNKNOWN : found.get(at - 1);
            if (was.equals(Band.UNKNOWN)) {
                return bands.at(day.score()).code();
            }
            if (position(was) > limit(day)) {
                return bands.list().get(limit(day)).code();
            }
            if (beyond(at, was) == 0) {
                return was;
            }
            int since = at - 1;
            while (since > 0 && found.get(since - 1).equals(was)) {
                since--;
            }
            // Dates since the band was entered, in a row, on this side.
            int nearest = Math.abs(beyond(at, was));
            int agreeing = 1;
            for (int back = at - 1; back > since && agreeing < bands.confirmations(); back--) {
                if (Integer.signum(beyond(back, was)) != Integer.signum(beyond(at, was))) {
                    break;
                }
                nearest = Math.min(nearest, Math.abs(beyond(back, was)));
                agreeing++;
            }
            boolean stayed = ChronoUnit.DAYS.between(dates.get(since), dates.get(at)) >= bands.minimumStayDays();
            return agreeing < bands.confirmations() || !stayed
                    ? was
                    : bands.list()
                            .get(position(was) + nearest * Integer.signum(beyond(at, was)))
                            .code();
        }

        private int position(String code) {
            return bands.position(code).orElseThrow();
        }

        private int limit(Day day) {
            return day.limits().atMost().map(this::position).orElse(bands.list().size() - 1);
        }

        /** How many bands above (or below, negative) its band a date finds the customer, beyond the margin. */
        private int beyond(int at, String was) {
            double score = day(at).score();
            Band band = bands.list().get(position(was));
            if (score >= band.from() - bands.hysteresis() && score < band.to() + bands.hysteresis()) {
                return 0;
            }
            return position(bands.at(score).code()) - position(was);
        }
    }

    @Example
    void scoreThatOscillatesAroundAnEdge_flaps_onlyWithoutTheRules() {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            days.add(new Day(i % 2 == 0 ? 76.5 : 73.5, BandLimits.none()));
        }
        List<LocalDate> every = START.datesUntil(START.plusDays(60)).toList();

        assertThat(changes(folded(PLAIN, every, days))).isEqualTo(59);
        assertThat(changes(folded(PLAIN.hysteresis(2), every, days))).isZero();
        assertThat(changes(folded(PLAIN.confirmations(2), every, days))).isZero();
        assertThat(changes(folded(PLAIN.minimumStay(14), every, days))).isEqualTo(3);
        assertThat(changes(folded(PLAIN.evaluated(EvaluationDates.weekly(DayOfWeek.MONDAY)), every, days)))
                .as("once a week is no cure of its own")
                .isEqualTo(8);
    }

    private static int changes(List<String> bands) {
        int changes = 0;
        for (int i = 1; i < bands.size(); i++) {
            changes += bands.get(i).equals(bands.get(i - 1)) ? 0 : 1;
        }
        return changes;
    }

    @Example
    void confirmation_movesToTheNearestBandThatWasFound() {
        Bands bands = PLAIN.confirmations(3);
        List<Day> days = new ArrayList<>();
        for (double score : new double[] {80, 10, 50, 30, 30, 30, 30, 90}) {
            days.add(new Day(score, BandLimits.none()));
        }
        List<LocalDate> every = START.datesUntil(START.plusDays(8)).toList();

        assertThat(folded(bands, every, days))
                .containsExactly("green", "green", "green", "orange", "orange", "orange", "red", "red");
    }

    @Example
    void limit_isNotDelayed_andUnknownNeitherBegunNorEndedLate() {
        Bands bands = PLAIN.confirmations(3).minimumStay(30);
        BandLimits orange = new BandLimits(Optional.of("orange"), Optional.empty());
        List<Day> days = List.of(
                new Day(80, BandLimits.none()),
                new Day(Math.nextDown(55.0), orange),
                new Day(80, BandLimits.none()),
                new Day(Double.NaN, BandLimits.none()),
                new Day(80, BandLimits.none()));
        List<LocalDate> every = START.datesUntil(START.plusDays(5)).toList();

        assertThat(folded(bands, every, days)).containsExactly("green", "orange", "orange", "UNKNOWN", "green");
    }

    @Example
    void otherDays_showTheBandThatStands_andRememberNothing() {
        Bands weekly = PLAIN.evaluated(EvaluationDates.weekly(DayOfWeek.MONDAY));
        Memory memory = Memory.empty()
                .with(decide(weekly, START, new Day(80, BandLimits.none()), Memory.empty())
                        .toRemember());

        Health tuesday = decide(weekly, START.plusDays(1), new Day(20, BandLimits.none()), memory);
        assertThat(tuesday.band()).isEqualTo("green");
        assertThat(tuesday.toRemember()).isEmpty();
        assertThat(tuesday.score()).hasValue(20);
        Health unknown = decide(weekly, START.plusDays(1), new Day(Double.NaN, BandLimits.none()), memory);
        assertThat(unknown.band()).isEqualTo(Band.UNKNOWN);
        assertThat(unknown.toRemember()).isEmpty();
        assertThat(decide(weekly, START.plusDays(7), new Day(20, BandLimits.none()), memory)
                        .band())
                .isEqualTo("red");
        assertThat(EvaluationDates.monthEnds().between(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 3, 30)))
                .containsExactly(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 29));
    }

    @Example
    void deciding_twice_isRememberedOnce() {
        Bands bands = PLAIN.confirmations(3);
        Memory memory = Memory.empty();
        double[] scores = {80, 30, 30};
        for (int i = 0; i < 3; i++) {
            Day day = new Day(scores[i], BandLimits.none());
            Health once = decide(bands, START.plusDays(i), day, memory);
            Memory after = memory.with(once.toRemember());
            Health again = decide(bands, START.plusDays(i), day, after);
            assertThat(again.standing()).isEqualTo(once.standing());
            assertThat(after.with(again.toRemember())).isEqualTo(after);
            memory = after;
        }
        assertThat(memory.all()).extracting(record -> record.value()).contains("1|red", "2|red|red");
    }
}
