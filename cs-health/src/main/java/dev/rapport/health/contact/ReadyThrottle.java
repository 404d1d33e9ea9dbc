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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A throttle that is ready to decide; see {@link ContactThrottle}. Immutable.
 *
 * <p>The people of an account are those that have not left. What was asked is read from the survey answers: of each, the day
 * on which it was asked, or answered where that is not told. Respondents are matched with people by id; where no people are
 * known, all questions count as put to one person. Whoever has opted out is not
 * asked. As of a past date, only what was known then counts.
 */
public final class ReadyThrottle {

    static final String OPTED_OUT = "opted-out";

    private static final Map<ContactScope, String> WHO = Map.of(
            ContactScope.PERSON, "the person was",
            ContactScope.ACCOUNT, "the account was",
            ContactScope.BOOK, "people of this book were");

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

    /**
     * Decides for everybody of an account, each seen alone. Limits of a whole book do not count here.
     *
     * @param view  the account
     * @param instrument  the question that would be asked
     * @return a decision for each person by id; one for the account as a whole where no people are known
     */
    public List<ContactDecision> decide(CustomerView view, String instrument) {
        requireNonNull(instrument, "instrument");
        Holding holding = holding(view);
        List<AskedQuestion> asked = AskedQuestion.of(view);
        return people(view).stream()
                .map(person -> decide(view, instrument, person, holding, asked, Map.of()))
                .toList();
    }

    /**
     * Goes through a whole book: asks one after another as long as no rule stands in the way, those who come first before
     * the others. Whoever is asked counts for the rules of those who come after.
     *
     * @param book  the book
     * @param instrument  the question that would be asked
     * @param order  who comes first
     * @return who is asked, and why the others are not
     */
    public ContactRound round(Book book, String instrument, ContactOrder order) {
        return new RoundRun(this, requireNonNull(instrument, "instrument"), requireNonNull(order, "order")).run(book);
    }

    /** The holds of an account that hold, and those of which that is not known. */
    record Holding(List<ContactObstacle> held, List<String> unknown) {}

    Holding holding(CustomerView view) {
        List<ContactObstacle> held = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Explanation hold : holds.map(program -> program.explainAll(view)).orElse(List.of())) {
            if (hold.status() != Status.EVALUATED) {
                unknown.add(hold.code());
            } else if (hold.value().orElse(0) != 0) {
                held.add(new ContactObstacle(hold.code(), reason(hold), Optional.empty()));
            }
        }
        return new Holding(held, unknown);
    }

    /**
     * Decides for one person of an account.
     *
     * @param ofAccount  what was asked there, oldest first
     * @param ofBook  when the questions were put that count for a rule of the whole book, oldest first
     */
    ContactDecision decide(
            CustomerView view,
            String instrument,
            Optional<Entry> person,
            Holding holding,
            List<AskedQuestion> ofAccount,
            Map<ContactRule, List<LocalDate>> ofBook) {
        List<ContactObstacle> obstacles = new ArrayList<>();
        Optional<String> id = person.map(Entry::id);
        for (ContactRule rule : written.rules()) {
            if (rule.questions().include(instrument)) {
                List<LocalDate> days = ofBook.getOrDefault(rule, days(rule, id, ofAccount));
                obstacle(rule, days, view.date()).ifPresent(obstacles::add);
            }
        }
        if (person.flatMap(entry -> entry.find(Person.OPTED_OUT)).orElse(false)) {
            obstacles.add(new ContactObstacle(OPTED_OUT, "the person does not want to be asked", Optional.empty()));
        }
        obstacles.addAll(holding.held());
        return ImmutableContactDecision.builder()
                .customerId(view.customerId())
                .person(id)
                .on(view.date())
                .obstacles(obstacles)
                .unknown(holding.unknown())
                .build();
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

    /** Who of an account can be asked at all; nobody in particular where no people are known. */
    static List<Optional<Entry>> people(CustomerView view) {
        List<Entry> known = view.entries(Person.SERIES);
        if (known.isEmpty()) {
            return List.of(Optional.empty());
        }
        SortedMap<String, Entry> people = new TreeMap<>();
        for (Entry person : known) {
            boolean hasLeft = person.find(Person.LEFT_ON)
                    .map(day -> !day.isAfter(view.date()))
                    .orElse(false);
            if (!hasLeft) {
                people.put(person.id(), person);
            }
        }
        return people.values().stream().map(Optional::of).toList();
    }

    private static List<LocalDate> days(ContactRule rule, Optional<String> person, List<AskedQuestion> ofAccount) {
        ContactScope scope = rule.questions().scope();
        if (scope == ContactScope.BOOK) {
            return List.of();
        }
        boolean isOfPerson = scope == ContactScope.PERSON && person.isPresent();
        return ofAccount.stream()
                .filter(one -> rule.questions().include(one.instrument()))
                .filter(one -> !isOfPerson || one.person().equals(person))
                .map(AskedQuestion::on)
                .toList();
    }

    private static Optional<ContactObstacle> obstacle(ContactRule rule, List<LocalDate> days, LocalDate today) {
        int atMost = rule.limit().atMost();
        if (days.size() < atMost) {
            return Optional.empty();
        }
        LocalDate until = days.get(days.size() - atMost).plusDays(rule.limit().days());
        if (!until.isAfter(today)) {
            return Optional.empty();
        }
        String times = atMost == 1 ? "once" : atMost + " times";
        String who = WHO.get(rule.questions().scope());
        int length = rule.limit().days();
        String inTime = length == 1 ? "in a day" : "in " + length + " days";
        return Optional.of(new ContactObstacle(
                rule.code(),
                who + " asked " + times + " " + inTime + ", last on " + days.get(days.size() - 1),
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
