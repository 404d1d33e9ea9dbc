package dev.rapport.examples.shared;

import dev.rapport.model.tables.BookTables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of a book in a folder: its files, with the manifest {@code book.json} among them. */
public final class FolderTables implements BookTables {

    /** What a table or the manifest is called. */
    private static final Pattern TABLE = Pattern.compile("book\\.json|.*\\.(csv|jsonl)");

    private final Path folder;
    private final Set<String> names;

    private FolderTables(Path folder, Set<String> names) {
        this.folder = folder;
        this.names = names;
    }

    /** The tables in a folder. */
    public static FolderTables in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("book folder (" + folder + ") must be a folder that can be read.\n"
                    + "Maybe the path is relative to another folder: here it means "
                    + folder.toAbsolutePath().normalize() + ".");
        }
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (Files.isRegularFile(file)) {
                    names.add(name);
                } else if (Files.isDirectory(file) && TABLE.matcher(name).matches()) {
                    throw new UserError("file (" + file + ") must be a file, is a folder.");
                }
            }
            return new FolderTables(folder, names);
        } catch (IOException e) {
            throw new UserError("book folder (" + folder + ") cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public InputStream open(String name) throws IOException {
        try {
            return Files.newInputStream(folder.resolve(name));
        } catch (AccessDeniedException e) {
            throw new UserError(
                    "file (" + folder.resolve(name) + ") cannot be read: permission is denied.\n"
                            + "Maybe it belongs to another user.",
                    e);
        }
    }
}
