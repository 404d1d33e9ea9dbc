package dev.rapport.health.contact;

import dev.rapport.health.contact.ReadyThrottle.Holding;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.book.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One round through a book; used once. */
final class RoundRun {

    /** An account, and what was asked there, which grows while the round goes on. */
    private record Asking(CustomerView view, Holding holding, List<AskedQuestion> asked) {}

    /** Somebody who may be asked, with what their place depends on. */
    private record Candidate(Asking account, Optional<Entry> person, double place, LocalDate lastAsked) {

        String personId() {
            return person.map(Entry::id).orElse("");
        }

        String customerId() {
            return account.view().customerId();
        }
    }

    private static final Comparator<Candidate> IN_ORDER = Comparator.comparingDouble(Candidate::place)
            .thenComparing(Candidate::lastAsked)
            .thenComparing(Candidate::customerId)
            .thenComparing(Candidate::personId);

    private final ReadyThrottle throttle;
    private final String instrument;
    private final ContactOrder order;

    RoundRun(ReadyThrottle throttle, String instrument, ContactOrder order) {
        this.throttle = throttle;
        this.instrument = instrument;
        this.order = order;
    }

    ContactRound run(Book book) {
        List<Candidate> candidates = new ArrayList<>();
        Map<ContactRule, List<LocalDate>> ofBook = new HashMap<>();
        rulesOfBook().forEach(rule -> ofBook.put(rule, new ArrayList<>()));
        for (CustomerView view : book.customers()) {
            Asking account = new Asking(view, throttle.holding(view), AskedQuestion.of(view));
            account.asked().forEach(question -> count(question, ofBook));
            double place = order.place(view);
            for (Optional<Entry> person : ReadyThrottle.people(view)) {
                candidates.add(new Candidate(account, person, place, lastAsked(account, person)));
            }
        }
        ofBook.values().forEach(Collections::sort);
        candidates.sort(IN_ORDER);
        ImmutableContactRound.Builder round =
                ImmutableContactRound.builder().instrument(instrument).on(book.date());
        SortedMap<String, Integer> byObstacle = new TreeMap<>();
        for (Candidate candidate : candidates) {
            Asking account = candidate.account();
            ContactDecision decision = throttle.decide(
                    account.view(), instrument, candidate.person(), account.holding(), account.asked(), ofBook);
            if (decision.isAllowed()) {
                AskedQuestion question = new AskedQuestion(instrument, book.date(), decision.person());
                account.asked().add(question);
                count(question, ofBook);
                round.addAsked(decision);
            } else {
                decision.obstacles().forEach(obstacle -> byObstacle.merge(obstacle.code(), 1, Integer::sum));
                round.addRefused(decision);
            }
        }
        return round.refusedByObstacle(byObstacle).build();
    }

    private List<ContactRule> rulesOfBook() {
        return throttle.written().rules().stream()
                .filter(rule -> rule.questions().scope() == ContactScope.BOOK)
                .toList();
    }

    private static void count(AskedQuestion question, Map<ContactRule, List<LocalDate>> ofBook) {
        ofBook.forEach((rule, days) -> {
            if (rule.questions().include(question.instrument())) {
                days.add(question.on());
            }
        });
    }

    private static LocalDate lastAsked(Asking account, Optional<Entry> person) {
        Optional<String> id = person.map(Entry::id);
        return account.asked().stream()
                .filter(question -> id.isEmpty() || question.person().equals(id))
                .map(AskedQuestion::on)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }
}
