package dev.rapport.model.family;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Book;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The other customer that each customer names under one attribute; all of them are in the book, and none in a circle. */
final class References {

    private static final int MOST_NAMED = 10;

    private final AttributeKey<String> key;
    private final Map<String, String> named = new TreeMap<>();
    private final Map<String, String> sources = new HashMap<>();

    private References(AttributeKey<String> key) {
        this.key = key;
    }

    /** Reads what the customers of a book say; what cannot be is left out and reported as a warning. */
    static Map<String, String> read(
            Book book, AttributeKey<String> key, String unknown, String circle, ProblemCollector problems) {
        References references = new References(key);
        references.readFrom(book, problems);
        references.leaveOutUnknown(new HashSet<>(book.customerIds()), unknown, problems);
        references.leaveOutCircles(circle, problems);
        return references.named;
    }

    private void readFrom(Book book, ProblemCollector problems) {
        for (CustomerView view : book.customers()) {
            Reading<String> reading = view.read(key);
            String other = reading.valueOrNull();
            if (other != null) {
                named.put(view.customerId(), other);
                reading.provenance()
                        .map(Provenance::source)
                        .ifPresent(source -> sources.put(view.customerId(), source));
            } else if (reading.status() == Reading.Status.FAILED) {
                warn(
                        problems,
                        view.customerId(),
                        "unreadable-reference",
                        reading.reason().orElse("no reason was given"));
            }
        }
    }

    private void leaveOutUnknown(Set<String> known, String code, ProblemCollector problems) {
        named.entrySet().removeIf(link -> {
            boolean unknown = !known.contains(link.getValue());
            if (unknown) {
                warn(
                        problems,
                        link.getKey(),
                        code,
                        key + " " + Quote.text(link.getValue()) + " is no customer of the book; it is left out");
            }
            return unknown;
        });
    }

    /** Follows each customer's link until it ends or meets itself; every customer is passed once. */
    private void leaveOutCircles(String code, ProblemCollector problems) {
        List<List<String>> circles = new ArrayList<>();
        Set<String> passed = new HashSet<>();
        for (String start : named.keySet()) {
            Map<String, Integer> positions = new HashMap<>();
            List<String> path = new ArrayList<>();
            String id = start;
            while (id != null && passed.add(id)) {
                positions.put(id, path.size());
                path.add(id);
                id = named.get(id);
            }
            Integer entered = id == null ? null : positions.get(id);
            if (entered != null) {
                List<String> circle = new ArrayList<>(path.subList(entered, path.size()));
                Collections.rotate(circle, -circle.indexOf(Collections.min(circle)));
                circles.add(circle);
            }
        }
        for (List<String> circle : circles) {
            warn(
                    problems,
                    circle.get(0),
                    code,
                    key + " leads back to where it began: " + path(circle) + "; these links are left out");
            named.keySet().removeAll(circle);
        }
    }

    private static String path(List<String> circle) {
        String first = Quote.text(circle.get(0));
        String names = circle.stream().limit(MOST_NAMED).map(Quote::text).collect(Collectors.joining(" -> "));
        int more = circle.size() - MOST_NAMED;
        return names + (more > 0 ? " -> " + more + " more" : "") + " -> " + first;
    }

    private void warn(ProblemCollector problems, String customer, String code, String message) {
        String source = sources.get(customer);
        problems.add(Problem.warning(
                code,
                source == null ? Location.NONE : Location.of(source),
                "customer " + Quote.text(customer) + ": " + message));
    }
}
