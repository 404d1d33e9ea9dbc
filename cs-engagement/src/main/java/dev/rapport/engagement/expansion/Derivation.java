package dev.rapport.engagement.expansion;

import dev.rapport.engagement.expansion.ArrEstimate.MissingProducts;
import dev.rapport.engagement.expansion.ArrEstimate.MoreSeats;
import dev.rapport.engagement.expansion.ArrEstimate.ShareOfArr;
import dev.rapport.model.decision.Evidence;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.derived.StandardAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says how an estimate comes about. */
final class Derivation {

    private Derivation() {}

    static List<String> of(Opportunity opportunity) {
        Explanation reasons = opportunity.reasons();
        Explanation estimate = reasons.parts().get(reasons.parts().size() - 1);
        ArrEstimate how = opportunity.cause().estimate();
        if (how instanceof MissingProducts) {
            return products(estimate);
        }
        String pays = "pays " + read(estimate, StandardAttributes.ARR.name()) + " a year";
        if (how instanceof MoreSeats seats) {
            double used = estimate.find(part -> isOf(part, StandardAttributes.USAGE_ACTIVE_SHARE.name())).stream()
                    .flatMap(part -> part.evidence().stream())
                    .mapToDouble(evidence -> (Double) evidence.value())
                    .findFirst()
                    .orElse(Double.NaN);
            return List.of(percent(used) + " of the seats are in use; with as many that " + percent(seats.usedShare())
                    + " are, it pays as much more for each; it " + pays);
        }
        return List.of(percent(((ShareOfArr) how).share()) + " of what it pays; it " + pays);
    }

    private static List<String> products(Explanation estimate) {
        List<String> words = new ArrayList<>();
        for (Explanation product : estimate.parts()) {
            if (product.value().orElse(0) > 0) {
                words.add(product.code() + ": "
                        + product.evidence()
                                .map(evidence -> evidence.provenance().source())
                                .orElse(""));
            }
        }
        return List.copyOf(words);
    }

    private static boolean isOf(Explanation part, String attribute) {
        return part.evidence()
                .map(Evidence::key)
                .filter(key -> key.name().equals(attribute))
                .isPresent();
    }

    private static String read(Explanation estimate, String attribute) {
        return estimate.find(part -> isOf(part, attribute)).stream()
                .map(part -> String.format(Locale.ROOT, "%,.0f", part.value().orElse(0)))
                .findFirst()
                .orElse("");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
