package dev.rapport.examples.benchmarks;

import java.util.List;

/** A segment: of some countries, or of all if none is named, with so much revenue, so many seats and such usage at least. */
record SegmentRule(List<String> countries, double arr, double seats, double change) {

    /** The ten segments, the first in order that fits wins. Declared once, so that nobody is given less work. */
    static final List<SegmentRule> TEN = List.of(
            new SegmentRule(List.of("DE", "AT", "CH"), 200_000, 0, -1),
            new SegmentRule(List.of(), 200_000, 100, -0.5),
            new SegmentRule(List.of("US", "CA"), 100_000, 200, 0),
            new SegmentRule(List.of("GB", "IE", "FR"), 40_000, 500, 0.2),
            new SegmentRule(List.of("BR", "JP"), 40_000, 0, -1),
            new SegmentRule(List.of("DE", "AT", "CH", "BE", "NL"), 10_000, 300, -0.2),
            new SegmentRule(List.of(), 10_000, 600, 0.5),
            new SegmentRule(List.of("US"), 5_000, 0, 0.3),
            new SegmentRule(List.of(), 2_000, 800, -1),
            new SegmentRule(List.of("FR", "BE", "NL", "GB"), 0, 50, -0.8));

    boolean fits(String ownCountry, double ownArr, double ownSeats, double ownChange) {
        return (countries.isEmpty() || countries.contains(ownCountry))
                && ownArr >= arr
                && ownSeats >= seats
                && ownChange >= change;
    }
}
