package dev.rapport.health.measure;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.decision.Node;
import dev.rapport.model.problem.Location;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question to one attribute that is answered by yes or no: what a cap or a rule of risk depends on. Whole conditions
 * are the business of segmentation, whose answers arrive here as attributes.
 */
public sealed interface AttributeTest {

    /**
     * The attribute that is asked about.
     *
     * @return its name
     */
    String attribute();

    /**
     * Compiles the question.
     *
     * @param code  the code of the leaf
     * @param ifTrue  the value of the leaf if the answer is yes
     * @param ifFalse  the value of the leaf if it is no
     * @param resolver  knows the attributes, and is told what does not fit
     * @param at  where the question stands in its document
     * @return the leaf, without a value where the attribute has none; empty if something does not fit
     */
    Optional<Node> resolve(String code, double ifTrue, double ifFalse, Resolver resolver, Location at);

    private static void requireName(String attribute) {
        if (!AttributeKey.isName(attribute)) {
            throw new IllegalArgumentException("attribute (" + attribute
                    + ") must be lower-case words of letters and digits, joined by '-' and grouped by '.'.");
        }
    }

    private static void requireFinite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("number (" + number + ") must be finite.");
        }
    }

    /**
     * Whether an attribute of yes or no is the one or the other.
     *
     * @param attribute  the attribute
     * @param is  what it should be
     */
    record Is(String attribute, boolean is) implements AttributeTest {

        /**
         * Checks the name.
         *
         * @param attribute  the attribute
         * @param is  what it should be
         */
        public Is {
            requireName(attribute);
        }

        @Override
        public Optional<Node> resolve(String code, double ifTrue, double ifFalse, Resolver resolver, Location at) {
            return resolver.find(attribute, Optional.empty(), Set.of(AttributeKind.BOOLEAN), at)
                    .map(key -> Leaves.bool(code, key, is ? ifTrue : ifFalse, is ? ifFalse : ifTrue));
        }
    }

    /**
     * Whether a text is one of some.
     *
     * @param attribute  the attribute
     * @param texts  the texts, in the order of the document
     */
    record In(String attribute, Set<String> texts) implements AttributeTest {

        /**
         * Checks the name and copies the texts.
         *
         * @param attribute  the attribute
         * @param texts  at least one text
         */
        public In {
            requireName(attribute);
            texts = Collections.unmodifiableSet(new LinkedHashSet<>(texts));
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("texts must not be empty.");
            }
        }

        /**
         * A question for some texts.
         *
         * @param attribute  the attribute
         * @param texts  at least one text
         * @return the question
         */
        public static In of(String attribute, String... texts) {
            return new In(attribute, new LinkedHashSet<>(List.of(texts)));
        }

        @Override
        public Optional<Node> resolve(String code, double ifTrue, double ifFalse, Resolver resolver, Location at) {
            return resolver.find(attribute, Optional.empty(), Set.of(AttributeKind.TEXT), at)
                    .map(key -> Leaves.text(code, key, text -> texts.contains(text) ? ifTrue : ifFalse));
        }
    }

    /**
     * Whether a number or an amount is below a bound.
     *
     * @param attribute  the attribute
     * @param below  the bound, exclusive
     * @param unit  the unit of the bound; for money the currency, which must be said
     */
    record Below(String attribute, double below, Optional<String> unit) implements AttributeTest {

        /**
         * Checks name and bound.
         *
         * @param attribute  the attribute
         * @param below  the bound, finite
         * @param unit  the unit of the bound
         */
        public Below {
            requireName(attribute);
            requireFinite(below);
        }

        @Override
        public Optional<Node> resolve(String code, double ifTrue, double ifFalse, Resolver resolver, Location at) {
            return resolver.find(attribute, unit, Set.of(AttributeKind.NUMBER, AttributeKind.MONEY), at)
                    .map(key -> Leaves.numeric(code, key, unit, Threshold.at(below, ifTrue, ifFalse)));
        }
    }

    /**
     * Whether a number or an amount reaches a bound.
     *
     * @param attribute  the attribute
     * @param atLeast  the bound, inclusive
     * @param unit  the unit of the bound; for money the currency, which must be said
     */
    record AtLeast(String attribute, double atLeast, Optional<String> unit) implements AttributeTest {

        /**
         * Checks name and bound.
         *
         * @param attribute  the attribute
         * @param atLeast  the bound, finite
         * @param unit  the unit of the bound
         */
        public AtLeast {
            requireName(attribute);
            requireFinite(atLeast);
        }

        @Override
        public Optional<Node> resolve(String code, double ifTrue, double ifFalse, Resolver resolver, Location at) {
            return resolver.find(attribute, unit, Set.of(AttributeKind.NUMBER, AttributeKind.MONEY), at)
                    .map(key -> Leaves.numeric(code, key, unit, Threshold.at(atLeast, ifFalse, ifTrue)));
        }
    }
}
