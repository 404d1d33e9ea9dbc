package dev.rapport.engagement.milestone;

import static java.util.Objects.requireNonNull;

/**
 * What happens when nobody touches an alert: another role is alerted.
 *
 * @param afterDays  after how many days, at least 1
 * @param alerts  the role
 */
public record FollowUp(int afterDays, String alerts) {

    /**
     * Checks the days.
     *
     * @param afterDays  after how many days
     * @param alerts  the role
     */
    public FollowUp {
        requireNonNull(alerts, "alerts");
        if (afterDays < 1) {
            throw new IllegalArgumentException("afterDays (" + afterDays + ") must be at least 1.");
        }
    }
}
