package dev.rapport.engagement.team;

import java.math.BigDecimal;

/**
 * The hours of one kind of work: what the engagement models plan beside what was spent.
 *
 * @param kind  the kind, as touchpoints of the models and time entries name it; work for new customers is {@code onboarding}
 * @param planned  the planned hours in as many days, without capacity factors
 * @param spent  the hours of time entries, those for nobody in particular included
 */
public record KindDrift(String kind, BigDecimal planned, BigDecimal spent) {

    /**
     * How far the work is from the plan.
     *
     * @return the hours spent beyond the plan, negative where less was done
     */
    public BigDecimal difference() {
        return spent.subtract(planned);
    }
}
