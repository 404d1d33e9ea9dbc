package dev.rapport.engagement.experiment;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What a declared experiment says on the day of the plan: an effect with its range, or why there is none. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class ExperimentResult {

    ExperimentResult() {}

    /** An arm on the way to a result. */
    private static final class Arm {
        final List<Double> outcomes = new ArrayList<>();
        final List<Double> before = new ArrayList<>();
        int customers;

        double[] outcomes() {
            return outcomes.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /**
     * Judges an experiment.
     *
     * @param experiment  what was declared
     * @param start  the customers on the first day
     * @param inSegment  who of them was in the segment of the experiment
     * @param now  the customers of today
     * @return the result
     */
    public static ExperimentResult of(Experiment experiment, Book start, Predicate<String> inSegment, Book now) {
        Arm treated = new Arm();
        Arm control = new Arm();
        for (CustomerView view : start.customers()) {
            Optional<String> value = view.find(experiment.arm());
            boolean isTreated = value.filter(experiment.treated()::equals).isPresent();
            if ((isTreated || value.filter(experiment.control()::equals).isPresent())
                    && inSegment.test(view.customerId())) {
                take(isTreated ? treated : control, experiment.outcome(), view, now.find(view.customerId()));
            }
        }
        Sample with = Sample.of(treated.outcomes());
        Sample without = Sample.of(control.outcomes());
        return new Builder()
                .experiment(experiment)
                .treated(with)
                .control(without)
                .leftOut(treated.customers + control.customers - treated.outcomes.size() - control.outcomes.size())
                .effect(effect(experiment, treated, control, TwoArms.of(with, without)))
                .build();
    }

    private static void take(Arm arm, ExperimentOutcome outcome, CustomerView start, Optional<CustomerView> now) {
        arm.customers++;
        if (outcome instanceof ExperimentOutcome.CustomersKept) {
            arm.outcomes.add(now.isPresent() ? 1.0 : 0.0);
        } else if (outcome instanceof ExperimentOutcome.ArrKept) {
            kept(start, now).ifPresent(arm.outcomes::add);
        } else if (outcome instanceof ExperimentOutcome.Attribute attribute) {
            Optional<Double> value = now.flatMap(view -> view.find(attribute.key()));
            Optional<Double> before = attribute.before().flatMap(start::find);
            if (value.isPresent() && before.isPresent() == attribute.before().isPresent()) {
                arm.outcomes.add(value.get());
                before.ifPresent(arm.before::add);
            }
        }
    }

    /** Empty where one of the two cannot be told. */
    private static Optional<Double> kept(CustomerView start, Optional<CustomerView> now) {
        Optional<Money> then = start.find(StandardAttributes.ARR).filter(Money::isPositive);
        return then.flatMap(paid -> now.isEmpty()
                ? Optional.of(0.0)
                : now.get()
                        .find(StandardAttributes.ARR)
                        .map(pays -> Math.min(
                                1,
                                pays.getAmount().doubleValue()
                                        / paid.getAmount().doubleValue())));
    }

    private static Effect effect(Experiment experiment, Arm treated, Arm control, TwoArms arms) {
        Effect effect = adjusted(experiment, treated, control).orElseGet(() -> arms.effect(experiment.judgement()));
        if (effect instanceof Effect.Refused) {
            return effect;
        }
        List<Double> shares = List.of(experiment.share(), 1 - experiment.share());
        return mismatch(shares, treated.customers, control.customers, "of those who were assigned")
                .or(() -> mismatch(
                        shares, treated.outcomes.size(), control.outcomes.size(), "of those whose outcome is known"))
                .<Effect>map(reason -> new Effect.Refused(effect.method(), reason))
                .orElse(effect);
    }

    /** After what a number from the start explains, where one is declared. */
    private static Optional<Effect> adjusted(Experiment experiment, Arm treated, Arm control) {
        boolean hasBefore = experiment.outcome() instanceof ExperimentOutcome.Attribute attribute
                && attribute.before().isPresent();
        int n = treated.outcomes.size() + control.outcomes.size();
        if (!hasBefore || n == 0) {
            return Optional.empty();
        }
        boolean[] isTreated = new boolean[n];
        double[] outcomes = new double[n];
        double[] before = new double[n];
        for (int i = 0; i < n; i++) {
            isTreated[i] = i < treated.outcomes.size();
            Arm arm = isTreated[i] ? treated : control;
            int at = isTreated[i] ? i : i - treated.outcomes.size();
            outcomes[i] = arm.outcomes.get(at);
            before[i] = arm.before.get(at);
        }
        return Optional.of(CovariateAdjustment.of(isTreated, outcomes, before).effect(experiment.judgement()));
    }

    private static Optional<String> mismatch(List<Double> shares, int treated, int control, String of) {
        SampleRatio ratio = SampleRatio.of(List.of((long) treated, (long) control), shares);
        return ratio.isMismatch()
                ? Optional.of(treated + " were treated and " + control + " were not " + of + ", where "
                        + percent(shares.get(0)) + " % were to be treated: some were lost on the way")
                : Optional.empty();
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /**
     * What was declared.
     *
     * @return the experiment
     */
    public abstract Experiment experiment();

    /**
     * Those who were treated.
     *
     * @return how many have an outcome, and its mean
     */
    public abstract Sample treated();

    /**
     * Those who were not.
     *
     * @return how many have an outcome, and its mean
     */
    public abstract Sample control();

    /**
     * How many of both have no outcome.
     *
     * @return the number
     */
    public abstract int leftOut();

    /**
     * What it found.
     *
     * @return the effect, or why there is none
     */
    public abstract Effect effect();

    /**
     * The verdict and what it rests on, in a sentence.
     *
     * @return such as {@code works: customers stay 7.1 points more with it than without (between +2.0 and +12.2 points)}
     */
    public String words() {
        return effect().verdict().words() + ": " + finding();
    }

    /**
     * What the verdict rests on.
     *
     * @return the effect with its range, or why there is none
     */
    public String finding() {
        return effect() instanceof Effect.Measured measured
                ? subject() + " " + size(measured) + " with it than without (between " + signed(measured.low())
                        + " and " + signed(measured.high()) + unit() + ")"
                : ((Effect.Refused) effect()).reason();
    }

    private String subject() {
        ExperimentOutcome outcome = experiment().outcome();
        if (outcome instanceof ExperimentOutcome.Attribute attribute) {
            return attribute.key().name() + " is";
        }
        return outcome instanceof ExperimentOutcome.ArrKept ? "customers keep of their ARR" : "customers stay";
    }

    private boolean isShare() {
        return !(experiment().outcome() instanceof ExperimentOutcome.Attribute);
    }

    private String size(Effect.Measured measured) {
        return number(Math.abs(measured.value())) + unit() + (measured.value() < 0 ? " less" : " more");
    }

    private String unit() {
        return isShare() ? " points" : "";
    }

    private String signed(double value) {
        return (value < 0 ? "-" : "+") + number(Math.abs(value));
    }

    private String number(double size) {
        return isShare()
                ? String.format(Locale.ROOT, "%.1f", 100 * size)
                : BigDecimal.valueOf(size)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /**
     * The mean outcome of an arm.
     *
     * @param arm  {@link #treated()} or {@link #control()}
     * @return in the unit of the outcome; empty of nobody
     */
    public static OptionalDouble mean(Sample arm) {
        return arm.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(arm.mean());
    }

    /** Makes a result. */
    static final class Builder extends ImmutableExperimentResult.Builder {
        Builder() {}
    }
}
