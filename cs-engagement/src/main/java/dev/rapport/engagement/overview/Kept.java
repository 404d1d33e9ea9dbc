package dev.rapport.engagement.overview;

import dev.rapport.health.estimate.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The share of ARR that was kept in the last twelve months, expansion left out, against what was meant to be kept.
 *
 * <p><strong>Formula.</strong> A target is held where the lower end of the range is not below it, missed where the upper end is
 * below it; else the data cannot tell.
 *
 * <p><strong>Units.</strong> Shares from 0 to 1; the range is the interval of the plan's retention, at the level of its definition.
 *
 * <p><strong>Edges.</strong> Without a target there is no standing. Without a range nothing can be told of a target, however
 * far off the share is.
 *
 * @param share  the gross revenue retention, from 0 to 1
 * @param range  where such a share may lie by chance; empty where the data cannot bear one
 * @param target  the share that was meant to be kept; empty if none is set
 */
public record Kept(double share, Optional<Interval> range, OptionalDouble target) {

    /** What can be said of a target. */
    public enum Standing {
        /** It is held, wherever in its range the share may lie. */
        HELD,
        /** It is missed, wherever in its range the share may lie. */
        MISSED,
        /** It lies within the range, or there is none. */
        CANNOT_TELL
    }

    /**
     * Whether the target is held.
     *
     * @return the standing; empty without a target
     */
    public Optional<Standing> standing() {
        if (target.isEmpty()) {
            return Optional.empty();
        }
        double meant = target.getAsDouble();
        return Optional.of(
                range.isPresent() && range.get().low() >= meant
                        ? Standing.HELD
                        : range.isPresent() && range.get().high() < meant ? Standing.MISSED : Standing.CANNOT_TELL);
    }
}
