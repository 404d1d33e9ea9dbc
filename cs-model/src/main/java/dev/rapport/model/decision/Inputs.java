package dev.rapport.model.decision;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Feeds the leaves of a program: from the readings of one customer, or from columns. */
interface Inputs {

    /** Puts the raw numbers (or dictionary positions) and statuses of a slot's rows into a frame. */
    void load(int slot, int from, int count, Frame frame, int offset, @Nullable CurrencyUnit currency);

    /** What a worded leaf makes of each word of a slot's dictionary. */
    double[] table(int slot, ToDoubleFunction<Object> function);

    /** The epoch day from which a slot's dates are counted. */
    double today(int slot);

    /** The statuses of readings and of nodes have the same codes. */
    private static byte statusOf(Reading.Status status) {
        return (byte) status.ordinal();
    }

    /** The readings of one customer. */
    final class OfView implements Inputs {

        final Reading<?>[] readings;
        private final double[] today;

        /** Reads each attribute once, also where values and bounds both rest on it. */
        OfView(List<AttributeKey<?>> slots, int valueSlots, CustomerView view) {
            readings = new Reading<?>[slots.size()];
            today = new double[slots.size()];
            Arrays.fill(today, (double) view.date().toEpochDay());
            for (int slot = 0; slot < readings.length; slot++) {
                int same = slot < valueSlots ? slot : slots.indexOf(slots.get(slot));
                readings[slot] = same < slot ? readings[same] : view.read(slots.get(slot));
            }
        }

        /** Takes over one slot of another customer view's readings. */
        void replace(int slot, OfView other) {
            readings[slot] = other.readings[slot];
            today[slot] = other.today[slot];
        }

        OfView copy() {
            return new OfView(readings.clone(), today.clone());
        }

        private OfView(Reading<?>[] readings, double[] today) {
            this.readings = readings;
            this.today = today;
        }

        @Override
        public void load(int slot, int from, int count, Frame frame, int offset, @Nullable CurrencyUnit currency) {
            Reading<?> reading = readings[slot];
            Object value = reading.valueOrNull();
            byte status = statusOf(reading.status());
            double number = Double.NaN;
            if (value instanceof Money money) {
                boolean same = currency == null || money.getCurrencyUnit().equals(currency);
                status = same ? status : Status.FAILED_CODE;
                number = money.getAmount().doubleValue();
            } else if (value instanceof Double plain) {
                number = plain;
            } else if (value instanceof Boolean truth) {
                number = truth ? 1 : 0;
            } else if (value instanceof java.time.LocalDate date) {
                number = (double) date.toEpochDay();
            } else if (value != null) {
                number = 0;
            }
            frame.values[offset] = number;
            frame.statuses[offset] = status;
        }

        @Override
        public double[] table(int slot, ToDoubleFunction<Object> function) {
            Object word = readings[slot].valueOrNull();
            return new double[] {word == null ? Double.NaN : function.applyAsDouble(word)};
        }

        @Override
        public double today(int slot) {
            return today[slot];
        }
    }

    /** The columns of a book. */
    final class OfColumns implements Inputs {

        private final Column[] columns;
        private final double today;

        OfColumns(List<AttributeKey<?>> slots, Columns columns) {
            this.columns = slots.stream()
                    .map(slot -> columns.find(slot)
                            .orElseThrow(() -> new IllegalArgumentException("columns must contain " + slot
                                    + ".\nMaybe they were read with other keys than the program requires.")))
                    .toArray(Column[]::new);
            this.today = (double) columns.today();
        }

        @Override
        public void load(int slot, int from, int count, Frame frame, int offset, @Nullable CurrencyUnit currency) {
            Column column = columns[slot];
            column.copyNumbers(from, count, frame.values, offset);
            column.copyStatuses(from, count, frame.statuses, offset);
            if (currency != null && !column.currencies().equals(List.of(currency))) {
                refuseForeign(column, currency, from, count, frame.statuses, offset);
            }
        }

        private static void refuseForeign(
                Column column, CurrencyUnit currency, int from, int count, byte[] statuses, int offset) {
            for (int i = 0; i < count; i++) {
                if (statuses[offset + i] == Status.EVALUATED_CODE
                        && !column.currency(from + i).equals(currency)) {
                    statuses[offset + i] = Status.FAILED_CODE;
                }
            }
        }

        @Override
        public double[] table(int slot, ToDoubleFunction<Object> function) {
            return columns[slot].words().stream().mapToDouble(function).toArray();
        }

        @Override
        public double today(int slot) {
            return today;
        }
    }
}
