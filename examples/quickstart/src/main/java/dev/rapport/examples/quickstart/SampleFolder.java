package dev.rapport.examples.quickstart;

import dev.rapport.engagement.forecast.Commitment;
import dev.rapport.examples.quickstart.sample.PlantedTruths;
import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.health.HealthOverride;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.tables.BookManifest;
import dev.rapport.model.tables.BookSink;
import dev.rapport.model.tables.BookWriter;
import dev.rapport.model.tables.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes the sample book and its policies as a folder that the main job can read again. */
final class SampleFolder {

    private SampleFolder() {}

    static void write(SampleBook book, boolean consumers, FileKind format, OutputFolder out) {
        try {
            writeTables(
                    book,
                    consumers,
                    format,
                    name -> Files.newBufferedWriter(out.path().resolve(name), StandardCharsets.UTF_8));
            for (String policy : consumers ? Sources.CONSUMER_POLICIES : Sources.POLICIES) {
                copy(policy, out.path().resolve("policies"));
            }
        } catch (IOException e) {
            throw new UserError("sample cannot be written to (" + out.path() + "): " + e.getMessage(), e);
        }
        out.write(
                "planted-truths.json",
                writer -> JsonLayout.PRETTY.write(writer, json -> PlantedTruths.write(book, json)));
    }

    static void writeTables(SampleBook book, boolean consumers, FileKind format, BookSink sink) throws IOException {
        BookManifest manifest = BookManifest.of(
                        DocumentHeader.of("sample", "seed-" + book.seed()), SampleBook.ZONE, SampleBook.CURRENCY)
                .calendar(book.calendar());
        manifest = consumers ? manifest : manifest.with(HealthOverride.SERIES).with(Commitment.SERIES);
        BookWriter writer = BookWriter.to(sink).as(format);
        book.timeSheet().map(writer::with).orElse(writer).write(manifest, book.rates(), book.customers());
    }

    private static void copy(String policy, Path folder) throws IOException {
        List<String> path = List.of(policy.split("/", -1));
        Files.createDirectories(folder);
        try (InputStream in = SampleFolder.class.getResourceAsStream("/sample/policies/" + policy)) {
            if (in == null) {
                throw new IllegalStateException("policy (" + policy + ") must be in the program.");
            }
            Files.copy(in, folder.resolve(path.get(path.size() - 1)), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
