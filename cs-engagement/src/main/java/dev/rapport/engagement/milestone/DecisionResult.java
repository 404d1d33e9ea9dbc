package dev.rapport.engagement.milestone;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What became of a decision that was ahead at an earlier cut, as a later cut knows it.
 *
 * @param kind  what became of it
 * @param arr  the recurring revenue that goes on, at the rates of the later cut: zero if it is lost; empty while nothing is
 *     decided, and where nobody tells it
 * @param reason  how it is known, as a clause
 */
public record DecisionResult(Kind kind, Optional<Money> arr, String reason) {

    /** What became of a decision. */
    public enum Kind {
        /** It goes on, for more or less. */
        RENEWED,
        /** It is over, or will be. */
        LOST,
        /** The term ran out, and nobody has said. */
        PENDING,
        /** The day has not come. */
        OPEN,
        /** The customer became part of another, so that nothing was decided. */
        MOVED
    }

    /**
     * Looks at what a later cut knows of a decision.
     *
     * @param decision  the decision, as it was ahead
     * @param later  the customer at a later cut
     * @param graceDays  how long a term that ran out counts as pending
     * @param reckoning  the currency, its rates and the calendar
     * @return what became of it
     */
    public static DecisionResult of(DecisionAhead decision, CustomerView later, int graceDays, Reckoning reckoning) {
        List<ContractTerms> contracts = ContractTerms.of(later);
        Optional<ContractTerms> own = contracts.stream()
                .filter(terms -> terms.contract().id().equals(decision.contract()))
                .findFirst();
        if (later.find(CustomerAttributes.MERGED_INTO).isPresent()) {
            return new DecisionResult(
                    Kind.MOVED,
                    Optional.empty(),
                    "the customer became part of "
                            + later.find(CustomerAttributes.MERGED_INTO).get());
        }
        return own.isEmpty()
                ? new DecisionResult(Kind.OPEN, Optional.empty(), "the contract is not known any more")
                : new Reading(decision, own.get(), contracts, later, reckoning).result(graceDays);
    }

    private static DecisionResult lost(String reason, Reckoning reckoning) {
        return new DecisionResult(Kind.LOST, Optional.of(Money.zero(reckoning.currency())), reason);
    }

    /** One contract and what followed it, on the last day that the cut sees. */
    private record Reading(
            DecisionAhead decision,
            ContractTerms own,
            List<ContractTerms> contracts,
            CustomerView view,
            Reckoning reckoning) {

        DecisionResult result(int graceDays) {
            List<ContractTerms> next = contracts.stream().filter(this::follows).toList();
            if (!next.isEmpty()) {
                LocalDate starts = next.get(0).contract().start();
                LocalDate day = starts.isAfter(decision.termEnd()) ? starts : decision.termEnd();
                return renewed(next, day, "contract " + next.get(0).contract().id() + " renews it from " + starts);
            }
            Contract contract = own.contract();
            Optional<LocalDate> ended = contract.endedOn().filter(day -> !day.isAfter(decision.termEnd()));
            if (ended.isPresent()) {
                return lost("the contract was ended on " + ended.get(), reckoning);
            }
            Optional<LocalDate> notice = contract.noticeGivenOn().filter(day -> day.isBefore(decision.termEnd()));
            if (notice.isPresent()) {
                return lost("notice was given on " + notice.get(), reckoning);
            }
            return said().orElseGet(() -> own.autoRenews() ? byItself() : byEnd(graceDays));
        }

        private boolean follows(ContractTerms other) {
            Contract next = other.contract();
            boolean isUnnamed = next.predecessor().isEmpty()
                    && !own.autoRenews()
                    && own.contract().end().filter(next.start()::equals).isPresent();
            return !other.isTrial()
                    && !next.id().equals(own.contract().id())
                    && (isUnnamed
                            || next.predecessor()
                                    .filter(own.contract().id()::equals)
                                    .isPresent());
        }

        /** The outcome that lies nearest to the end of the term says what became of it. */
        private Optional<DecisionResult> said() {
            long most = Math.max(1, ChronoUnit.DAYS.between(own.contract().start(), decision.termEnd()) / 2);
            for (Outcome outcome : view.series(Outcome.SERIES)) {
                LocalDate date = LocalDate.ofInstant(outcome.entry().at(), view.zone());
                boolean isOurs =
                        outcome.contract().filter(own.contract().id()::equals).isPresent();
                if (isOurs && Math.abs(ChronoUnit.DAYS.between(date, decision.termEnd())) <= most) {
                    if (outcome.kind().equals("churned") && !own.isInForceOn(view.date())) {
                        return Optional.of(lost("churned on " + date, reckoning));
                    }
                    if (outcome.kind().equals("renewed")) {
                        return Optional.of(renewed(List.of(own), decision.termEnd(), "renewed on " + date));
                    }
                }
            }
            return Optional.empty();
        }

        private DecisionResult byItself() {
            return decision.date().isBefore(view.date())
                    ? renewed(
                            List.of(own),
                            decision.termEnd(),
                            "no notice was given by " + decision.date() + ", so it renews by itself")
                    : new DecisionResult(Kind.OPEN, Optional.empty(), "notice can be given until " + decision.date());
        }

        private DecisionResult byEnd(int graceDays) {
            if (decision.termEnd().isAfter(view.date())) {
                return new DecisionResult(Kind.OPEN, Optional.empty(), "the term runs until " + decision.termEnd());
            }
            return decision.termEnd().plusDays(graceDays).isAfter(view.date())
                    ? new DecisionResult(
                            Kind.PENDING,
                            Optional.empty(),
                            "the term ran out on " + decision.termEnd() + " and nobody has said what becomes of it")
                    : lost("the term ran out on " + decision.termEnd() + " and nobody signed", reckoning);
        }

        /** What is paid on the day from which it goes on; on the cut's own day if that lies ahead. */
        private DecisionResult renewed(List<ContractTerms> terms, LocalDate from, String reason) {
            Optional<Money> arr = ContractTerms.arrOn(terms, from, reckoning, view.date());
            return new DecisionResult(Kind.RENEWED, arr, reason);
        }
    }
}
