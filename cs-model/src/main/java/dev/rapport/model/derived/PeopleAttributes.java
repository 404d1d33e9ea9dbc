package dev.rapport.model.derived;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.StageEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who is there on both sides, where the customer stands, and what they want. */
final class PeopleAttributes {

    private static final String SPONSOR = "sponsor";
    private static final String CSM = "csm";

    private PeopleAttributes() {}

    static List<DerivedAttribute<?>> sponsors() {
        Requirements people = Requirements.series(Person.SERIES);
        return List.of(
                new DerivedAttribute<>(StandardAttributes.SPONSOR_PRESENT, people, view -> {
                    Optional<String> unknown = unknown(view);
                    List<Entry> present = sponsors(view, false);
                    return unknown.isPresent()
                            ? Reading.missing(unknown.get())
                            : Reading.present(!present.isEmpty(), Gathered.provenance(present, "people"));
                }),
                new DerivedAttribute<>(StandardAttributes.SPONSOR_LEFT_DAYS, people, view -> {
                    Optional<String> unknown = unknown(view);
                    List<Entry> left = sponsors(view, true);
                    if (unknown.isPresent()) {
                        return Reading.missing(unknown.get());
                    }
                    return left.stream()
                            .map(person -> person.get(Person.LEFT_ON))
                            .max(Comparator.naturalOrder())
                            .map(day -> Gathered.number(
                                    Gathered.days(day, view.date()), Gathered.provenance(left, "people")))
                            .orElseGet(() -> Reading.notApplicable("no sponsor has left"));
                }));
    }

    private static Optional<String> unknown(CustomerView view) {
        List<Entry> people = view.entries(Person.SERIES);
        if (people.isEmpty()) {
            return Optional.of("nobody on the customer's side is known");
        }
        return people.stream().anyMatch(person -> person.valueOrNull(Person.ROLE) != null)
                ? Optional.empty()
                : Optional.of("nobody's role is known");
    }

    private static List<Entry> sponsors(CustomerView view, boolean left) {
        LocalDate today = view.date();
        return view.entries(Person.SERIES).stream()
                .filter(person -> SPONSOR.equals(person.valueOrNull(Person.ROLE)))
                .filter(person -> left
                        == person.find(Person.LEFT_ON)
                                .map(day -> !day.isAfter(today))
                                .orElse(false))
                .toList();
    }

    static DerivedAttribute<Double> goals() {
        return new DerivedAttribute<>(StandardAttributes.GOALS_PROGRESS, Requirements.series(Goal.SERIES), view -> {
            List<Entry> measured = new ArrayList<>();
            List<Double> progress = new ArrayList<>();
            for (Entry goal : view.entries(Goal.SERIES)) {
                Double baseline = goal.valueOrNull(Goal.BASELINE);
                Double target = goal.valueOrNull(Goal.TARGET);
                Double realised = goal.valueOrNull(Goal.REALISED);
                if (baseline != null && target != null && realised != null && !target.equals(baseline)) {
                    progress.add(Math.min(1, Math.max(0, (realised - baseline) / (target - baseline))));
                    measured.add(goal);
                }
            }
            double sum =
                    Gathered.sum(progress.stream().mapToDouble(share -> share).toArray());
            return measured.isEmpty()
                    ? Reading.missing("no goal has a baseline, a target and a realised value")
                    : Gathered.number(sum / measured.size(), Gathered.provenance(measured, "goals"));
        });
    }

    static List<DerivedAttribute<?>> current() {
        return List.of(
                new DerivedAttribute<>(StandardAttributes.OWNER_CSM, Requirements.series(Ownership.SERIES), view -> {
                    List<Entry> owners = view.entries(Ownership.SERIES).stream()
                            .filter(owner -> owner.get(Ownership.ROLE).equals(CSM))
                            .toList();
                    return latest(
                            inForce(view, owners, Ownership.FROM, Ownership.TO),
                            Ownership.FROM,
                            Ownership.OWNER,
                            "nobody looks after the customer in the role csm");
                }),
                new DerivedAttribute<>(
                        StandardAttributes.STAGE_CURRENT, Requirements.series(StageEntry.SERIES), view -> {
                            List<Entry> stages = inForce(
                                    view, view.entries(StageEntry.SERIES), StageEntry.ENTERED_ON, StageEntry.LEFT_ON);
                            List<Entry> whole = stages.stream()
                                    .filter(stage -> stage.valueOrNull(StageEntry.PRODUCT) == null)
                                    .toList();
                            return latest(
                                    whole.isEmpty() ? stages : whole,
                                    StageEntry.ENTERED_ON,
                                    StageEntry.STAGE,
                                    "the customer is in no stage");
                        }));
    }

    private static List<Entry> inForce(
            CustomerView view, List<Entry> entries, AttributeKey<LocalDate> from, AttributeKey<LocalDate> to) {
        LocalDate today = view.date();
        return entries.stream()
                .filter(entry -> !entry.get(from).isAfter(today))
                .filter(entry -> entry.find(to).map(end -> end.isAfter(today)).orElse(true))
                .toList();
    }

    /** The text of the entry that began last; of those that began together the first in the alphabet. */
    private static Reading<String> latest(
            List<Entry> entries, AttributeKey<LocalDate> from, AttributeKey<String> text, String otherwise) {
        Comparator<Entry> byStart = Comparator.comparing(entry -> entry.get(from));
        return entries.stream()
                .max(byStart.thenComparing(entry -> entry.get(text), Comparator.reverseOrder()))
                .map(entry -> Reading.present(entry.get(text), Gathered.provenance(List.of(entry), entry.source())))
                .orElseGet(() -> Reading.missing(otherwise));
    }
}
