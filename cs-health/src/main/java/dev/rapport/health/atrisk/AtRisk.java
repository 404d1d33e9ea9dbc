package dev.rapport.health.atrisk;

import dev.rapport.health.risk.ChurnRisk;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of an {@link AtRiskList}: what may be lost, until when something can be done about it, and what. Immutable;
 * the reasons are put together when they are asked for.
 */
public final class AtRisk {

    /** What may be lost. */
    public enum Stake {
        /** The recurring revenue of a year that is decided on at the next decision. */
        ARR,
        /** What somebody without contracts is still expected to bring, see {@link AtRiskRanking#RESIDUAL_VALUE}. */
        RESIDUAL_VALUE
    }

    /** Highest loss first, as it is shown; then by decision date, those without one last; then by customer. */
    static final Comparator<AtRisk> ORDER = AtRisk::compare;

    /** Most saved per hour first, as it is shown; then as the list. */
    static final Comparator<AtRisk> BY_SAVED_PER_HOUR = Comparator.comparingDouble(
                    (AtRisk line) -> -line.origin.amounts().minor(line.exactSavedPerHour()))
            .thenComparing(ORDER);

    private static final long NO_DAY = Long.MAX_VALUE;

    private final Origin origin;
    private final int row;
    private final double probability;
    private final double atStake;
    private final long decisionDay;
    private final int position;
    private final double saveable;
    private final double minorLoss;
    private final @Nullable String owner;

    private AtRisk(Origin origin, int row, Draft draft) {
        this.origin = origin;
        this.row = row;
        this.probability = draft.probability;
        this.atStake = draft.atStake;
        this.decisionDay = draft.decisionDay;
        this.position = draft.position;
        this.saveable = draft.saveable;
        this.owner = draft.owner;
        this.minorLoss = origin.amounts().minor(probability * atStake);
    }

    /** What is known of a row on the way to a line. */
    static final class Draft {
        double probability;
        double atStake;
        long decisionDay = NO_DAY;
        int position = -1;
        double saveable = Double.NaN;

        @Nullable
        String owner;

        AtRisk line(Origin origin, int row) {
            return new AtRisk(origin, row, this);
        }
    }

    private static int compare(AtRisk one, AtRisk other) {
        int byLoss = Double.compare(other.minorLoss, one.minorLoss);
        if (byLoss != 0) {
            return byLoss;
        }
        int byDate = Long.compare(one.decisionDay, other.decisionDay);
        // The ids of a book rise with the rows
        return byDate != 0 ? byDate : Integer.compare(one.row, other.row);
    }

    /**
     * Where the customer stands.
     *
     * @return the row in the book that was ranked
     */
    public int row() {
        return row;
    }

    /** The position of the play among those of the choice; negative without plays. */
    int position() {
        return position;
    }

    /** Days to the last safe day, or those of the horizon where there is no date. */
    long deadline(long horizonDays) {
        return daysToLastSafeDay().orElse(horizonDays);
    }

    /**
     * Who this is about.
     *
     * @return the customer's id
     */
    public String customerId() {
        return origin.customerId(row);
    }

    /**
     * How likely the customer is lost: at the next decision, or at all where there is none.
     *
     * @return the probability, 0 to 1
     */
    public double probability() {
        return probability;
    }

    /**
     * What the amount at stake is.
     *
     * @return recurring revenue where there is a decision date, else residual lifetime value
     */
    public Stake stake() {
        return decisionDay == NO_DAY ? Stake.RESIDUAL_VALUE : Stake.ARR;
    }

    /**
     * What may be lost.
     *
     * @return the amount
     */
    public Money atStake() {
        return origin.amounts().money(atStake);
    }

    /**
     * What is lost on average: the probability times what is at stake.
     *
     * @return the amount, rounded to the currency's minor unit, half to even; sums are taken before rounding
     */
    public Money expectedLoss() {
        return origin.amounts().money(exactLoss());
    }

    /**
     * The same before rounding.
     *
     * @return the amount in major units; the value of the reasons
     */
    public double exactLoss() {
        return probability * atStake;
    }

    double exactStake() {
        return atStake;
    }

    /**
     * When it is decided.
     *
     * @return the decision date; empty for those without contracts
     */
    public Optional<LocalDate> decisionDate() {
        return decisionDay == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(decisionDay));
    }

    /**
     * How long until it is decided.
     *
     * @return the days; 0 for the day of the cut, negative for the past; empty for those without contracts
     */
    public OptionalLong daysToDecision() {
        return decisionDay == NO_DAY
                ? OptionalLong.empty()
                : OptionalLong.of(decisionDay - origin.today().toEpochDay());
    }

    /**
     * How long something can still be begun in time.
     *
     * @return the days to the last safe day; negative if it has passed; empty for those without contracts
     */
    public OptionalLong daysToLastSafeDay() {
        OptionalLong days = daysToDecision();
        return days.isEmpty() ? days : OptionalLong.of(days.getAsLong() - leadDays());
    }

    /**
     * The last day on which something can be begun in time.
     *
     * @return the decision date less the days that the play takes; empty for those without contracts
     */
    public Optional<LocalDate> lastSafeDay() {
        return decisionDate().map(date -> date.minusDays(leadDays()));
    }

    private int leadDays() {
        return play().map(play -> play.effort().leadDays()).orElse(0);
    }

    /**
     * What can be done.
     *
     * @return the play; empty where no plays are declared
     */
    public Optional<SavePlay> play() {
        return position < 0 ? Optional.empty() : Optional.of(origin.play(position));
    }

    /**
     * The share of the expected loss that the play can still save.
     *
     * @return the share, 0 to 1, 0 if it is too late; empty without plays, or where the share depends on days and there
     *     is no date to count them to
     */
    public OptionalDouble saveable() {
        return Double.isNaN(saveable) ? OptionalDouble.empty() : OptionalDouble.of(saveable);
    }

    /**
     * What the play saves on average: the expected loss times the share that can be saved.
     *
     * @return the amount, rounded as the loss is; empty where the share is
     */
    public Optional<Money> expectedSaved() {
        return rounded(exactSaved());
    }

    /**
     * The same for one hour of the play.
     *
     * @return what is saved on average, divided by the hours of the play; empty where the share is
     */
    public Optional<Money> savedPerHour() {
        return rounded(exactSavedPerHour());
    }

    /** NaN where it is unknown. */
    double exactSaved() {
        return exactLoss() * saveable;
    }

    private double exactSavedPerHour() {
        return exactSaved() / hours();
    }

    double hours() {
        return play().map(play -> play.effort().hours()).orElse(Double.NaN);
    }

    private Optional<Money> rounded(double amount) {
        return Double.isNaN(amount)
                ? Optional.empty()
                : Optional.of(origin.amounts().money(amount));
    }

    /**
     * Who works for the customer.
     *
     * @return a member or a pool; empty where hours are not counted, or nobody does
     */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /**
     * Why the line stands where it stands. This reads the customer again, with {@link ChurnRisk#assess
     * (dev.rapport.model.attribute.CustomerView)}: ask for the lines that are shown.
     *
     * @return the reasons
     */
    public AtRiskReasons reasons() {
        return origin.reasons(this);
    }

    /** The reckoning of this line; for readers of logs. */
    @Override
    public String toString() {
        return customerId() + ": " + probability + " x " + atStake() + " = " + expectedLoss()
                + decisionDate()
                        .map(date -> ", decided on " + date + ", last safe day "
                                + lastSafeDay().orElseThrow())
                        .orElse("");
    }
}
