package dev.rapport.model.tables;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes values as the text of cells in the standard format, so that reading them gives the same values. */
final class CellText {

    private static final double WHOLE_BELOW = 1e15;

    private CellText() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return of(number.doubleValue());
        }
        if (value instanceof Money money) {
            return money.getCurrencyUnit() + " " + money.getAmount().toPlainString();
        }
        if (value instanceof Set<?> set) {
            return of(set);
        }
        if (value instanceof Moment moment) {
            return moment.equals(Moment.ALWAYS)
                    ? ".."
                    : moment.day() == null
                            ? moment.instant().toString()
                            : moment.day().toString();
        }
        if (value instanceof BigDecimal number) {
            return number.toString();
        }
        return value.toString();
    }

    private static String of(double number) {
        boolean isMinusZero = number == 0 && 1 / number < 0;
        return number == Math.rint(number) && Math.abs(number) < WHOLE_BELOW && !isMinusZero
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static String of(Set<?> set) {
        if (set.isEmpty()) {
            return ";";
        }
        StringBuilder text = new StringBuilder();
        Set<String> sorted = new TreeSet<>();
        set.forEach(element -> sorted.add(element.toString()));
        for (String element : sorted) {
            text.append(text.length() == 0 ? "" : ";")
                    .append(element.replace("\\", "\\\\").replace(";", "\\;"));
        }
        return text.toString();
    }

    /** A bare date where the instant begins a day of the zone, else the instant in UTC. */
    static String of(Instant instant, ZoneId zone) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, zone);
        boolean beginsDay = time.toLocalTime().equals(LocalTime.MIDNIGHT)
                && time.toLocalDate().atStartOfDay(zone).toInstant().equals(instant);
        return beginsDay ? time.toLocalDate().toString() : instant.toString();
    }
}
