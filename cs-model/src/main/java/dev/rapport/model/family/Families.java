package dev.rapport.model.family;

import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parents and children of a book as of its cut, such as a holding and its subsidiaries. Immutable.
 *
 * <p>Take it from the whole book: a parent that is not in the book counts as unknown.
 *
 * <pre>{@code
 * Families families = Families.of(book);
 * for (Family family : families.all()) {
 *     family.bottomUp().forEach(id -> rollUp(id, families.children(id)));
 * }
 * }</pre>
 */
public final class Families {

    private final Set<String> ids;
    private final Map<String, String> parents;
    private final Map<String, List<String>> children;
    private final Problems problems;

    private Families(Set<String> ids, Map<String, String> parents, Problems problems) {
        this.ids = ids;
        this.parents = parents;
        this.problems = problems;
        this.children = new TreeMap<>();
        parents.forEach((child, parent) ->
                children.computeIfAbsent(parent, absent -> new ArrayList<>()).add(child));
        children.replaceAll((parent, list) -> List.copyOf(list));
    }

    /**
     * What is read of each customer.
     *
     * @return the parent; a book that does not provide it has no families
     */
    public static Requirements requirements() {
        return Requirements.attributes(CustomerAttributes.PARENT);
    }

    /**
     * The families of a book.
     *
     * @param book  the book
     * @return who belongs to whom as of its cut
     */
    public static Families of(Book book) {
        ProblemCollector problems = new ProblemCollector();
        Map<String, String> parents =
                References.read(book, CustomerAttributes.PARENT, "unknown-parent", "parent-cycle", problems);
        return new Families(new TreeSet<>(book.customerIds()), parents, problems.problems());
    }

    /**
     * What customers say of their parents that cannot be, and was left out.
     *
     * @return warnings: {@code unknown-parent}, {@code parent-cycle} with the path, {@code unreadable-reference}
     */
    public Problems problems() {
        return problems;
    }

    /**
     * The customer that a customer belongs to.
     *
     * @param customerId  the customer
     * @return its parent, or empty
     */
    public Optional<String> parent(String customerId) {
        return Optional.ofNullable(parents.get(customerId));
    }

    /**
     * The customers that belong to a customer, without those that belong to these.
     *
     * @param customerId  the customer
     * @return its children by id, or none
     */
    public List<String> children(String customerId) {
        return children.getOrDefault(customerId, List.of());
    }

    /**
     * The customer at the top of the family.
     *
     * @param customerId  a customer
     * @return the parent of its parent and so on; the customer itself where it has no parent
     */
    public String top(String customerId) {
        String top = customerId;
        for (String parent = parents.get(top); parent != null; parent = parents.get(top)) {
            top = parent;
        }
        return top;
    }

    /**
     * The family that a customer is in.
     *
     * @param customerId  a customer of the book
     * @return the family from its top; of a customer without parent and children, a family of one
     * @throws IllegalArgumentException if the book has no such customer
     */
    public Family family(String customerId) {
        if (!ids.contains(customerId)) {
            throw new IllegalArgumentException("customerId (" + customerId + ") must be a customer of the book.");
        }
        return below(top(customerId));
    }

    /**
     * A customer and all that belong to it, directly or not.
     *
     * @param customerId  the customer
     * @return the branch of its family that begins with it
     */
    public Family below(String customerId) {
        List<String> members = new ArrayList<>();
        Deque<String> next = new ArrayDeque<>(List.of(customerId));
        while (!next.isEmpty()) {
            String id = next.pop();
            members.add(id);
            List<String> own = children(id);
            for (int i = own.size() - 1; i >= 0; i--) {
                next.push(own.get(i));
            }
        }
        return new Family(members);
    }

    /**
     * The families of at least two.
     *
     * @return the families by the id of the customer at their top
     */
    public List<Family> all() {
        Map<String, Family> families = new TreeMap<>();
        for (String parent : children.keySet()) {
            if (!parents.containsKey(parent)) {
                families.put(parent, below(parent));
            }
        }
        return List.copyOf(families.values());
    }
}
