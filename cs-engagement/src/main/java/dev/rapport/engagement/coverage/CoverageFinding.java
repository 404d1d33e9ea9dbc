package dev.rapport.engagement.coverage;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Something that is wrong with who looks after a customer. Immutable. */
@Value.Immutable
@ValueStyle
public interface CoverageFinding {

    /** What can be wrong. */
    enum Kind {
        /** Nobody holds a role that the engagement model asks for. */
        NO_OWNER,
        /** Fewer people hold a role than the engagement model asks for. */
        TOO_FEW_OWNERS,
        /** More people hold a role at once than the engagement model allows. */
        TOO_MANY_OWNERS,
        /** Nobody held the role for some days of the last twelve months; somebody does now. */
        GAP,
        /** The owner is neither a member nor a pool of the organisation. */
        UNKNOWN_OWNER,
        /** The owner does not work for us any more. */
        OWNER_HAS_LEFT,
        /** A person is named where the engagement model has a pool. */
        UNPLANNED_OWNER
    }

    /**
     * What is wrong.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * The customer.
     *
     * @return the id
     */
    String customerId();

    /**
     * The role.
     *
     * @return the id of the role
     */
    String role();

    /**
     * Who is concerned.
     *
     * @return the ids of the owners, in their natural order; empty where there is none
     */
    List<String> owners();

    /**
     * Since when.
     *
     * @return the first day, or empty if that is not known
     */
    Optional<LocalDate> since();

    /**
     * Until when.
     *
     * @return the first day after, or empty if it lasts
     */
    Optional<LocalDate> until();

    /**
     * What is wrong, in words.
     *
     * @return a sentence
     */
    String message();

    /** Fills a finding. Not for use by several threads. */
    final class Builder extends ImmutableCoverageFinding.Builder {
        Builder() {}
    }
}
