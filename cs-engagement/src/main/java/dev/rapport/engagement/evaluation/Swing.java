package dev.rapport.engagement.evaluation;

/**
 * What becomes of the margin if one input is at its least or greatest and all others are at their likeliest.
 *
 * @param input  what varies, such as {@code retention of small}
 * @param atLow  the margin with the input at its least
 * @param atHigh  the margin with the input at its greatest
 */
public record Swing(String input, double atLow, double atHigh) {

    /**
     * How much the input matters.
     *
     * @return the difference of the two margins, at least 0
     */
    public double width() {
        return Math.abs(atHigh - atLow);
    }
}
