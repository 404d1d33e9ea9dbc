package dev.rapport.model.json;

import java.io.Flushable;
import java.io.IOException;
import java.io.Writer;

/**
 * Passes JSON text on, and writes as escapes what must not stand there raw: the characters that end a script element or
 * a script line, and halves of surrogate pairs. All of these can only occur within strings and names, so that an
 * escape is always right. Does not close its target.
 */
final class EscapingWriter extends Writer {

    private static final char NONE = 0;
    private static final String HEX = "0123456789abcdef";

    private final Appendable target;
    private char pendingHigh = NONE;

    EscapingWriter(Appendable target) {
        this.target = target;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(characters[i]);
        }
    }

    private void write(char c) throws IOException {
        if (pendingHigh != NONE) {
            if (Character.isLowSurrogate(c)) {
                target.append(pendingHigh).append(c);
                pendingHigh = NONE;
                return;
            }
            escape(pendingHigh);
            pendingHigh = NONE;
        }
        if (Character.isHighSurrogate(c)) {
            pendingHigh = c;
        } else if (mustBeEscaped(c)) {
            escape(c);
        } else {
            target.append(c);
        }
    }

    private static boolean mustBeEscaped(char c) {
        return c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029' || Character.isLowSurrogate(c);
    }

    private void escape(char c) throws IOException {
        target.append("\\u")
                .append(HEX.charAt(c >> 12))
                .append(HEX.charAt(c >> 8 & 0xF))
                .append(HEX.charAt(c >> 4 & 0xF))
                .append(HEX.charAt(c & 0xF));
    }

    @Override
    public void flush() throws IOException {
        if (target instanceof Flushable flushable) {
            flushable.flush();
        }
    }

    /** Leaves the target open: it belongs to the caller. */
    @Override
    public void close() {}
}
