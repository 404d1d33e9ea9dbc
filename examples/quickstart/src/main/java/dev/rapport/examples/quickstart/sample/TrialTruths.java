package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Dimension;
import dev.rapport.model.customer.Customer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What was planted about an experiment: half of the customers are guided through the setup, and get further with it. */
final class TrialTruths {

    static final LocalDate SINCE = LocalDate.of(2026, 1, 1);

    private static final AttributeKey<String> ARM =
            AttributeKey.text("trial.guided-setup").dimension(Dimension.COMMERCIAL);
    private static final AttributeKey<Double> COMPLETE =
            AttributeKey.number("setup.complete").dimension(Dimension.BEHAVIOURAL);
    private static final LocalDate COUNTED = LocalDate.of(2026, 4, 1);
    private static final double EFFECT = 0.12;
    private static final int SHOWS_FROM = 100;

    private TrialTruths() {}

    static List<PlantedTruth> of(int size) {
        return size < SHOWS_FROM
                ? List.of()
                : List.of(new PlantedTruth(
                        "guided-setup-works",
                        "Since 1 January 2026 half of the customers are guided through the setup: of the small ones they have"
                                + " done 0.12 more of it by April. It changes nothing in who stays.",
                        List.of(),
                        List.of(),
                        List.of(Tier.SMALL.id()),
                        List.of()));
    }

    static void write(Profile profile, Customer.Builder customer, Instant since) {
        Dice dice = profile.dice("trial");
        boolean isGuided = dice.chance(0.5);
        double before = rounded(dice.between(0.2, 0.7));
        double more = dice.between(0, 0.1) + (isGuided ? EFFECT : 0);
        customer.set(ARM, isGuided ? "guided" : "alone", since).set(COMPLETE, before, since);
        Instant counted = Pen.instant(COUNTED);
        if (since.isBefore(Pen.instant(SINCE))) {
            customer.set(COMPLETE, rounded(before + more), counted);
        }
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
