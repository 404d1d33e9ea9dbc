package dev.rapport.health.validation;

import dev.rapport.health.Scores;
import dev.rapport.health.observation.Losses;
import dev.rapport.health.observation.ObservationPlan;
import dev.rapport.health.observation.Window;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Invented customers over two years, whose use falls before they are lost, as strongly as one likes; their mood is noise. */
public final class HistoryOfUse {

    static final LocalDate START = LocalDate.of(2024, 1, 1);
    static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    private final List<Customer> customers = new ArrayList<>();

    /**
     * Invents.
     *
     * @param signal  by how many points use lies lower in the half year before a loss
     */
    public static HistoryOfUse of(int count, double signal, long seed) {
        Random random = new Random(seed);
        HistoryOfUse history = new HistoryOfUse();
        for (int i = 0; i < count; i++) {
            boolean isLost = random.nextInt(3) == 0;
            LocalDate lost = isLost ? START.plusDays(200 + random.nextInt(520)) : LocalDate.MAX;
            Customer.Builder builder = Customer.builder("c" + i, at(START));
            for (LocalDate month = START; month.isBefore(TODAY) && month.isBefore(lost); month = month.plusMonths(1)) {
                boolean isNear = isLost && month.plusDays(180).isAfter(lost);
                double use = 82 + 10 * random.nextGaussian() - (isNear ? signal : 0);
                builder.set(Scores.USE, Math.max(0, Math.min(100, use)), at(month));
                builder.set(Scores.MOOD, random.nextDouble() * 100, at(month));
            }
            builder.set(
                    StandardAttributes.ARR, Money.ofMajor(CurrencyUnit.EUR, 1000 + random.nextInt(9000)), at(START));
            if (isLost) {
                builder.add(Outcome.SERIES, entry -> entry.at(lost).with(Outcome.KIND, "churned"));
            }
            history.customers.add(builder.build());
        }
        return history;
    }

    static Instant at(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public Facts facts() {
        return Facts.of(Customer.adapter(customers), customers).in(ZoneOffset.UTC, CurrencyUnit.EUR);
    }

    static ObservationPlan plan(int months) {
        ObservationPlan.Builder plan = ObservationPlan.builder();
        LocalDate end = TODAY.minusDays(90);
        for (int month = months - 1; month >= 0; month--) {
            plan.addDates(end.minusMonths(month));
        }
        return plan.window(Window.within(90))
                .addFeatures(Scores.USE, Scores.MOOD)
                .eligible(view -> view.series(Outcome.SERIES).isEmpty())
                .losses(Losses.stated(Set.of("churned")))
                .build();
    }

    public BackTest test(int months) {
        return BackTest.of(plan(months).snapshots(facts()), AsOf.endOf(TODAY, ZoneOffset.UTC));
    }
}
