package dev.rapport.health.preset;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;

/** Band edges that others published. */
public final class BandPresets {

    private BandPresets() {}

    /**
     * Red below 50, yellow below 75, green: the default ranges of numeric scorecards in Gainsight's documentation
     * (Scorecards, 0-50 red, 51-75 yellow, 76-100 green). There a band excludes its lower edge; here it includes it, so that
     * a score of exactly 50 is yellow.
     *
     * @return the bands, without hysteresis, which the source does not have
     */
    public static Bands gainsight() {
        return Bands.of(new Band("red", 0, 50), new Band("yellow", 50, 75), new Band("green", 75, 100));
    }

    /**
     * Red below 30, green from 70: the edges in Natero's documentation, which calls scores up to 30 red and from 70 green.
     * Exactly 30 is yellow here.
     *
     * @return the bands, without hysteresis, which the source does not have
     */
    public static Bands natero() {
        return Bands.of(new Band("red", 0, 30), new Band("yellow", 30, 70), new Band("green", 70, 100));
    }
}
