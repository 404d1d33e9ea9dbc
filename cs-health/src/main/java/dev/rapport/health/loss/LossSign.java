package dev.rapport.health.loss;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.measure.AttributeTest;

/**
 * What speaks for a cause, as it was known before the loss.
 *
 * @param code  its name, unique within the cause
 * @param points  how much it speaks for it, above zero
 * @param when  what must hold of the customer
 */
public record LossSign(String code, double points, AttributeTest when) {

    /**
     * Checks the points.
     *
     * @param code  its name
     * @param points  how much it speaks for the cause, above zero
     * @param when  what must hold of the customer
     */
    public LossSign {
        requireNonNull(code, "code");
        requireNonNull(when, "when");
        if (!(points > 0 && Double.isFinite(points))) {
            throw new IllegalArgumentException("points (" + points + ") of " + code + " must be above 0.");
        }
    }
}
