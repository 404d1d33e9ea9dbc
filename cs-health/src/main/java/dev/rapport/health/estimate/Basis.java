package dev.rapport.health.estimate;

/**
 * What an estimate rests on.
 *
 * @param observations  how many observations, such as answers
 * @param clusters  how many clusters they come from, such as accounts
 * @param effective  how many independent observations they are worth, at most as many as there are
 */
public record Basis(long observations, long clusters, double effective) {

    /** Independent observations. */
    static Basis independent(long observations) {
        return new Basis(observations, observations, observations);
    }
}
