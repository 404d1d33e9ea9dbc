package dev.rapport.model.decision;

import dev.rapport.model.book.Column;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What a leaf that is a condition asks of a column, answered for a run of rows in bits. Equal ones are asked once. */
sealed interface Question {

    /** Puts the answers for a run of rows, of which the first is a multiple of 64, where a condition stands. */
    void answer(int from, int count, Truths truths, int condition);

    /**
     * The question of a leaf.
     *
     * @param column  what it reads
     * @param table  what it makes of each text
     * @return the question, or empty if it asks for more than a range or some texts
     */
    static Optional<Question> of(Node node, Column column, double[] table, double today) {
        Leaf leaf = node.leaf();
        if (leaf == null || !node.isCondition() || leaf.timeToLive != null || leaf.comparison != null) {
            return Optional.empty();
        }
        if (leaf.isPresence()) {
            return Optional.of(new IsPresent(column));
        }
        if (leaf.number != null) {
            boolean foreign = leaf.currency != null && !column.currencies().equals(List.of(leaf.currency));
            return leaf.number instanceof RangeFunction function
                    ? Optional.of(new InRange(column, function.range(today), foreign ? leaf.currency : null))
                    : Optional.empty();
        }
        return among(column, table);
    }

    private static Optional<Question> among(Column column, double[] table) {
        BitSet some = new BitSet();
        BitSet none = new BitSet();
        for (int word = 0; word < table.length; word++) {
            if (Double.isNaN(table[word])) {
                none.set(word);
            } else if (table[word] == 1) {
                some.set(word);
            } else if (table[word] != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new Among(column, some, none));
    }

    /** Is there a value? The answer is never open. */
    record IsPresent(Column column) implements Question {

        @Override
        public void answer(int from, int count, Truths truths, int condition) {
            int at = condition * truths.words;
            column.statuses(from, count, truths.ones, truths.twos, at);
            for (int word = at; word < at + truths.words; word++) {
                truths.holds[word] = ~(truths.ones[word] | truths.twos[word]);
                truths.ones[word] = 0;
                truths.twos[word] = 0;
            }
        }
    }

    /**
     * Is the number in a range?
     *
     * @param only  the currency that amounts must have, null if all have it
     */
    record InRange(
            Column column, NumberRange range, @Nullable CurrencyUnit only) implements Question {

        @Override
        public void answer(int from, int count, Truths truths, int condition) {
            int at = condition * truths.words;
            column.statuses(from, count, truths.ones, truths.twos, at);
            if (only != null) {
                fail(from, count, truths, at, only);
            }
            column.between(from, count, range.least(), range.most(), truths.holds, at);
            if (only != null) {
                for (int word = at; word < at + truths.words; word++) {
                    truths.holds[word] &= ~truths.ones[word];
                }
            }
        }

        /** Amounts in other currencies cannot be compared. */
        private void fail(int from, int count, Truths truths, int at, CurrencyUnit currency) {
            column.in(from, count, currency, truths.holds, at);
            for (int word = at; word < at + truths.words; word++) {
                long foreign = ~(truths.holds[word] | truths.ones[word] | truths.twos[word]);
                truths.ones[word] |= foreign;
                truths.twos[word] |= foreign;
            }
        }
    }

    /**
     * Is the text one of some?
     *
     * @param some  the texts for which it holds
     * @param none  the texts of which it cannot be said
     */
    record Among(Column column, BitSet some, BitSet none) implements Question {

        @Override
        public void answer(int from, int count, Truths truths, int condition) {
            int at = condition * truths.words;
            column.statuses(from, count, truths.ones, truths.twos, at);
            if (!none.isEmpty()) {
                column.among(from, count, none, truths.holds, at);
                for (int word = at; word < at + truths.words; word++) {
                    truths.twos[word] |= truths.holds[word];
                }
            }
            column.among(from, count, some, truths.holds, at);
        }
    }
}
