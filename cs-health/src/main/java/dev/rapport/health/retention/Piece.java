package dev.rapport.health.retention;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/** What one line of one contract pays as of a cut. */
final class Piece {

    /** How sure the amount is. */
    enum State {
        IN_FORCE,
        UNDER_NOTICE,
        PENDING
    }

    private final String chain;
    private final String product;
    private final Money amount;
    private final State state;
    private final Optional<LocalDate> termEnd;

    Piece(String chain, String product, Money amount, State state, Optional<LocalDate> termEnd) {
        this.chain = chain;
        this.product = product;
        this.amount = amount;
        this.state = state;
        this.termEnd = termEnd;
    }

    RevenueUnit unit(Level level, String customerId) {
        return RevenueUnit.at(level, customerId, chain, product);
    }

    /** In its own currency. */
    Money amount() {
        return amount;
    }

    State state() {
        return state;
    }

    /** Whether the term that runs ends by a day, as it was agreed. */
    boolean isDueBy(LocalDate day) {
        return state != State.PENDING && termEnd.map(end -> !end.isAfter(day)).orElse(false);
    }
}
