package dev.rapport.engagement.file;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Usage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How much the customer used, month by month and feature by feature, as far as the cut sees it.
 *
 * @param months  the last twelve months with that of the cut, the oldest first; a month without usage has quantity 0
 * @param features  what was used in the last 90 days, the most used first
 * @param lastSeen  the day of the last use, empty if there was none
 */
public record UsageSummary(List<Month> months, List<Feature> features, Optional<LocalDate> lastSeen) {

    private static final int MONTHS = 12;
    private static final int FEATURE_DAYS = 90;

    /**
     * One month, which may have just begun.
     *
     * @param month  the month in the book's zone
     * @param quantity  how much was used
     * @param activeUsers  the mean of the counts of active users, empty where none is told
     */
    public record Month(YearMonth month, double quantity, OptionalDouble activeUsers) {}

    /**
     * One feature.
     *
     * @param name  what it is called
     * @param quantity  how much it was used
     */
    public record Feature(String name, double quantity) {}

    static UsageSummary of(CustomerView view) {
        YearMonth last = YearMonth.from(view.date());
        Map<YearMonth, MonthSum> sums = new TreeMap<>();
        for (int back = MONTHS - 1; back >= 0; back--) {
            sums.put(last.minusMonths(back), new MonthSum());
        }
        Map<String, Double> features = new TreeMap<>();
        LocalDate featuresFrom = view.date().minusDays(FEATURE_DAYS - 1L);
        Optional<LocalDate> lastSeen = Optional.empty();
        for (Usage usage : view.series(Usage.SERIES)) {
            LocalDate date = LocalDate.ofInstant(usage.entry().at(), view.zone());
            double quantity = usage.quantity();
            MonthSum sum = sums.get(YearMonth.from(date));
            if (sum != null) {
                sum.add(quantity, usage.activeUsers());
            }
            if (!date.isBefore(featuresFrom)) {
                usage.feature().ifPresent(name -> features.merge(name, quantity, Double::sum));
            }
            if (lastSeen.isEmpty() || date.isAfter(lastSeen.get())) {
                lastSeen = Optional.of(date);
            }
        }
        List<Month> months = new ArrayList<>();
        sums.forEach((month, sum) -> months.add(new Month(month, sum.quantity, sum.activeUsers())));
        return new UsageSummary(
                List.copyOf(months),
                features.entrySet().stream()
                        .map(feature -> new Feature(feature.getKey(), feature.getValue()))
                        .sorted(Comparator.comparingDouble(Feature::quantity)
                                .reversed()
                                .thenComparing(Feature::name))
                        .toList(),
                lastSeen);
    }

    private static final class MonthSum {
        private double quantity;
        private double users;
        private int counts;

        void add(double used, OptionalDouble activeUsers) {
            quantity += used;
            if (activeUsers.isPresent()) {
                users += activeUsers.getAsDouble();
                counts++;
            }
        }

        OptionalDouble activeUsers() {
            return counts == 0 ? OptionalDouble.empty() : OptionalDouble.of(users / counts);
        }
    }
}
