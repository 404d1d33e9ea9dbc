package dev.rapport.health.measure;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.NumberFunction;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Makes leaves over attributes whose kind was found out by a {@link Resolver}. */
final class Leaves {

    private Leaves() {}

    @SuppressWarnings("unchecked") // a key of a kind has values of its type
    static Node numeric(String code, AttributeKey<?> key, Optional<String> unit, NumberFunction function) {
        if (key.kind() == AttributeKind.MONEY) {
            return Node.money(code, (AttributeKey<Money>) key, CurrencyUnit.of(unit.orElseThrow()), function);
        }
        return key.kind() == AttributeKind.DATE
                ? Node.date(code, (AttributeKey<LocalDate>) key, function)
                : Node.number(code, (AttributeKey<Double>) key, function);
    }

    @SuppressWarnings("unchecked") // a key of a kind has values of its type
    static Node text(String code, AttributeKey<?> key, ToDoubleFunction<String> function) {
        return Node.text(code, (AttributeKey<String>) key, function);
    }

    @SuppressWarnings("unchecked") // a key of a kind has values of its type
    static Node bool(String code, AttributeKey<?> key, double ifTrue, double ifFalse) {
        return Node.bool(code, (AttributeKey<Boolean>) key, ifTrue, ifFalse);
    }
}
