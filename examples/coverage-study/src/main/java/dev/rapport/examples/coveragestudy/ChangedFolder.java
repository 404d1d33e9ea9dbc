package dev.rapport.examples.coveragestudy;

import dev.rapport.examples.shared.FolderTables;
import dev.rapport.examples.shared.PolicyFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.tables.BookTables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The folder of a book in which the files of another folder, laid out alike, stand in place of those of the same name. */
final class ChangedFolder implements BookTables {

    private static final String POLICIES = "policies";

    private final FolderTables book;
    private final FolderTables changes;
    private final Map<String, JsonInput> policies = new TreeMap<>();
    private final List<String> words = new ArrayList<>();

    private ChangedFolder(Path book, Path changes) {
        this.book = FolderTables.in(book);
        this.changes = FolderTables.in(changes);
        PolicyFolder.read(book.resolve(POLICIES)).forEach(policy -> policies.put(policy.source(), policy));
        for (String name : this.changes.names()) {
            if (policies.containsKey(name)) {
                throw new UserError("file (" + changes.resolve(name) + ") must be where the book has it.\nMaybe "
                        + changes.resolve(POLICIES).resolve(name) + ".");
            }
            say(name, this.book.names().contains(name));
        }
        if (Files.isDirectory(changes.resolve(POLICIES))) {
            for (JsonInput policy : PolicyFolder.read(changes.resolve(POLICIES))) {
                say(POLICIES + "/" + policy.source(), policies.put(policy.source(), policy) != null);
            }
        }
        if (words.isEmpty()) {
            throw new UserError("folder (" + changes + ") must have tables, or policies in a folder " + POLICIES
                    + ", has none.\nMaybe copy a file of the book into it, and change it there.");
        }
    }

    private void say(String name, boolean isInTheBook) {
        words.add(name + (isInTheBook ? " changed" : " added"));
    }

    static ChangedFolder of(Path book, Path changes) {
        return new ChangedFolder(book, changes);
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>(book.names());
        names.addAll(changes.names());
        return names;
    }

    @Override
    public InputStream open(String name) throws IOException {
        return (changes.names().contains(name) ? changes : book).open(name);
    }

    /** The policies, by the names of their files. */
    List<JsonInput> policies() {
        return List.copyOf(policies.values());
    }

    /** What stands in place of what, as {@code contracts.csv changed}. */
    List<String> words() {
        return List.copyOf(words);
    }
}
