package dev.rapport.segmentation.condition;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.Sensitivity;

/** What can be looked at on two days: an attribute, or what a {@link Tally} makes of a series. */
public sealed interface Observed permits Tally, ObservedAttribute {

    /**
     * An attribute.
     *
     * @param key  a number or an amount of money
     * @return what is observed
     * @throws IllegalArgumentException if the attribute is of another kind
     */
    static Observed of(AttributeKey<?> key) {
        return new ObservedAttribute(key);
    }

    /**
     * What it is called where values stand beside it.
     *
     * @return a name under the rule of attribute names
     */
    String name();

    /**
     * The kind of the values.
     *
     * @return numbers or money
     */
    AttributeKind kind();

    /**
     * What is read.
     *
     * @return the attribute or the series
     */
    Requirements requirements();

    /**
     * Who may see the values.
     *
     * @return the sensitivity of the most sensitive thing that is read
     */
    Sensitivity sensitivity();

    /**
     * What a customer has.
     *
     * @param view  the customer
     * @return the number or the amount, or why there is none
     */
    Reading<?> read(CustomerView view);

    /**
     * How many days before a cut are looked at.
     *
     * @return the days; 0 for what stands at the cut
     */
    int days();

    /**
     * What it is, in words.
     *
     * @return a part of a sentence
     */
    String words();
}
