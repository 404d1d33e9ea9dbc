package dev.rapport.model.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes strictly: bytes that are no characters are an error that says where they stand, not a question mark. */
final class DecodingReader extends Reader {

    /** Says that bytes are no characters of the charset. */
    static final class MalformedTextException extends IOException {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final long offset;
        private final String charset;

        MalformedTextException(int line, long offset, String charset) {
            super("byte " + offset + " in line " + line + " is no character of " + charset);
            this.line = line;
            this.offset = offset;
            this.charset = charset;
        }

        int line() {
            return line;
        }

        long offset() {
            return offset;
        }

        String charset() {
            return charset;
        }
    }

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private long decodedBytes;
    private int line = 1;
    private boolean isAtEnd;

    private DecodingReader(InputStream in, Charset charset, int markLength) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.decodedBytes = markLength;
    }

    /** A reader in the charset that a byte order mark tells, else in the one given. */
    static DecodingReader open(InputStream in, Charset charset) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 3);
        byte[] mark = start.readNBytes(3);
        if (begins(mark, 0xEF, 0xBB, 0xBF)) {
            return new DecodingReader(start, StandardCharsets.UTF_8, 3);
        }
        Charset told = begins(mark, 0xFE, 0xFF)
                ? StandardCharsets.UTF_16BE
                : begins(mark, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
        int markLength = told == null ? 0 : 2;
        start.unread(mark, markLength, mark.length - markLength);
        return new DecodingReader(start, told == null ? charset : told, markLength);
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer characters = CharBuffer.wrap(target, offset, length);
        while (true) {
            int before = bytes.position();
            CoderResult result = decoder.decode(bytes, characters, isAtEnd);
            decodedBytes += bytes.position() - before;
            int read = characters.position() - offset;
            if (result.isError()) {
                throw new MalformedTextException(
                        line + lineFeeds(target, offset, read),
                        decodedBytes,
                        decoder.charset().name());
            }
            if (read > 0) {
                line += lineFeeds(target, offset, read);
                return read;
            }
            if (isAtEnd) {
                return -1;
            }
            bytes.compact();
            int more = in.read(bytes.array(), bytes.position(), bytes.remaining());
            isAtEnd = more < 0;
            bytes.position(bytes.position() + Math.max(0, more)).flip();
        }
    }

    private static int lineFeeds(char[] characters, int offset, int count) {
        int feeds = 0;
        for (int i = offset; i < offset + count; i++) {
            if (characters[i] == '\n') {
                feeds++;
            }
        }
        return feeds;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
