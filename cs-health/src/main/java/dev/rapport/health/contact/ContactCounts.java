package dev.rapport.health.contact;

import dev.rapport.model.internal.ValueStyle;
import java.util.SortedMap;
import org.immutables.value.Value;

/** How many people of a book may be asked one question, and what stands in the way of the others. Immutable. */
@Value.Immutable
@ValueStyle
public interface ContactCounts {

    /**
     * The question.
     *
     * @return the id of the instrument
     */
    String instrument();

    /**
     * How many people there are; an account without known people counts as one.
     *
     * @return the number
     */
    int people();

    /**
     * How many of them may be asked, each seen alone.
     *
     * @return the number
     */
    int peopleAllowed();

    /**
     * How many accounts there are.
     *
     * @return the number
     */
    int accounts();

    /**
     * How many of them have somebody who may be asked.
     *
     * @return the number
     */
    int accountsAllowed();

    /**
     * For how many people each rule or hold stands in the way; several can for one.
     *
     * @return the number of people by the code of the rule or hold, without those that stand in nobody's way
     */
    SortedMap<String, Integer> peopleByObstacle();
}
