package dev.rapport.health.loss;

/**
 * How much speaks for a cause of one loss.
 *
 * @param cause  the cause
 * @param points  all that speaks for it, above zero
 * @param evidence  the part of it that does not rest on what was said
 */
public record RankedCause(LossCause cause, double points, double evidence) {

    /**
     * Whether it was said.
     *
     * @return true if a part of the points rests on what was said
     */
    public boolean isStated() {
        return points > evidence;
    }
}
