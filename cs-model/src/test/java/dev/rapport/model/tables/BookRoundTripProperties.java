package dev.rapport.model.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.book.Cut;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.time.AsOf;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BookRoundTripProperties {

    private static final Cut LATE = new Cut(AsOf.endOf(LocalDate.of(2200, 1, 1), ZoneOffset.UTC), ZoneOffset.UTC);

    @Property(tries = 400)
    void whatIsWritten_isReadTheSame(@ForAll long seed, @ForAll FileKind kind) throws IOException {
        RandomBook random = new RandomBook(seed, true);
        List<Customer> customers = random.customers();
        RateTable rates = random.rates();
        Map<String, String> tables = RandomBook.tables(kind, rates, customers);
        BookReading reading = BookReader.standard().read(BookTables.of(tables)).orThrow();
        assertThat(reading.quarantine().rejections()).isEmpty();
        assertThat(sorted(Folder.told(reading))).isEqualTo(sorted(Folder.told(customers)));
        assertThat(reading.reckoning().rates().rates()).isEqualTo(rates.rates());
        assertThat(reading.manifest().zone()).isEqualTo(RandomBook.ZONE);
    }

    @Property(tries = 100)
    void whatWasRead_isWrittenTheSame(@ForAll long seed) throws IOException {
        RandomBook random = new RandomBook(seed, true);
        List<Customer> customers = random.customers();
        BookReading reading = BookReader.standard()
                .read(BookTables.of(RandomBook.tables(random.rates(), customers)))
                .orThrow();
        Map<String, String> once = RandomBook.tables(reading.reckoning().rates(), reading.customers());
        BookReading again = BookReader.standard().read(BookTables.of(once)).orThrow();
        assertThat(RandomBook.tables(again.reckoning().rates(), again.customers()))
                .isEqualTo(once);
    }

    /** Of any book: what CSV cannot hold, such as a line break at the end of a text, is lost the first time. */
    @Property(tries = 200)
    void csv_jsonLines_andCsvAgain_areTheSameBytes(@ForAll long seed) throws IOException {
        RandomBook random = new RandomBook(seed, true);
        Map<String, String> csv = RandomBook.tables(FileKind.CSV, random.rates(), random.customers());
        BookReading fromCsv = BookReader.standard().read(BookTables.of(csv)).orThrow();
        csv = tables(FileKind.CSV, fromCsv);
        Map<String, String> lines = tables(FileKind.JSON_LINES, fromCsv);
        BookReading fromLines = BookReader.standard().read(BookTables.of(lines)).orThrow();
        assertThat(warned(fromLines)).isEqualTo(warned(fromCsv));
        assertThat(tables(FileKind.CSV, fromLines)).isEqualTo(csv);
        assertThat(tables(FileKind.JSON_LINES, fromLines)).isEqualTo(lines);
        assertThat(fed(fromLines)).isEqualTo(fed(fromCsv));
        assertThat(fromLines.adapter().provides(LATE).toString())
                .isEqualTo(fromCsv.adapter().provides(LATE).toString());
    }

    private static Map<String, String> tables(FileKind kind, BookReading reading) {
        return RandomBook.tables(kind, reading.reckoning().rates(), reading.customers());
    }

    private static List<String> warned(BookReading reading) {
        return reading.warnings().list().stream()
                .map(warning -> warning.code() + " " + warning.message())
                .sorted()
                .toList();
    }

    /** Which fields each table feeds, and in how many rows. */
    private static List<String> fed(BookReading reading) {
        return reading.tables().stream()
                .map(table -> table.feeds() + " " + table.rows() + " " + table.fed())
                .toList();
    }

    @Property(tries = 400)
    void orderOfRows_doesNotMatter(@ForAll long seed, @ForAll FileKind kind) throws IOException {
        Random random = new Random(seed);
        RandomBook book = new RandomBook(seed, false);
        Map<String, String> tables = spoilt(RandomBook.tables(kind, book.rates(), book.customers()), random);
        BookReading reading = BookReader.standard().read(BookTables.of(tables)).orThrow();
        BookReading shuffled = BookReader.standard()
                .read(BookTables.of(shuffled(tables, random)))
                .orThrow();
        assertThat(Folder.told(shuffled)).isEqualTo(Folder.told(reading));
        assertThat(shuffled.quarantine()).hasToString(reading.quarantine().toString());
        assertThat(shuffled.warnings().warningCount())
                .isEqualTo(reading.warnings().warningCount());
    }

    /** Some rows twice, some nearly twice, some of nobody. */
    private static Map<String, String> spoilt(Map<String, String> tables, Random random) {
        Map<String, String> spoilt = new TreeMap<>(tables);
        spoilt.replaceAll((name, text) -> {
            if (name.equals("book.json") || text.isEmpty()) {
                return text;
            }
            List<String> lines = new ArrayList<>(List.of(text.split("\n")));
            for (int i = lines.size() - 1; i >= header(name); i--) {
                switch (random.nextInt(6)) {
                    case 0 -> lines.add(lines.get(i));
                    case 1 -> lines.add(longer(lines.get(i), "z"));
                    case 2 -> lines.add(lines.get(i).replaceFirst("c", "nobody"));
                    case 3 -> lines.add(longer(lines.get(i), "1"));
                    default -> {}
                }
            }
            return String.join("\n", lines) + "\n";
        });
        return spoilt;
    }

    private static int header(String name) {
        return name.endsWith(".csv") ? 1 : 0;
    }

    private static String longer(String line, String by) {
        if (line.endsWith("}")) {
            return by.equals("z") ? line.replaceFirst(":\"", ":\"z") : line.substring(0, line.length() - 2);
        }
        return line.endsWith("\"") ? line.substring(0, line.length() - 1) + by + "\"" : line + by;
    }

    private static Map<String, String> shuffled(Map<String, String> tables, Random random) {
        Map<String, String> shuffled = new TreeMap<>(tables);
        shuffled.replaceAll((name, text) -> {
            if (name.equals("book.json")) {
                return text;
            }
            List<String> lines = new ArrayList<>(List.of(text.split("\n")));
            Collections.shuffle(lines.subList(header(name), lines.size()), random);
            return String.join("\n", lines) + "\n";
        });
        return shuffled;
    }

    private static List<String> sorted(List<String> lines) {
        List<String> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.naturalOrder());
        return sorted;
    }

    @Example
    void tables_haveOnlyTheColumnsTheyNeed() {
        Instant day = Instant.parse("2025-01-01T05:00:00Z");
        Customer customer = Customer.builder("acme", day)
                .set(dev.rapport.model.customer.CustomerAttributes.NAME, "Acme", day)
                .add(Usage.SERIES, entry -> entry.at(day).with(Usage.QUANTITY, 1.0))
                .add(Usage.SERIES, entry -> entry.at(day.plusSeconds(1)).with(Usage.QUANTITY, 0.5))
                .build();
        Map<String, String> tables =
                RandomBook.tables(RateTable.empty(RandomBook.MANIFEST.currency()), List.of(customer));
        assertThat(tables).containsOnlyKeys("book.json", "customers.csv", "usage.csv");
        assertThat(tables.get("customers.csv")).isEqualTo("id,since,name\nacme,2025-01-01,Acme\n");
        assertThat(tables.get("usage.csv"))
                .isEqualTo("customer,at,quantity\nacme,2025-01-01,1\nacme,2025-01-01T05:00:01Z,0.5\n");
    }
}
