package dev.rapport.model.derived;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.StageEntry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who is there on both sides, and where the customer stands. */
final class PeopleAttributes {

    private static final String SPONSOR = "sponsor";
    private static final String CHAMPION = "champion";
    private static final String CSM = "csm";
    private static final String NOBODY = "nobody on the customer's side is known";
    private static final Requirements PEOPLE = Requirements.series(Person.SERIES);

    private PeopleAttributes() {}

    static List<DerivedAttribute<?>> people() {
        return List.of(
                present(StandardAttributes.SPONSOR_PRESENT, SPONSOR),
                leftDays(StandardAttributes.SPONSOR_LEFT_DAYS, SPONSOR),
                present(StandardAttributes.CHAMPION_PRESENT, CHAMPION),
                leftDays(StandardAttributes.CHAMPION_LEFT_DAYS, CHAMPION),
                new DerivedAttribute<>(StandardAttributes.PEOPLE_DEPARTURES_180D, PEOPLE, view -> {
                    LocalDate before = view.date().minusDays(180);
                    List<Entry> known = view.entries(Person.SERIES);
                    List<Entry> left = known.stream()
                            .filter(person -> hasLeft(person, view.date()))
                            .filter(person -> person.get(Person.LEFT_ON).isAfter(before))
                            .toList();
                    return known.isEmpty()
                            ? Reading.missing(NOBODY)
                            : Gathered.number(left.size(), Gathered.provenance(left, "people, last 180 days"));
                }));
    }

    private static DerivedAttribute<Boolean> present(AttributeKey<Boolean> key, String role) {
        return new DerivedAttribute<>(key, PEOPLE, view -> {
            Optional<String> unknown = unknown(view);
            List<Entry> present = inRole(view, role, false);
            return unknown.isPresent()
                    ? Reading.missing(unknown.get())
                    : Reading.present(!present.isEmpty(), Gathered.provenance(present, "people"));
        });
    }

    private static DerivedAttribute<Double> leftDays(AttributeKey<Double> key, String role) {
        return new DerivedAttribute<>(key, PEOPLE, view -> {
            Optional<String> unknown = unknown(view);
            List<Entry> left = inRole(view, role, true);
            if (unknown.isPresent()) {
                return Reading.missing(unknown.get());
            }
            return left.stream()
                    .map(person -> person.get(Person.LEFT_ON))
                    .max(Comparator.naturalOrder())
                    .map(day -> Gathered.number(Gathered.days(day, view.date()), Gathered.provenance(left, "people")))
                    .orElseGet(() -> Reading.notApplicable("no " + role + " has left"));
        });
    }

    private static Optional<String> unknown(CustomerView view) {
        List<Entry> people = view.entries(Person.SERIES);
        if (people.isEmpty()) {
            return Optional.of(NOBODY);
        }
        return people.stream().anyMatch(person -> person.valueOrNull(Person.ROLE) != null)
                ? Optional.empty()
                : Optional.of("nobody's role is known");
    }

    private static List<Entry> inRole(CustomerView view, String role, boolean left) {
        return view.entries(Person.SERIES).stream()
                .filter(person -> role.equals(person.valueOrNull(Person.ROLE)))
                .filter(person -> left == hasLeft(person, view.date()))
                .toList();
    }

    private static boolean hasLeft(Entry person, LocalDate by) {
        return person.find(Person.LEFT_ON).map(day -> !day.isAfter(by)).orElse(false);
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
