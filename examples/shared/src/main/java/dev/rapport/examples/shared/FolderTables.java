package dev.rapport.examples.shared;

import dev.rapport.model.tables.BookTables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a book in a folder: its files, with the manifest {@code book.json} among them. */
public final class FolderTables implements BookTables {

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
            return new FolderTables(
                    folder,
                    files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
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
        return Files.newInputStream(folder.resolve(name));
    }
}
