package dev.rapport.engagement.capacity;

import dev.rapport.engagement.model.CostKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The hours of a role in a month.
 *
 * @param from  the first day
 * @param asked  the hours that the engagement models ask for, by what they are for, with the capacity factors
 * @param there  the hours for customers of those who are there
 */
public record RoleMonth(LocalDate from, Map<CostKind, BigDecimal> asked, BigDecimal there) {

    /**
     * Copies the hours.
     *
     * @param from  the first day
     * @param asked  the hours that are asked for
     * @param there  the hours of those who are there
     */
    public RoleMonth {
        Map<CostKind, BigDecimal> copy = new EnumMap<>(CostKind.class);
        copy.putAll(asked);
        asked = Collections.unmodifiableMap(copy);
    }

    /**
     * All hours that are asked for.
     *
     * @return the sum over what they are for
     */
    public BigDecimal needed() {
        return asked.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The hours that are missing.
     *
     * @return what is needed beyond what is there, at least 0
     */
    public BigDecimal shortage() {
        return needed().subtract(there).max(BigDecimal.ZERO);
    }
}
