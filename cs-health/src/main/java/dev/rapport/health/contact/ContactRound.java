package dev.rapport.health.contact;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.immutables.value.Value;

/** Who of a whole book is asked one question on the day of the cut, and why the others are not. Immutable. */
@Value.Immutable
@ValueStyle
public interface ContactRound {

    /**
     * The question.
     *
     * @return the id of the instrument
     */
    String instrument();

    /**
     * The day.
     *
     * @return the day of the cut
     */
    LocalDate on();

    /**
     * Who is asked.
     *
     * @return decisions without obstacles, first those who come first
     */
    List<ContactDecision> asked();

    /**
     * Who is not asked: also those who could be, were it not for those who come before them.
     *
     * @return decisions with obstacles, first those who would have come first
     */
    List<ContactDecision> refused();

    /**
     * For how many people each rule or hold stands in the way; several can for one.
     *
     * @return the number of people by the code of the rule or hold, without those that stand in nobody's way
     */
    SortedMap<String, Integer> refusedByObstacle();
}
