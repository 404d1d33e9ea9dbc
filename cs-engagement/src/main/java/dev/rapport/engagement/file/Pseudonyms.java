package dev.rapport.engagement.file;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into pseudonyms with a secret: HMAC-SHA-256 (RFC 2104), its first 64 bits. Without the secret nobody can
 * find out by trying whose pseudonym it is; with another secret all pseudonyms are others.
 *
 * <p>Two of a million different texts share a pseudonym with a probability below 1 in 30 million.
 */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 8;
    private static final int SHORTEST = 16;
    private static final Pseudonyms NONE = new Pseudonyms(null);

    private final @Nullable SecretKeySpec key;

    private Pseudonyms(@Nullable SecretKeySpec key) {
        this.key = key;
    }

    /**
     * No pseudonyms: for files in which nothing is hashed.
     *
     * @return what makes none
     */
    public static Pseudonyms none() {
        return NONE;
    }

    /**
     * Pseudonyms by a secret.
     *
     * @param secret  at least 16 bytes that only the host knows; copied
     * @return what makes them
     * @throws IllegalArgumentException if the secret is too short
     */
    public static Pseudonyms keyed(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("secret of " + secret.length + " bytes must have at least " + SHORTEST
                    + ": a short one is found by trying.");
        }
        return new Pseudonyms(new SecretKeySpec(secret, ALGORITHM));
    }

    boolean areNone() {
        return key == null;
    }

    /**
     * The pseudonym of a text: the same for the same text and secret, always.
     *
     * @param text  such as a name
     * @return the word {@code hashed-} and 16 hexadecimal digits
     * @throws IllegalStateException if there is no secret
     */
    public String of(String text) {
        if (key == null) {
            throw new IllegalStateException(
                    "There is no secret for pseudonyms.\nMaybe make them with Pseudonyms.keyed(secret).");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return "hashed-" + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ", which every Java must have.", e);
        }
    }
}
