package dev.rapport.health.residual;

import dev.rapport.health.atrisk.AtRiskRanking;
import dev.rapport.health.lifetime.GammaGamma;
import dev.rapport.health.lifetime.PurchaseModel;
import dev.rapport.health.lifetime.PurchaseSummaries;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Purchase;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What each customer of a book is still expected to bring without a contract, by models that are fitted on what all of them
 * bought. Immutable.
 *
 * <p><b>Formula.</b> {@code sum over months of (E[N(t.k)] - E[N(t.k-1)]) e^(-d (t.k-1 + t.k) / 2) x E[m]}, N the purchases
 * to come by the purchase model given those seen, m the worth of one by the gamma-gamma model, d the continuous rate. That
 * somebody may have left already is in E[N].
 *
 * <p><b>Edge results.</b> A customer without purchases has no value. One who never bought again is worth the mean of all.
 * Where a model cannot be fitted, or fewer than {@value #LEAST_REPEATERS} customers have bought again, there are no values,
 * and the reason is said.
 *
 * <p><b>References.</b> Fader, Hardie and Lee, "RFM and CLV: using iso-value curves for customer base analysis" (2005),
 * doi:10.1509/jmkr.2005.42.4.415.
 *
 * <pre>{@code
 * Book valued = ResidualValues.fit(book, policy, reckoning).orThrow().layOver(book);
 * }</pre>
 */
public final class ResidualValues {

    static final int LEAST_REPEATERS = 30;

    private static final double DAYS_OF_MONTH = 365.25 / 12;
    private static final double WEEKS_OF_YEAR = 365.25 / 7;
    private static final double DAYS_OF_WEEK = 7;

    private final ResidualValuePolicy policy;
    private final PurchaseModel model;
    private final GammaGamma amounts;
    private final Map<String, Money> values = new LinkedHashMap<>();
    private final Map<String, String> unvalued;

    private ResidualValues(
            ResidualValuePolicy policy, PurchaseModel model, GammaGamma amounts, Map<String, String> unvalued) {
        this.policy = policy;
        this.model = model;
        this.amounts = amounts;
        this.unvalued = unvalued;
    }

    /**
     * Fits both models on what the customers of a book bought, and values each.
     *
     * @param book  the book
     * @param policy  which model, and how far ahead
     * @param reckoning  the currency of the book and its rates
     * @return the values; or why there are none
     */
    public static Checked<ResidualValues> fit(Book book, ResidualValuePolicy policy, Reckoning reckoning) {
        List<PurchaseHistory> histories = new ArrayList<>();
        Map<String, String> unvalued = new LinkedHashMap<>();
        for (CustomerView view : book.customers()) {
            List<Purchase> purchases = view.series(Purchase.SERIES);
            if (purchases.isEmpty()) {
                unvalued.put(view.customerId(), "bought nothing yet");
                continue;
            }
            try {
                histories.add(PurchaseHistory.of(view, purchases, reckoning));
            } catch (IllegalArgumentException e) {
                unvalued.put(view.customerId(), String.valueOf(e.getMessage()));
            }
        }
        long repeaters = histories.stream()
                .filter(history -> history.times().repeats() > 0)
                .count();
        if (repeaters < LEAST_REPEATERS) {
            return Checked.invalid(Problems.of(Problem.error(
                            "too-few-customers",
                            Location.NONE,
                            "at least " + LEAST_REPEATERS + " customers must have bought again, " + repeaters + " have")
                    .withAdvice("Maybe lay a value over the book that comes from elsewhere")));
        }
        return fit(histories, unvalued, policy, book.currency());
    }

    private static Checked<ResidualValues> fit(
            List<PurchaseHistory> histories,
            Map<String, String> unvalued,
            ResidualValuePolicy policy,
            CurrencyUnit currency) {
        double[] repeats = column(histories, history -> history.times().repeats());
        Checked<? extends PurchaseModel> model = policy.model()
                .fit(PurchaseSummaries.of(
                        repeats,
                        column(histories, history -> history.times().last()),
                        column(histories, history -> history.times().watched())));
        Checked<GammaGamma> amounts = GammaGamma.fit(repeats, column(histories, PurchaseHistory::mean));
        if (model.find().isEmpty() || amounts.find().isEmpty()) {
            ProblemCollector problems = new ProblemCollector();
            problems.addAll(model.problems());
            problems.addAll(amounts.problems());
            return Checked.invalid(problems.problems());
        }
        ResidualValues values = new ResidualValues(
                policy, model.find().orElseThrow(), amounts.find().orElseThrow(), unvalued);
        histories.forEach(history -> values.value(history, currency));
        return Checked.valid(values);
    }

    private static double[] column(List<PurchaseHistory> histories, ToDoubleFunction<PurchaseHistory> value) {
        return histories.stream().mapToDouble(value).toArray();
    }

    private void value(PurchaseHistory history, CurrencyUnit currency) {
        ResidualValuePolicy.Outlook outlook = policy.outlook();
        PurchaseHistory.Times times = history.times();
        try {
            double purchases = model.discountedPurchases(
                    outlook.days() / DAYS_OF_WEEK,
                    (int) Math.max(1, Math.round(outlook.days() / DAYS_OF_MONTH)),
                    StrictMath.log1p(outlook.yearlyRate()) / WEEKS_OF_YEAR,
                    times.repeats(),
                    times.last(),
                    times.watched());
            double value = purchases * amounts.expectedAmount(times.repeats(), history.mean());
            values.put(history.customerId(), Money.of(currency, BigDecimal.valueOf(value), RoundingMode.HALF_EVEN));
        } catch (IllegalArgumentException | ArithmeticException e) {
            unvalued.put(history.customerId(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * How it was reckoned.
     *
     * @return the policy
     */
    public ResidualValuePolicy policy() {
        return policy;
    }

    /**
     * How often customers buy until they leave.
     *
     * @return the fitted model, times in weeks
     */
    public PurchaseModel model() {
        return model;
    }

    /**
     * What a purchase is worth.
     *
     * @return the fitted model
     */
    public GammaGamma amounts() {
        return amounts;
    }

    /**
     * What each customer is still expected to bring.
     *
     * @return the amounts in the currency of the book, by customer
     */
    public Map<String, Money> values() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * The customers without a value.
     *
     * @return why, by customer
     */
    public Map<String, String> unvalued() {
        return Collections.unmodifiableMap(unvalued);
    }

    /**
     * Lays the values over a book, for {@link AtRiskRanking}.
     *
     * @param book  the book that was fitted on
     * @return the book with {@link AtRiskRanking#RESIDUAL_VALUE}; missing for those without a value
     */
    public Book layOver(Book book) {
        return book.with(AtRiskRanking.RESIDUAL_VALUE, policy.policy() + ", " + model.name(), values);
    }
}
