package dev.rapport.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A written sample folder, to be spoilt and then planned. */
final class BadFolder {

    private final Path folder;

    private BadFolder(Path folder) {
        this.folder = folder;
    }

    static BadFolder of(int customers, Path folder) {
        Run.ok("--write-sample", folder.resolve("book"), "--customers", customers);
        return new BadFolder(folder);
    }

    Path file(String name) {
        return folder.resolve("book").resolve(name);
    }

    BadFolder edit(String name, UnaryOperator<String> change) {
        try {
            String before = Files.readString(file(name));
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new AssertionError(name + " must change");
            }
            Files.writeString(file(name), after);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BadFolder bytes(String name, byte[] content) {
        try {
            Files.write(file(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a row to a table: pairs of column and cell. */
    BadFolder row(String table, String... cells) {
        try {
            String header = Files.readAllLines(file(table)).get(0);
            Map<String, String> row = new java.util.HashMap<>();
            for (int i = 0; i < cells.length; i += 2) {
                row.put(cells[i], '"' + cells[i + 1].replace("\"", "\"\"") + '"');
            }
            List<String> columns = Arrays.asList(header.split(",", -1));
            if (!columns.containsAll(row.keySet())) {
                throw new AssertionError(row.keySet() + " must be columns of " + columns);
            }
            String line =
                    columns.stream().map(column -> row.getOrDefault(column, "")).collect(Collectors.joining(","));
            Files.writeString(file(table), line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run run() {
        return Run.of("--book", folder.resolve("book"), "--as-of", "2026-06-30", "--out", folder.resolve("out"));
    }

    Tree plan() {
        return Tree.of(out("plan.json"));
    }

    Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    /** The rejected rows, without the header. */
    List<String> rejected() {
        try {
            List<String> lines =
                    Files.exists(out("rejected-rows.csv")) ? Files.readAllLines(out("rejected-rows.csv")) : List.of("");
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
