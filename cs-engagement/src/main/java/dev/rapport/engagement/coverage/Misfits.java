package dev.rapport.engagement.coverage;

import dev.rapport.model.decision.Explanation;
import java.time.ZoneId;
import java.util.List;

/** How badly people fit customers. */
final class Misfits {

    private final AssignmentWeights weights;
    private final Clocks clocks;

    Misfits(AssignmentWeights weights, Clocks clocks) {
        this.weights = weights;
        this.clocks = clocks;
    }

    double of(AssignmentNeed need, AssignmentCandidate candidate) {
        return handOver(need, candidate) + otherLanguage(need, candidate) + distance(need, candidate);
    }

    Explanation reasons(AssignmentNeed need, AssignmentCandidate candidate) {
        String language = need.language().orElse("an unknown language");
        String zone = need.zone().map(ZoneId::getId).orElse("an unknown zone");
        return Explanation.sumOf(
                "misfit",
                List.of(
                        Explanation.stated("misfit.hand-over", handOver(need, candidate), ownerNow(need)),
                        Explanation.stated(
                                "misfit.language",
                                otherLanguage(need, candidate),
                                "the customer speaks " + language + ", the member "
                                        + String.join(", ", candidate.languages())),
                        Explanation.stated(
                                "misfit.zone",
                                distance(need, candidate),
                                "the customer is in " + zone + ", the member in "
                                        + candidate.zone().getId())));
    }

    private static String ownerNow(AssignmentNeed need) {
        String now = need.presentOwner().orElse("nobody") + " looks after the customer now";
        return need.handOverReasons().isEmpty() ? now : now + "; " + String.join(", ", need.handOverReasons());
    }

    /** What nobody can fit worse than. */
    double most(AssignmentNeed need) {
        return handOver(need) + weights.otherLanguage() + Clocks.HALF_DAY * weights.perZoneHour();
    }

    /** What handing over a customer counts. */
    double handOver(AssignmentNeed need) {
        return weights.handOver() * need.handOverFactor();
    }

    private double handOver(AssignmentNeed need, AssignmentCandidate candidate) {
        boolean moves =
                need.presentOwner().isPresent() && !need.presentOwner().get().equals(candidate.memberId());
        return moves ? handOver(need) : 0;
    }

    private double otherLanguage(AssignmentNeed need, AssignmentCandidate candidate) {
        boolean other = need.language().isPresent()
                && !candidate.languages().contains(need.language().get());
        return other ? weights.otherLanguage() : 0;
    }

    private double distance(AssignmentNeed need, AssignmentCandidate candidate) {
        if (need.zone().isEmpty()) {
            return 0;
        }
        return weights.perZoneHour() * clocks.hoursBetween(need.zone().get(), candidate.zone());
    }
}
