package dev.rapport.examples.policylab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The sample book in a folder, with its scorecard as the current one and a changed one as proposed. */
final class Lab {

    private final Path folder;
    private final Map<String, String> options = new TreeMap<>();

    /**
     * A run of the program.
     *
     * @param exit  its exit code
     * @param out  what it wrote to standard output
     * @param error  what it wrote to standard error
     */
    record Run(int exit, String out, String error) {}

    private Lab(Path folder) {
        this.folder = folder;
        option("book", folder.resolve("book"));
        option("current", folder.resolve("book/policies/scorecard.json"));
        option("proposed", folder.resolve("proposed.json"));
        option("segmentation", folder.resolve("book/policies/value-tiers.json"));
        option("as-of", "2026-06-30");
        option("out", folder.resolve("out"));
    }

    /** With as many customers as are asked for, and a change of the scorecard, which gets a revision of its own. */
    static Lab of(Path folder, int customers, UnaryOperator<String> change) {
        return sample(folder, customers).proposing("book/policies/scorecard.json", "2026-05", change);
    }

    /** The same with a change of the value tiers. */
    static Lab tiers(Path folder, int customers, UnaryOperator<String> change) {
        return sample(folder, customers)
                .without("segmentation")
                .option("current", folder.resolve("book/policies/value-tiers.json"))
                .proposing("book/policies/value-tiers.json", "2026-1", change);
    }

    /** The same where nothing holds customers in their tier. */
    static Lab looseTiers(Path folder, int customers, UnaryOperator<String> change) {
        return sample(folder, customers)
                .without("segmentation")
                .edit("book/policies/value-tiers.json", Lab::loose)
                .option("current", folder.resolve("book/policies/value-tiers.json"))
                .proposing("book/policies/value-tiers.json", "2026-1", change);
    }

    /** Tiers without what holds customers. */
    static String loose(String tiers) {
        return tiers.replaceAll("(?s),\\s*\"sticky\": \\{.*?\\}", "");
    }

    private static Lab sample(Path folder, int customers) {
        dev.rapport.examples.quickstart.Main.main(new String[] {
            "--write-sample", folder.resolve("book").toString(), "--customers", Integer.toString(customers)
        });
        return new Lab(folder);
    }

    private Lab proposing(String name, String revision, UnaryOperator<String> change) {
        return file(
                "proposed.json",
                edited(
                        text(name),
                        text -> edited(text, change)
                                .replace("\"revision\": \"" + revision + "\"", "\"revision\": \"proposed\"")));
    }

    /** The little book of the tests, whose scores can be read off. */
    static Lab little(Path folder) {
        Lab lab = new Lab(folder);
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "little-book"))) {
            Files.createDirectories(folder.resolve("book"));
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve("book").resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lab.without("segmentation")
                .option("current", folder.resolve("book/current.json"))
                .option("proposed", folder.resolve("book/proposed.json"));
    }

    private static String edited(String text, UnaryOperator<String> change) {
        String after = change.apply(text);
        if (after.equals(text)) {
            throw new AssertionError("must change: " + text);
        }
        return after;
    }

    Lab option(String name, Object value) {
        options.put(name, value.toString());
        return this;
    }

    Lab without(String name) {
        options.remove(name);
        return this;
    }

    Lab edit(String name, UnaryOperator<String> change) {
        return file(name, edited(text(name), change));
    }

    Lab file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Lab withoutFile(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Run run() {
        List<String> line = new ArrayList<>();
        options.forEach((name, value) -> line.addAll(List.of("--" + name, value)));
        return run(line.toArray(String[]::new));
    }

    static Run run(String... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int exit = Main.PROGRAM.run(
                line,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    Run ok() {
        Run run = run();
        if (run.exit() != 0) {
            throw new AssertionError("exit code " + run.exit() + ": " + run.error());
        }
        return run;
    }
}
