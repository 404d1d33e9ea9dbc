package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code erase} leaves in a folder: no trace of the person, and every sum. */
class EraseTest {

    private static final int SIZE = 12;

    @TempDir
    private Path folder;

    private Path book = Path.of("book");

    @BeforeEach
    void writeABook() {
        book = folder.resolve("book");
        Run.ok("--write-sample", book, "--customers", SIZE);
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** Somebody of the sample whose name and address are known. */
    private static Entry person(Customer customer) {
        return customer.entries(Person.SERIES).stream()
                .filter(entry -> entry.find(Person.NAME).isPresent()
                        && entry.find(Person.EMAIL).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> plan(Path of) throws IOException {
        Path out = folder.resolve("plan-of-" + of.getFileName());
        Run.ok("--book", of, "--as-of", "2026-06-30", "--out", out);
        return Map.of("plan.json", Files.readString(out.resolve("plan.json")));
    }

    @Test
    void person_isInNoFile_andThePlanIsTheSame() throws IOException {
        Customer customer = SampleBook.generate(SIZE, 7).customer(9);
        Entry person = person(customer);
        Map<String, String> before = texts(book);
        assertThat(String.join("", before.values()))
                .contains(person.id(), person.find(Person.NAME).orElseThrow());

        Path erased = folder.resolve("erased");
        Run run =
                Run.ok("erase", "--book", book, "--customer", customer.id(), "--person", person.id(), "--out", erased);

        assertThat(run.out())
                .contains("Erased person " + person.id() + " of customer " + customer.id() + ": ", "still has the");
        Map<String, String> after = texts(erased);
        for (Map.Entry<String, String> file : after.entrySet()) {
            assertThat(file.getValue().lines())
                    .as(file.getKey())
                    .noneMatch(line -> Stream.of(line.split("[,\"]", -1)).anyMatch(person.id()::equals))
                    .noneMatch(line -> line.contains(person.find(Person.EMAIL).orElseThrow()));
        }
        assertThat(after.get("people.csv")).contains("erased-1");
        assertThat(plan(erased)).as("what is counted stays").isEqualTo(plan(book));
        assertThat(texts(book)).as("the earlier folder is left alone").isEqualTo(before);
    }

    @Test
    void otherCustomers_areLeftAsTheyWere() throws IOException {
        Customer customer = SampleBook.generate(SIZE, 7).customer(9);
        Path erased = folder.resolve("erased");
        Run.ok("erase", "--book", book, "--customer", customer.id(), "--out", erased);

        Map<String, String> before = texts(book);
        texts(erased).forEach((name, text) -> {
            if (name.endsWith(".csv")) {
                assertThat(text.lines().filter(line -> !line.startsWith(customer.id() + ",")))
                        .as(name)
                        .containsExactlyElementsOf(before.getOrDefault(name, "")
                                .lines()
                                .filter(line -> !line.startsWith(customer.id() + ","))
                                .toList());
            }
        });
        assertThat(texts(erased)).containsKeys("book.json", "policies/scorecard.json", "time-entries.csv");
    }

    @Test
    void consumer_isErasedWhole_andStillCounts() throws IOException {
        Path consumers = folder.resolve("consumers");
        Run.ok("--write-sample", consumers, "--b2c", "--customers", SIZE);
        Customer consumer = SampleBook.consumers(SIZE, 7).customer(3);
        String name =
                consumer.timeline(CustomerAttributes.PERSON_NAME).facts().get(0).value();
        Path erased = folder.resolve("erased");

        Run.ok("erase", "--book", consumers, "--customer", consumer.id(), "--out", erased);

        assertThat(Files.readString(consumers.resolve("customers.csv"))).contains(name);
        assertThat(Files.readString(erased.resolve("customers.csv")))
                .doesNotContain(name)
                .contains(consumer.id());
        assertThat(Files.readString(erased.resolve("purchases.csv")))
                .isEqualTo(Files.readString(consumers.resolve("purchases.csv")));
    }

    @Test
    void jsonLines_stayJsonLines() throws IOException {
        Path lines = folder.resolve("lines");
        Run.ok("--write-sample", lines, "--customers", SIZE, "--format", "jsonl");
        Path erased = folder.resolve("erased");

        Run.ok("erase", "--book", lines, "--customer", "c-000009", "--out", erased);

        assertThat(texts(erased)).containsKey("people.jsonl").doesNotContainKey("people.csv");
    }

    @Test
    void nothingPersonal_ofAnErasedCustomer_isLeft() throws IOException {
        Path erased = folder.resolve("erased");
        Run.ok("erase", "--book", book, "--customer", "c-000009", "--out", erased);
        SampleBook sample = SampleBook.generate(SIZE, 7);
        Set<String> own = new TreeSet<>();
        Set<String> ofOthers = new TreeSet<>();
        for (int index = 0; index < SIZE; index++) {
            Customer customer = sample.customer(index);
            (customer.id().equals("c-000009") ? own : ofOthers).addAll(personal(customer));
        }
        own.removeAll(ofOthers);
        assertThat(own).isNotEmpty();
        String after = String.join("", texts(erased).values());
        assertThat(own).allSatisfy(text -> assertThat(after).doesNotContain(text));
    }

    /** Personal texts, without those that are the id of a record: it is the host's key, names nobody and stays. */
    private static Set<String> personal(Customer customer) {
        Set<String> texts = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        for (SeriesKey<?> key : customer.holds().series()) {
            for (Entry entry : customer.entries(key)) {
                ids.add(entry.id());
                for (AttributeKey<?> field : key.fields()) {
                    if (field.sensitivity() == Sensitivity.PERSONAL
                            && entry.valueOrNull(field) instanceof String text) {
                        texts.add(text);
                    }
                }
            }
        }
        texts.removeAll(ids);
        return texts;
    }

    private static void refused(Run run, String message) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error()).startsWith(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whatCannotBeErased_isSaid_andNothingIsWritten() throws IOException {
        Path out = folder.resolve("out");
        refused(
                Run.of("erase", "--book", book, "--customer", "nobody", "--out", out),
                "customer (nobody) must be in the book.");
        refused(
                Run.of("erase", "--book", book, "--customer", "c-000009", "--person", "nobody", "--out", out),
                "person (nobody) must be named in what is known of customer (c-000009).");
        refused(
                Run.of("erase", "--book", book, "--customer", "c-000009", "--out", book),
                "output folder (" + book + ") must be new or empty: what lies there would stay.");
        refused(Run.of("erase", "--customer", "c-000009", "--out", out), "option (--book) is missing.");
        Files.writeString(book.resolve("usage.csv"), "customer,at,quantity\nghost,2026-01-01,1\n");
        refused(
                Run.of("erase", "--book", book, "--customer", "c-000009", "--out", out),
                "book (" + book + ") must have no rows that cannot be taken, has 1: they would be lost.");
        assertThat(out).doesNotExist();
    }
}
