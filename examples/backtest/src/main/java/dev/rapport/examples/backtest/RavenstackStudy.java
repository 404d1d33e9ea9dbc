package dev.rapport.examples.backtest;

import dev.rapport.health.HealthStrategy;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.card.FittedMethod;
import dev.rapport.health.card.ModelCard;
import dev.rapport.health.churn.ChurnModel;
import dev.rapport.health.churn.Feature;
import dev.rapport.health.churn.LogisticChurn;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.observation.Losses;
import dev.rapport.health.observation.ObservationPlan;
import dev.rapport.health.observation.Observations;
import dev.rapport.health.observation.Window;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.validation.BackTest;
import dev.rapport.health.validation.Comparison;
import dev.rapport.health.validation.Drift;
import dev.rapport.health.validation.Predictions;
import dev.rapport.health.validation.Trainer;
import dev.rapport.health.validation.Validation;
import dev.rapport.health.validation.ValidationPolicy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.AsOf;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two years of an invented business whose churn looks random: the gate must say that nothing predicts it. */
final class RavenstackStudy {

    private static final PolicyRef POLICY = new PolicyRef("ravenstack-churn", "1");
    private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);
    private static final YearMonth FIRST = YearMonth.of(2023, 6);
    private static final int DATES = 16;

    private static final List<AttributeKey<?>> FEATURES = List.of(
            StandardAttributes.ARR,
            StandardAttributes.SEATS_LICENSED,
            StandardAttributes.USAGE_QUANTITY_90D,
            StandardAttributes.USAGE_CHANGE_30D,
            StandardAttributes.USAGE_LAST_SEEN_DAYS,
            StandardAttributes.TICKETS_OPENED_90D,
            StandardAttributes.TICKETS_URGENT_90D,
            StandardAttributes.TICKETS_SATISFACTION_180D,
            StandardAttributes.RELATIONSHIP_AGE_DAYS,
            CustomerAttributes.INDUSTRY,
            CustomerAttributes.CHANNEL);

    private RavenstackStudy() {}

    static Map<String, ModelCard> cards(Path folder) {
        RavenstackBook read = RavenstackBook.read(folder);
        Facts facts = read.facts();
        ObservationPlan.Builder plan = ObservationPlan.builder()
                .window(Window.within(90))
                .features(FEATURES)
                .eligible(
                        view -> view.find(StandardAttributes.CONTRACTS_IN_FORCE).orElse(0.0) > 0)
                .losses(Losses.stated(Set.of("churned")));
        for (int month = 0; month < DATES; month++) {
            plan.addDates(FIRST.plusMonths(month).atEndOfMonth());
        }
        BackTest test = BackTest.of(plan.build().snapshots(facts), AsOf.endOf(LAST_DAY, facts.zone()));
        Predictions model = test.refitting(POLICY, RavenstackStudy::fit);
        HealthStrategy scorecard = scorecard(facts.asOf(LAST_DAY));
        Predictions health = test.health(book -> scorecard);
        Map<String, ModelCard> cards = new LinkedHashMap<>();
        cards.put(
                "model-card",
                card("Ravenstack: who is lost within 90 days, by a fitted model", read)
                        .method(FittedMethod.of(fit(test.observations()).orThrow()))
                        .validation(Validation.of(model, ValidationPolicy.models()))
                        .comparison(Comparison.of(health, model, ValidationPolicy.models()))
                        .drift(Drift.of(
                                test.observations(),
                                facts.asOf(LAST_DAY),
                                test.observations().plan().eligible()))
                        .build());
        cards.put(
                "scorecard-card",
                card("Ravenstack: who is lost within 90 days, by a scorecard", read)
                        .method(FittedMethod.of(
                                "Scorecard of four measures with bands, as a team might write it down: change of use, days"
                                        + " since the last use, urgent tickets, satisfaction. Nothing was fitted."))
                        .validation(Validation.of(health, ValidationPolicy.scorecards()))
                        .build());
        return cards;
    }

    private static ModelCard.Builder card(String title, RavenstackBook read) {
        return ModelCard.builder()
                .title(title)
                .data(
                        "Ravenstack, an invented business: its customers with a subscription in force at the end of each month."
                                + " Lost is who is in the log of churn.")
                .addAllKnownLimits(read.contradictions());
    }

    private static Checked<? extends ChurnModel> fit(Observations training) {
        List<Feature> features = FEATURES.stream()
                .map(key -> key.equals(StandardAttributes.ARR) || key.equals(StandardAttributes.USAGE_QUANTITY_90D)
                        ? Feature.logarithmOf(key)
                        : Feature.of(key))
                .toList();
        Trainer trainer = rows ->
                LogisticChurn.fit(POLICY, features, LogisticRegression.plain().ridge(1), rows);
        return trainer.fit(training);
    }

    private static HealthStrategy scorecard(Book book) {
        return Scorecard.builder(DocumentHeader.of("ravenstack-health", "1"), Handling.REDISTRIBUTE, 0.3)
                .measure(measure("usage-change", "usage.change-30d", -0.5, 0.5), 30)
                .measure(measure("last-seen", "usage.last-seen-days", 60, 0), 30)
                .measure(measure("urgent-tickets", "tickets.urgent-90d", 3, 0), 20)
                .measure(measure("satisfaction", "tickets.satisfaction-180d", 2, 5), 20)
                .bands(Bands.of(new Band("red", 0, 50), new Band("yellow", 50, 75), new Band("green", 75, 100)))
                .resolve(book.provides().attributes())
                .orThrow();
    }

    private static Measure measure(String code, String attribute, double worst, double best) {
        CurvePoint low = new CurvePoint(worst, 0);
        CurvePoint high = new CurvePoint(best, 100);
        return Measure.of(code, attribute, worst < best ? Curve.linear(low, high) : Curve.linear(high, low));
    }
}
