package dev.rapport.health.churn;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.decision.Node;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers made from an attribute.
 *
 * @param name  its name
 * @param feature  what it is made from
 * @param role  how
 * @param level  the level of a text that it marks
 * @param levels  the levels of the text that are known
 * @param centre  the mean in training of those with a value, which is subtracted
 */
record EncodedColumn(
        String name, Feature feature, Role role, @Nullable String level, Set<String> levels, double centre) {

    /** What a column says of its attribute. */
    enum Role {
        NUMBER,
        LEVEL,
        /** 1 where there is no value. */
        NONE
    }

    EncodedColumn centredAt(double newCentre) {
        return new EncodedColumn(name, feature, role, level, levels, newCentre);
    }

    /** The number before centring; NaN without a value. */
    double raw(Reading<?> reading) {
        Object value = reading.valueOrNull();
        if (role == Role.NONE) {
            return value == null ? 1 : 0;
        }
        if (value == null) {
            return Double.NaN;
        }
        if (role == Role.NUMBER) {
            return feature.scaled(feature.key().kind().toNumber(value));
        }
        return ofLevel((String) value);
    }

    private double ofLevel(String value) {
        return !levels.contains(value) ? Double.NaN : value.equals(level) ? 1 : 0;
    }

    /** The number less the mean; 0, the mean, without a value. */
    double centred(Reading<?> reading) {
        double raw = raw(reading);
        return Double.isFinite(raw) ? raw - centre : 0;
    }

    /** What the column adds to a sum; without a value it adds nothing. */
    @SuppressWarnings("unchecked") // keys of a kind read values of that kind
    Node contribution(String code, double coefficient, CurrencyUnit currency) {
        AttributeKey<?> key = feature.key();
        if (role == Role.NONE) {
            return Node.linked(code, Node.present(code + ".present", key), there -> coefficient * (1 - there - centre));
        }
        if (role == Role.LEVEL) {
            return Node.text(code, (AttributeKey<String>) key, value -> coefficient * (ofLevel(value) - centre));
        }
        AttributeKind kind = key.kind();
        if (kind == AttributeKind.MONEY) {
            return Node.money(
                    code,
                    (AttributeKey<Money>) key,
                    currency,
                    (value, today) -> coefficient * (feature.scaled(value) - centre));
        }
        if (kind == AttributeKind.BOOLEAN) {
            return Node.bool(code, (AttributeKey<Boolean>) key, coefficient * (1 - centre), coefficient * (0 - centre));
        }
        return Node.number(
                code, (AttributeKey<Double>) key, (value, today) -> coefficient * (feature.scaled(value) - centre));
    }
}
