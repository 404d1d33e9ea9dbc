package dev.rapport.model.json;

import java.io.IOException;
import java.io.Reader;

/**
 * The lines of a text, one at a time, each as a piece of a buffer that the next one may overwrite. A line feed ends a
 * line. A line that is too long is gone through without being kept.
 */
final class Lines {

    /** Stands for the start of a line that has none. */
    static final char BLANK = '\n';

    private static final int AT_ONCE = 1 << 16;

    private final Reader in;
    private final int longest;
    private char[] buffer = new char[AT_ONCE];
    private int filled;
    private int offset;
    private int length;
    private int number;
    private boolean isTooLong;
    private char startOfLong;
    private boolean isEnded;
    private int next;

    Lines(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Goes on to the next line; false if there is none. */
    boolean next() throws IOException {
        offset = next;
        isTooLong = false;
        int searched = offset;
        while (true) {
            for (int i = searched; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return found(i, true);
                }
            }
            searched = filled;
            if (searched - offset > longest) {
                startOfLong = isTooLong ? startOfLong : startOf(searched - offset);
                isTooLong = true;
                filled = offset;
                searched = offset;
            }
            if (filled == buffer.length) {
                makeRoom();
                searched = filled;
            }
            int more = in.read(buffer, filled, buffer.length - filled);
            if (more < 0) {
                return (filled > offset || isTooLong) && found(filled, false);
            }
            filled += more;
        }
    }

    private boolean found(int end, boolean ended) {
        if (end - offset > longest && !isTooLong) {
            startOfLong = startOf(end - offset);
            isTooLong = true;
        }
        length = end - offset;
        isEnded = ended;
        next = ended ? end + 1 : end;
        number = number == Integer.MAX_VALUE ? number : number + 1;
        return true;
    }

    /** Moves the line to the front of the buffer, or into a larger one where it fills it. */
    private void makeRoom() {
        int kept = filled - offset;
        char[] target = offset > 0 ? buffer : new char[2 * buffer.length];
        System.arraycopy(buffer, offset, target, 0, kept);
        buffer = target;
        filled = kept;
        offset = 0;
    }

    char[] buffer() {
        return buffer;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    /** Which line it is, from 1. */
    int number() {
        return number;
    }

    /** Whether the line has too many characters; then they are gone but for the start. */
    boolean isTooLong() {
        return isTooLong;
    }

    /** Whether a line feed ends it; else the text does. */
    boolean isEnded() {
        return isEnded;
    }

    /** The first character that is not blank. */
    char start() {
        if (isTooLong) {
            return startOfLong;
        }
        return startOf(length);
    }

    private char startOf(int characters) {
        for (int i = offset; i < offset + characters; i++) {
            if (buffer[i] > ' ') {
                return buffer[i];
            }
        }
        return BLANK;
    }

    String text() {
        return new String(buffer, offset, length);
    }
}
