package dev.rapport.health.measure;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * Finds the attributes that a policy names among those that are known, and collects what does not fit: one resolver for
 * one policy, not to be shared between threads.
 */
public final class Resolver {

    private final Map<String, AttributeKey<?>> known = new TreeMap<>();
    private final ProblemCollector problems = new ProblemCollector();
    private final Optional<Reference> reference;

    /**
     * A resolver over attributes.
     *
     * @param known  the attributes that can be read
     */
    public Resolver(Collection<? extends AttributeKey<?>> known) {
        this(known, Optional.empty());
    }

    /**
     * A resolver over attributes, with what relative measures compare with.
     *
     * @param known  the attributes that can be read
     * @param reference  the reference; without one, relative measures do not fit
     */
    public Resolver(Collection<? extends AttributeKey<?>> known, Optional<Reference> reference) {
        known.forEach(key -> this.known.put(key.name(), key));
        this.reference = reference;
    }

    /** What a relative measure compares with; reported if there is nothing. */
    Optional<Reference> requireReference(String measure, Location at) {
        if (reference.isEmpty()) {
            problems.add(Problem.error(
                            "no-reference",
                            at.child("relative"),
                            "measure " + Quote.text(measure) + " is relative, and nobody is given to compare with")
                    .withAdvice("Maybe resolve the scorecard over a book, or with a reference taken from one"));
        }
        return reference;
    }

    @SuppressWarnings("unchecked") // a key of kind TEXT has texts
    Optional<AttributeKey<String>> findGroup(String attribute, Location at) {
        return find(
                        attribute,
                        Optional.empty(),
                        Set.of(AttributeKind.TEXT),
                        "a group to compare within",
                        "",
                        at,
                        "within")
                .map(key -> (AttributeKey<String>) key);
    }

    /**
     * What does not fit so far.
     *
     * @return the problems
     */
    public Problems problems() {
        return problems.problems();
    }

    /**
     * Reports something else that does not fit.
     *
     * @param problem  the problem
     */
    public void report(Problem problem) {
        problems.add(problem);
    }

    /**
     * Finds an attribute that the library names.
     *
     * @param key  the attribute
     * @param at  where it is needed
     * @param <T>  the type of its values
     * @return the key as it is known, with its sensitivity; empty if nothing feeds it, which is reported
     */
    @SuppressWarnings("unchecked") // keys that are equal have one kind, and a kind has one type
    public <T> Optional<AttributeKey<T>> require(AttributeKey<T> key, Location at) {
        AttributeKey<?> found = known.get(key.name());
        if (found != null && found.equals(key)) {
            return Optional.of((AttributeKey<T>) found);
        }
        problems.add(Problem.error(
                "unknown-attribute",
                at,
                "attribute " + Quote.text(key.name()) + " is needed here and nothing feeds it"));
        return Optional.empty();
    }

    Optional<AttributeKey<?>> find(String attribute, Optional<String> unit, Curve curve, Location at) {
        return find(attribute, unit, curve.kinds(), "the curve", curveFor(attribute), at, "attribute");
    }

    Optional<AttributeKey<?>> find(String attribute, Optional<String> unit, Set<AttributeKind> kinds, Location at) {
        return find(attribute, unit, kinds, "the condition", "", at, "attribute");
    }

    private Optional<AttributeKey<?>> find(
            String attribute,
            Optional<String> unit,
            Set<AttributeKind> kinds,
            String what,
            String adviceForKind,
            Location at,
            String field) {
        Location place = at.child(field);
        AttributeKey<?> key = known.get(attribute);
        if (key == null) {
            problems.add(Problem.error(
                            "unknown-attribute",
                            place,
                            "unknown attribute " + Quote.text(attribute) + ", nothing feeds it")
                    .withAdvice(Nearest.advice(attribute, known.keySet())));
            return Optional.empty();
        }
        if (!kinds.contains(key.kind())) {
            problems.add(Problem.error(
                            "wrong-kind",
                            place,
                            "attribute " + Quote.text(attribute) + " is " + words(EnumSet.of(key.kind())) + ", but "
                                    + what + " needs " + words(kinds))
                    .withAdvice(adviceForKind));
            return Optional.empty();
        }
        return unitFits(key, unit, at) ? Optional.of(key) : Optional.empty();
    }

    private boolean unitFits(AttributeKey<?> key, Optional<String> unit, Location at) {
        if (key.kind() == AttributeKind.MONEY) {
            if (unit.isPresent() && isCurrency(unit.get())) {
                return true;
            }
            problems.add(Problem.error(
                            "no-currency",
                            at.child("unit"),
                            "attribute " + Quote.text(key.name()) + " is money, so unit must name a currency, was "
                                    + unit.map(Quote::text).orElse("absent"))
                    .withAdvice("Maybe \"EUR\""));
            return false;
        }
        Optional<String> own = key.unit();
        if (unit.isPresent() && own.isPresent() && !own.equals(unit)) {
            problems.add(Problem.warning(
                    "unit-differs",
                    at.child("unit"),
                    "attribute " + Quote.text(key.name()) + " is in " + Quote.text(own.get()) + ", unit says "
                            + Quote.text(unit.get())));
        }
        return true;
    }

    private static boolean isCurrency(String code) {
        return CurrencyUnit.registeredCurrencies().stream()
                .anyMatch(currency -> currency.getCode().equals(code));
    }

    private String curveFor(String attribute) {
        AttributeKey<?> key = known.get(attribute);
        if (key == null) {
            return "";
        }
        return switch (key.kind()) {
            case NUMBER, MONEY -> "Maybe a \"linear\" or a \"steps\" curve";
            case TEXT -> "Maybe a \"categories\" curve";
            case BOOLEAN -> "Maybe a \"yes-no\" curve";
            case DATE -> "Maybe a \"days\" curve";
            case TEXT_SET -> "Maybe an attribute that counts them";
        };
    }

    private static String words(Set<AttributeKind> kinds) {
        return EnumSet.copyOf(kinds).stream()
                .map(kind -> switch (kind) {
                    case NUMBER -> "a number";
                    case TEXT -> "a text";
                    case BOOLEAN -> "yes or no";
                    case DATE -> "a date";
                    case MONEY -> "an amount of money";
                    case TEXT_SET -> "a set of texts";
                })
                .collect(Collectors.joining(" or "));
    }
}
