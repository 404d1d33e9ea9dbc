package dev.rapport.model.json;

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

    private final Writer target;
    private char pendingHigh = NONE;

    EscapingWriter(Writer target) {
        this.target = target;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        int end = offset + length;
        int passed = offset;
        for (int i = offset; i < end; i++) {
            char c = characters[i];
            if (pendingHigh != NONE || Character.isHighSurrogate(c) || mustBeEscaped(c)) {
                target.write(characters, passed, i - passed);
                write(c);
                passed = i + 1;
            }
        }
        target.write(characters, passed, end - passed);
    }

    private void write(char c) throws IOException {
        if (pendingHigh != NONE) {
            char high = pendingHigh;
            pendingHigh = NONE;
            if (Character.isLowSurrogate(c)) {
                target.write(high);
                target.write(c);
                return;
            }
            escape(high);
        }
        if (Character.isHighSurrogate(c)) {
            pendingHigh = c;
        } else if (mustBeEscaped(c)) {
            escape(c);
        } else {
            target.write(c);
        }
    }

    private static boolean mustBeEscaped(char c) {
        return c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029' || Character.isLowSurrogate(c);
    }

    private void escape(char c) throws IOException {
        target.write("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            target.write(HEX.charAt(c >> shift & 0xF));
        }
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    /** Leaves the target open: it belongs to the caller. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
