package dev.rapport.health.scorecard;

import dev.rapport.health.band.BandLimits;
import dev.rapport.health.band.Bands;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** A cap or floor of a band: which output of the program it is, and what value the output has while it binds. */
record BandLimit(String band, double bound, boolean isUpper) {

    /**
     * The limits that bind.
     *
     * @param all  the limits in the order of the outputs
     * @param values  the value of the output of each, NaN where it has none
     */
    static BandLimits binding(List<BandLimit> all, Bands bands, IntToDoubleFunction values) {
        Optional<String> atMost = Optional.empty();
        Optional<String> atLeast = Optional.empty();
        for (int i = 0; i < all.size(); i++) {
            BandLimit limit = all.get(i);
            if (values.applyAsDouble(i) == limit.bound) {
                if (limit.isUpper) {
                    atMost = Optional.of(atMost.filter(other -> position(other, bands) < position(limit.band, bands))
                            .orElse(limit.band));
                } else {
                    atLeast = Optional.of(atLeast.filter(other -> position(other, bands) > position(limit.band, bands))
                            .orElse(limit.band));
                }
            }
        }
        return atMost.isEmpty() && atLeast.isEmpty() ? BandLimits.none() : new BandLimits(atMost, atLeast);
    }

    private static int position(String band, Bands bands) {
        return bands.position(band).orElseThrow();
    }
}
