package dev.rapport.examples.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The folder that a program writes to. */
public final class OutputFolder {

    private static final int LONGEST_NAME = 100;

    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /** What writes a file's text. */
    @FunctionalInterface
    public interface Content {
        /** Writes the text. */
        void writeTo(Writer writer) throws IOException;
    }

    /** A folder, made if it is not there. */
    public static OutputFolder at(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserError("output folder (" + folder + ") must not be a file.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserError("output folder (" + folder + ") cannot be made: " + e.getMessage(), e);
        }
        return new OutputFolder(folder);
    }

    /** Where the folder is. */
    public Path path() {
        return folder;
    }

    /** Writes a file in UTF-8, in place of an earlier one. */
    public void write(String name, Content content) {
        Path file = folder.resolve(name);
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                content.writeTo(writer);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("file (" + file + ") cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * A file name for an id, whatever it contains: letters, digits, {@code -} and {@code _} stay, all else becomes a
     * percent code; long ones are cut and told apart by a hash.
     */
    public static String fileName(String id) {
        StringBuilder name = new StringBuilder();
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (plain) {
                name.append(c);
            } else {
                name.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        if (name.length() > LONGEST_NAME) {
            String hash =
                    UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
            return name.substring(0, LONGEST_NAME - hash.length()) + hash;
        }
        return name.length() == 0 ? "%" : name.toString();
    }
}
