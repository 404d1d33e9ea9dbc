package dev.rapport.health.risk;

/**
 * Which decisions are looked at, and how long it takes to change them.
 *
 * @param horizonDays  decisions further away than this are not looked at: the customer is locked in until then
 * @param leadDays  the days that it takes to change a decision; the last safe day lies so many days before it
 */
public record AtRiskHorizon(int horizonDays, int leadDays) {

    /**
     * Checks the days.
     *
     * @param horizonDays  at least 0
     * @param leadDays  at least 0
     */
    public AtRiskHorizon {
        if (horizonDays < 0 || leadDays < 0) {
            throw new IllegalArgumentException(
                    "horizonDays (" + horizonDays + ") and leadDays (" + leadDays + ") must be >= 0.");
        }
    }
}
