package dev.rapport.model.shape;

import dev.rapport.model.json.JsonOut;
import java.math.BigDecimal;
import java.util.Optional;

/** The numbers between two ends, each of which may be missing, in or out. */
record Range(Optional<End> lower, Optional<End> upper) {

    static final Range ALL = new Range(Optional.empty(), Optional.empty());

    private static final int LONGEST_PLAIN = 20;

    static Range between(long lowest, long highest) {
        return ALL.from(BigDecimal.valueOf(lowest), true).to(BigDecimal.valueOf(highest), true);
    }

    Range from(BigDecimal end, boolean inclusive) {
        return new Range(Optional.of(new End(end, inclusive)), upper);
    }

    Range to(BigDecimal end, boolean inclusive) {
        return new Range(lower, Optional.of(new End(end, inclusive)));
    }

    boolean contains(BigDecimal number) {
        return lower.map(end -> end.isBelow(number)).orElse(true)
                && upper.map(end -> end.isAbove(number)).orElse(true);
    }

    /** The rule in words: {@code >= 0}, {@code between 0 and 1}, {@code > 0 and <= 1}. */
    String rule() {
        Optional<String> from = lower.map(end -> (end.inclusive() ? ">= " : "> ") + end);
        Optional<String> to = upper.map(end -> (end.inclusive() ? "<= " : "< ") + end);
        if (lower.isPresent() && upper.isPresent()) {
            return lower.get().inclusive() && upper.get().inclusive()
                    ? "between " + lower.get() + " and " + upper.get()
                    : from.orElseThrow() + " and " + to.orElseThrow();
        }
        return from.or(() -> to).orElse("any number");
    }

    void describe(JsonOut schema) {
        lower.ifPresent(end ->
                schema.name(end.inclusive() ? "minimum" : "exclusiveMinimum").value(end.number()));
        upper.ifPresent(end ->
                schema.name(end.inclusive() ? "maximum" : "exclusiveMaximum").value(end.number()));
    }

    /** An end of a range. */
    record End(BigDecimal number, boolean inclusive) {

        private boolean isBelow(BigDecimal other) {
            int order = number.compareTo(other);
            return order < 0 || (inclusive && order == 0);
        }

        private boolean isAbove(BigDecimal other) {
            int order = number.compareTo(other);
            return order > 0 || (inclusive && order == 0);
        }

        @Override
        public String toString() {
            return number.scale() < -LONGEST_PLAIN ? number.toString() : number.toPlainString();
        }
    }
}
