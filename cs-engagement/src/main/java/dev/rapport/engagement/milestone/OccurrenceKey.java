package dev.rapport.engagement.milestone;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * What identifies an occurrence of a milestone: never its content. The same step of next year's renewal has another anchor
 * date and is another occurrence; a step that is added to the policy renames no other.
 */
@Value.Immutable
@ValueStyle
public abstract class OccurrenceKey implements Comparable<OccurrenceKey> {

    /** So that a store can index tokens: at most three bytes a character. */
    private static final int LONGEST_TOKEN = 600;

    /** As many characters a single one can become. */
    private static final int LONGEST_ESCAPE = 6;

    private static final Pattern ESCAPED = Pattern.compile("%u([0-9A-F]{4})|%([0-9A-F]{2})");

    private static final Comparator<OccurrenceKey> ORDER = Comparator.comparing(OccurrenceKey::customerId)
            .thenComparing(OccurrenceKey::milestone)
            .thenComparing(OccurrenceKey::anchor)
            .thenComparing(OccurrenceKey::anchorDate)
            .thenComparing(OccurrenceKey::step);

    OccurrenceKey() {}

    /**
     * Starts a key.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whose occurrence it is.
     *
     * @return the customer's id
     */
    public abstract String customerId();

    /**
     * Of which milestone.
     *
     * @return the milestone's id
     */
    public abstract String milestone();

    /**
     * What the day belongs to that it is reckoned from.
     *
     * @return the anchor's id, such as a contract's
     */
    public abstract String anchor();

    /**
     * The version of the anchor: the day that it is reckoned from.
     *
     * @return the anchor's date
     */
    public abstract LocalDate anchorDate();

    /**
     * Which of the milestone's occurrences it is.
     *
     * @return the step in words, such as {@code 30 days before}
     */
    public abstract String step();

    /**
     * The key as one text, to be handed on as idempotency token.
     *
     * @return the parts joined by {@code |}; that character, {@code #}, {@code %}, control characters and halves of
     *     characters are escaped in the parts, so that different keys have different tokens
     */
    @Value.Lazy
    public String token() {
        return String.join(
                "|",
                escaped(customerId()),
                escaped(milestone()),
                escaped(anchor()),
                anchorDate().toString(),
                escaped(step()));
    }

    /**
     * Reads a token.
     *
     * @param token  a text that {@link #token()} gave
     * @return the key
     * @throws IllegalArgumentException if it is no such text
     */
    public static OccurrenceKey parse(String token) {
        String[] parts = token.split("\\|", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("token (" + token + ") must be customer|milestone|anchor|date|step.");
        }
        return builder()
                .customerId(unescaped(parts[0]))
                .milestone(unescaped(parts[1]))
                .anchor(unescaped(parts[2]))
                .anchorDate(LocalDate.parse(parts[3]))
                .step(unescaped(parts[4]))
                .build();
    }

    @Value.Check
    void check() {
        int length = customerId().length() + milestone().length() + anchor().length() + step().length();
        boolean mayBeTooLong = length > LONGEST_TOKEN / LONGEST_ESCAPE - LONGEST_ESCAPE;
        if (mayBeTooLong && token().length() > LONGEST_TOKEN) {
            throw new IllegalArgumentException("token of an occurrence must have at most " + LONGEST_TOKEN
                    + " characters, had " + token().length() + ": " + token().substring(0, 80) + "...");
        }
    }

    /** Escapes what parts are joined by, and what not every store and wire keeps: control characters, half characters. */
    private static String escaped(String part) {
        StringBuilder text = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean whole = Character.isHighSurrogate(c)
                    && i + 1 < part.length()
                    && Character.isLowSurrogate(part.charAt(i + 1));
            if (whole) {
                text.append(c).append(part.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                text.append("%u").append(HexFormat.of().withUpperCase().toHexDigits(c));
            } else if (c == '%' || c == '|' || c == '#' || Character.isISOControl(c)) {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String unescaped(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        return ESCAPED.matcher(part)
                .replaceAll(match -> Matcher.quoteReplacement(
                        String.valueOf((char) HexFormat.fromHexDigits(match.group(match.group(1) == null ? 2 : 1)))));
    }

    @Override
    public int compareTo(OccurrenceKey other) {
        return ORDER.compare(this, other);
    }

    /** The token. */
    @Override
    public String toString() {
        return token();
    }

    /** Collects the parts of a key. Not for use by several threads. */
    public static final class Builder extends ImmutableOccurrenceKey.Builder {
        Builder() {}
    }
}
