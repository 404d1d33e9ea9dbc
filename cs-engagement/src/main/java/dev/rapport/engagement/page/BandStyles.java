package dev.rapport.engagement.page;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The colours of health bands, whatever their codes: the worst is red, the best green, those between yellow. */
final class BandStyles {

    private static final Set<String> COLOURS = Set.of("red", "yellow", "green");
    private static final String UNKNOWN = "unknown";

    private final List<String> codes = new ArrayList<>();

    BandStyles(Bands bands) {
        for (Band band : bands.list()) {
            codes.add(band.code());
        }
    }

    /** The bands' codes, worst first. */
    List<String> codes() {
        return List.copyOf(codes);
    }

    boolean isBest(String code) {
        return codes.indexOf(code) == codes.size() - 1;
    }

    String of(String code) {
        int position = codes.indexOf(code);
        if (position < 0) {
            return UNKNOWN;
        }
        return isBest(code) ? "green" : position == 0 ? "red" : "yellow";
    }

    /** The colour of a band that is called by one; for those who know no other bands. */
    static String named(String code) {
        return COLOURS.contains(code) ? code : UNKNOWN;
    }
}
