package dev.rapport.health.atrisk;

import static java.util.Objects.requireNonNull;

/**
 * What can be done to keep a customer. A {@link dev.rapport.model.customer.Play} with the same code is one that was begun.
 *
 * @param code  what it is called
 * @param effort  what it takes
 * @param saveable  what it can save
 */
public record SavePlay(String code, Effort effort, Saveability saveable) {

    /**
     * Checks the code.
     *
     * @param code  not blank
     * @param effort  what it takes
     * @param saveable  what it can save
     */
    public SavePlay {
        if (requireNonNull(code, "code").isBlank()) {
            throw new IllegalArgumentException("code must not be blank.");
        }
        requireNonNull(effort, "effort");
        requireNonNull(saveable, "saveable");
    }

    /**
     * What a play takes.
     *
     * @param hours  the hours of work, above 0
     * @param leadDays  the days from its beginning until it can have changed a decision; the last safe day lies so many
     *     days before the decision
     */
    public record Effort(double hours, int leadDays) {

        /**
         * Checks both.
         *
         * @param hours  the hours
         * @param leadDays  the days, at least 0
         */
        public Effort {
            if (!(hours > 0) || Double.isInfinite(hours)) {
                throw new IllegalArgumentException("hours (" + hours + ") must be finite and above 0.");
            }
            if (leadDays < 0) {
                throw new IllegalArgumentException("leadDays (" + leadDays + ") must be at least 0.");
            }
        }
    }
}
