package dev.rapport.engagement.lifecycle;

import dev.rapport.engagement.lifecycle.CheckedEvidence.Status;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.customer.Usage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for evidence in the facts of one customer. */
final class EvidenceReader {

    private final CustomerView view;
    private final Set<SeriesKey<?>> fed;

    EvidenceReader(CustomerView view, Set<SeriesKey<?>> fed) {
        this.view = view;
        this.fed = fed;
    }

    /** Checks a list: touchpoints and usage from the first day of the stay on, everything until the end of a day. */
    List<CheckedEvidence> check(List<Evidence> list, LocalDate from, LocalDate by) {
        return list.stream()
                .map(one -> new CheckedEvidence(one, status(one, from, by)))
                .toList();
    }

    private Status status(Evidence evidence, LocalDate from, LocalDate by) {
        if (!fed.contains(evidence.shown().series())) {
            return Status.NOT_FED;
        }
        return isThere(evidence, from, by) ? Status.THERE : Status.LACKING;
    }

    private boolean isThere(Evidence evidence, LocalDate from, LocalDate by) {
        Optional<String> of = evidence.of();
        return switch (evidence.shown()) {
            case CONTRACT ->
                view.series(Contract.SERIES).stream()
                        .anyMatch(contract -> is(of, contract.offering())
                                && !contract.signedOn().orElse(contract.start()).isAfter(by));
            case USE ->
                view.series(Usage.SERIES).stream()
                        .anyMatch(usage -> is(of, usage.feature()) && isBetween(usage.entry(), from, by));
            case TOUCHPOINT -> count(of, from, by) > 0;
            case PERSON ->
                view.series(Person.SERIES).stream()
                        .anyMatch(person -> is(of, person.role())
                                && !day(person.entry()).isAfter(by)
                                && person.leftOn().map(left -> left.isAfter(by)).orElse(true));
            case OWNER ->
                view.series(Ownership.SERIES).stream()
                        .anyMatch(owner -> is(of, Optional.of(owner.role())) && owner.isOn(by));
            case GOAL -> view.series(Goal.SERIES).stream().anyMatch(goal -> is(of, goal.kind()));
            case CONFIRMED_GOAL ->
                view.series(Goal.SERIES).stream()
                        .anyMatch(
                                goal -> is(of, goal.kind()) && goal.confirmed().orElse(false));
        };
    }

    /** The touchpoints of a kind, both days included. */
    int count(Optional<String> kind, LocalDate from, LocalDate by) {
        return (int) view.series(Touchpoint.SERIES).stream()
                .filter(touch -> is(kind, Optional.of(touch.kind())) && isBetween(touch.entry(), from, by))
                .count();
    }

    private static boolean is(Optional<String> wanted, Optional<String> found) {
        return wanted.isEmpty() || wanted.equals(found);
    }

    private boolean isBetween(Entry entry, LocalDate from, LocalDate by) {
        LocalDate day = day(entry);
        return !day.isBefore(from) && !day.isAfter(by);
    }

    private LocalDate day(Entry entry) {
        return LocalDate.ofInstant(entry.at(), view.zone());
    }
}
