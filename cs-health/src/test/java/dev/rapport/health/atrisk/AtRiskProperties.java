package dev.rapport.health.atrisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.Books;
import dev.rapport.health.HealthAttributes;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.health.risk.RiskPolicy;
import dev.rapport.health.risk.RiskRules;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Play;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Lists of random books, against one that is drawn up customer by customer. */
class AtRiskProperties {

    private static final int HORIZON = 90;

    /** A customer of the naive list: where it stands and what its numbers are. */
    private record Naive(String place, String customerId, Money loss, long date, String numbers) {}

    private static Book book(Random random) {
        List<Customer> customers = new ArrayList<>();
        int size = random.nextInt(40);
        for (int i = 0; i < size; i++) {
            Customer.Builder customer = Books.customer("c" + random.nextInt(1000) + "-" + i);
            if (random.nextInt(8) > 0) {
                customer.set(HealthAttributes.SCORE, random.nextInt(11) * 10.0, Books.EARLY);
            }
            if (random.nextInt(8) > 0) {
                customer.set(AtRiskBooks.DATE, Books.TODAY.plusDays(random.nextInt(120) - 10), Books.EARLY);
            }
            if (random.nextInt(8) > 0) {
                customer.set(AtRiskBooks.ARR, money(random), Books.EARLY);
            }
            if (random.nextInt(3) > 0) {
                customer.set(AtRiskBooks.SPONSOR, random.nextBoolean(), Books.EARLY);
            }
            if (random.nextInt(6) == 0) {
                customer.set(AtRiskRanking.RESIDUAL_VALUE, money(random), Books.EARLY);
            }
            if (random.nextInt(5) == 0) {
                AtRiskBooks.begun(customer, random.nextBoolean() ? "call" : "other", "anna", random.nextInt(30), 1);
            }
            customers.add(customer.build());
        }
        return Books.of(customers, Books.TODAY);
    }

    private static Money money(Random random) {
        CurrencyUnit currency = random.nextInt(10) == 0 ? CurrencyUnit.USD : CurrencyUnit.EUR;
        return Money.ofMinor(currency, random.nextInt(10) * 1000 + random.nextInt(3));
    }

    private static ChurnRisk risk() {
        return new RiskPolicy(
                        DocumentHeader.of("churn-risk", "1"),
                        "opinion",
                        new RiskRules.ByScore(List.of(new CurvePoint(0, 0.9), new CurvePoint(100, 0.03))))
                .resolve(HealthAttributes.all())
                .orThrow();
    }

    private static Optional<Naive> naive(CustomerView view, ChurnRisk risk) {
        Optional<Double> probability = risk.assess(view).value();
        Optional<Long> day = view.find(AtRiskBooks.DATE).map(date -> date.toEpochDay());
        AttributeKey<Money> stakeOf = day.isPresent() ? AtRiskBooks.ARR : AtRiskRanking.RESIDUAL_VALUE;
        Optional<Money> stake =
                view.find(stakeOf).filter(amount -> amount.getCurrencyUnit().equals(CurrencyUnit.EUR));
        if (probability.isEmpty() || stake.isEmpty()) {
            return Optional.of(new Naive("unranked", view.customerId(), Money.zero(CurrencyUnit.EUR), 0, ""));
        }
        boolean needsSponsor =
                view.find(AtRiskBooks.SPONSOR).map(there -> !there).orElse(false);
        SavePlay play = needsSponsor ? AtRiskBooks.WIN_A_SPONSOR : AtRiskBooks.CALL;
        double loss = probability.get() * stake.get().getAmount().doubleValue();
        String place = "lines";
        double share = play.equals(AtRiskBooks.CALL) ? 0.2 : Double.NaN;
        if (day.isPresent()) {
            long left = day.get() - Books.TODAY.toEpochDay() - play.effort().leadDays();
            share = left < 0 ? 0 : play.equals(AtRiskBooks.CALL) ? 0.2 : Math.min(0.5, 0.5 * (left / 60.0));
            place = day.get() - Books.TODAY.toEpochDay() > HORIZON ? "locked-in" : left < 0 ? "too-late" : "lines";
        }
        boolean runs = view.series(Play.SERIES).stream()
                .anyMatch(one -> one.play().equals("call") && one.isRunningOn(Books.TODAY));
        place = runs && !place.equals("locked-in") ? "suppressed" : place;
        return Optional.of(new Naive(
                place,
                view.customerId(),
                Money.of(CurrencyUnit.EUR, BigDecimal.valueOf(loss), RoundingMode.HALF_EVEN),
                day.orElse(Long.MAX_VALUE),
                numbers(probability.get(), loss, loss * share / play.effort().hours())));
    }

    private static String numbers(double probability, double loss, double savedPerHour) {
        String perHour = Double.isNaN(savedPerHour)
                ? "unknown"
                : BigDecimal.valueOf(savedPerHour)
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .toPlainString();
        return probability + " " + loss + " " + perHour;
    }

    private static List<Naive> of(AtRiskList list) {
        List<Naive> all = new ArrayList<>();
        Map.of(
                        "lines", list.lines(),
                        "too-late", list.tooLate(),
                        "locked-in", list.lockedIn(),
                        "suppressed",
                                list.suppressed().stream()
                                        .map(AtRiskList.Suppressed::line)
                                        .toList())
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(place -> place.getValue().forEach(line -> all.add(of(place.getKey(), line))));
        list.unranked()
                .forEach(one -> all.add(new Naive("unranked", one.customerId(), Money.zero(CurrencyUnit.EUR), 0, "")));
        return all;
    }

    private static Naive of(String place, AtRisk line) {
        String perHour = line.savedPerHour()
                .map(amount -> amount.getAmount().toPlainString())
                .orElse("unknown");
        return new Naive(
                place,
                line.customerId(),
                line.expectedLoss(),
                line.decisionDate().map(date -> date.toEpochDay()).orElse(Long.MAX_VALUE),
                line.probability() + " " + line.exactLoss() + " " + perHour);
    }

    @Property(tries = 500)
    void list_isThatOfTheCustomersOneByOne_toTheLastBit(@ForAll long seed) {
        Book book = book(new Random(seed));
        AtRiskList list = AtRiskRanking.by(risk(), HORIZON)
                .choosing(AtRiskBooks.sponsorOrCall())
                .of(book);

        List<Naive> expected = book.customers().stream()
                .flatMap(view -> naive(view, risk()).stream())
                .sorted(Comparator.comparing(Naive::place)
                        .thenComparing(Naive::loss, Comparator.reverseOrder())
                        .thenComparing(Naive::date)
                        .thenComparing(Naive::customerId))
                .toList();
        assertThat(of(list)).as("seed " + seed).containsExactlyElementsOf(expected);
    }

    @Property(tries = 200)
    void reasons_foldToTheNumbersOfTheColumns_toTheLastBit(@ForAll long seed) {
        AtRiskList list = AtRiskRanking.by(risk(), HORIZON)
                .choosing(AtRiskBooks.sponsorOrCall())
                .of(book(new Random(seed)));
        Stream.of(list.changeable(), list.tooLate(), list.lockedIn())
                .flatMap(List::stream)
                .forEach(line -> {
                    AtRiskReasons reasons = line.reasons();
                    assertThat(reasons.loss().foldsToItsValue()).isTrue();
                    assertThat(reasons.probability().value()).hasValue(line.probability());
                    assertThat(reasons.loss().value()).hasValue(line.exactLoss());
                    assertThat(reasons.saved().orElseThrow().foldsToItsValue()).isTrue();
                    assertThat(reasons.saved().orElseThrow().value().isPresent())
                            .isEqualTo(line.saveable().isPresent());
                    assertThat(Double.doubleToLongBits(
                                    reasons.saved().orElseThrow().value().orElse(Double.NaN)))
                            .isEqualTo(Double.doubleToLongBits(line.exactSaved()));
                });
    }

    /** Work of an owner that is due by a day. */
    private record Work(int hours, int day) {}

    /** Works day by day, always on what is due first, and says whether all is done in time. */
    private static boolean canBeWorked(List<Work> work, int hoursADay) {
        List<int[]> open = new ArrayList<>();
        work.stream()
                .sorted(Comparator.comparingInt(Work::day))
                .forEach(one -> open.add(new int[] {one.hours(), one.day()}));
        for (int day = 1; day <= HORIZON; day++) {
            int hours = hoursADay;
            for (int[] one : open) {
                int worked = Math.min(hours, one[0]);
                one[0] -= worked;
                hours -= worked;
            }
            int today = day;
            if (open.stream().anyMatch(one -> one[1] == today && one[0] > 0)) {
                return false;
            }
        }
        return work.stream().noneMatch(one -> one.day() == 0);
    }

    @Property(tries = 300)
    void lines_areWhatCanBeWorked_takenOneByOne(@ForAll long seed) {
        Random random = new Random(seed);
        int hoursADay = 1 + random.nextInt(3);
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            customers.add(AtRiskBooks.customer("c" + i, "red", random.nextInt(20), "EUR " + (100 - i))
                    .set(AtRiskBooks.OWNER, "anna", Books.EARLY)
                    .build());
        }
        int hours = 1 + random.nextInt(12);
        AtRiskList list = AtRiskBooks.ranking()
                .choosing(AtRiskBooks.everybodyGets(hours))
                .within(AtRiskBooks.hours("anna", 7 * hoursADay))
                .of(Books.of(customers, Books.TODAY));

        List<Work> taken = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Customer customer : customers) {
            Book alone = Books.of(List.of(customer), Books.TODAY);
            int day = (int) ChronoUnit.DAYS.between(
                    Books.TODAY, alone.customers().get(0).find(AtRiskBooks.DATE).orElseThrow());
            List<Work> more = new ArrayList<>(taken);
            more.add(new Work(hours, day));
            if (canBeWorked(more, hoursADay)) {
                taken = more;
                expected.add(alone.customerIds().get(0));
            }
        }
        assertThat(list.lines())
                .as("seed " + seed)
                .extracting(AtRisk::customerId)
                .containsExactlyElementsOf(expected);
        assertThat(list.lines().size() + list.beyondCapacity().size()).isEqualTo(12);
    }
}
