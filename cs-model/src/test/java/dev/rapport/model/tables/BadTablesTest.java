package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.problem.Checked;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BadTablesTest {

    // ---------------------------------------------------------------- files

    @Test
    void noManifest_isOneError() {
        assertThat(new Folder().without("book.json").errors()).containsExactly("book.json missing-file");
    }

    @Test
    void noCustomers_isOneError() {
        assertThat(new Folder()
                        .without("customers.csv")
                        .file("customer.csv", "id,since")
                        .errors())
                .containsExactly("customer.csv unknown-file", "customers.csv missing-file");
    }

    @Test
    void emptyBook_isABook() {
        BookReading reading = new Folder().file("customers.csv", "id,since").read();
        assertThat(reading.customers()).isEmpty();
        assertThat(reading.quarantine().isEmpty()).isTrue();
    }

    @Test
    void emptyFile_isAnError() {
        assertThat(new Folder().raw("usage.csv", "").errors()).containsExactly("usage.csv empty-file");
        assertThat(new Folder().raw("usage.csv", "\n\n").errors()).containsExactly("usage.csv empty-file");
        assertThat(new Folder().raw("usage.csv", "\ufeff").errors()).containsExactly("usage.csv empty-file");
    }

    @Test
    void missingRequiredColumns_areOneErrorEachFile() {
        assertThat(new Folder()
                        .file("usage.csv", "customer,feature,qantity")
                        .file("tickets.csv", "severity")
                        .check()
                        .problems()
                        .render())
                .isEqualTo("""
                        tickets.csv:1: has no column for "customer", "id", "at".
                          Maybe say in book.json which column it is, or a constant for it; the columns are "severity".
                        usage.csv:1: has no column for "at", "quantity".
                          Maybe say in book.json which column it is, or a constant for it; the columns are "customer", "feature", "qantity".""");
    }

    @Test
    void wrongDelimiter_isGuessedInTheAdvice() {
        assertThat(new Folder()
                        .file("usage.csv", "customer;at;quantity")
                        .check()
                        .problems()
                        .render())
                .contains("Maybe the delimiter is \";\": say so in book.json.");
    }

    @Test
    void noFileSaysSince_isOneError() {
        assertThat(new Folder().file("customers.csv", "id,name", "acme,Acme").errors())
                .containsExactly("customers.csv:1 missing-column");
    }

    @Test
    void duplicateHeader_isAnErrorWhereItIsRead() {
        assertThat(new Folder()
                        .file("usage.csv", "customer,at,quantity,quantity")
                        .errors())
                .containsExactly("usage.csv:1 duplicate-column");
        assertThat(new Folder()
                        .file("usage.csv", "customer,at,quantity,note,note", "acme,2025-01-01,1,a,b")
                        .warned())
                .containsExactly("usage.csv:1 unread-columns");
    }

    @Test
    void unknownFile_isAWarning_unlessItIsSomebodyElses() {
        Folder folder = new Folder()
                .file("ussage.csv", "a")
                .file("somebody-elses.csv", "b")
                .raw("readme.md", "c");
        assertThat(folder.check(BookReader.standard().ignoring("somebody-elses.csv"))
                        .orThrow()
                        .warnings()
                        .render())
                .isEqualTo("ussage.csv: warning: feeds nothing.\n  Maybe \"usage.csv\".");
    }

    // ---------------------------------------------------------------- characters

    @Test
    void byteOrderMark_carriageReturns_andQuotedLineBreaks_areRead() {
        Folder folder = new Folder()
                .raw(
                        "customers.csv",
                        "\ufeff\"id\",since,name\r\nacme,2024-01-01,\"A\r\nB, \"\"C\"\"\"\r\n\r\nbeta,2024-01-01,D");
        assertThat(name(folder, "acme")).isEqualTo("A\r\nB, \"C\"");
        assertThat(name(folder, "beta")).isEqualTo("D");
        assertThat(folder.raw("usage.csv", "customer,at,quantity\r\nacme,2025-01-01,\"x\ny\"\r\nghost,2025-01-01,1")
                        .rejected())
                .containsExactly("usage.csv:2 quantity not-a-number", "usage.csv:4 customer unknown-customer");
    }

    private static String name(Folder folder, String id) {
        return folder.customer(id)
                .timeline(CustomerAttributes.NAME)
                .facts()
                .get(0)
                .value();
    }

    @Test
    void hostileTexts_areKeptAsTheyStand() {
        for (String text : List.of(
                "=cmd()", "+1", "-1", "@x", "<script>alert(1)</script>", "\u202eevil", "\ud83d\ude80\u200d", "'; --")) {
            assertThat(name(new Folder().file("customers.csv", "id,since,name", "acme,2024-01-01," + text), "acme"))
                    .isEqualTo(text);
        }
    }

    @Test
    void nulCharacter_isRejected() {
        assertThat(new Folder()
                        .file("customers.csv", "id,since,name", "acme,2024-01-01,A\0B", "beta,2024-01-01,B")
                        .rejected())
                .containsExactly("customers.csv:2 name nul-character");
    }

    @Test
    void wrongEncoding_namesFileLineAndByte() throws IOException {
        byte[] bytes = "id,since,name\nacme,2024-01-01,Müller\n".getBytes(Charset.forName("windows-1252"));
        Checked<BookReading> reading = BookReader.standard().read(bytes(Map.of("customers.csv", bytes)));
        assertThat(reading.problems().render()).isEqualTo("""
                        customers.csv:2: byte 31 is no character of UTF-8.
                          Maybe the file is in another charset: say so in book.json, as in "charset": "windows-1252".""");
    }

    private static BookTables bytes(Map<String, byte[]> files) {
        BookTables usual = BookTables.of(new Folder().texts());
        return new BookTables() {
            @Override
            public Set<String> names() {
                return usual.names();
            }

            @Override
            public InputStream open(String name) throws IOException {
                byte[] bytes = files.get(name);
                return bytes == null ? usual.open(name) : new ByteArrayInputStream(bytes);
            }
        };
    }

    @Test
    void otherEncodings_areReadWhereTheManifestOrAMarkSaysSo() throws IOException {
        String text = "id,since,name\nacme,2024-01-01,Müller\n";
        Folder folder = new Folder().manifest("\"cells\": {\"charset\": \"windows-1252\"}");
        BookTables tables = new BookTables() {
            @Override
            public Set<String> names() {
                return folder.texts().keySet();
            }

            @Override
            public InputStream open(String name) throws IOException {
                return name.equals("customers.csv")
                        ? new ByteArrayInputStream(text.getBytes(Charset.forName("windows-1252")))
                        : BookTables.of(folder.texts()).open(name);
            }
        };
        assertThat(Folder.told(BookReader.standard().read(tables).orThrow()).toString())
                .contains("Müller");
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = ("\ufeff" + text).getBytes(charset);
            assertThat(Folder.told(BookReader.standard()
                                    .read(bytes(Map.of("customers.csv", bytes)))
                                    .orThrow())
                            .toString())
                    .contains("Müller");
        }
    }

    // ---------------------------------------------------------------- sizes

    @Test
    void aCellOfFiftyMegabytes_isAnErrorOfTheFile_inBoundedMemory() {
        Folder folder = new Folder();
        BookTables tables = new BookTables() {
            @Override
            public Set<String> names() {
                return Set.of("book.json", "customers.csv");
            }

            @Override
            public InputStream open(String name) throws IOException {
                return name.equals("customers.csv")
                        ? new MadeText(
                                "id,since,name\nacme,2024-01-01,\"",
                                Stream.generate(() -> "x".repeat(10_000)).limit(5_000))
                        : BookTables.of(folder.texts()).open(name);
            }
        };
        Checked<BookReading> reading = read(tables);
        assertThat(reading.problems().list())
                .extracting(problem -> problem.location() + " " + problem.code())
                .containsExactly("customers.csv:2 broken-row");
    }

    private static Checked<BookReading> read(BookTables tables) {
        try {
            return BookReader.standard().read(tables);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aQuoteThatIsNeverClosed_isAnErrorOfTheFile() {
        assertThat(new Folder()
                        .raw("usage.csv", "customer,at,quantity\nacme,2025-01-01,1\nacme,2025-01-02,\"1\nacme,x,1\n")
                        .errors())
                .containsExactly("usage.csv:3 broken-row");
    }

    @Test
    void aRowThatIsTooLong_isRejected_andTheNextIsRead() {
        String cell = "x".repeat(1_000_000);
        Folder folder = new Folder()
                .file(
                        "customers.csv",
                        "id,since,name,a,b,c,d,e",
                        "acme,2024-01-01,N," + String.join(",", cell, cell, cell, cell, cell),
                        "beta,2024-01-01,N,1,2,3,4,5");
        assertThat(folder.rejected()).containsExactly("customers.csv:2  row-too-long");
        assertThat(folder.read().customers()).hasSize(1);
    }

    @Test
    void tooManyColumns_areAnError() {
        assertThat(new Folder()
                        .file("usage.csv", "customer" + ",x".repeat(5_000))
                        .errors())
                .containsExactly("usage.csv:1 too-many-columns");
        assertThat(new Folder()
                        .file("usage.csv", "customer,at,quantity", "acme" + ",x".repeat(5_000))
                        .rejected())
                .containsExactly("usage.csv:2  cell-count");
    }

    @Test
    void rowsOfAnotherLength_areRejected() {
        assertThat(new Folder()
                        .file("usage.csv", "customer,at,quantity", "acme,2025-01-01", "acme,2025-01-01,1,2")
                        .rejected())
                .containsExactly("usage.csv:2  cell-count", "usage.csv:3  cell-count");
    }

    @Test
    void manyRows_areReadOneAtATime() {
        int rows = 200_000;
        BookTables tables = new BookTables() {
            @Override
            public Set<String> names() {
                return Set.of("book.json", "customers.csv", "usage.csv");
            }

            @Override
            public InputStream open(String name) throws IOException {
                return name.equals("usage.csv")
                        ? new MadeText(
                                "customer,at,quantity\n",
                                IntStream.range(0, rows).mapToObj(BadTablesTest::row))
                        : BookTables.of(new Folder().texts()).open(name);
            }
        };
        BookReading reading = read(tables).orThrow();
        assertThat(Folder.customer(reading, "acme").entries(Usage.SERIES)).hasSize(rows / 2);
        assertThat(reading.quarantine().rows()).isEqualTo(rows / 4);
    }

    /** Of four rows, two of acme, one of beta, one of nobody. */
    private static String row(int row) {
        String customer = List.of("acme", "acme", "beta", "nobody").get(row % 4);
        return customer + ",2025-01-" + (10 + row % 20) + "," + row + "\n";
    }

    // ---------------------------------------------------------------- quarantine

    @Test
    void rejections_areAllTold_butOnlySomeKept() {
        List<Rejection> told = new ArrayList<>();
        Folder folder = new Folder()
                .file(
                        "usage.csv",
                        "customer,at,quantity",
                        "acme,2025-02-29,1",
                        "acme,2025-01-01,x",
                        "nobody,2025-01-01,1",
                        "acme,x,y");
        Quarantine quarantine = folder.check(
                        BookReader.standard().keepingAtMost(2).rejections(told::add))
                .orThrow()
                .quarantine();
        assertThat(told).hasSize(5);
        assertThat(quarantine.rejections()).hasSize(2);
        assertThat(quarantine.leftOut()).isEqualTo(3);
        assertThat(quarantine.rows()).isEqualTo(4);
        assertThat(quarantine)
                .hasToString(
                        "4 rows rejected: usage.csv no-such-day 1, not-a-date 1, not-a-number 2, unknown-customer 1");
        assertThat(told.get(1))
                .hasToString("usage.csv:3: column \"quantity\" (\"x\") must be a number such as 1200.5.\n"
                        + "  Maybe say in book.json how numbers are written: \"decimal\", \"grouping\".");
    }

    @Test
    void aFailingSource_isAnIOException() {
        BookTables tables = new BookTables() {
            @Override
            public Set<String> names() {
                return Set.of("book.json", "customers.csv");
            }

            @Override
            public InputStream open(String name) throws IOException {
                if (name.equals("book.json")) {
                    return BookTables.of(new Folder().texts()).open(name);
                }
                return new MadeText("", Stream.generate(() -> {
                    throw new UncheckedIOException(new IOException("disk on fire"));
                }));
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> BookReader.standard().read(tables))
                .withMessage("disk on fire");
    }

    @Test
    void whatTheListenerThrows_endsTheReading() {
        Folder folder = new Folder().file("usage.csv", "customer,at,quantity", "acme,x,1");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> folder.check(BookReader.standard().rejections(rejection -> {
                    throw new IllegalStateException("enough");
                })))
                .withMessage("enough");
    }

    @Test
    void rejectedRows_areWrittenWithoutFormulas() throws IOException {
        java.io.StringWriter text = new java.io.StringWriter();
        try (RejectionWriter writer = RejectionWriter.to(text)) {
            new Folder()
                    .file(
                            "usage.csv",
                            "customer,at,quantity",
                            "=cmd(),2025-01-01,1",
                            "acme,2025-01-01,\"@SUM(1,\n2)\"",
                            "acme,2025-01-01,a\0b")
                    .check(BookReader.standard().rejections(writer));
        }
        assertThat(text.toString().replaceAll(",[^,]*,[^,]*\n(?=usage|$)", "\n"))
                .contains("usage.csv,2,customer,'=cmd(),unknown-customer")
                .contains("usage.csv,3,quantity,\"'@SUM(1,\n2)\",not-a-number")
                .contains("usage.csv,5,quantity,a\\0b,nul-character");
        assertThat(text.toString()).startsWith("file,line,column,value,code,reason,advice\n");
    }

    @Test
    void decodingReader_readsWhateverTheBufferCuts() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append("äß€\ud83d\ude80\n".charAt(i % 6));
        }
        for (int shift = 0; shift < 4; shift++) {
            String shifted = "x".repeat(shift) + text.substring(0, 39_996);
            try (DecodingReader reader = DecodingReader.open(
                    new ByteArrayInputStream(shifted.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)) {
                java.io.StringWriter read = new java.io.StringWriter();
                reader.transferTo(read);
                assertThat(read.toString()).isEqualTo(shifted);
            }
        }
    }

    @Test
    void decodingReader_tellsWhereATextIsCutOff() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("a\nb\n".repeat(30_000).getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {'c', (byte) 0xE2, (byte) 0x82});
        try (DecodingReader reader =
                DecodingReader.open(new ByteArrayInputStream(bytes.toByteArray()), StandardCharsets.UTF_8)) {
            assertThatExceptionOfType(DecodingReader.MalformedTextException.class)
                    .isThrownBy(() -> reader.transferTo(java.io.Writer.nullWriter()))
                    .withMessage("byte 120001 in line 60001 is no character of UTF-8");
        }
    }
}
