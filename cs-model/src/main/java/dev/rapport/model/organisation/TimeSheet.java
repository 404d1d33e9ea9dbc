package dev.rapport.model.organisation;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Time entries that are no facts of a customer, above all those for nobody in particular, each with the instant when it
 * became known: uncut, like all facts. Immutable.
 *
 * <p>Entries for customers may be here as well, or be fed as their series {@link TimeEntry#SERIES}; not both, or they count
 * twice.
 */
public final class TimeSheet {

    private static final TimeSheet EMPTY = new TimeSheet(List.of());

    private final List<Line> lines;

    private TimeSheet(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * A line of a time sheet.
     *
     * @param entry  who worked, how long and on what
     * @param recordedAt  when that became known
     */
    public record Line(TimeEntry entry, Instant recordedAt) {}

    /**
     * A time sheet on which nobody has written anything yet: there are no such hours, which is something else than that
     * nobody tells them.
     *
     * @return the time sheet without lines
     */
    public static TimeSheet empty() {
        return EMPTY;
    }

    /**
     * A time sheet.
     *
     * @param lines  its lines in any order
     * @return the time sheet
     */
    public static TimeSheet of(List<Line> lines) {
        return lines.isEmpty() ? EMPTY : new TimeSheet(List.copyOf(lines));
    }

    /**
     * This time sheet with one more line.
     *
     * @param entry  who worked, how long and on what
     * @param recordedAt  when that became known
     * @return the time sheet
     */
    public TimeSheet with(TimeEntry entry, Instant recordedAt) {
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(requireNonNull(entry, "entry"), requireNonNull(recordedAt, "recordedAt")));
        return new TimeSheet(List.copyOf(more));
    }

    /**
     * All lines.
     *
     * @return the lines in their order
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * What a cut sees.
     *
     * @param asOf  the cut
     * @param zone  the zone in which days begin
     * @return the entries of days that had begun, as far as they were known
     */
    public List<TimeEntry> asOf(AsOf asOf, ZoneId zone) {
        List<TimeEntry> seen = new ArrayList<>();
        for (Line line : lines) {
            boolean hasBegun = line.entry().on().atStartOfDay(zone).toInstant().isBefore(asOf.validAt());
            if (hasBegun && line.recordedAt().isBefore(asOf.knownAt())) {
                seen.add(line.entry());
            }
        }
        return List.copyOf(seen);
    }

    @Override
    public String toString() {
        return lines.size() + " lines";
    }
}
