package dev.rapport.examples.backtest;

import dev.rapport.health.card.FittedMethod;
import dev.rapport.health.card.ModelCard;
import dev.rapport.health.churn.Feature;
import dev.rapport.health.churn.LogisticChurn;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.observation.Losses;
import dev.rapport.health.observation.ObservationPlan;
import dev.rapport.health.observation.Window;
import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.health.risk.RiskPolicy;
import dev.rapport.health.risk.RiskRules;
import dev.rapport.health.validation.BackTest;
import dev.rapport.health.validation.Comparison;
import dev.rapport.health.validation.MinimumData;
import dev.rapport.health.validation.Predictions;
import dev.rapport.health.validation.Trainer;
import dev.rapport.health.validation.Validation;
import dev.rapport.health.validation.ValidationPolicy;
import dev.rapport.model.book.Facts;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.AsOf;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * IBM's telco customers: one month, so that a model can be tried on other customers only, not on later dates. The preset of
 * the gate asks for twelve months and refuses a verdict; the card waives that, and says so.
 */
final class TelcoStudy {

    private static final PolicyRef POLICY = new PolicyRef("telco-churn", "1");
    private static final int FOLDS = 10;

    private TelcoStudy() {}

    static Map<String, ModelCard> cards(Path file) {
        Facts facts = TelcoFile.facts(file);
        ObservationPlan plan = ObservationPlan.builder()
                .addDates(TelcoFile.DATE)
                .window(Window.within(31))
                .features(TelcoFile.FEATURES)
                .eligible(view -> true)
                .losses(Losses.stated(Set.of("churned")))
                .build();
        BackTest test = BackTest.of(plan.snapshots(facts), AsOf.endOf(TelcoFile.DATE.plusMonths(1), facts.zone()));
        List<Feature> features = TelcoFile.FEATURES.stream().map(Feature::of).toList();
        Trainer trainer = training -> LogisticChurn.fit(POLICY, features, LogisticRegression.plain(), training);
        Predictions model = test.crossValidated(POLICY, trainer, FOLDS, 1);
        Predictions rules = test.risk(rules(facts));
        Validation strict = Validation.of(model, ValidationPolicy.models());
        Validation validation = Validation.of(model, oneMonth());
        return Map.of(
                "model-card",
                ModelCard.builder()
                        .title("Telco: who leaves within a month")
                        .data(
                                "IBM's sample of telco customers, a file without dates: each customer once, as of a month that"
                                        + " is called January 2000 here, with whether it left in that month.")
                        .method(FittedMethod.of(trainer.fit(test.observations()).orThrow()))
                        .validation(validation)
                        .comparison(Comparison.of(rules, model, oneMonth()))
                        .addKnownLimits(
                                "By the preset " + strict.policy().id() + " the gate gives no verdict: "
                                        + strict.words().get(0)
                                        + " Here the twelve months are waived, since the file has"
                                        + " one: seasons are not shown, nor is that the model holds later.",
                                "What is known of a customer is as of the file, and may have been written after it left.",
                                "TotalCharges is not used: it is months times charges.")
                        .build());
    }

    /** The floors of the preset on one month. */
    private static ValidationPolicy oneMonth() {
        ValidationPolicy preset = ValidationPolicy.models();
        return ValidationPolicy.builder()
                .from(preset)
                .id(preset.id() + "-on-one-month")
                .minimum(new MinimumData(
                        1, preset.minimum().losses(), "this example: a file of one month; losses as in the preset"))
                .build();
    }

    /** What somebody might write down without looking at the outcomes. */
    private static ChurnRisk rules(Facts facts) {
        RiskRules rules = new RiskRules.Points(
                List.of(
                        new RiskRules.Rule("no-term", 40, AttributeTest.In.of("contract", "Month-to-month")),
                        new RiskRules.Rule("new", 30, new AttributeTest.Below("tenure", 12, Optional.empty())),
                        new RiskRules.Rule("no-support", 20, AttributeTest.In.of("tech-support", "No")),
                        new RiskRules.Rule("by-check", 10, AttributeTest.In.of("payment-method", "Electronic check"))),
                new RiskRules.Missing(Handling.REDISTRIBUTE, 0.5),
                List.of(new CurvePoint(0, 0.05), new CurvePoint(100, 0.6)));
        return new RiskPolicy(DocumentHeader.of("telco-rules", "1"), "an opinion, for comparison", rules)
                .resolve(facts.asOf(TelcoFile.DATE).provides().attributes())
                .orThrow();
    }
}
