package dev.rapport.health.contact;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Status;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A throttle that is ready to decide; see {@link ContactThrottle}. Immutable.
 *
 * <p>The people of an account are those that have not left. What was asked is read from the survey answers: of each, the day
 * on which it was asked, or answered where that is not told. Respondents are matched with people by id; where no people are
 * known, all questions count as put to one person. As of a past date, only what was known then counts.
 */
public final class ReadyThrottle {

    private final ContactThrottle written;
    private final Optional<Program> holds;

    ReadyThrottle(ContactThrottle written, Optional<Program> holds) {
        this.written = written;
        this.holds = holds;
    }

    /**
     * What was written down.
     *
     * @return the document
     */
    public ContactThrottle written() {
        return written;
    }

    /**
     * What is read of a customer.
     *
     * @return every attribute and series
     */
    public Requirements requirements() {
        return holds.map(Program::requirements)
                .orElse(Requirements.none())
                .and(Requirements.series(SurveyAnswer.SERIES));
    }

    /** A question that was asked. */
    private record Asked(String instrument, LocalDate on, Optional<String> person) {}

    /**
     * Decides for everybody of an account, each seen alone.
     *
     * @param view  the account
     * @param instrument  the question that would be asked
     * @return a decision for each person by id; one for the account as a whole where no people are known
     */
    public List<ContactDecision> decide(CustomerView view, String instrument) {
        requireNonNull(instrument, "instrument");
        List<ContactObstacle> held = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Explanation hold : holds.map(program -> program.explainAll(view)).orElse(List.of())) {
            if (hold.status() != Status.EVALUATED) {
                unknown.add(hold.code());
            } else if (hold.value().orElse(0) != 0) {
                held.add(new ContactObstacle(hold.code(), reason(hold), Optional.empty()));
            }
        }
        List<Asked> asked = asked(view);
        List<ContactDecision> decisions = new ArrayList<>();
        for (Optional<String> person : people(view)) {
            List<ContactObstacle> obstacles = new ArrayList<>();
            for (ContactRule rule : written.rules()) {
                obstacle(rule, instrument, person, asked, view.date()).ifPresent(obstacles::add);
            }
            obstacles.addAll(held);
            decisions.add(ImmutableContactDecision.builder()
                    .customerId(view.customerId())
                    .person(person)
                    .on(view.date())
                    .obstacles(obstacles)
                    .unknown(unknown)
                    .build());
        }
        return decisions;
    }

    /**
     * Counts who may be asked in a whole book.
     *
     * @param book  the book
     * @param instrument  the question that would be asked
     * @return the numbers
     */
    public ContactCounts count(Book book, String instrument) {
        int people = 0;
        int allowed = 0;
        int accountsAllowed = 0;
        SortedMap<String, Integer> byObstacle = new TreeMap<>();
        for (CustomerView view : book.customers()) {
            List<ContactDecision> decisions = decide(view, instrument);
            int allowedHere = 0;
            for (ContactDecision decision : decisions) {
                allowedHere += decision.isAllowed() ? 1 : 0;
                decision.obstacles().forEach(obstacle -> byObstacle.merge(obstacle.code(), 1, Integer::sum));
            }
            people += decisions.size();
            allowed += allowedHere;
            accountsAllowed += allowedHere > 0 ? 1 : 0;
        }
        return ImmutableContactCounts.builder()
                .instrument(instrument)
                .people(people)
                .peopleAllowed(allowed)
                .accounts(book.size())
                .accountsAllowed(accountsAllowed)
                .peopleByObstacle(byObstacle)
                .build();
    }

    private static List<Optional<String>> people(CustomerView view) {
        List<Optional<String>> people = view.entries(Person.SERIES).stream()
                .filter(person -> person.find(Person.LEFT_ON)
                        .map(day -> day.isAfter(view.date()))
                        .orElse(true))
                .map(Entry::id)
                .distinct()
                .sorted()
                .map(Optional::of)
                .toList();
        return people.isEmpty() && view.entries(Person.SERIES).isEmpty() ? List.of(Optional.empty()) : people;
    }

    private static List<Asked> asked(CustomerView view) {
        ZoneId zone = view.zone();
        List<Asked> asked = new ArrayList<>();
        for (Entry entry : view.entries(SurveyAnswer.SERIES)) {
            LocalDate at = LocalDate.ofInstant(entry.at(), zone);
            LocalDate on = entry.find(SurveyAnswer.ASKED_ON)
                    .filter(day -> day.isBefore(at))
                    .orElse(at);
            asked.add(new Asked(entry.get(SurveyAnswer.INSTRUMENT), on, entry.find(SurveyAnswer.RESPONDENT)));
        }
        asked.sort(Comparator.comparing(Asked::on));
        return asked;
    }

    private static Optional<ContactObstacle> obstacle(
            ContactRule rule, String instrument, Optional<String> person, List<Asked> asked, LocalDate today) {
        if (!rule.questions().include(instrument)) {
            return Optional.empty();
        }
        boolean isOfPerson = rule.questions().scope() == ContactScope.PERSON;
        List<LocalDate> days = asked.stream()
                .filter(one -> rule.questions().include(one.instrument()))
                .filter(one -> !isOfPerson || person.isEmpty() || one.person().equals(person))
                .map(Asked::on)
                .toList();
        int atMost = rule.limit().atMost();
        if (days.size() < atMost) {
            return Optional.empty();
        }
        LocalDate until = days.get(days.size() - atMost).plusDays(rule.limit().days());
        if (!until.isAfter(today)) {
            return Optional.empty();
        }
        String times = atMost == 1 ? "once" : atMost + " times";
        String who = isOfPerson ? "the person" : "the account";
        return Optional.of(new ContactObstacle(
                rule.code(),
                who + " was asked " + times + " in " + rule.limit().days() + " days, last on " + Collections.max(days),
                Optional.of(until)));
    }

    private static String reason(Explanation hold) {
        return hold.evidence()
                .map(evidence -> evidence.key().sensitivity() == Sensitivity.PERSONAL
                        ? evidence.key() + " says so"
                        : evidence.key() + " is " + evidence.value())
                .orElse("it holds");
    }
}
