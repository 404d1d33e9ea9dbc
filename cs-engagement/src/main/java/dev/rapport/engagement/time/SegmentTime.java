package dev.rapport.engagement.time;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a segment's customers took of the team's time.
 *
 * @param segment  the id of the segment; empty for customers in none
 * @param spent  the hours spent
 * @param planned  the hours that the engagement model asks for in as many days; empty where there is no model
 */
public record SegmentTime(Optional<String> segment, BigDecimal spent, Optional<BigDecimal> planned) {

    /**
     * What share of the planned hours was spent.
     *
     * @return the share; empty where nothing is planned
     */
    public OptionalDouble share() {
        return planned.filter(hours -> hours.signum() > 0)
                .map(hours -> OptionalDouble.of(spent.doubleValue() / hours.doubleValue()))
                .orElse(OptionalDouble.empty());
    }
}
