package dev.rapport.health.residual;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Purchase;
import dev.rapport.model.customer.Reckoning;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import org.joda.money.BigMoney;

/**
 * What a customer bought, as the models need it. Times are in weeks since the first purchase; all purchases of a day are
 * one.
 *
 * @param customerId  who it was
 * @param times  how often again, when last, and how long ago the first was
 * @param mean  the mean amount of the purchases after the first, in the currency of the book; 0 if there is none
 */
record PurchaseHistory(String customerId, Times times, double mean) {

    private static final double DAYS_OF_WEEK = 7;

    /** How often again, when last and how long watched. */
    record Times(double repeats, double last, double watched) {}

    /**
     * Reads a history.
     *
     * @throws IllegalArgumentException if an amount cannot be told in the currency of the book
     */
    static PurchaseHistory of(CustomerView view, List<Purchase> purchases, Reckoning reckoning) {
        TreeMap<LocalDate, BigDecimal> days = new TreeMap<>();
        for (Purchase purchase : purchases) {
            LocalDate day = purchase.entry().at().atZone(view.zone()).toLocalDate();
            days.merge(day, amount(purchase, day, reckoning), BigDecimal::add);
        }
        LocalDate first = days.firstKey();
        BigDecimal again = BigDecimal.ZERO;
        for (BigDecimal amount : days.tailMap(first, false).values()) {
            again = again.add(amount);
        }
        int repeats = days.size() - 1;
        Times times = new Times(repeats, weeks(first, days.lastKey()), weeks(first, view.date()));
        return new PurchaseHistory(view.customerId(), times, repeats == 0 ? 0 : again.doubleValue() / repeats);
    }

    private static double weeks(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / DAYS_OF_WEEK;
    }

    private static BigDecimal amount(Purchase purchase, LocalDate day, Reckoning reckoning) {
        return reckoning
                .rates()
                .convertExactly(purchase.amount(), reckoning.currency(), day)
                .map(BigMoney::getAmount)
                .orElseThrow(() -> new IllegalArgumentException("there is no rate from "
                        + purchase.amount().getCurrencyUnit() + " to " + reckoning.currency() + " on " + day));
    }
}
