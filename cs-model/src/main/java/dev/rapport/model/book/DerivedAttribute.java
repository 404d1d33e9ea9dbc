package dev.rapport.model.book;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import java.util.function.Function;

/**
 * An attribute that is computed from others and from series, as of the cut. Pure; a host adds its own.
 *
 * @param <T>  the type of the value
 * @param key  the attribute
 * @param requires  what the derivation reads
 * @param derivation  computes the reading; what it throws becomes a failed reading
 */
public record DerivedAttribute<T>(
        AttributeKey<T> key, Requirements requires, Function<CustomerView, Reading<T>> derivation) {

    /**
     * Computes the reading of a customer.
     *
     * @param view  the customer
     * @return the reading; missing if a series that is required is not fed, failed if the derivation throws
     */
    public Reading<T> read(CustomerView view) {
        for (SeriesKey<?> series : requires.series()) {
            if (!view.provides(series)) {
                return Reading.missing(unfed(series));
            }
        }
        return Readings.usable(key, derive(view));
    }

    static String unfed(SeriesKey<?> series) {
        return "series " + series + " is not fed";
    }

    Reading<T> derive(CustomerView view) {
        try {
            return requireNonNull(derivation.apply(view), "no reading was given");
        } catch (RuntimeException e) {
            return failed(key + " could not be derived", e);
        }
    }

    /** What came of a host's code that threw. */
    static <T> Reading<T> failed(String what, RuntimeException thrown) {
        return Reading.failed(what + ": " + message(thrown));
    }

    /** On one line. */
    static String message(RuntimeException thrown) {
        String message = thrown.getMessage();
        return message == null ? "no reason was given" : message.replace('\n', ' ');
    }
}
