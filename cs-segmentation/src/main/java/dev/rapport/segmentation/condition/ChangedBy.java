package dev.rapport.segmentation.condition;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.NumberFunction;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed by so much or more: what it is now against what it was some days ago, as far as is known now.
 *
 * <p>Not applicable to whoever was no customer then, at the beginning of the days that a tally of then counts. Missing
 * where either value is, and where a share is asked for of what was 0. Immutable.
 */
public final class ChangedBy implements Condition {

    private static final int MOST_DAYS = 36_525;

    private final Observed of;
    private final int days;
    private final Direction direction;
    private final Extent by;

    private ChangedBy(Observed of, int days, Direction direction, Extent by) {
        this.of = requireNonNull(of, "of");
        this.days = days;
        this.direction = requireNonNull(direction, "direction");
        this.by = requireNonNull(by, "by");
    }

    /**
     * A condition on a change.
     *
     * @param of  what changed
     * @param days  against how many days ago, 1 to 36525
     * @param direction  which way
     * @param by  how much or more
     * @return the condition
     * @throws IllegalArgumentException if an amount is not of the kind of what changed
     */
    public static ChangedBy of(Observed of, int days, Direction direction, Extent by) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days (" + days + ") must be between 1 and " + MOST_DAYS + ".");
        }
        if (by instanceof Extent.Amount amount && !of.kind().type().isInstance(amount.amount())) {
            throw new IllegalArgumentException("amount (" + amount + ") must be of the kind of what changed ("
                    + of.name() + "), " + Wording.kind(of.kind()) + ".");
        }
        Optional<CurrencyUnit> reckonedIn = of instanceof Tally tally ? tally.currency() : Optional.empty();
        if (by instanceof Extent.Amount amount
                && amount.amount() instanceof Money money
                && reckonedIn
                        .filter(unit -> !unit.equals(money.getCurrencyUnit()))
                        .isPresent()) {
            throw new IllegalArgumentException(
                    "amount (" + amount + ") must be in the currency of the sum, " + reckonedIn.orElseThrow() + ".");
        }
        return new ChangedBy(of, days, direction, by);
    }

    /**
     * What changed.
     *
     * @return an attribute or a tally
     */
    public Observed of() {
        return of;
    }

    /**
     * Against when.
     *
     * @return how many days ago
     */
    public int days() {
        return days;
    }

    /**
     * Which way.
     *
     * @return the direction
     */
    public Direction direction() {
        return direction;
    }

    /**
     * How much.
     *
     * @return the least change
     */
    public Extent by() {
        return by;
    }

    @Override
    @SuppressWarnings("unchecked") // the key is of the kind that is asked for
    public Node compile(Scope scope) {
        DerivedAttribute<?> change = attribute();
        String word = direction.name().toLowerCase(Locale.ROOT);
        String code = Naming.shortened(of.name() + "." + word + "-" + days + "d");
        Node node;
        if (by instanceof Extent.Share share) {
            node = Node.number(code, (AttributeKey<Double>) change.key(), new Least(direction, share.share()));
        } else {
            Object amount = ((Extent.Amount) by).amount();
            double least = of.kind().toNumber(amount);
            node = Scale.node(code, change.key(), amount, new Least(direction, least));
        }
        String said = word + " by " + by + " or more in " + (days == 1 ? "a day" : days + " days") + ": " + of.words();
        return Wording.said(node.asCondition().computedBy(change), said);
    }

    private DerivedAttribute<?> attribute() {
        boolean isShare = by instanceof Extent.Share;
        String name = of.name() + (isShare ? ".change-share-" : ".change-") + days + "d";
        AttributeKind kind = isShare ? AttributeKind.NUMBER : of.kind();
        AttributeKey<Object> key = AttributeKey.of(Naming.shortened(name), kind);
        return new DerivedAttribute<>(
                key.sensitivity(of.sensitivity()), of.requirements(), new Difference(of, days, isShare));
    }

    /** The change so far, with its sign. Equal ones give equal computations. */
    private record Difference(Observed of, int days, boolean isShare)
            implements Function<CustomerView, Reading<Object>> {

        @Override
        @SuppressWarnings("unchecked") // the kind of the key is that of the reading
        public Reading<Object> apply(CustomerView now) {
            int begun = days + Math.max(0, of.days() - 1);
            Optional<CustomerView> then = now.daysBefore(days);
            if (then.isEmpty() || now.daysBefore(begun).isEmpty()) {
                return Reading.notApplicable("not a customer " + begun + " days ago");
            }
            Reading<Object> after = (Reading<Object>) of.read(now);
            Reading<Object> before = (Reading<Object>) of.read(then.get());
            Object v1 = after.valueOrNull();
            Object v0 = before.valueOrNull();
            if (v1 == null) {
                return after;
            }
            if (v0 == null) {
                return before.status() == Reading.Status.MISSING
                        ? Reading.missing("nothing to compare with " + days + " days ago: "
                                + before.reason().orElse("no value"))
                        : before;
            }
            return change(v0, v1, after);
        }

        private Reading<Object> change(Object v0, Object v1, Reading<Object> after) {
            if (v0 instanceof Money before && v1 instanceof Money now) {
                if (!before.getCurrencyUnit().equals(now.getCurrencyUnit())) {
                    return Reading.failed("it was in " + before.getCurrencyUnit() + " " + days + " days ago, is in "
                            + now.getCurrencyUnit());
                }
                Money difference = now.minus(before);
                return isShare
                        ? share(
                                difference.getAmount().doubleValue(),
                                before.getAmount().doubleValue(),
                                after)
                        : Reading.present(difference, after.provenance().orElseThrow());
            }
            double difference = (Double) v1 - (Double) v0;
            return isShare
                    ? share(difference, (Double) v0, after)
                    : Reading.present(difference, after.provenance().orElseThrow());
        }

        private Reading<Object> share(double difference, double before, Reading<Object> after) {
            return before == 0
                    ? Reading.missing("nothing to compare with: 0 " + days + " days ago")
                    : Reading.present(
                            difference / Math.abs(before), after.provenance().orElseThrow());
        }
    }

    private record Least(Direction direction, double extent) implements NumberFunction {

        @Override
        public double apply(double change, double today) {
            if (Double.isNaN(change)) {
                return Double.NaN;
            }
            boolean met = switch (direction) {
                case ROSE -> change >= extent;
                case FELL -> change <= -extent;
                case MOVED -> Math.abs(change) >= extent;
            };
            return met ? 1 : 0;
        }

        @Override
        public double distance(double change, double today) {
            double met = apply(change, today);
            if (met != 0) {
                return Double.isNaN(met) ? met : 0;
            }
            boolean up = direction == Direction.ROSE || (direction == Direction.MOVED && change >= 0);
            return Scale.finite((up ? extent : -extent) - change);
        }
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ChangedBy other
                && of.equals(other.of)
                && days == other.days
                && direction == other.direction
                && by.equals(other.by);
    }

    @Override
    public int hashCode() {
        return Objects.hash(of, days, direction, by);
    }

    /** In words. */
    @Override
    public String toString() {
        return of.words() + " " + direction + " by " + by + " in " + days + " days";
    }
}
