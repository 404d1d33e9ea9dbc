package dev.rapport.engagement.team;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who is proposed to lead.
 *
 * @param fit  how well the person fits the role of the lead
 * @param why  why this one, in words
 */
public record Nominee(Fit fit, String why) {

    /**
     * Checks that there are reasons.
     *
     * @param fit  how well the person fits
     * @param why  why this one
     */
    public Nominee {
        requireNonNull(fit, "fit");
        requireNonNull(why, "why");
    }

    /**
     * Who it is.
     *
     * @return the id of the member
     */
    public String memberId() {
        return fit.memberId();
    }
}
