package dev.rapport.health.version;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.HealthStrategy;
import dev.rapport.health.scorecard.ScorecardStrategy;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A revision with its two times: since when it holds, and since when that is known.
 *
 * @param strategy  what decides while it is in force
 * @param effectiveFrom  the first day on which it holds; empty for the one that always held
 * @param approvedOn  the day on which it was approved; empty if it counts as approved when it took effect
 */
public record HealthVersion(
        HealthStrategy strategy, Optional<LocalDate> effectiveFrom, Optional<LocalDate> approvedOn) {

    /**
     * Checks that all is said.
     *
     * @param strategy  what decides
     * @param effectiveFrom  the first day on which it holds
     * @param approvedOn  the day on which it was approved
     */
    public HealthVersion {
        requireNonNull(strategy, "strategy");
        requireNonNull(effectiveFrom, "effectiveFrom");
        requireNonNull(approvedOn, "approvedOn");
    }

    /**
     * A revision as its document says: in force from its day on; where the document does not say when it was approved, it
     * counts as approved on that day.
     *
     * @param scorecard  the scorecard, approved by somebody
     * @return the version
     * @throws IllegalArgumentException if nobody approved it
     */
    public static HealthVersion of(ScorecardStrategy scorecard) {
        DocumentHeader header = scorecard.scorecard().header();
        if (header.approvedBy().isEmpty()) {
            throw new IllegalArgumentException("scorecard (" + scorecard.policy()
                    + ") must be approved by somebody to be in force.\nMaybe it is a proposal: simulate it first.");
        }
        return new HealthVersion(scorecard, header.effectiveFrom(), header.approvedOn());
    }

    /**
     * This revision with the day of its approval.
     *
     * @param day  the day; what is asked as known before it does not see the revision
     * @return the version
     */
    public HealthVersion approvedOn(LocalDate day) {
        return new HealthVersion(strategy, effectiveFrom, Optional.of(day));
    }

    boolean isSeenBy(AsOf asOf, ZoneId zone) {
        return asOf.sees(start(effectiveFrom, zone), start(approvedOn.or(() -> effectiveFrom), zone));
    }

    private static Instant start(Optional<LocalDate> day, ZoneId zone) {
        return day.map(first -> first.atStartOfDay(zone).toInstant()).orElse(Instant.MIN);
    }

    /** Since when it holds, as a clause. */
    String inForce() {
        return effectiveFrom.map(day -> "in force from " + day).orElse("in force since ever")
                + approvedOn.map(day -> ", approved on " + day).orElse("");
    }
}
