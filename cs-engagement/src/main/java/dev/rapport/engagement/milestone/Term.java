package dev.rapport.engagement.milestone;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One term of a contract: the first, or one that it ran on for because it renews by itself.
 *
 * @param contract  the contract
 * @param start  the first day
 * @param end  the first day after
 */
record Term(ContractTerms contract, LocalDate start, LocalDate end) {

    /** Without outcomes, which tell more but need not be fed. */
    static final Requirements REQUIREMENTS = Requirements.series(Contract.SERIES);

    private static final int MOST_TERMS = 10_000;

    /** The terms of a contract that end in a span, or, to be sure, shortly before. Contracts without an end have none. */
    static List<Term> endingIn(ContractTerms contract, MilestoneTrigger.Span span) {
        List<Term> terms = new ArrayList<>();
        LocalDate first = contract.contract().start();
        LocalDate start = first;
        LocalDate plannedEnd = contract.contract().end().orElse(first);
        long length = Math.max(1, ChronoUnit.DAYS.between(first, plannedEnd));
        if (span.from().isAfter(plannedEnd)) {
            LocalDate early = span.from().minusDays(2 * length);
            start = early.isAfter(plannedEnd) ? contract.endOn(early).orElse(first) : first;
        }
        for (int i = 0; i < MOST_TERMS; i++) {
            Optional<LocalDate> end = contract.endOn(start);
            if (end.isEmpty() || !end.get().isBefore(span.before())) {
                break;
            }
            boolean over = !end.get().isAfter(start);
            if (!over || i == 0) {
                terms.add(new Term(contract, start, end.get()));
            }
            if (over) {
                break;
            }
            start = end.get();
        }
        terms.removeIf(term -> !span.contains(term.end));
        return terms;
    }

    /** The day by which this term must be decided: the notice deadline if it renews by itself and has one, else its end. */
    LocalDate decisionDate(Reckoning reckoning) {
        return noticeDeadline(reckoning).orElse(end);
    }

    Optional<LocalDate> noticeDeadline(Reckoning reckoning) {
        return contract.autoRenews() ? contract.noticeDeadlineOn(end.minusDays(1), reckoning) : Optional.empty();
    }

    /** A day of this term, handled where its end is decided. */
    Anchor anchor(LocalDate day, Facts facts) {
        Contract own = contract.contract();
        Anchor anchor = Anchor.of(own.id(), day).knownSince(own.entry().recordedAt());
        return decision(facts).map(anchor::handled).orElse(anchor);
    }

    /**
     * What was decided about the end of this term. An outcome decides the end that lies nearest to it; a successor decides
     * every end up to half a term before it begins.
     */
    Optional<String> decision(Facts facts) {
        Contract own = contract.contract();
        if (own.endedOn().isPresent() && !own.endedOn().get().isAfter(end)) {
            return Optional.of("the contract was ended on " + own.endedOn().get());
        }
        Optional<LocalDate> notice = own.noticeGivenOn();
        if (notice.isPresent() && notice.get().isBefore(end)) {
            return Optional.of("notice was given on " + notice.get());
        }
        long halfTerm = ChronoUnit.DAYS.between(start, end) / 2;
        for (ContractTerms other : facts.contracts) {
            Contract next = other.contract();
            if (next.predecessor().filter(own.id()::equals).isPresent()
                    && !next.start().isAfter(end.plusDays(halfTerm))) {
                return Optional.of("contract " + next.id() + " renews it from " + next.start());
            }
        }
        for (Outcome outcome : facts.outcomes) {
            LocalDate date = LocalDate.ofInstant(outcome.entry().at(), facts.zone);
            boolean decides = outcome.kind().equals("renewed") || outcome.kind().equals("churned");
            boolean ours = outcome.contract().filter(own.id()::equals).isPresent();
            if (decides && ours && Math.abs(ChronoUnit.DAYS.between(date, end)) <= halfTerm) {
                return Optional.of(outcome.kind() + " on " + date);
            }
        }
        return Optional.empty();
    }

    /** What decisions are told by: a customer's contracts and outcomes. */
    static final class Facts {

        private final List<ContractTerms> contracts;
        private final List<Outcome> outcomes;
        private final ZoneId zone;

        private Facts(List<ContractTerms> contracts, List<Outcome> outcomes, ZoneId zone) {
            this.contracts = contracts;
            this.outcomes = outcomes;
            this.zone = zone;
        }

        static Facts of(CustomerView view) {
            return new Facts(ContractTerms.of(view), view.series(Outcome.SERIES), view.zone());
        }

        /** Why a contract that runs on a date will end without a successor; empty if it will not, as far as is known. */
        Optional<String> endingOf(ContractTerms contract, LocalDate date) {
            Contract own = contract.contract();
            Optional<String> why = own.endedOn().isPresent()
                    ? Optional.of("the contract was ended ahead of time")
                    : own.noticeGivenOn().map(day -> "notice was given on " + day);
            boolean runs = contract.isInForceOn(date) && contract.endOn(date).isPresent();
            boolean isFollowed = contracts.stream()
                    .anyMatch(other -> other.contract()
                            .predecessor()
                            .filter(own.id()::equals)
                            .isPresent());
            return runs && !isFollowed ? why : Optional.empty();
        }

        /** All contracts but trials, whose end is no renewal. */
        List<ContractTerms> contracts() {
            return contracts.stream().filter(contract -> !contract.isTrial()).toList();
        }
    }
}
