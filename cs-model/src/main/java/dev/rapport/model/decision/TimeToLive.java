package dev.rapport.model.decision;

/**
 * For how long a value counts: in full for some days, then evenly less until it counts as missing. It is its weight that
 * fades, never the value.
 *
 * <p>A value that is {@code age} days old counts with {@code 1} up to {@code days}, with {@code 1 - (age - days) / fadeDays}
 * behind it, and with 0 from {@code days + fadeDays} on; without a fade it is gone the day after. The age is that of what
 * the value says, not of when it became known. A value that does not say since when it holds counts in full.
 *
 * @param days  for how many days the value counts in full, at least 0
 * @param fadeDays  over how many days it fades after that, at least 0
 */
public record TimeToLive(int days, int fadeDays) {

    /**
     * Checks both numbers.
     *
     * @param days  for how many days the value counts in full
     * @param fadeDays  over how many days it fades after that
     * @throws IllegalArgumentException if one is negative or more than a hundred years
     */
    public TimeToLive {
        check("days", days);
        check("fadeDays", fadeDays);
    }

    private static void check(String name, int days) {
        if (days < 0 || days > 36_525) {
            throw new IllegalArgumentException(name + " (" + days + ") must be between 0 and 36525.");
        }
    }

    /**
     * What is left of the weight of a value.
     *
     * @param age  how many days old it is; NaN if it does not say
     * @return 1 while it counts in full, 0 when it is gone
     */
    public double left(double age) {
        if (!(age > days)) {
            return 1;
        }
        return age >= (double) days + fadeDays ? 0 : 1 - (age - days) / fadeDays;
    }

    /** Both numbers in words. */
    @Override
    public String toString() {
        return days
                + (days == 1 ? " day" : " days")
                + (fadeDays == 0 ? "" : ", fading over " + fadeDays + (fadeDays == 1 ? " day" : " days"));
    }
}
