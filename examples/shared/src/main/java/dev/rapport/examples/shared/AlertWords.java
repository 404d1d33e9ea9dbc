package dev.rapport.examples.shared;

import dev.rapport.engagement.plan.EarlyWarningReport;
import dev.rapport.health.warning.AlertEvaluation;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The alerts of a plan in a sentence or two. */
final class AlertWords {

    private static final int NAMED = 3;

    private AlertWords() {}

    static String told(EarlyWarningReport report, UnaryOperator<String> name) {
        String named = report.alerts().alerts().stream()
                .limit(NAMED)
                .map(alert -> name.apply(alert.customerId()) + " (" + alert.what().where().code() + " "
                        + percent(alert.size()) + " since " + alert.since() + ")")
                .collect(Collectors.joining(", "));
        return report.alerts().alerts().size() + ", " + report.alerts().keptBack().size() + " kept back"
                + (named.isEmpty() ? "" : ": " + named);
    }

    /** What the policy's own threshold has come to. */
    static Optional<String> measured(EarlyWarningReport report) {
        return report.leadFigures().stream()
                .findFirst()
                .map(figure -> figure.evaluation())
                .filter(evaluation -> evaluation.medianLead().isPresent())
                .map(AlertWords::measured);
    }

    private static String measured(AlertEvaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "%d of %d losses foretold, half of these at least %.0f days before, at %.1f false alerts an owner and"
                        + " month",
                evaluation.leads().size(),
                evaluation.leads().size() + evaluation.missed().size(),
                evaluation.medianLead().orElseThrow(),
                evaluation.falseAlertsPerOwnerAndMonth());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.0f %%", 100 * share);
    }
}
