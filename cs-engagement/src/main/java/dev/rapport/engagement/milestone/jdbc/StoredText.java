package dev.rapport.engagement.milestone.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts and times as every database keeps them: no zero characters, no halves of characters, and times of one width, so
 * that they sort.
 */
final class StoredText {

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-F]{4})|\\\\\\\\");
    private static final int LAST_YEAR = 9999;
    private static final long SECONDS_OF_DAY = 86_400;
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private StoredText() {}

    static String of(String text) {
        boolean plain = true;
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = c != '\\' && c != 0 && !Character.isSurrogate(c);
        }
        return plain ? text : escaped(text);
    }

    private static String escaped(String text) {
        StringBuilder stored = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                stored.append(c).append(text.charAt(++i));
            } else if (c == '\\') {
                stored.append("\\\\");
            } else if (c == 0 || Character.isSurrogate(c)) {
                stored.append("\\u").append(HexFormat.of().withUpperCase().toHexDigits(c));
            } else {
                stored.append(c);
            }
        }
        return stored.toString();
    }

    static String read(String stored) {
        if (stored.indexOf('\\') < 0) {
            return stored;
        }
        return ESCAPED.matcher(stored)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) == null
                                ? "\\"
                                : String.valueOf((char) HexFormat.fromHexDigits(match.group(1)))));
    }

    static String of(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new IllegalArgumentException("time (" + instant + ") must lie in the years from 0 to 9999.");
        }
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(30);
        append(text, time.getYear(), 1_000);
        append(text.append('-'), time.getMonthValue(), 10);
        append(text.append('-'), time.getDayOfMonth(), 10);
        append(text.append('T'), time.getHour(), 10);
        append(text.append(':'), time.getMinute(), 10);
        append(text.append(':'), time.getSecond(), 10);
        append(text.append('.'), time.getNano(), 100_000_000);
        return text.append('Z').toString();
    }

    static String of(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("day (" + date + ") must lie in the years from 0 to 9999.");
        }
        return date.toString();
    }

    /** What {@link #of(LocalDate)} gave. */
    static LocalDate readDay(String stored) {
        return LocalDate.of(number(stored, 0, 4), number(stored, 5, 7), number(stored, 8, 10));
    }

    /** What {@link #of(Instant)} gave. */
    static Instant readInstant(String stored) {
        long seconds = readDay(stored).toEpochDay() * SECONDS_OF_DAY
                + number(stored, 11, 13) * 3_600L
                + number(stored, 14, 16) * 60L
                + number(stored, 17, 19);
        return Instant.ofEpochSecond(seconds, number(stored, 20, 29));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static void append(StringBuilder text, int number, int highest) {
        for (int digit = highest; digit > 0; digit /= 10) {
            text.append((char) ('0' + number / digit % 10));
        }
    }
}
