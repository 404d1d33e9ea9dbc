package dev.rapport.health.observation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what became of a customer, from its losses and where the outcomes end. */
final class Outcomes {

    private static final double SECONDS_OF_A_DAY = 86_400;

    private final Window window;
    private final ZoneId zone;
    private final Instant end;

    Outcomes(Window window, ZoneId zone, Instant end) {
        this.window = window;
        this.zone = zone;
        this.end = end;
    }

    /** One of both. */
    record Result(
            @Nullable Observation observation, @Nullable Exclusion why) {}

    boolean sees(Instant date) {
        return date.isBefore(end);
    }

    Result of(Snapshots.Row row, List<Instant> losses, boolean isThere) {
        int before = 0;
        Instant loss = null;
        for (Instant one : losses) {
            if (one.isBefore(row.at())) {
                if (!row.knownLosses().contains(one)) {
                    return new Result(null, Exclusion.ALREADY_LOST);
                }
                before++;
            } else if (loss == null) {
                loss = one;
            }
        }
        if (loss != null && loss.isBefore(ahead(row, window.leadDays()))) {
            return new Result(null, Exclusion.LOST_WITHIN_LEAD);
        }
        if (loss == null && !isThere) {
            return new Result(null, Exclusion.GONE);
        }
        double days = (double) row.at().until(loss == null ? end : loss, ChronoUnit.SECONDS) / SECONDS_OF_A_DAY;
        return new Result(
                // A loss on the first day after the date was watched for a part of it
                new Observation(row, before + 1, Math.max(days, 0.5), loss != null, fate(row, loss)), null);
    }

    private Fate fate(Snapshots.Row row, @Nullable Instant loss) {
        Instant over = ahead(row, window.horizonDays());
        if (loss != null && loss.isBefore(over)) {
            return Fate.LOST;
        }
        return over.isAfter(end) ? Fate.CENSORED : Fate.STAYED;
    }

    private Instant ahead(Snapshots.Row row, int days) {
        return row.at().atZone(zone).plusDays(days).toInstant();
    }
}
