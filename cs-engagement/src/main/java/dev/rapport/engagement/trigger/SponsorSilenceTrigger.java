package dev.rapport.engagement.trigger;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Touchpoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Anchors on the day on which nobody has had contact with people of a role, such as sponsor, for so many days: each time
 * they were silent so long. Silence begins with the last contact, or on the day from which such a person is known. Handled
 * when there was contact again.
 *
 * <p>There is none where none of them was with the customer on that day, which is another matter than silence, nor where no
 * touchpoint of the customer says who took part, so that nobody knows.
 *
 * @param role  the role of the people
 * @param days  after how many days they count as silent, at least 1
 */
public record SponsorSilenceTrigger(String role, int days) implements MilestoneTrigger {

    /**
     * Checks the parts.
     *
     * @param role  the role of the people
     * @param days  after how many days they count as silent, at least 1
     */
    public SponsorSilenceTrigger {
        requireNonNull(role, "role");
        if (days < 1) {
            throw new IllegalArgumentException("days (" + days + ") must be at least 1.");
        }
    }

    @Override
    public Requirements requirements() {
        return Requirements.series(Person.SERIES, Touchpoint.SERIES);
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        Map<String, Person> people = view.series(Person.SERIES).stream()
                .filter(person -> person.role().filter(role::equals).isPresent())
                .collect(Collectors.toMap(Person::id, Function.identity()));
        List<Touchpoint> touchpoints = view.series(Touchpoint.SERIES);
        boolean isTold = touchpoints.isEmpty()
                || touchpoints.stream().anyMatch(touch -> touch.contact().isPresent());
        return people.isEmpty() || !isTold ? List.of() : silences(view, people, touchpoints, span);
    }

    private List<Anchor> silences(
            CustomerView view, Map<String, Person> people, List<Touchpoint> touchpoints, Span span) {
        TreeSet<LocalDate> contacts = new TreeSet<>();
        touchpoints.stream()
                .filter(touch -> touch.contact().filter(people::containsKey).isPresent())
                .forEach(touch -> contacts.add(day(view, touch.entry())));
        LocalDate known = people.values().stream()
                .map(person -> day(view, person.entry()))
                .min(LocalDate::compareTo)
                .orElseThrow();
        TreeSet<LocalDate> days = new TreeSet<>(contacts);
        if (contacts.isEmpty() || known.isBefore(contacts.first())) {
            days.add(known);
        }
        List<Anchor> anchors = new ArrayList<>();
        for (LocalDate day : days) {
            LocalDate silent = day.plusDays(this.days);
            LocalDate next = days.higher(day);
            boolean isSilent = next == null || next.isAfter(silent);
            if (isSilent && span.contains(silent) && isAnybodyThere(people, silent)) {
                Anchor anchor = Anchor.of(role, silent)
                        .because(
                                contacts.contains(day)
                                        ? "the last contact with a " + role + " was on " + day
                                        : "there was no contact with a " + role + " since one is known, " + day);
                anchors.add(next == null ? anchor : anchor.handled("there was contact with a " + role + " on " + next));
            }
        }
        return anchors;
    }

    private static boolean isAnybodyThere(Map<String, Person> people, LocalDate day) {
        return people.values().stream()
                .anyMatch(
                        person -> person.leftOn().map(left -> left.isAfter(day)).orElse(true));
    }

    private static LocalDate day(CustomerView view, Entry entry) {
        return LocalDate.ofInstant(entry.at(), view.zone());
    }
}
