package dev.rapport.engagement.milestone;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.List;

/**
 * An anchor at a date of the customer, such as a go-live. Its id is the name of the attribute.
 *
 * @param attribute  the attribute that holds the date
 */
public record DateAttributeTrigger(AttributeKey<LocalDate> attribute) implements MilestoneTrigger {

    @Override
    public Requirements requirements() {
        return Requirements.attributes(attribute);
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        Reading<LocalDate> reading = view.read(attribute);
        if (reading.status() == Reading.Status.FAILED) {
            throw new IllegalStateException(
                    "attribute (" + attribute + ") failed: " + reading.reason().orElse("no reason"));
        }
        return reading
                .value()
                .filter(span::contains)
                .map(date -> Anchor.of(attribute.name(), date))
                .map(anchor -> reading.provenance()
                        .flatMap(Provenance::recordedAt)
                        .map(anchor::knownSince)
                        .orElse(anchor))
                .stream()
                .toList();
    }
}
