package dev.rapport.segmentation.membership;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.decision.Explanation;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds why a customer moved: which of the attributes that the reasons rest on differ. */
final class Causes {

    /** What a list says of a customer. */
    private static final String SAID = "listing";

    private Causes() {}

    static Move move(Membership before, Membership after, String customerId) {
        var from = before.segment(customerId);
        var to = after.segment(customerId);
        if (Move.isSame(from, to)) {
            return new Move(customerId, from, to, after.held().getOrDefault(customerId, ""), List.of());
        }
        Optional<CustomerView> was = before.book().find(customerId);
        Optional<CustomerView> is = after.book().find(customerId);
        if (was.isEmpty() || is.isEmpty()) {
            return new Move(customerId, from, to, was.isEmpty() ? "a new customer" : "no customer any more", List.of());
        }
        Explanation then = Segmentation.decide(before.strategy(), was.get()).reasons();
        Explanation today = Segmentation.decide(after.strategy(), is.get()).reasons();
        List<Cause> causes = changed(then, today, is.get(), was.get());
        String words = Stream.concat(said(then, today).stream(), causes.stream().map(Cause::toString))
                .collect(Collectors.joining(", "));
        if (!before.strategy().equals(after.strategy())) {
            words = words.isEmpty() ? "the definition changed" : "the definition changed; " + words;
        } else if (words.isEmpty()) {
            words = before.held().containsKey(customerId)
                    ? "no longer held: " + before.held().get(customerId)
                    : "nothing that was read changed";
        }
        return new Move(customerId, from, to, words, causes);
    }

    /** What was said and is said otherwise now, such as on whose list a customer is. */
    private static Optional<String> said(Explanation before, Explanation after) {
        String then = said(before);
        String today = said(after);
        return then.equals(today) ? Optional.empty() : Optional.of(then + " -> " + today);
    }

    private static String said(Explanation reasons) {
        return reasons.find(part -> part.code().equals(SAID)).stream()
                .map(Explanation::reason)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    /** What the reasons rest on; also what conditions computed themselves, which the customer does not have. */
    private static Map<AttributeKey<?>, Optional<Object>> read(Explanation reasons) {
        Map<AttributeKey<?>, Optional<Object>> values = new LinkedHashMap<>();
        for (Explanation part : reasons.find(part -> part.evidence().isPresent())) {
            part.evidence().ifPresent(evidence -> values.put(evidence.key(), Optional.of(evidence.value())));
        }
        return values;
    }

    private static List<Cause> changed(Explanation before, Explanation after, CustomerView is, CustomerView was) {
        Map<String, Cause> causes = new LinkedHashMap<>();
        Map<AttributeKey<?>, Optional<Object>> then = read(before);
        Map<AttributeKey<?>, Optional<Object>> today = read(after);
        Set<AttributeKey<?>> all = new LinkedHashSet<>(then.keySet());
        all.addAll(today.keySet());
        for (AttributeKey<?> key : all) {
            Optional<Object> old = then.getOrDefault(key, was.read(key).value().map(value -> value));
            Optional<Object> now = today.getOrDefault(key, is.read(key).value().map(value -> value));
            if (!Objects.equals(old, now)) {
                causes.putIfAbsent(key.name(), new Cause(key, old, now));
            }
        }
        List<Cause> sorted = new ArrayList<>(causes.values());
        sorted.sort(Comparator.comparing(cause -> cause.key().name()));
        return sorted;
    }
}
