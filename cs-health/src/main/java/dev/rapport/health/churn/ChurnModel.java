package dev.rapport.health.churn;

import dev.rapport.health.risk.ChurnRisk;

/**
 * A model that was fitted to what happened, and says within which horizon it takes a customer to be lost. It is a {@link
 * ChurnRisk}, so that it can take the place of rules. {@code ChurnModelContract} in the test kit says what it must keep.
 *
 * <p>A model of another library is plugged in by {@link HostModel}, or by implementing this.
 */
public interface ChurnModel extends ChurnRisk {

    /**
     * What the probability is of: a loss within so many days, or at the next decision.
     *
     * @return the horizon
     */
    Horizon horizon();
}
