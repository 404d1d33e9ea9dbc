package dev.rapport.health;

import dev.rapport.health.band.Bands;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The bands beyond a customer's own that were found on the last evaluation dates in a row, all on one side of it. */
final class Beyond {

    static final String ASPECT = "band.beyond";

    private static final String DIVIDER = "|";
    private static final Beyond NONE = new Beyond(List.of());

    private final List<String> codes;

    private Beyond(List<String> codes) {
        this.codes = codes;
    }

    static Beyond none() {
        return NONE;
    }

    /** From {@code 2|red|yellow}. */
    static Beyond parse(String text) {
        String[] parts = text.split(Pattern.quote(DIVIDER), -1);
        return new Beyond(List.of(parts).subList(1, parts.length));
    }

    String print() {
        StringBuilder text = new StringBuilder().append(codes.size());
        codes.forEach(code -> text.append(DIVIDER).append(code));
        return text.toString();
    }

    boolean isEmpty() {
        return codes.isEmpty();
    }

    int size() {
        return codes.size();
    }

    /** These and one more; only that one if the others lie on the other side. As many are kept as a change takes. */
    Beyond and(String code, String from, Bands bands) {
        List<String> all = new ArrayList<>();
        for (String earlier : codes) {
            if (side(earlier, from, bands) == side(code, from, bands)) {
                all.add(earlier);
            }
        }
        all.add(code);
        return new Beyond(List.copyOf(all.subList(Math.max(0, all.size() - bands.confirmations()), all.size())));
    }

    private static int side(String code, String from, Bands bands) {
        return Integer.signum(
                bands.position(code).orElse(0) - bands.position(from).orElse(0));
    }

    /** The band among them that lies nearest to a customer's own. */
    String nearest(String from, Bands bands) {
        String nearest = codes.get(0);
        for (String code : codes) {
            if (distance(code, from, bands) < distance(nearest, from, bands)) {
                nearest = code;
            }
        }
        return nearest;
    }

    private static int distance(String code, String from, Bands bands) {
        return Math.abs(bands.position(code).orElse(0) - bands.position(from).orElse(0));
    }
}
