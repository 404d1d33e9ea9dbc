package dev.rapport.health.atrisk;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hours there are for plays.
 *
 * @param owner  the attribute that names who works for a customer, a member or a pool
 * @param perWeek  the hours a week of each, at least 0; those of members who work from a pool are the pool's
 * @param poolOf  the pool from whose hours a member works, for members who do
 */
public record SaveHours(AttributeKey<String> owner, Map<String, Double> perWeek, Map<String, String> poolOf) {

    /**
     * Checks the hours.
     *
     * @param owner  the attribute that names who works for a customer
     * @param perWeek  the hours a week of each
     * @param poolOf  the pool from whose hours a member works
     */
    public SaveHours {
        requireNonNull(owner, "owner");
        perWeek = Collections.unmodifiableSortedMap(new TreeMap<>(perWeek));
        poolOf = Collections.unmodifiableSortedMap(new TreeMap<>(poolOf));
        perWeek.forEach((name, hours) -> {
            if (!(hours >= 0) || Double.isInfinite(hours)) {
                throw new IllegalArgumentException("hours (" + hours + ") of " + name + " must be finite and >= 0.");
            }
        });
    }

    /**
     * The hours of members and pools, each by itself.
     *
     * @param owner  the attribute that names who works for a customer
     * @param perWeek  the hours a week of each
     * @return the hours
     */
    public static SaveHours perWeek(AttributeKey<String> owner, Map<String, Double> perWeek) {
        return new SaveHours(owner, perWeek, Map.of());
    }

    /** From whose hours somebody works. */
    String budgetOf(String name) {
        return poolOf.getOrDefault(name, name);
    }
}
