package dev.rapport.engagement.plan;

import dev.rapport.engagement.attribution.AttributionPolicy;
import dev.rapport.engagement.call.CallPolicy;
import dev.rapport.engagement.coverage.AssignmentPolicy;
import dev.rapport.engagement.escalation.EscalationPolicy;
import dev.rapport.engagement.expansion.ExpansionPolicy;
import dev.rapport.engagement.experiment.ExperimentPolicy;
import dev.rapport.engagement.file.FileViews;
import dev.rapport.engagement.forecast.ForecastPolicy;
import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.milestone.Milestones;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.review.ReviewPolicy;
import dev.rapport.engagement.scope.ScopePolicy;
import dev.rapport.engagement.voice.VoicePolicy;
import dev.rapport.health.atrisk.AtRiskPolicy;
import dev.rapport.health.contact.ContactThrottle;
import dev.rapport.health.loss.LossPolicy;
import dev.rapport.health.policy.HealthPolicy;
import dev.rapport.health.residual.ResidualValuePolicy;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.health.risk.RiskPolicy;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.survey.SurveyInstruments;
import dev.rapport.health.warning.EarlyWarning;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.segmentation.json.SegmentationDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * The policies that a plan is made by. Segmentation and health are needed; each other section of the plan is left out,
 * and says so, where its policy is.
 */
@Value.Immutable
@ValueStyle
public abstract class Policies {

    Policies() {}

    /**
     * Starts a set of policies.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The segmentation that decides the engagement model.
     *
     * @return the segmentation
     */
    public abstract SegmentationDocument segmentation();

    /**
     * Further segmentations, such as regions, which the plan shows beside it.
     *
     * @return the segmentations, with different ids
     */
    public abstract List<SegmentationDocument> furtherSegmentations();

    /**
     * How health is decided.
     *
     * @return the scorecards, which is for whom, and how families roll up
     */
    public abstract HealthPolicy health();

    /**
     * How probable a loss is.
     *
     * @return the rules of churn risk
     */
    public abstract Optional<RiskPolicy> churnRisk();

    /**
     * What can be done about customers at risk.
     *
     * @return the plays
     */
    public abstract Optional<AtRiskPolicy> atRisk();

    /**
     * How what customers without contracts will still bring is reckoned.
     *
     * @return the model and its outlook
     */
    public abstract Optional<ResidualValuePolicy> residualValue();

    /**
     * When to alert whom.
     *
     * @return the milestones
     */
    public abstract Optional<Milestones> milestones();

    /**
     * How each segment is looked after.
     *
     * @return the engagement models
     */
    public abstract Optional<EngagementPolicy> engagementModels();

    /**
     * Who works for us.
     *
     * @return the organisation
     */
    public abstract Optional<Organisation> organisation();

    /**
     * By what it is decided who looks after whom.
     *
     * @return the policy; where there is none, {@link AssignmentPolicy#standard()} holds
     */
    public abstract Optional<AssignmentPolicy> assignment();

    /**
     * Who answers for the revenue of a customer.
     *
     * @return the policy of attribution
     */
    public abstract Optional<AttributionPolicy> attribution();

    /**
     * The customer's way.
     *
     * @return the life cycle
     */
    public abstract Optional<LifeCycle> lifeCycle();

    /**
     * Who may see what of a customer.
     *
     * @return the views of the customer file; where there are none, {@link FileViews#standard()} holds
     */
    public abstract Optional<FileViews> fileViews();

    /**
     * Which reviews customers are to have.
     *
     * @return the reviews
     */
    public abstract Optional<ReviewPolicy> reviews();

    /**
     * What each leader is responsible for.
     *
     * @return the areas, the ways to divide them, and who may decide what
     */
    public abstract Optional<ScopePolicy> scope();

    /**
     * Who is accountable for which cause.
     *
     * @return the escalation policy
     */
    public abstract Optional<EscalationPolicy> escalation();

    /**
     * By which themes customers' words are gathered.
     *
     * @return the voice policy
     */
    public abstract Optional<VoicePolicy> voice();

    /**
     * What is watched of every customer.
     *
     * @return the early warning
     */
    public abstract Optional<EarlyWarning> earlyWarning();

    /**
     * What customers are asked, and how their answers are read.
     *
     * @return the survey instruments
     */
    public abstract Optional<SurveyInstruments> surveyInstruments();

    /**
     * Who may be asked when.
     *
     * @return the contact throttle
     */
    public abstract Optional<ContactThrottle> contactThrottle();

    /**
     * Why revenue is lost.
     *
     * @return the causes of loss and what speaks for them
     */
    public abstract Optional<LossPolicy> lossReasons();

    /**
     * What retention means.
     *
     * @return the definition; where there is none, {@link RetentionDefinition#STANDARD} holds
     */
    public abstract Optional<RetentionDefinition> retention();

    /**
     * What customers could be offered, and why.
     *
     * @return the policy of expansion
     */
    public abstract Optional<ExpansionPolicy> expansion();

    /**
     * How renewals are forecast.
     *
     * @return the policy; where there is none, {@link ForecastPolicy#standard()} holds
     */
    public abstract Optional<ForecastPolicy> renewalForecast();

    /**
     * What makes a call urgent.
     *
     * @return the policy of the weekly call list; where there is none, {@link CallPolicy#standard()} holds
     */
    public abstract Optional<CallPolicy> calls();

    /**
     * How a model of churn is learnt.
     *
     * @return the way to learn; a planner that is told another one goes by that
     */
    public abstract Optional<ChurnLearning> churnLearning();

    /**
     * What is tried, and by what it is judged.
     *
     * @return the experiments
     */
    public abstract Optional<ExperimentPolicy> experiments();

    Map<String, PolicyRef> references(Book book) {
        Map<String, PolicyRef> references = new TreeMap<>();
        references.put("segmentation", reference(segmentation().header()));
        for (SegmentationDocument further : furtherSegmentations()) {
            references.put("segmentation " + further.header().id(), reference(further.header()));
        }
        addHealth(book, references);
        churnRisk().ifPresent(policy -> references.put("churn-risk", policy.policy()));
        atRisk().ifPresent(policy -> references.put("at-risk", policy.policy()));
        residualValue().ifPresent(policy -> references.put("residual-value", policy.policy()));
        milestones().ifPresent(policy -> references.put("milestones", reference(policy.header())));
        engagementModels().ifPresent(policy -> references.put("engagement-models", reference(policy.header())));
        organisation().ifPresent(policy -> references.put("organisation", reference(policy.header())));
        assignment().ifPresent(policy -> references.put("assignment", reference(policy.header())));
        attribution().ifPresent(policy -> references.put("attribution", reference(policy.header())));
        lifeCycle().ifPresent(policy -> references.put("life-cycle", reference(policy.header())));
        reviews().ifPresent(policy -> references.put("reviews", reference(policy.header())));
        scope().ifPresent(policy -> references.put("scope", reference(policy.header())));
        escalation().ifPresent(policy -> references.put("escalation", reference(policy.header())));
        voice().ifPresent(policy -> references.put("voice", reference(policy.header())));
        earlyWarning().ifPresent(policy -> references.put("early-warning", policy.policy()));
        surveyInstruments().ifPresent(policy -> references.put("survey-instruments", policy.policy()));
        lossReasons().ifPresent(policy -> references.put("loss-reasons", policy.policy()));
        retention().ifPresent(policy -> references.put("retention", reference(policy.header())));
        expansion().ifPresent(policy -> references.put("expansion", reference(policy.header())));
        renewalForecast().ifPresent(policy -> references.put("renewal-forecast", reference(policy.header())));
        calls().ifPresent(policy -> references.put("calls", reference(policy.header())));
        churnLearning().ifPresent(policy -> references.put("churn-learning", reference(policy.header())));
        experiments().ifPresent(policy -> references.put("experiments", reference(policy.header())));
        contactThrottle().ifPresent(policy -> references.put("contact-throttle", policy.policy()));
        return references;
    }

    /** Of revisions the one in force is named. */
    private void addHealth(Book book, Map<String, PolicyRef> references) {
        Set<PolicyRef> beside = new HashSet<>();
        health().choice().ifPresent(choice -> {
            beside.add(choice.policy());
            references.put("scorecard-choice", choice.policy());
        });
        health().rollUp().ifPresent(rollUp -> {
            beside.add(rollUp.policy());
            references.put("roll-up", rollUp.policy());
        });
        for (PolicyRef policy : health().inForce(book)) {
            if (!beside.contains(policy)) {
                references.put(health().choice().isPresent() ? "scorecard " + policy.id() : "scorecard", policy);
            }
        }
    }

    private static PolicyRef reference(DocumentHeader header) {
        return new PolicyRef(header.id(), header.revision());
    }

    /** Fills a set of policies. Not for use by several threads. */
    public static final class Builder extends ImmutablePolicies.Builder {
        Builder() {}

        /**
         * Decides health by one scorecard for everybody.
         *
         * @param scorecard  the scorecard
         * @return this builder
         */
        public Builder scorecard(Scorecard scorecard) {
            health(HealthPolicy.of(scorecard));
            return this;
        }
    }
}
