package dev.rapport.health.atrisk;

import dev.rapport.model.decision.Explanation;
import java.util.Optional;

/**
 * Why a line stands where it stands. The values of the trees are the numbers of the line, to the last bit.
 *
 * @param loss  the expected loss: the probability with its reasons, times what is at stake
 * @param play  which play it is, by its conditions; empty where there is no choice
 * @param saved  what the play is expected to save: the loss times the share that can be saved; empty without plays
 */
public record AtRiskReasons(Explanation loss, Optional<Explanation> play, Optional<Explanation> saved) {

    /**
     * Why the customer is likely lost.
     *
     * @return the reasons of the probability
     */
    public Explanation probability() {
        return loss.parts().get(0);
    }
}
