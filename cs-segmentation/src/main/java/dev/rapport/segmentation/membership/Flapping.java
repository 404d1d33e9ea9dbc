package dev.rapport.segmentation.membership;

import dev.rapport.segmentation.segment.Segment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often customers go back where they came from: the share of moves between segments that return to the segment that was
 * left by the move before. What stands between in no segment is passed over.
 *
 * @param moves  how many moves there were
 * @param returns  how many of them returned within the days
 */
public record Flapping(int moves, int returns) {

    /**
     * Counts over time.
     *
     * @param history  who was where, the earliest first
     * @param days  within how many days a move back is flapping
     * @return the counts
     * @throws IllegalArgumentException if the dates do not rise
     */
    public static Flapping of(List<Membership> history, int days) {
        Map<String, Path> paths = new HashMap<>();
        int moves = 0;
        int returns = 0;
        for (int i = 0; i < history.size(); i++) {
            LocalDate date = history.get(i).book().date();
            if (i > 0 && !date.isAfter(history.get(i - 1).book().date())) {
                throw new IllegalArgumentException("dates of history must rise: " + date + " comes after "
                        + history.get(i - 1).book().date() + ".");
            }
            for (Map.Entry<String, Segment> entry :
                    history.get(i).segmentByCustomer().entrySet()) {
                Path path = paths.get(entry.getKey());
                Segment segment = entry.getValue();
                if (path == null) {
                    paths.put(entry.getKey(), new Path(segment, Optional.empty(), date));
                } else if (!path.segment().equals(segment)) {
                    boolean isBack = path.left().equals(Optional.of(segment))
                            && ChronoUnit.DAYS.between(path.since(), date) <= days;
                    moves++;
                    returns += isBack ? 1 : 0;
                    paths.put(entry.getKey(), new Path(segment, Optional.of(path.segment()), date));
                }
            }
        }
        return new Flapping(moves, returns);
    }

    /** Where a customer is, where it came from, and since when. */
    private record Path(Segment segment, Optional<Segment> left, LocalDate since) {}

    /**
     * The flapping rate.
     *
     * @return returns by moves; 0 without moves
     */
    public double rate() {
        return moves > 0 ? (double) returns / moves : 0;
    }
}
