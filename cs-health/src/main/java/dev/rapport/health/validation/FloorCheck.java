package dev.rapport.health.validation;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A floor, and whether it is reached.
 *
 * @param floor  what must be reached
 * @param measured  what was
 * @param met  false too where the figure cannot be told
 */
public record FloorCheck(Floor floor, Measured measured, boolean met) {

    static FloorCheck of(Floor floor, Measured measured) {
        OptionalDouble decisive = floor.bound().surely()
                ? measured.interval()
                        .map(interval ->
                                OptionalDouble.of(floor.figure().isHigherBetter() ? interval.low() : interval.high()))
                        .orElse(OptionalDouble.empty())
                : measured.value();
        boolean met = decisive.isPresent() && floor.isMetBy(decisive.getAsDouble());
        return new FloorCheck(floor, measured, met);
    }

    /**
     * The check in words.
     *
     * @return a sentence with the numbers
     */
    public String sentence() {
        String measuredWords = measured.value().isPresent()
                ? number(measured.value().getAsDouble())
                        + measured.interval()
                                .map(interval -> " (" + number(interval.low()) + " to " + number(interval.high()) + ")")
                                .orElse("")
                : "not known";
        String direction = floor.figure().isHigherBetter() ? "at least " : "at most ";
        return floor.figure().words() + " is " + measuredWords + ", must be "
                + (floor.bound().surely() ? "surely " : "") + direction
                + number(floor.bound().value()) + ": " + (met ? "reached" : "missed");
    }

    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.3f", value);
    }
}
