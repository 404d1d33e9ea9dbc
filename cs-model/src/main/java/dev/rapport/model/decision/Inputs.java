package dev.rapport.model.decision;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Feeds the leaves of a program: from the readings of one customer, or from columns. */
interface Inputs {

    /** Puts the raw numbers (or dictionary positions) and statuses of a slot's rows into a frame. */
    void load(int slot, int from, int count, Frame frame, int node, @Nullable CurrencyUnit currency);

    /** How many days old what a slot read in a row is; NaN if it does not say. */
    double age(int slot, int row);

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
        private final ZoneId zone;
        private final double today;

        /** The days that slots of another view brought along; null while there are none. */
        private double @Nullable [] broughtToday;

        /** Reads each attribute once, also where values and bounds both rest on it. */
        OfView(List<AttributeKey<?>> slots, int valueSlots, Computations computed, CustomerView view) {
            readings = new Reading<?>[slots.size()];
            zone = view.zone();
            today = (double) view.date().toEpochDay();
            for (int slot = 0; slot < readings.length; slot++) {
                int same = slot < valueSlots ? slot : slots.indexOf(slots.get(slot));
                readings[slot] = same < slot ? readings[same] : computed.read(slots.get(slot), view);
            }
        }

        /** Takes over one slot of another customer view's readings. */
        void replace(int slot, OfView other) {
            readings[slot] = other.readings[slot];
            if (broughtToday == null) {
                broughtToday = new double[readings.length];
                Arrays.fill(broughtToday, today);
            }
            broughtToday[slot] = other.today(slot);
        }

        @Override
        public void load(int slot, int from, int count, Frame frame, int node, @Nullable CurrencyUnit currency) {
            Reading<?> reading = readings[slot];
            Object value = reading.valueOrNull();
            byte status = statusOf(reading.status());
            double number = 0;
            if (value instanceof Money money) {
                boolean same = currency == null || money.getCurrencyUnit().equals(currency);
                status = same ? status : Status.FAILED_CODE;
                number = money.getAmount().doubleValue();
            } else if (value instanceof Double plain) {
                number = plain;
            } else if (value instanceof Boolean truth) {
                number = truth ? 1 : 0;
            } else if (value instanceof LocalDate date) {
                number = (double) date.toEpochDay();
            }
            if (Double.isNaN(number)) {
                number = 0;
                status = Status.NOT_ENOUGH_DATA_CODE;
            }
            frame.values[node] = number;
            frame.counts[node] = status == Status.EVALUATED_CODE ? 1 : 0;
            frame.statuses[node] = status;
            frame.allApply[node] = status != Status.NOT_APPLICABLE_CODE;
        }

        @Override
        public double age(int slot, int row) {
            Optional<Instant> from = readings[slot].provenance().flatMap(Provenance::validFrom);
            return from.map(since -> today(slot)
                            - (double) LocalDate.ofInstant(since, zone).toEpochDay())
                    .orElse(Double.NaN);
        }

        @Override
        public double[] table(int slot, ToDoubleFunction<Object> function) {
            Object word = readings[slot].valueOrNull();
            return new double[] {word == null ? Double.NaN : function.applyAsDouble(word)};
        }

        @Override
        public double today(int slot) {
            return broughtToday == null ? today : broughtToday[slot];
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

        Column column(int slot) {
            return columns[slot];
        }

        @Override
        public void load(int slot, int from, int count, Frame frame, int node, @Nullable CurrencyUnit currency) {
            Column column = columns[slot];
            int offset = node * frame.rows;
            frame.allApply[node] = column.copy(from, count, frame.values, frame.counts, frame.statuses, offset);
            if (!frame.allApply[node]) {
                frame.noteWhatApplies(node, count);
            }
            if (currency != null && !column.currencies().equals(List.of(currency))) {
                refuseForeign(column, currency, from, count, frame, offset);
            }
        }

        private static void refuseForeign(
                Column column, CurrencyUnit currency, int from, int count, Frame frame, int offset) {
            for (int i = 0; i < count; i++) {
                if (frame.statuses[offset + i] == Status.EVALUATED_CODE
                        && !column.currency(from + i).equals(currency)) {
                    frame.statuses[offset + i] = Status.FAILED_CODE;
                    frame.counts[offset + i] = 0;
                }
            }
        }

        @Override
        public double age(int slot, int row) {
            int since = columns[slot].heldSince(row);
            return since == Column.UNTOLD ? Double.NaN : today - since;
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
