package dev.rapport.health;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Dimension;
import java.util.List;

/** The attributes that this module lays over a book for others to read. */
public final class HealthAttributes {

    /** The health score, 0 to 100; missing where it is unknown. */
    public static final AttributeKey<Double> SCORE =
            AttributeKey.number("health.score").dimension(Dimension.BEHAVIOURAL).unit("points");

    /** The health band; missing where the score is unknown. */
    public static final AttributeKey<String> BAND =
            AttributeKey.text("health.band").dimension(Dimension.BEHAVIOURAL);

    /** The probability that the customer is lost at the next decision, 0 to 1. */
    public static final AttributeKey<Double> CHURN_RISK =
            AttributeKey.number("churn.risk").dimension(Dimension.BEHAVIOURAL).unit("probability");

    private HealthAttributes() {}

    /**
     * All of them.
     *
     * @return the keys in the order above
     */
    public static List<AttributeKey<?>> all() {
        return List.of(SCORE, BAND, CHURN_RISK);
    }
}
