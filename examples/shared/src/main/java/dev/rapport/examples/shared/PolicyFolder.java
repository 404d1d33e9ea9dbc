package dev.rapport.examples.shared;

import dev.rapport.model.json.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Policy documents from where they lie. */
public final class PolicyFolder {

    private PolicyFolder() {}

    /** The JSON files of a folder, by name. */
    public static List<JsonInput> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("policies folder (" + folder + ") must be a folder that can be read.\n"
                    + "Maybe begin with those of the sample: --write-sample DIR.");
        }
        List<JsonInput> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                documents.add(document(file));
            }
        } catch (IOException e) {
            throw new UserError("policies folder (" + folder + ") cannot be read: " + e.getMessage(), e);
        }
        if (documents.isEmpty()) {
            throw new UserError("policies folder (" + folder + ") must contain JSON documents, has none.");
        }
        return documents;
    }

    private static JsonInput document(Path file) {
        if (Files.isDirectory(file)) {
            throw new UserError("file (" + file + ") must be a file, is a folder.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return JsonInput.read(file.getFileName().toString(), in);
        } catch (AccessDeniedException e) {
            throw new UserError(
                    "file (" + file + ") cannot be read: permission is denied.\nMaybe it belongs to another user.", e);
        } catch (IOException e) {
            throw new UserError("file (" + file + ") cannot be read: " + e.getMessage(), e);
        }
    }

    /** Documents that lie beside a class of the program. */
    public static List<JsonInput> read(Class<?> beside, String folder, List<String> names) {
        List<JsonInput> documents = new ArrayList<>();
        for (String name : names) {
            try (InputStream in = beside.getResourceAsStream(folder + "/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("policy (" + name + ") must be in the program.");
                }
                documents.add(JsonInput.read(name, in));
            } catch (IOException e) {
                throw new UserError("policy (" + name + ") cannot be read: " + e.getMessage(), e);
            }
        }
        return documents;
    }
}
