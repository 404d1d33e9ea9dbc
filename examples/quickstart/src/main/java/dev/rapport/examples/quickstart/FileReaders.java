package dev.rapport.examples.quickstart;

import dev.rapport.engagement.file.FileView;
import dev.rapport.engagement.file.FileViews;
import dev.rapport.engagement.file.Pseudonyms;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.attribute.Sensitivity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who a customer file is written for: {@code --for} and {@code --secret}. Without them, anybody inside the company. */
record FileReaders(FileView seen, Pseudonyms pseudonyms) {

    static FileReaders of(Arguments arguments, FileViews views) {
        FileView seen = arguments
                .find("for")
                .map(reader -> views.find(reader).orElseThrow(() -> unknown(reader, views)))
                .orElseGet(() -> FileView.everything(Sensitivity.INTERNAL));
        Optional<Path> secret = arguments.findPath("secret");
        if (secret.isEmpty() && !seen.hashed().isEmpty()) {
            throw new UserError("option (--secret) is missing: " + seen.reader() + " sees "
                    + String.join(", ", seen.hashed()) + " hashed.\n"
                    + "Maybe make a secret once, of at least 16 random bytes, and keep it: with another secret every"
                    + " pseudonym is another.");
        }
        return new FileReaders(seen, secret.map(FileReaders::read).orElseGet(Pseudonyms::none));
    }

    private static UserError unknown(String reader, FileViews views) {
        return new UserError("option (--for " + reader + ") must be one of "
                + views.views().stream().map(FileView::reader).collect(Collectors.joining(", "))
                + ".\nMaybe file-views.json of the policies names others.");
    }

    private static Pseudonyms read(Path file) {
        try {
            return Pseudonyms.keyed(Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("option (--secret " + file + ") must be a file of at least 16 bytes: " + e.getMessage());
        }
    }
}
