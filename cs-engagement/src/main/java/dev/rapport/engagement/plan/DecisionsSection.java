package dev.rapport.engagement.plan;

import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.health.HealthAttributes;
import dev.rapport.health.band.Band;
import dev.rapport.model.customer.Reckoning;
import java.util.List;

/** Looks ahead for what must be decided; at risk is who is not in the best band. */
final class DecisionsSection {

    private DecisionsSection() {}

    static Section<DecisionsAhead> of(DecidedBook decided, int days, Reckoning reckoning) {
        List<String> missing = DecisionsAhead.missingFields(decided.book());
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        List<Band> bands = decided.bands().list();
        String best = bands.get(bands.size() - 1).code();
        return Section.of(DecisionsAhead.of(
                decided.book(),
                days,
                reckoning,
                view -> view.find(HealthAttributes.BAND)
                        .filter(band -> !band.equals(best))
                        .map(band -> "health band " + band)));
    }
}
