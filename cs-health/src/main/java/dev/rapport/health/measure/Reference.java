package dev.rapport.health.measure;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import dev.rapport.model.decision.Evidence;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.NumberFunction;
import dev.rapport.model.decision.Peers;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.AsOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The customers that relative measures compare with, taken from a book once and then fixed: a score moves because the
 * customer did, or because another reference was taken, which counts as another policy. Immutable.
 *
 * <pre>{@code
 * Reference peers = scorecard.reference(book);
 * ScorecardStrategy health = scorecard.resolve(book.provides().attributes(), peers).orThrow();
 * }</pre>
 */
public final class Reference {

    private static final NumberFunction NOTHING = (number, today) -> Double.NaN;

    private static final AttributeKey<Double> PEERS =
            AttributeKey.number("peers").unit("customers");

    private final DocumentHeader header;
    private final AsOf asOf;
    private final List<Population> populations;

    private Reference(DocumentHeader header, AsOf asOf, List<Population> populations) {
        this.header = requireNonNull(header, "header");
        this.asOf = requireNonNull(asOf, "asOf");
        this.populations = List.copyOf(populations);
    }

    /**
     * A reference as it was kept.
     *
     * @param header  who made it; the evidence calls it by id and revision
     * @param asOf  the cut that it was taken from
     * @param populations  the populations
     * @return the reference
     */
    public static Reference of(DocumentHeader header, AsOf asOf, Collection<Population> populations) {
        return new Reference(header, asOf, List.copyOf(populations));
    }

    /**
     * Takes from a book what relative measures compare with. Customers without a value, and without what they share with
     * others, are left out.
     *
     * @param header  who made it; the evidence calls it by id and revision
     * @param book  the book
     * @param measures  the measures; those that are not relative, or whose attributes the book does not provide, need nothing
     * @return the reference
     */
    public static Reference fit(DocumentHeader header, Book book, Collection<Measure> measures) {
        Map<String, AttributeKey<?>> provided = new TreeMap<>();
        book.provides().attributes().forEach(key -> provided.put(key.name(), key));
        List<Measure> relative = measures.stream()
                .filter(measure -> measure.relative().isPresent())
                .filter(measure -> isCountable(provided.get(measure.attribute())))
                .toList();
        if (relative.isEmpty()) {
            return new Reference(header, book.asOf(), List.of());
        }
        Set<AttributeKey<?>> keys = new LinkedHashSet<>();
        for (Measure measure : relative) {
            keys.add(requireNonNull(provided.get(measure.attribute()), "attribute"));
            group(measure, provided).ifPresent(keys::add);
        }
        Columns columns = book.columns(keys);
        Set<Population> populations = new LinkedHashSet<>();
        for (Measure measure : relative) {
            Column numbers = columns.find(requireNonNull(provided.get(measure.attribute()), "attribute"))
                    .orElseThrow();
            Optional<Column> groups = group(measure, provided).flatMap(columns::find);
            if (groups.isPresent() || measure.relative().orElseThrow().within().isEmpty()) {
                populations.addAll(populations(measure, numbers, groups));
            }
        }
        return new Reference(header, book.asOf(), List.copyOf(populations));
    }

    private static boolean isCountable(@Nullable AttributeKey<?> key) {
        return key != null && (key.kind() == AttributeKind.NUMBER || key.kind() == AttributeKind.MONEY);
    }

    private static Optional<AttributeKey<?>> group(Measure measure, Map<String, AttributeKey<?>> provided) {
        return measure.relative()
                .flatMap(Relative::within)
                .<AttributeKey<?>>map(provided::get)
                .filter(key -> key.kind() == AttributeKind.TEXT);
    }

    private static List<Population> populations(Measure measure, Column numbers, Optional<Column> groups) {
        Map<String, List<Double>> byGroup = new TreeMap<>();
        for (int row = 0; row < numbers.size(); row++) {
            int at = row;
            if (numbers.isPresent(row) && isInUnit(measure, numbers, row)) {
                Optional<String> group = groups.isEmpty()
                        ? Optional.of("")
                        : groups.filter(column -> column.isPresent(at))
                                .map(column -> (String) column.words().get((int) column.number(at)));
                group.ifPresent(name -> byGroup.computeIfAbsent(name, absent -> new ArrayList<>())
                        .add(numbers.number(at)));
            }
        }
        List<Population> found = new ArrayList<>();
        byGroup.forEach((name, values) -> found.add(Population.of(
                measure.attribute(),
                groups.map(column -> new Population.Group(column.key().name(), name)),
                values.stream().mapToDouble(Double::doubleValue).toArray())));
        return found;
    }

    private static boolean isInUnit(Measure measure, Column numbers, int row) {
        return numbers.key().kind() != AttributeKind.MONEY
                || measure.unit().equals(Optional.of(numbers.currency(row).getCode()));
    }

    /**
     * Who made it.
     *
     * @return the header of the document
     */
    public DocumentHeader header() {
        return header;
    }

    /**
     * What the evidence calls it.
     *
     * @return id and revision
     */
    public PolicyRef policy() {
        return new PolicyRef(header.id(), header.revision());
    }

    /**
     * The cut that it was taken from.
     *
     * @return the instant everything here is as of
     */
    public AsOf asOf() {
        return asOf;
    }

    /**
     * Who is compared with.
     *
     * @return the populations
     */
    public List<Population> populations() {
        return populations;
    }

    /** A leaf whose function reads what a number is among others. */
    Node compared(Node leaf, String attribute, Relative relative, Optional<AttributeKey<String>> by) {
        Map<String, Peers> groups = new TreeMap<>();
        for (Population population : populations) {
            Optional<String> shared = population.group().map(Population.Group::attribute);
            if (population.attribute().equals(attribute) && shared.equals(relative.within())) {
                groups.put(population.group().map(Population.Group::value).orElse(""), peers(population, relative));
            }
        }
        return by.map(key -> leaf.comparedWithin(key, groups))
                .orElseGet(() -> leaf.comparedWith(groups.getOrDefault("", nobody(attribute))));
    }

    private Peers peers(Population population, Relative relative) {
        boolean enough = population.customers() >= relative.minimumCustomers();
        NumberFunction rank = (number, today) -> population.rank(number);
        NumberFunction deviation = (number, today) -> population.deviation(number);
        return new Peers(
                !enough ? NOTHING : relative.as() == Relative.Scale.RANK ? rank : deviation,
                evidence(population.customers(), population.describe()),
                enough
                        ? "the middle half of those compared with is equal"
                        : "only " + population.customers() + " to compare with, " + relative.minimumCustomers()
                                + " are needed");
    }

    private Peers nobody(String attribute) {
        return new Peers(NOTHING, evidence(0, attribute + " of nobody"), "nobody to compare with");
    }

    private Evidence evidence(int customers, String who) {
        Provenance provenance =
                new Provenance(Optional.of(asOf.validAt()), Optional.of(asOf.knownAt()), policy() + ": " + who);
        return new Evidence(PEERS, (double) customers, provenance);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Reference other
                && header.equals(other.header)
                && asOf.equals(other.asOf)
                && populations.equals(other.populations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, asOf, populations);
    }

    /** Id, revision and populations; for readers of logs. */
    @Override
    public String toString() {
        return policy() + " " + populations;
    }
}
