package dev.rapport.model.tables;

import dev.rapport.model.tables.TableSchema.Target;
import org.jspecify.annotations.Nullable;

/**
 * Where one target of a table comes from: from a column of the file if it has it, else from a constant of the mapping,
 * else from nowhere.
 *
 * @param target  what is fed
 * @param column  the name of the column; null where none can feed it
 * @param constant  what stands in every row, where there is no column
 * @param cells  reads the cells
 */
record Slot(
        Target target, @Nullable String column, @Nullable Object constant, CellReader cells) {

    /** The name of the column, or of the target where there is none. */
    String label() {
        return column == null ? target.name() : column;
    }
}
