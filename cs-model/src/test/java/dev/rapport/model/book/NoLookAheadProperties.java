package dev.rapport.model.book;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.derived.Chance;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.tables.BookManifest;
import dev.rapport.model.tables.BookReader;
import dev.rapport.model.tables.BookTables;
import dev.rapport.model.tables.BookWriter;
import dev.rapport.model.time.TimeRange;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Nothing that comes after a cut changes anything in it: neither what is read, nor what counts as fed. */
class NoLookAheadProperties {

    private static final Reckoning RECKONING = Reckoning.in(CurrencyUnit.EUR);
    private static final List<DerivedAttribute<?>> DERIVED = StandardAttributes.all(RECKONING);
    private static final Requirements STANDARD = new Requirements(
            new LinkedHashSet<>(Stream.concat(
                            CustomerAttributes.all().stream(),
                            DERIVED.stream().<AttributeKey<?>>map(DerivedAttribute::key))
                    .toList()),
            new LinkedHashSet<>(CustomerSeries.all()));

    /** Everything that can be asked of a book. */
    private static List<String> told(Book book) {
        List<String> told = new ArrayList<>();
        told.add("customers " + book.customerIds());
        told.add("provides " + book.provides());
        told.add("missing " + book.missing(STANDARD));
        for (SeriesKey<?> series : STANDARD.series()) {
            for (AttributeKey<?> field : series.fields()) {
                told.add(series + "." + field + " is provided: " + book.provides(series, field));
            }
        }
        Program program = program();
        for (CustomerView view : book.customers()) {
            for (AttributeKey<?> key : STANDARD.attributes()) {
                Reading<?> reading = view.read(key);
                told.add(view.customerId() + " " + key + " = " + reading.status() + " " + sorted(reading.valueOrNull())
                        + " " + reading.reason() + " " + reading.provenance());
            }
            for (SeriesKey<?> key : STANDARD.series()) {
                view.entries(key).forEach(entry -> told.add(view.customerId() + " " + key + " " + text(key, entry)));
            }
            told.add(program.explainAll(view).toString());
        }
        Columns columns = book.columns(STANDARD.attributes());
        for (AttributeKey<?> key : STANDARD.attributes()) {
            Column column = columns.find(key).orElseThrow();
            for (int row = 0; row < column.size(); row++) {
                told.add("column " + key + " " + column.status(row) + " " + column.number(row));
            }
        }
        told.replaceAll(line -> line.replaceAll("\\.csv:\\d+", ".csv"));
        return told;
    }

    private static Program program() {
        List<Node> nodes = new ArrayList<>();
        for (AttributeKey<?> key : STANDARD.attributes()) {
            if (key.kind() == AttributeKind.NUMBER) {
                @SuppressWarnings("unchecked") // the kind says so
                AttributeKey<Double> number = (AttributeKey<Double>) key;
                nodes.add(Node.number(key.name(), number, (value, today) -> value));
            }
        }
        return Program.of(nodes);
    }

    private static Object sorted(@Nullable Object value) {
        return value instanceof Set<?> set ? new TreeSet<>(set) : String.valueOf(value);
    }

    private static String text(SeriesKey<?> key, Entry entry) {
        StringBuilder text = new StringBuilder(entry.id() + " " + entry.at() + " " + entry.recordedAt());
        key.fields().forEach(field -> text.append(' ').append(sorted(entry.valueOrNull(field))));
        return text.toString();
    }

    private static Facts facts(Collection<Customer> customers) {
        return Facts.of(Customer.adapter(customers), customers).derive(DERIVED).in(Chance.ZONE, CurrencyUnit.EUR);
    }

    /** What is known of some customers, in the order of being told; the later part comes after the cut. */
    private static final class History {

        private final Map<String, Customer.Builder> customers = new LinkedHashMap<>();
        private final Random random;
        private final Chance chance;

        History(long seed) {
            random = new Random(seed);
            chance = new Chance(random);
        }

        History tell(int entries) {
            for (int i = 0; i <= random.nextInt(3); i++) {
                Customer.Builder customer = Customer.builder("c" + i, Instant.parse("2024-01-01T05:00:00Z"));
                for (String contract : List.of("r-0", "r-1", "r-2")) {
                    LocalDate start = LocalDate.of(2024, 1, 1);
                    customer.add(
                            Contract.SERIES,
                            entry -> entry.id(contract).at(start).with(Contract.START, start));
                }
                chance.fill(customer, entries, false);
                chance.state(customer, false);
                customers.put("c" + i, customer);
            }
            return this;
        }

        History tellLater(int entries) {
            customers.put("new", Customer.builder("new", Chance.CUT.validAt()));
            for (int i = 0; i < entries; i++) {
                List<Customer.Builder> all = List.copyOf(customers.values());
                Customer.Builder customer = all.get(random.nextInt(all.size()));
                chance.fill(customer, 1, true);
                if (random.nextInt(4) == 0) {
                    Instant from = Chance.CUT.validAt().minusSeconds(random.nextInt(70_000_000));
                    Instant recorded = Chance.CUT.knownAt().plusSeconds(random.nextInt(100));
                    customer.set(CustomerAttributes.SEATS, 7.0, TimeRange.startingAt(from), recorded);
                    customer.set(CustomerAttributes.REGION, "North", TimeRange.startingAt(from), recorded);
                }
            }
            chance.fill(requireNonNull(all().get("new")), 1, false);
            return this;
        }

        Map<String, Customer.Builder> all() {
            return customers;
        }

        List<Customer> build() {
            return customers.values().stream().map(Customer.Builder::build).toList();
        }
    }

    @Property(tries = 100)
    void nothingLater_changesABookOfOurOwnModel(
            @ForAll long seed,
            @ForAll @IntRange(max = 30) int entries,
            @ForAll @IntRange(min = 1, max = 30) int later) {
        History history = new History(seed).tell(entries);
        List<String> before = told(facts(history.build()).asOf(Chance.CUT));

        List<Customer> more = history.tellLater(later).build();

        assertSame(told(facts(more).asOf(Chance.CUT)), before);
    }

    @Property(tries = 60)
    void nothingLater_changesABookOfTables(
            @ForAll long seed,
            @ForAll @IntRange(max = 30) int entries,
            @ForAll @IntRange(min = 1, max = 30) int later) {
        Map<String, String> all =
                tables(new History(seed).tell(entries).tellLater(later).build());
        Map<String, String> known = new TreeMap<>(all);
        known.replaceAll((name, text) -> name.endsWith(".csv") ? withoutLater(text) : text);

        assertSame(
                told(read(shuffled(all, seed)).asOf(Chance.CUT)),
                told(read(known).asOf(Chance.CUT)));
    }

    /** Says what differs and not, in hundreds of lines, what does not. */
    private static void assertSame(List<String> actual, List<String> expected) {
        List<String> more = new ArrayList<>(actual);
        expected.forEach(more::remove);
        List<String> less = new ArrayList<>(expected);
        actual.forEach(less::remove);
        assertThat(more).as("not told without what came later").isEmpty();
        assertThat(less).as("told only without what came later").isEmpty();
        assertThat(actual).isEqualTo(expected);
    }

    private static Map<String, String> tables(List<Customer> customers) {
        Map<String, StringWriter> files = new TreeMap<>();
        try {
            BookWriter.to(name -> files.computeIfAbsent(name, absent -> new StringWriter()))
                    .write(
                            BookManifest.of(DocumentHeader.of("random", "1"), Chance.ZONE, CurrencyUnit.EUR),
                            RateTable.empty(CurrencyUnit.EUR),
                            customers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> tables = new TreeMap<>();
        files.forEach((name, text) -> tables.put(name, text.toString()));
        return tables;
    }

    private static Facts read(Map<String, String> tables) {
        try {
            return BookReader.standard().read(BookTables.of(tables)).orThrow().facts(DERIVED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutLater(String table) {
        List<String> lines = List.of(table.split("\n"));
        List<String> header = List.of(lines.get(0).split(","));
        StringBuilder kept = new StringBuilder();
        for (String line : lines) {
            String[] cells = Arrays.copyOf(line.split(","), header.size());
            boolean later = !line.equals(lines.get(0))
                    && Stream.of("since", "at", "valid-from", "recorded-at")
                            .mapToInt(header::indexOf)
                            .anyMatch(column -> column >= 0 && isLater(header.get(column), cells[column]));
            kept.append(later ? "" : line + "\n");
        }
        return kept.toString();
    }

    private static boolean isLater(String column, String cell) {
        if (cell == null || cell.isEmpty() || cell.equals("..")) {
            return false;
        }
        Instant time = cell.endsWith("Z")
                ? Instant.parse(cell)
                : LocalDate.parse(cell).atStartOfDay(Chance.ZONE).toInstant();
        return !time.isBefore(column.equals("recorded-at") ? Chance.CUT.knownAt() : Chance.CUT.validAt());
    }

    private static Map<String, String> shuffled(Map<String, String> tables, long seed) {
        Map<String, String> shuffled = new TreeMap<>(tables);
        shuffled.replaceAll((name, text) -> {
            List<String> lines = new ArrayList<>(List.of(text.split("\n")));
            if (name.endsWith(".csv")) {
                Collections.shuffle(lines.subList(1, lines.size()), new Random(seed));
            }
            return String.join("\n", lines) + "\n";
        });
        return shuffled;
    }

    @Example
    void firstTicketOf2027_doesNotMakeTicketsFed_asOf2026() {
        Instant since = Chance.CUT.validAt().minusSeconds(1);
        Customer.Builder acme = Customer.builder("acme", since)
                .add(Usage.SERIES, usage -> usage.at(since).with(Usage.QUANTITY, 1.0));
        Book before = facts(List.of(acme.build())).asOf(Chance.CUT);
        acme.add(Ticket.SERIES, ticket -> ticket.id("t").at(Instant.parse("2027-01-01T00:00:00Z")));
        Book after = facts(List.of(acme.build())).asOf(Chance.CUT);

        assertThat(after.find("acme")
                        .orElseThrow()
                        .read(StandardAttributes.TICKETS_OPENED_90D)
                        .reason())
                .contains("series tickets is not fed");
        assertThat(after.provides()).isEqualTo(before.provides());
        assertThat(after.provides().series()).containsExactly(Usage.SERIES);
    }

    @Example
    void whatIsDeclared_isFed_alsoWhereThereIsNone() {
        Customer acme =
                Customer.builder("acme", Chance.CUT.validAt().minusSeconds(1)).build();
        Book book = Facts.of(Customer.adapter(Requirements.series(Ticket.SERIES)), List.of(acme))
                .derive(DERIVED)
                .in(Chance.ZONE, CurrencyUnit.EUR)
                .asOf(Chance.CUT);

        assertThat(book.find("acme").orElseThrow().find(StandardAttributes.TICKETS_OPENED_90D))
                .contains(0.0);
        assertThat(book.provides(Ticket.SERIES, Ticket.SEVERITY)).isTrue();
        assertThat(book.missing(Requirements.series(Ticket.SERIES, Usage.SERIES))
                        .series())
                .containsExactly(Usage.SERIES);
    }

    @Example
    void whatIsToldOfATimeBeforeTheCustomer_isFedFromWhenThereIsOne() {
        Customer later = Customer.builder("later", Chance.CUT.validAt())
                .add(
                        Contract.SERIES,
                        contract -> contract.id("k")
                                .at(Instant.parse("2025-01-01T00:00:00Z"))
                                .with(Contract.START, LocalDate.of(2026, 5, 1)))
                .build();

        assertThat(facts(List.of(later)).asOf(Chance.CUT).provides().series()).isEmpty();
    }
}
