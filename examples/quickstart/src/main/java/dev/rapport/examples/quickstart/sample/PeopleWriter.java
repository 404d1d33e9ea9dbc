package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The people on the customer's side. */
final class PeopleWriter {

    private PeopleWriter() {}

    /**
     * Somebody on the customer's side.
     *
     * @param id  who
     * @param role  what they are to us
     * @param there  from when until when they worked there
     */
    record Contact(String id, String role, Span there) {}

    static void write(Profile profile, Pen pen) {
        Dice dice = profile.dice("names");
        for (Contact contact : contacts(profile)) {
            String name = Names.person(dice);
            String address = Names.address(name, profile.name());
            pen.write(
                    Person.SERIES,
                    contact.id(),
                    contact.there().from(),
                    person -> fill(person, contact, name, address));
            contact.there()
                    .to()
                    .ifPresent(left -> pen.write(Person.SERIES, contact.id(), left, person -> {
                        fill(person, contact, name, address);
                        person.with(Person.LEFT_ON, left);
                    }));
        }
    }

    private static void fill(EntryBuilder person, Contact contact, String name, String address) {
        person.with(Person.ROLE, contact.role()).with(Person.NAME, name).with(Person.EMAIL, address);
    }

    /** All of them, sponsors first, in the order they came. */
    static List<Contact> contacts(Profile profile) {
        Dice dice = profile.dice("people");
        List<Contact> contacts = new ArrayList<>();
        LocalDate joined = profile.joined();
        boolean changes = dice.chance(0.2);
        LocalDate changed = joined.plusDays(dice.whole(120, 900));
        int gap = dice.whole(0, 8);
        int users = profile.tier() == Tier.SMALL ? 1 : dice.whole(1, 3);
        if (profile.is(Plant.SPONSOR_LEFT)) {
            add(contacts, profile, "sponsor", Span.between(joined, PlantedTruths.sponsorLeft(profile.rank())));
        } else if (changes
                && profile.is(Plant.NONE)
                && changed.isBefore(profile.until().minusDays(100))) {
            add(contacts, profile, "sponsor", Span.between(joined, changed));
            add(contacts, profile, "sponsor", Span.from(changed.plusDays(gap)));
        } else {
            add(contacts, profile, "sponsor", Span.from(joined));
        }
        if (profile.tier() != Tier.SMALL) {
            add(contacts, profile, "champion", Span.from(joined));
        }
        if (profile.tier().isLarge()) {
            add(contacts, profile, "decision-maker", Span.from(joined));
        }
        add(contacts, profile, "administrator", Span.from(joined));
        for (int i = 0; i < users; i++) {
            add(contacts, profile, "user", Span.from(joined.plusDays(20L * i)));
        }
        return contacts;
    }

    private static void add(List<Contact> contacts, Profile profile, String role, Span there) {
        contacts.add(new Contact(profile.id("person", contacts.size() + 1), role, there));
    }

    /** Somebody of a role who worked there on a day. */
    static Optional<Contact> on(List<Contact> contacts, String role, LocalDate date) {
        return contacts.stream()
                .filter(contact ->
                        contact.role().equals(role) && contact.there().contains(date))
                .findFirst();
    }
}
