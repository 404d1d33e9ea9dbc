package dev.rapport.engagement.coverage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How far the clocks of two zones are apart at one instant. Immutable; those of some zones are looked up once. */
final class Clocks {

    static final double HALF_DAY = 12;

    private static final double SECONDS_PER_HOUR = 3600;

    private final Instant at;
    private final Map<ZoneId, Integer> offsets = new HashMap<>();

    Clocks(Instant at, Collection<AssignmentNeed> needs, Collection<AssignmentCandidate> candidates) {
        this.at = at;
        needs.forEach(need -> need.zone().ifPresent(this::lookUp));
        candidates.forEach(candidate -> lookUp(candidate.zone()));
    }

    private void lookUp(ZoneId zone) {
        offsets.computeIfAbsent(zone, this::offsetThen);
    }

    /** The shorter way round the clock, in hours. */
    double hoursBetween(ZoneId one, ZoneId other) {
        double hours = Math.abs(offset(one) - offset(other)) / SECONDS_PER_HOUR;
        return hours > HALF_DAY ? 2 * HALF_DAY - hours : hours;
    }

    private int offset(ZoneId zone) {
        Integer known = offsets.get(zone);
        return known == null ? offsetThen(zone) : known;
    }

    private int offsetThen(ZoneId zone) {
        return zone.getRules().getOffset(at).getTotalSeconds();
    }
}
