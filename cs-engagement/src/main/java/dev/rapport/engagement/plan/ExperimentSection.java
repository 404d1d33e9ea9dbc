package dev.rapport.engagement.plan;

import dev.rapport.engagement.experiment.Experiment;
import dev.rapport.engagement.experiment.ExperimentResult;
import dev.rapport.health.retention.LostCustomer;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the experiments that are declared, each from its first day on. */
final class ExperimentSection {

    private final Facts facts;
    private final Policies policies;
    private final DecidedBook decided;
    private final Map<LocalDate, Book> starts = new HashMap<>();

    ExperimentSection(Facts facts, Policies policies, DecidedBook decided) {
        this.facts = facts;
        this.policies = policies;
        this.decided = decided;
    }

    /** Those that have not begun on the day of the plan are left out. */
    Section<List<ExperimentResult>> results() {
        if (policies.experiments().isEmpty()) {
            return Section.lacking(List.of("policy experiments"));
        }
        return Section.of(policies.experiments().get().experiments().stream()
                .filter(experiment -> experiment.since().isBefore(decided.cut().date()))
                .map(this::result)
                .toList());
    }

    private ExperimentResult result(Experiment experiment) {
        Book start = starts.computeIfAbsent(experiment.since(), this::start);
        Optional<String> segment = experiment.segment();
        if (segment.isEmpty()) {
            return ExperimentResult.of(experiment, start, customer -> true, decided.book());
        }
        Map<String, String> segments = DecidedSegments.headlineOf(start, policies);
        return ExperimentResult.of(
                experiment,
                start,
                customer -> segment.equals(Optional.ofNullable(segments.get(customer))),
                decided.book());
    }

    /** Who was a customer at the end of a day, as far as it is known now. */
    private Book start(LocalDate date) {
        AsOf then = AsOf.endOf(date, facts.zone()).knownAt(decided.cut().asOf().knownAt());
        return facts.asOf(then).only(LostCustomer::isCustomer);
    }
}
