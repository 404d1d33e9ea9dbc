package dev.rapport.health.json;

import dev.rapport.health.atrisk.AtRiskPolicy;
import dev.rapport.health.choice.ScorecardChoice;
import dev.rapport.health.contact.ContactThrottle;
import dev.rapport.health.fitted.SavedModel;
import dev.rapport.health.loss.LossPolicy;
import dev.rapport.health.measure.Reference;
import dev.rapport.health.residual.ResidualValuePolicy;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.health.risk.RiskPolicy;
import dev.rapport.health.rollup.RollUp;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.survey.SurveyInstruments;
import dev.rapport.health.validation.ValidationPolicy;
import dev.rapport.health.warning.EarlyWarning;
import dev.rapport.health.warning.WatchState;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.shape.DocumentKind;
import java.util.Collection;

/**
 * The documents of this module.
 *
 * <pre>{@code
 * Scorecard scorecard = HealthDocuments.SCORECARD.read(JsonInput.read("scorecard.json", in)).orThrow();
 * }</pre>
 */
public final class HealthDocuments {

    /** {@code rapport/scorecard}: measures, groups, caps and bands. */
    public static final DocumentKind<Scorecard> SCORECARD =
            ScorecardShapes.SCORECARD.check((scorecard, place) -> place.report(scorecard.check()));

    /** {@code rapport/churn-risk}: rules of churn risk with the source of their numbers. */
    public static final DocumentKind<RiskPolicy> CHURN_RISK =
            RiskShapes.CHURN_RISK.check((policy, place) -> place.report(policy.check()));

    /** {@code rapport/early-warning}: what is watched of every customer, and when an owner is alerted. */
    public static final DocumentKind<EarlyWarning> EARLY_WARNING = WarningShapes.EARLY_WARNING;

    /** {@code rapport/early-warning-state}: where a watch stands, written by a program for its next run. */
    public static final DocumentKind<WatchState> WATCH_STATE = WatchStateShapes.WATCH_STATE;

    /** {@code rapport/survey-instruments}: the questions that customers are asked, and how the answers are read. */
    public static final DocumentKind<SurveyInstruments> SURVEY_INSTRUMENTS = SurveyShapes.INSTRUMENTS;

    /** {@code rapport/contact-throttle}: who may be asked when. */
    public static final DocumentKind<ContactThrottle> CONTACT_THROTTLE =
            ContactShapes.THROTTLE.check((throttle, place) -> place.report(throttle.check()));

    /** {@code rapport/at-risk}: what can be done about customers at risk, what it takes and what it saves. */
    public static final DocumentKind<AtRiskPolicy> AT_RISK =
            AtRiskShapes.AT_RISK.check((policy, place) -> place.report(policy.check()));

    /** {@code rapport/scorecard-choice}: which scorecard is for whom. */
    public static final DocumentKind<ScorecardChoice> SCORECARD_CHOICE =
            ChoiceShapes.SCORECARD_CHOICE.check((choice, place) -> place.report(choice.check()));

    /** {@code rapport/roll-up}: how the health of a customer comes from those who belong to it. */
    public static final DocumentKind<RollUp> ROLL_UP = RollUpShapes.ROLL_UP;

    /** {@code rapport/residual-value}: how what customers without contracts will still bring is reckoned. */
    public static final DocumentKind<ResidualValuePolicy> RESIDUAL_VALUE = ResidualValueShapes.RESIDUAL_VALUE;

    /** {@code rapport/reference-population}: those whom relative measures compare with, taken from a book once. */
    public static final DocumentKind<Reference> REFERENCE = ReferenceShapes.REFERENCE;

    /** {@code rapport/fitted-model}: a model that was fitted to data, written by a program for its next run. */
    public static final DocumentKind<SavedModel> FITTED_MODEL = FittedModelShapes.FITTED_MODEL;

    /** {@code rapport/loss-reasons}: why revenue is lost, what states it and what speaks for it. */
    public static final DocumentKind<LossPolicy> LOSS_REASONS =
            LossShapes.LOSS_REASONS.check((policy, place) -> place.report(policy.check()));

    /** {@code rapport/validation}: what a candidate must show before it is used. */
    public static final DocumentKind<ValidationPolicy> VALIDATION = ValidationShapes.VALIDATION;

    /** {@code rapport/retention}: when revenue counts as lost, and at which exchange rates. */
    public static final DocumentKind<RetentionDefinition> RETENTION = RetentionDefinitionShapes.RETENTION;

    private HealthDocuments() {}

    /**
     * Early warnings that are also checked against series, so that an unknown one is reported with line and column.
     *
     * @param provided  what can be read, as {@code book.provides()}
     * @return the kind
     */
    public static DocumentKind<EarlyWarning> earlyWarningOver(Requirements provided) {
        return WarningShapes.EARLY_WARNING.check((policy, place) ->
                place.report(policy.resolve(provided, BusinessCalendar.weekdays()).problems()));
    }

    /**
     * Scorecards that are also checked against attributes, so that an unknown one is reported with line and column.
     *
     * @param attributes  the attributes that can be read, as {@code book.provides().attributes()}
     * @return the kind
     */
    public static DocumentKind<Scorecard> scorecardOver(Collection<? extends AttributeKey<?>> attributes) {
        return ScorecardShapes.SCORECARD.check((scorecard, place) -> place.report(scorecard.check(attributes)));
    }

    /**
     * Rules of churn risk that are also checked against attributes.
     *
     * @param attributes  the attributes that can be read; with score and band, where the rules rest on them
     * @return the kind
     */
    public static DocumentKind<RiskPolicy> churnRiskOver(Collection<? extends AttributeKey<?>> attributes) {
        return RiskShapes.CHURN_RISK.check(
                (policy, place) -> place.report(policy.resolve(attributes).problems()));
    }

    /**
     * Contact throttles that are also checked against attributes.
     *
     * @param attributes  the attributes that can be read
     * @return the kind
     */
    public static DocumentKind<ContactThrottle> contactThrottleOver(Collection<? extends AttributeKey<?>> attributes) {
        return ContactShapes.THROTTLE.check(
                (throttle, place) -> place.report(throttle.resolve(attributes).problems()));
    }

    /**
     * Plays for customers at risk that are also checked against attributes.
     *
     * @param attributes  the attributes that can be read; with score, band and risk, where plays rest on them
     * @return the kind
     */
    public static DocumentKind<AtRiskPolicy> atRiskOver(Collection<? extends AttributeKey<?>> attributes) {
        return AtRiskShapes.AT_RISK.check(
                (policy, place) -> place.report(policy.resolve(attributes).problems()));
    }

    /**
     * Reasons of loss that are also checked against attributes.
     *
     * @param attributes  the attributes that can be read
     * @return the kind
     */
    public static DocumentKind<LossPolicy> lossReasonsOver(Collection<? extends AttributeKey<?>> attributes) {
        return LossShapes.LOSS_REASONS.check(
                (policy, place) -> place.report(policy.resolve(attributes).problems()));
    }
}
