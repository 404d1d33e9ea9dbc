package dev.rapport.health.warning;

/**
 * Which alarms become alerts.
 *
 * @param freshDays  how old an alarm may be, 0 to 365: what was kept back competes again until then
 * @param coolOffDays  how long a cause that was told of a customer is not told again, 0 to 3,650
 * @param perOwnerAndWeek  how many alerts an owner gets in a week at most, 1 to 1,000
 */
public record Alerting(int freshDays, int coolOffDays, int perOwnerAndWeek) {

    /**
     * Checks the numbers.
     *
     * @param freshDays  how old an alarm may be
     * @param coolOffDays  how long a cause is not told again
     * @param perOwnerAndWeek  how many alerts an owner gets in a week at most
     */
    public Alerting {
        require("freshDays", freshDays, 0, 365);
        require("coolOffDays", coolOffDays, 0, 3_650);
        require("perOwnerAndWeek", perOwnerAndWeek, 1, 1_000);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " (" + value + ") must be between " + least + " and " + most + ".");
        }
    }
}
