package dev.rapport.health.trend;

import java.util.List;
import java.util.Set;

/**
 * The bands of one customer at a series of evaluation dates.
 *
 * @param bands  the codes, the earliest first; {@link #ABSENT} where the book did not have the customer
 */
public record BandPath(List<String> bands) {

    /** In place of a band, where the book did not have the customer. */
    public static final String ABSENT = "";

    /**
     * Copies the bands.
     *
     * @param bands  the codes
     */
    public BandPath {
        bands = List.copyOf(bands);
    }

    /**
     * The first dates of this path.
     *
     * @param count  how many, at most as many as there are
     * @return the shorter path
     */
    public BandPath first(int count) {
        return new BandPath(bands.subList(0, count));
    }

    /**
     * How often the band changed.
     *
     * @return the number of dates whose band is another than that of the date before; coming and going do not count
     */
    public int changes() {
        int changes = 0;
        for (int date = 1; date < bands.size(); date++) {
            changes += isChange(date) ? 1 : 0;
        }
        return changes;
    }

    private boolean isChange(int date) {
        String before = bands.get(date - 1);
        String here = bands.get(date);
        return !here.equals(before) && !here.equals(ABSENT) && !before.equals(ABSENT);
    }

    /**
     * How often the band flapped: came back to one that was left a few dates before, without another in between.
     *
     * @param within  how many dates after leaving a return still is a flap, at least 1
     * @return the number of returns
     */
    public int flaps(int within) {
        if (within < 1) {
            throw new IllegalArgumentException("within (" + within + ") must be at least 1.");
        }
        int flaps = 0;
        int left = -1;
        for (int date = 1; date < bands.size(); date++) {
            if (isChange(date)) {
                boolean returned = left > 0 && bands.get(date).equals(bands.get(left - 1)) && date - left <= within;
                flaps += returned ? 1 : 0;
                left = date;
            }
        }
        return flaps;
    }

    /**
     * Since when the last date's band and all before it, without a break, have been among some.
     *
     * @param wanted  the codes
     * @return the position of the first date of that run; as many as there are dates if the last is not among them
     */
    public int since(Set<String> wanted) {
        int date = bands.size();
        while (date > 0 && wanted.contains(bands.get(date - 1))) {
            date--;
        }
        return date;
    }
}
