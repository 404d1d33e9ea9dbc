package dev.rapport.engagement.milestone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * An iCalendar document, RFC 5545: lines end with CR LF and are folded at 75 octets, texts are escaped; characters that
 * no text may have become spaces, so that no text can begin a line of its own.
 */
final class CalendarText {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final String stamp;

    CalendarText(Instant stamp) {
        this.stamp = TIME.format(stamp);
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Rapport//Milestones//EN");
        line("CALSCALE:GREGORIAN");
    }

    void event(Occurrence occurrence, String customer, Optional<String> owner) {
        OccurrenceKey key = occurrence.key();
        line("BEGIN:VEVENT");
        line("UID:" + digest(key.token()) + "@rapport");
        line("DTSTAMP:" + stamp);
        line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(occurrence.dueOn()));
        line("DTEND;VALUE=DATE:"
                + DateTimeFormatter.BASIC_ISO_DATE.format(occurrence.dueOn().plusDays(1)));
        line("SUMMARY:" + escaped(customer + ": " + key.milestone() + ", " + key.step()));
        line("DESCRIPTION:" + escaped(occurrence.rule() + owner.map(name -> "; " + name).orElse("")));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    String end() {
        line("END:VCALENDAR");
        return text.toString();
    }

    private static String escaped(String value) {
        StringBuilder safe = new StringBuilder(value.length() + 8);
        value.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (c == '\n') {
                safe.append("\\n");
            } else if (type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE) {
                safe.append(' ');
            } else {
                if (c == '\\' || c == ';' || c == ',') {
                    safe.append('\\');
                }
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /** A line, folded between characters so that no part has more octets than it may. */
    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(c);
            octets += size;
            i += Character.charCount(c);
        }
        text.append("\r\n");
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
