package dev.rapport.health.testkit;

import dev.rapport.health.HealthAttributes;
import dev.rapport.health.challenge.Loss;
import dev.rapport.health.churn.Feature;
import dev.rapport.health.observation.ObservationPlan;
import dev.rapport.health.observation.Observations;
import dev.rapport.health.observation.Window;
import dev.rapport.model.book.Book;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** Observations of the sample books, of whose customers those who use little are lost more often. */
final class SampleModels {

    static final List<Feature> FEATURES = List.of(
            Feature.of(SampleBooks.USE),
            Feature.of(SampleBooks.SPONSOR),
            Feature.of(HealthAttributes.BAND),
            Feature.logarithmOf(StandardAttributes.ARR));

    private static final Observations TRAINING = observe();

    private SampleModels() {}

    static Observations training() {
        return TRAINING;
    }

    private static Observations observe() {
        List<Book> books = SampleBooks.books();
        ObservationPlan plan = ObservationPlan.builder()
                .addDates(LocalDate.of(2026, 1, 28))
                .window(Window.within(60))
                .addFeatures(SampleBooks.USE, SampleBooks.SPONSOR, HealthAttributes.BAND, StandardAttributes.ARR)
                .eligible(view -> true)
                .losses(SampleModels::losses)
                .build();
        return plan.snapshots(asOf -> asOf.equals(books.get(0).asOf()) ? books.get(0) : books.get(2), ZoneOffset.UTC)
                .until(AsOf.endOf(LocalDate.of(2026, 3, 29), ZoneOffset.UTC));
    }

    private static List<Loss> losses(Book book) {
        Random random = new Random(11);
        return book.customers().stream()
                .filter(view ->
                        random.nextDouble() < (view.find(SampleBooks.USE).orElse(50.0) < 40 ? 0.7 : 0.2))
                .map(view -> new Loss(
                        view.customerId(),
                        LocalDate.of(2026, 2, 1 + random.nextInt(28))
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()))
                .filter(loss -> loss.at().isBefore(book.asOf().validAt()))
                .toList();
    }
}
