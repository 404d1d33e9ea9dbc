package dev.rapport.engagement.file;

import dev.rapport.engagement.FamilyRevenue;
import dev.rapport.engagement.escalation.Escalation;
import dev.rapport.engagement.expansion.Opportunity;
import dev.rapport.engagement.lifecycle.CustomerOutcome;
import dev.rapport.engagement.lifecycle.Journey;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.engagement.review.Review;
import dev.rapport.health.Health;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What the policies say about a customer, section by section: each is empty until somebody fills it in. */
@Value.Immutable
@ValueStyle
public abstract class FileSections {

    FileSections() {}

    /**
     * Starts with nothing filled in.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The family that the customer is in.
     *
     * @return the customers that belong together, and what they pay; empty for a customer that stands alone
     */
    public abstract Optional<FamilyRevenue> family();

    /**
     * The segment.
     *
     * @return the segment with its reasons
     */
    public abstract Optional<NamedDecision> segment();

    /**
     * The health.
     *
     * @return band, score and why
     */
    public abstract Optional<Health> health();

    /**
     * How the customer is by itself.
     *
     * @return the health before roll-up; empty where {@link #health()} is no family's
     */
    public abstract Optional<Health> ownHealth();

    /**
     * How the customer was.
     *
     * @return the earlier days, the first one first
     */
    public abstract List<HealthPoint> healthHistory();

    /**
     * The churn risk.
     *
     * @return the reasons; the value is the probability
     */
    public abstract Optional<Explanation> churnRisk();

    /**
     * What the customer could be offered.
     *
     * @return the opportunities, largest first
     */
    public abstract List<Opportunity> expansionIdeas();

    /**
     * The milestones.
     *
     * @return the occurrences past and coming, by due date
     */
    public abstract List<Occurrence> milestones();

    /**
     * The reviews.
     *
     * @return those that were to be held lately, and those that come next; by rule, then by their days
     */
    public abstract List<Review> reviews();

    /**
     * What is escalated.
     *
     * @return what is open, the nearest deadline first
     */
    public abstract List<Escalation> escalations();

    /**
     * Where the customer stands in the life cycle.
     *
     * @return current stages and findings
     */
    public abstract Optional<Journey> journey();

    /**
     * Which outcomes of value the customer should reach.
     *
     * @return where it stands on each outcome of its roadmap, in the roadmap's order
     */
    public abstract List<CustomerOutcome> outcomes();

    /**
     * What to do next.
     *
     * @return the steps, the nearest day first, those without a day last
     */
    public abstract List<NextStep> nextSteps();

    /** These sections without those that a reader may not see. */
    final FileSections seenBy(FileView view) {
        Builder seen = builder();
        if (view.has(FileSection.FAMILY)) {
            seen.family(family());
        }
        if (view.has(FileSection.SEGMENT)) {
            seen.segment(segment());
        }
        if (view.has(FileSection.HEALTH)) {
            seen.health(health()).ownHealth(ownHealth()).healthHistory(healthHistory());
        }
        if (view.has(FileSection.CHURN_RISK)) {
            seen.churnRisk(churnRisk());
        }
        if (view.has(FileSection.EXPANSION)) {
            seen.expansionIdeas(expansionIdeas());
        }
        if (view.has(FileSection.MILESTONES)) {
            seen.milestones(milestones());
        }
        if (view.has(FileSection.REVIEWS)) {
            seen.reviews(reviews());
        }
        if (view.has(FileSection.ESCALATIONS)) {
            seen.escalations(escalations());
        }
        if (view.has(FileSection.LIFE_CYCLE)) {
            seen.journey(journey()).outcomes(outcomes());
        }
        if (view.has(FileSection.NEXT_STEPS)) {
            seen.nextSteps(nextSteps());
        }
        return seen.build();
    }

    /** Collects sections. Not for use by several threads. */
    public static final class Builder extends ImmutableFileSections.Builder {
        Builder() {}
    }
}
