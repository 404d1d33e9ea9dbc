package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.time.AsOf;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads sample books through the library, as a host would. */
final class SampleReader {

    static final Instant FAR = Instant.parse("2200-01-01T00:00:00Z");

    private SampleReader() {}

    static Book cut(SampleBook book, LocalDate date) {
        return facts(book).asOf(date);
    }

    /** The book as of a day that comes after all that is stated. */
    static Book all(SampleBook book) {
        return facts(book).asOf(AsOf.of(FAR));
    }

    static Facts facts(SampleBook book) {
        List<Customer> customers = book.stream().toList();
        return Facts.of(Customer.adapter(customers), customers).in(SampleBook.ZONE, SampleBook.CURRENCY);
    }

    static List<SeriesKey<?>> series() {
        return CustomerSeries.all();
    }

    static Stream<Entry> entries(CustomerView view) {
        return series().stream().flatMap(key -> view.entries(key).stream());
    }

    /** Everything that is stated about a customer, as text. */
    static String describe(CustomerView view) {
        StringBuilder text = new StringBuilder(view.customerId());
        for (AttributeKey<?> key : CustomerAttributes.all()) {
            view.find(key)
                    .ifPresent(
                            value -> text.append('\n').append(key).append('=').append(sorted(value)));
        }
        for (SeriesKey<?> key : series()) {
            for (Entry entry : view.entries(key)) {
                text.append('\n')
                        .append(key)
                        .append(' ')
                        .append(entry.id())
                        .append(' ')
                        .append(entry.at());
                text.append(' ').append(entry.recordedAt());
                for (AttributeKey<?> field : key.fields()) {
                    text.append(' ')
                            .append(entry.find(field).map(Object::toString).orElse("-"));
                }
            }
        }
        return text.toString();
    }

    private static Object sorted(Object value) {
        return value instanceof Set<?> set ? new TreeSet<>(set) : value;
    }

    static String digest(SampleBook book) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (CustomerView view : all(book).customers()) {
                digest.update(describe(view).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
