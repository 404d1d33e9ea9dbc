package dev.rapport.examples.benchmarks;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Numbers as files of eight bytes each, the least significant first, which R and NumPy read as well. */
final class ColumnFiles {

    private ColumnFiles() {}

    static void write(Path folder, String name, double[] values) throws IOException {
        Files.createDirectories(folder);
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(file, 1 << 16))) {
            for (double value : values) {
                out.writeLong(Long.reverseBytes(Double.doubleToLongBits(value)));
            }
        }
    }

    static double[] read(Path folder, String name) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(name))) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            DoubleBuffer doubles = bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
            double[] values = new double[doubles.remaining()];
            doubles.get(values);
            return values;
        }
    }
}
