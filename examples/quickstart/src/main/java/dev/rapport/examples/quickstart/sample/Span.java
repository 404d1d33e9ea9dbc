package dev.rapport.examples.quickstart.sample;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Some days, or all from one on.
 *
 * @param from  the first day
 * @param to  the first day after
 */
record Span(LocalDate from, Optional<LocalDate> to) {

    static Span from(LocalDate from) {
        return new Span(from, Optional.empty());
    }

    static Span between(LocalDate from, LocalDate to) {
        return new Span(from, Optional.of(to));
    }

    boolean contains(LocalDate date) {
        return !date.isBefore(from) && to.map(date::isBefore).orElse(true);
    }
}
