package dev.rapport.examples.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The folder that a program writes to. */
public final class OutputFolder {

    private static final int LONGEST_NAME = 100;

    /** What Windows does not take for a file. */
    private static final Pattern DEVICE = Pattern.compile("(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]");

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

    /** Removes a file of an earlier run, if it is there. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UserError("file (" + folder.resolve(name) + ") cannot be removed: " + e.getMessage(), e);
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
            String hash = hash(id);
            return name.substring(0, LONGEST_NAME - hash.length()) + hash;
        }
        return name.length() == 0 || DEVICE.matcher(name).matches() ? name + "%" : name.toString();
    }

    /** File names for ids that lie beside each other: those that differ in case alone are told apart by a hash. */
    public static Map<String, String> fileNames(Collection<String> ids) {
        Map<String, Integer> uses = new HashMap<>();
        ids.forEach(id -> uses.merge(fileName(id).toLowerCase(Locale.ROOT), 1, Integer::sum));
        Map<String, String> names = new LinkedHashMap<>();
        for (String id : ids) {
            String name = fileName(id);
            boolean isShared = uses.getOrDefault(name.toLowerCase(Locale.ROOT), 0) > 1;
            names.put(id, isShared ? name + "%" + hash(id) : name);
        }
        return names;
    }

    private static String hash(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
