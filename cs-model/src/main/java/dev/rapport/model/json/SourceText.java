package dev.rapport.model.json;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The characters of a document, or the reason why there are none.
 *
 * @param characters the text without a byte order mark; empty if there is a defect
 * @param defect what is wrong with the bytes or the length
 */
record SourceText(String characters, Optional<Problem> defect) {

    private static final int LONGEST_UTF_8_SEQUENCE = 3; // bytes for one UTF-16 unit
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static SourceText of(String source, String text, JsonLimits limits) {
        if (text.length() > limits.maxCharacters()) {
            return tooLong(source, limits);
        }
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return new SourceText(marked ? text.substring(1) : text, Optional.empty());
    }

    static SourceText read(String source, Reader in, JsonLimits limits) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] chunk = new char[8192];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            text.append(chunk, 0, read);
            if (text.length() > limits.maxCharacters()) {
                return tooLong(source, limits);
            }
        }
        return of(source, text.toString(), limits);
    }

    static SourceText read(String source, InputStream in, JsonLimits limits) throws IOException {
        long maxBytes = (long) limits.maxCharacters() * LONGEST_UTF_8_SEQUENCE;
        byte[] bytes = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > maxBytes) {
            return tooLong(source, limits);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return defect(Problem.error("encoding", Location.of(source), "must be UTF-8, looks like UTF-16")
                    .withAdvice("Maybe the editor can save it as UTF-8"));
        }
        return decode(source, bytes, limits);
    }

    private static SourceText decode(String source, byte[] bytes, JsonLimits limits) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(encoded, decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            String found = String.format(Locale.ROOT, "must be UTF-8, has a byte 0x%02X here", encoded.get());
            return defect(Problem.error("encoding", end(source, text), found)
                    .withAdvice("Maybe the file was saved as Windows-1252 or ISO-8859-1"));
        }
        return of(source, text, limits);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static SourceText tooLong(String source, JsonLimits limits) {
        return defect(Problem.error(
                "too-long",
                Location.of(source),
                "must have at most " + limits.maxCharacters() + " characters, has more"));
    }

    private static SourceText defect(Problem problem) {
        return new SourceText("", Optional.of(problem));
    }

    /** The position just behind the text. */
    private static Location end(String source, String text) {
        int line = 1;
        int lineStart = text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? 1 : 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean firstOfPair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !firstOfPair)) {
                line++;
                lineStart = i + 1;
            }
        }
        return Location.of(source).at(line, text.length() - lineStart + 1);
    }
}
