package dev.rapport.model.family;

import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mergers and splits of a book as of its cut: who became whom. Immutable.
 *
 * <p>What a merged customer had is not lost, and what the other has more is not expansion:
 *
 * <pre>{@code
 * for (Succession moved : Successions.of(after).since(Successions.of(before))) {
 *     // what moved.predecessor() had less of, moved.successor() has more of
 * }
 * }</pre>
 */
public final class Successions {

    private final List<Succession> all;
    private final Map<String, String> mergers;
    private final Map<String, List<Succession>> byPredecessor = new HashMap<>();
    private final Map<String, List<Succession>> bySuccessor = new HashMap<>();
    private final Problems problems;

    private Successions(Map<String, String> mergers, Map<String, String> splits, Problems problems) {
        this.mergers = mergers;
        this.problems = problems;
        List<Succession> found = new ArrayList<>();
        mergers.forEach((merged, into) -> found.add(new Succession(merged, into, Succession.Kind.MERGER)));
        splits.forEach((split, from) -> found.add(new Succession(from, split, Succession.Kind.SPLIT)));
        Collections.sort(found);
        this.all = List.copyOf(found);
        for (Succession succession : all) {
            byPredecessor
                    .computeIfAbsent(succession.predecessor(), absent -> new ArrayList<>())
                    .add(succession);
            bySuccessor
                    .computeIfAbsent(succession.successor(), absent -> new ArrayList<>())
                    .add(succession);
        }
    }

    /**
     * What is read of each customer.
     *
     * @return merged-into and split-from; a book that provides neither has no successions
     */
    public static Requirements requirements() {
        return Requirements.attributes(CustomerAttributes.MERGED_INTO, CustomerAttributes.SPLIT_FROM);
    }

    /**
     * The successions of a book.
     *
     * @param book  the book
     * @return who became whom, up to its cut
     */
    public static Successions of(Book book) {
        ProblemCollector problems = new ProblemCollector();
        Map<String, String> mergers =
                References.read(book, CustomerAttributes.MERGED_INTO, "unknown-reference", "merger-cycle", problems);
        Map<String, String> splits =
                References.read(book, CustomerAttributes.SPLIT_FROM, "unknown-reference", "split-cycle", problems);
        return new Successions(mergers, splits, problems.problems());
    }

    /**
     * What customers say of mergers and splits that cannot be, and was left out.
     *
     * @return warnings: {@code unknown-reference}, {@code merger-cycle}, {@code split-cycle}, {@code
     *     unreadable-reference}
     */
    public Problems problems() {
        return problems;
    }

    /**
     * All of them.
     *
     * @return the successions by predecessor, then successor
     */
    public List<Succession> all() {
        return all;
    }

    /**
     * Those that came after an earlier cut.
     *
     * @param earlier  the successions of that cut
     * @return these without those, in the same order
     */
    public List<Succession> since(Successions earlier) {
        Set<Succession> known = new HashSet<>(earlier.all);
        return all.stream().filter(succession -> !known.contains(succession)).toList();
    }

    /**
     * Who a customer became, in one step.
     *
     * @param customerId  the customer
     * @return the customer that took it over, and those that came out of it
     */
    public List<Succession> successors(String customerId) {
        return List.copyOf(byPredecessor.getOrDefault(customerId, List.of()));
    }

    /**
     * Who a customer was, in one step.
     *
     * @param customerId  the customer
     * @return the customers that it took over, and the one that it came out of
     */
    public List<Succession> predecessors(String customerId) {
        return List.copyOf(bySuccessor.getOrDefault(customerId, List.of()));
    }

    /**
     * The customer that took a customer over, through all mergers.
     *
     * @param customerId  the customer
     * @return who it is in the end; empty if nobody took it over
     */
    public Optional<String> mergedInto(String customerId) {
        String last = null;
        for (String next = mergers.get(customerId); next != null; next = mergers.get(next)) {
            last = next;
        }
        return Optional.ofNullable(last);
    }
}
