package dev.rapport.health.contact;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Whether somebody may be asked on the day of the cut, and what stands in the way. Immutable. */
@Value.Immutable
@ValueStyle
public interface ContactDecision {

    /**
     * The account.
     *
     * @return the customer's id
     */
    String customerId();

    /**
     * The person.
     *
     * @return the id among the people of the account; empty where no people are known and the account as a whole is meant
     */
    Optional<String> person();

    /**
     * The day.
     *
     * @return the day of the cut
     */
    LocalDate on();

    /**
     * What stands in the way.
     *
     * @return the rules, whether the person has opted out, then the holds, in the order of the document; empty if the
     *     question may be asked
     */
    List<ContactObstacle> obstacles();

    /**
     * The holds of which it is not known whether they hold; they do not stand in the way.
     *
     * @return their codes
     */
    List<String> unknown();

    /**
     * Says whether the question may be asked.
     *
     * @return true if nothing stands in the way
     */
    default boolean isAllowed() {
        return obstacles().isEmpty();
    }

    /**
     * The first day on which the question may be asked, if nobody is asked meanwhile.
     *
     * @return the day of the cut if it is allowed; empty if a hold stands in the way, whose end is not known
     */
    default Optional<LocalDate> nextDate() {
        if (obstacles().stream().anyMatch(obstacle -> obstacle.until().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(obstacles().stream()
                .map(obstacle -> obstacle.until().orElseThrow())
                .max(Comparator.naturalOrder())
                .orElse(on()));
    }
}
