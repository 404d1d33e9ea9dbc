package dev.rapport.health.survey;

import dev.rapport.health.estimate.Estimate;
import java.util.Optional;

/**
 * What a point of improvement in one group goes along with. An association: not what improving would do.
 *
 * @param group  the group's value
 * @param accounts  how many accounts it has, with answers or without
 * @param perPoint  by how much the outcome of an account is higher where its mean answer is one point better, or why that
 *     cannot be said
 */
public record Effort(String group, int accounts, Estimate perPoint) {

    /**
     * What a point goes along with in the whole group.
     *
     * @return the number per account times the accounts, empty where there is none
     */
    public Optional<Double> total() {
        return perPoint.known().map(known -> known.value() * accounts);
    }
}
