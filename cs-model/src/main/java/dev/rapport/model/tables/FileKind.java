package dev.rapport.model.tables;

import java.util.List;
import java.util.Locale;

/** What the rows of a table are written as. */
public enum FileKind {
    /** A line of column names, then a line of cells for each row. */
    CSV("csv"),
    /** An object on each line, its fields named as the columns. */
    JSON_LINES("jsonl");

    /** Further endings of files whose lines are objects, where a mapping names them. */
    private static final List<String> ALSO_JSON_LINES = List.of(".jsonl", ".ndjson", ".json");

    private final String suffix;

    FileKind(String suffix) {
        this.suffix = suffix;
    }

    /**
     * The ending of file names, without the dot.
     *
     * @return {@code csv} or {@code jsonl}
     */
    public String suffix() {
        return suffix;
    }

    /** The file of a table that no mapping names. */
    String file(String table) {
        return table + "." + suffix;
    }

    /** What a file is taken for, by its name. */
    static FileKind of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return ALSO_JSON_LINES.stream().anyMatch(name::endsWith) ? JSON_LINES : CSV;
    }

    /** What feeds a field, for messages. */
    String column() {
        return this == CSV ? "column" : "field";
    }
}
