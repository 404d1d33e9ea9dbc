package dev.rapport.health.warning;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A fingerprint of numbers and texts in their order, 64 bits. Made to notice what has changed, not to withstand anybody who
 * wants to forge it.
 */
final class Fingerprint {

    private static final long ODD = 0x9E3779B97F4A7C15L;

    private long hash = ODD;

    Fingerprint add(long bits) {
        // The finaliser of SplitMix64, over what was there
        long mixed = (hash ^ bits) * ODD;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        hash = mixed ^ (mixed >>> 31);
        return this;
    }

    Fingerprint add(double value) {
        return add(Double.doubleToLongBits(value));
    }

    Fingerprint add(String text) {
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            add(one);
        }
        return add(text.length());
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(hash);
    }
}
