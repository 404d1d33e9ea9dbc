package dev.rapport.segmentation.condition;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.Sensitivity;

/**
 * An attribute as something that can be looked at on two days.
 *
 * @param key  a number or an amount of money
 */
public record ObservedAttribute(AttributeKey<?> key) implements Observed {

    /**
     * Checks the kind.
     *
     * @param key  the attribute
     * @throws IllegalArgumentException if it is neither a number nor an amount of money
     */
    public ObservedAttribute {
        if (key.kind() != AttributeKind.NUMBER && key.kind() != AttributeKind.MONEY) {
            throw new IllegalArgumentException("attribute (" + key + ") must be a number or an amount of money, is "
                    + Wording.kind(key.kind()) + ".");
        }
    }

    @Override
    public String name() {
        return key.name();
    }

    @Override
    public AttributeKind kind() {
        return key.kind();
    }

    @Override
    public Requirements requirements() {
        return Requirements.attributes(key);
    }

    @Override
    public Sensitivity sensitivity() {
        return key.sensitivity();
    }

    @Override
    public Reading<?> read(CustomerView view) {
        return view.read(key);
    }

    @Override
    public int days() {
        return 0;
    }

    @Override
    public String words() {
        return key.name();
    }
}
