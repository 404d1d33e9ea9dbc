package dev.rapport.model.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.tables.BookTables;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The rules that every {@link BookTables} keeps. Extend it in a test of the host's archive, bucket or database. */
public abstract class BookTablesContract {

    /** For those who extend it. */
    protected BookTablesContract() {}

    /**
     * The tables under test.
     *
     * @return at least one table
     */
    protected abstract BookTables tables();

    private static byte[] bytes(BookTables tables, String name) throws IOException {
        try (InputStream in = tables.open(name)) {
            return in.readAllBytes();
        }
    }

    /**
     * What is named can be opened.
     *
     * @throws IOException  if it cannot
     */
    @Test
    public final void everyName_canBeOpened() throws IOException {
        BookTables tables = tables();
        assertThat(tables.names())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).isNotBlank());
        for (String name : tables.names()) {
            assertThat(bytes(tables, name)).as(name).isNotEmpty();
        }
    }

    /**
     * A file can be opened again, also while it is open, and is the same from its first byte on.
     *
     * @throws IOException  if it cannot
     */
    @Test
    public final void openingAgain_beginsAgain() throws IOException {
        BookTables tables = tables();
        for (String name : tables.names()) {
            byte[] first = bytes(tables, name);
            try (InputStream open = tables.open(name)) {
                assertThat(open.read()).as(name).isEqualTo(first[0] & 0xff);
                assertThat(bytes(tables, name)).as(name).isEqualTo(first);
            }
        }
    }

    /** What is not named cannot be opened. */
    @Test
    public final void otherNames_areRefused() {
        BookTables tables = tables();
        String name = "no-such-table.csv";
        assertThat(tables.names()).doesNotContain(name);
        assertThatThrownBy(() -> tables.open(name).close()).isInstanceOf(IOException.class);
    }
}
