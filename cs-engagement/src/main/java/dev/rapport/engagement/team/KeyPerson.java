package dev.rapport.engagement.team;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What hangs on one person alone. Immutable. */
@Value.Immutable
@ValueStyle
public interface KeyPerson {

    /**
     * Who it is.
     *
     * @return the id of the member
     */
    String memberId();

    /**
     * The customers whom nobody else of us looks after.
     *
     * @return their ids, in natural order
     */
    List<String> customers();

    /**
     * The recurring revenue of these customers.
     *
     * @return the sum of what is known
     */
    Money arr();

    /**
     * Their share of the revenue of the book.
     *
     * @return the share, 0 to 1; empty if the book has no revenue
     */
    OptionalDouble shareOfArr();

    /**
     * The roles that the customers need and nobody else holds.
     *
     * @return the ids of roles
     */
    List<String> roles();

    /**
     * The skills that the customers need and nobody else of the role has well enough.
     *
     * @return the skills, in natural order
     */
    List<String> skills();

    /**
     * The languages of customers that nobody else of the role speaks.
     *
     * @return how many customers speak each, by ISO 639 code
     */
    Map<String, Integer> languages();

    /** Fills a key person. Not for use by several threads. */
    final class Builder extends ImmutableKeyPerson.Builder {
        Builder() {}
    }
}
