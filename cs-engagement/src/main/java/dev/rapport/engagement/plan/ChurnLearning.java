package dev.rapport.engagement.plan;

import dev.rapport.health.HealthAttributes;
import dev.rapport.health.churn.Feature;
import dev.rapport.health.validation.ValidationPolicy;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.shape.DocumentHeader;
import java.util.List;
import org.immutables.value.Value;

/**
 * How a plan learns a model of churn from the book's own past: what it may read, how far it looks back, and what it must show
 * before it takes the place of rules.
 */
@Value.Immutable
@ValueStyle
public abstract class ChurnLearning {

    ChurnLearning() {}

    /**
     * Begins a way to learn.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Learns from the health score and the standard attributes.
     *
     * @return the preset
     */
    public static ChurnLearning standard() {
        return builder()
                .addFeatures(
                        Feature.of(HealthAttributes.SCORE),
                        Feature.logarithmOf(StandardAttributes.ARR),
                        Feature.of(StandardAttributes.USAGE_CHANGE_30D),
                        Feature.of(StandardAttributes.USAGE_ACTIVE_SHARE),
                        Feature.of(StandardAttributes.TICKETS_OPENED_90D),
                        Feature.of(StandardAttributes.SURVEY_NPS_LAST),
                        Feature.of(StandardAttributes.SPONSOR_PRESENT),
                        Feature.of(StandardAttributes.DECISION_NEXT_DAYS))
                .build();
    }

    /**
     * What the way to learn is called, and who stands behind it.
     *
     * @return the header of the document
     */
    @Value.Default
    public DocumentHeader header() {
        return DocumentHeader.of("churn-learning", "standard");
    }

    /**
     * What the model may read; attributes that nobody feeds are left out.
     *
     * @return the features, at least one
     */
    public abstract List<Feature> features();

    /**
     * How many past dates are learnt from and tried on.
     *
     * @return at least 2
     */
    @Value.Default
    public int dates() {
        return 7;
    }

    /**
     * How far the dates are apart.
     *
     * @return months, at least 1
     */
    @Value.Default
    public int everyMonths() {
        return 3;
    }

    /**
     * Of a larger book, how many customers are learnt from; which ones depends on their ids alone.
     *
     * @return at least 1
     */
    @Value.Default
    public int atMostCustomers() {
        return 3000;
    }

    /**
     * How many days without a contract are a renewal that was signed late.
     *
     * @return at least 0
     */
    @Value.Default
    public int lateDays() {
        return 30;
    }

    /**
     * The penalty on large coefficients.
     *
     * @return at least 0
     */
    @Value.Default
    public double ridge() {
        return 1;
    }

    /**
     * What the model must show.
     *
     * @return the policy of the gate
     */
    @Value.Default
    public ValidationPolicy floors() {
        return ValidationPolicy.models();
    }

    /** Checks the numbers. */
    @Value.Check
    protected void check() {
        if (features().isEmpty() || dates() < 2 || everyMonths() < 1 || atMostCustomers() < 1) {
            throw new IllegalArgumentException("features (" + features().size() + ") must be at least 1, dates ("
                    + dates()
                    + ") at least 2, everyMonths (" + everyMonths() + ") and atMostCustomers (" + atMostCustomers()
                    + ") at least 1.");
        }
    }

    /** Makes a way to learn. */
    public static final class Builder extends ImmutableChurnLearning.Builder {
        Builder() {}
    }
}
