package dev.rapport.health.loss;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for what cannot both be right. */
final class Contradictions {

    private static final String CHURNED = "churned";
    private static final String REACTIVATED = "reactivated";

    private final List<Contradiction> found = new ArrayList<>();

    private Contradictions() {}

    static List<Contradiction> find(List<AttributedLoss> losses, LossPolicy policy, Book now) {
        Contradictions contradictions = new Contradictions();
        losses.forEach(loss -> contradictions.look(loss, policy));
        now.customers().forEach(contradictions::look);
        contradictions.found.sort(Comparator.comparing(Contradiction::kind)
                .thenComparing(Contradiction::customerId)
                .thenComparing(Contradiction::text));
        return contradictions.found.stream().distinct().toList();
    }

    private void look(AttributedLoss loss, LossPolicy policy) {
        String customer = loss.loss().customerId();
        if (loss.stated().isEmpty()) {
            if (loss.loss().isChurn()) {
                found.add(new Contradiction(
                        customer,
                        Contradiction.Kind.LOST_WITHOUT_REASON,
                        "lost on " + loss.loss().on() + ", and nobody recorded why"));
            }
            return;
        }
        Optional<RankedCause> strongest = loss.ranked().stream()
                .filter(ranked -> ranked.evidence() >= policy.minimumPoints())
                .max(Comparator.comparingDouble(RankedCause::evidence));
        if (strongest.isEmpty() || evidenceFor(loss) > 0) {
            return;
        }
        LossCause cause = strongest.get().cause();
        boolean isVoluntary = loss.statedCause()
                .map(stated -> stated.kind() == LossKind.VOLUNTARY)
                .orElse(false);
        found.add(new Contradiction(
                customer,
                isVoluntary && cause.kind() == LossKind.INVOLUNTARY
                        ? Contradiction.Kind.INVOLUNTARY_COUNTED_AS_VOLUNTARY
                        : Contradiction.Kind.STATED_AGAINST_EVIDENCE,
                "said: " + loss.stated().get() + "; the signs say: " + cause.code()));
    }

    /** How much but the word speaks for what was said. */
    private static double evidenceFor(AttributedLoss loss) {
        return loss.ranked().stream()
                .filter(ranked ->
                        loss.statedCause().filter(ranked.cause()::equals).isPresent())
                .mapToDouble(RankedCause::evidence)
                .sum();
    }

    private void look(CustomerView view) {
        List<Outcome> outcomes = view.series(Outcome.SERIES);
        List<ContractTerms> running = ContractTerms.of(view).stream()
                .filter(terms -> !terms.isTrial() && terms.isInForceOn(view.date()))
                .filter(terms -> isOpen(terms.contract()))
                .toList();
        for (Outcome outcome : outcomes) {
            if (outcome.kind().equals(CHURNED) && !isTakenBack(outcome, outcomes)) {
                LocalDate said = LocalDate.ofInstant(outcome.entry().at(), view.zone());
                running.stream()
                        .filter(terms -> isAbout(outcome, terms.contract(), said))
                        .findFirst()
                        .ifPresent(terms -> found.add(new Contradiction(
                                view.customerId(),
                                Contradiction.Kind.CHURNED_BUT_IN_FORCE,
                                "said to be lost on " + said + "; contract "
                                        + terms.contract().id() + " runs on, without notice or end")));
            }
        }
    }

    private static boolean isOpen(Contract contract) {
        return contract.noticeGivenOn().isEmpty() && contract.endedOn().isEmpty();
    }

    private static boolean isTakenBack(Outcome churned, List<Outcome> all) {
        return all.stream()
                .anyMatch(outcome -> outcome.kind().equals(REACTIVATED)
                        && !outcome.entry().at().isBefore(churned.entry().at()));
    }

    /** A contract that began after the word is one of a customer who came back. */
    private static boolean isAbout(Outcome outcome, Contract contract, LocalDate said) {
        return outcome.contract()
                .map(contract.id()::equals)
                .orElse(contract.start().isBefore(said));
    }
}
