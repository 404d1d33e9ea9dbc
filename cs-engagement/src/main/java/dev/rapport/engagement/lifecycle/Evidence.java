package dev.rapport.engagement.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.customer.Usage;
import java.util.Optional;

/**
 * A fact that shows that a customer may enter or leave a stage, or that a hand-off is complete.
 *
 * @param id  what it is called, unique in its list
 * @param shown  what the facts must show
 * @param of  of which kind or role it must be; of any where empty
 */
public record Evidence(String id, Shown shown, Optional<String> of) {

    /** What the facts must show by a day. */
    public enum Shown {
        /** A contract was signed, or has started where the day of signature is not told; {@code of} an offering. */
        CONTRACT,
        /** Something was used since the stay began; {@code of} a feature. */
        USE,
        /** Somebody of ours was in touch since the stay began; {@code of} a kind. */
        TOUCHPOINT,
        /** A person of the customer was known and had not left; {@code of} a role. */
        PERSON,
        /** Somebody of ours looked after the customer; {@code of} a role. */
        OWNER,
        /** A goal is set; {@code of} a kind. Goals tell no day, so this one is judged as of the cut. */
        GOAL,
        /** The customer confirmed what was realised of a goal; {@code of} a kind. Judged as of the cut. */
        CONFIRMED_GOAL;

        /**
         * Where it is looked for.
         *
         * @return the series
         */
        public SeriesKey<?> series() {
            return switch (this) {
                case CONTRACT -> Contract.SERIES;
                case USE -> Usage.SERIES;
                case TOUCHPOINT -> Touchpoint.SERIES;
                case PERSON -> Person.SERIES;
                case OWNER -> Ownership.SERIES;
                case GOAL, CONFIRMED_GOAL -> Goal.SERIES;
            };
        }
    }

    /**
     * Checks that all is there.
     *
     * @param id  what it is called
     * @param shown  what the facts must show
     * @param of  of which kind or role
     */
    public Evidence {
        requireNonNull(id, "id");
        requireNonNull(shown, "shown");
        requireNonNull(of, "of");
    }
}
