package dev.rapport.engagement.file;

import dev.rapport.engagement.FamilyRevenue;
import dev.rapport.engagement.escalation.Escalation;
import dev.rapport.engagement.file.CustomerFile.Named;
import dev.rapport.engagement.lifecycle.Journey;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.engagement.review.Review;
import dev.rapport.health.Health;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The sections of a customer file that are filled in, each empty until it is. */
@Value.Immutable
@ValueStyle
abstract class FilledSections {

    static Builder builder() {
        return new Builder();
    }

    abstract Optional<FamilyRevenue> family();

    abstract Optional<Named> segment();

    abstract Optional<Health> health();

    abstract Optional<Health> ownHealth();

    abstract Optional<Explanation> churnRisk();

    abstract List<Occurrence> milestones();

    abstract List<Review> reviews();

    abstract List<Escalation> escalations();

    abstract Optional<Journey> journey();

    static final class Builder extends ImmutableFilledSections.Builder {
        Builder() {}
    }
}
