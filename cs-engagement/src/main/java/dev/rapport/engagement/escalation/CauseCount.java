package dev.rapport.engagement.escalation;

import dev.rapport.health.survival.KaplanMeier;
import dev.rapport.health.survival.SurvivalData;
import dev.rapport.model.attribute.CustomerView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;

/** How often one cause was seen. */
final class CauseCount {

    private static final double HOURS_OF_DAY = 24;

    /** What took no time took an hour. */
    private static final double SHORTEST = 1 / HOURS_OF_DAY;

    private int customers;
    private int signs;
    private int open;
    private int withoutArr;
    private Money arr;
    private final List<Double> days = new ArrayList<>();
    private final List<Boolean> closed = new ArrayList<>();

    CauseCount(Money zero) {
        this.arr = zero;
    }

    void add(List<Sign> added, Optional<Money> customerArr, CustomerView view) {
        customers++;
        signs += added.size();
        open += (int) added.stream().filter(Sign::open).count();
        withoutArr += customerArr.isPresent() ? 0 : 1;
        arr = customerArr.map(arr::plus).orElse(arr);
        for (Sign sign : added) {
            OptionalDouble lasted = sign.open() ? soFar(sign, view) : sign.daysToClose();
            if (lasted.isPresent()) {
                days.add(Math.max(SHORTEST, lasted.getAsDouble()));
                closed.add(!sign.open());
            }
        }
    }

    private static OptionalDouble soFar(Sign sign, CustomerView view) {
        Duration since = Duration.between(sign.since(), view.asOf().validAt());
        return OptionalDouble.of(since.toHours() / HOURS_OF_DAY);
    }

    Recurrence recurrence(String cause, Optional<String> department) {
        return Recurrence.builder()
                .cause(cause)
                .department(department)
                .customers(customers)
                .signs(signs)
                .open(open)
                .arr(arr)
                .withoutArr(withoutArr)
                .medianDaysToClose(medianDays())
                .build();
    }

    private OptionalDouble medianDays() {
        if (days.isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] lasted = days.stream().mapToDouble(Double::doubleValue).toArray();
        boolean[] isClosed = new boolean[lasted.length];
        for (int i = 0; i < isClosed.length; i++) {
            isClosed[i] = closed.get(i);
        }
        return KaplanMeier.of(SurvivalData.of(lasted, isClosed)).median().estimate();
    }
}
