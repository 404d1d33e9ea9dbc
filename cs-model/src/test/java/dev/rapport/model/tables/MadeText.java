package dev.rapport.model.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

/** A text that is made piece by piece when it is read. */
final class MadeText extends InputStream {

    private final Iterator<String> pieces;
    private byte[] piece;
    private int position;

    MadeText(String first, Stream<String> pieces) {
        this.pieces = pieces.iterator();
        this.piece = first.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (position == piece.length) {
            try {
                if (!pieces.hasNext()) {
                    return -1;
                }
                piece = pieces.next().getBytes(StandardCharsets.UTF_8);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            position = 0;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }
}
