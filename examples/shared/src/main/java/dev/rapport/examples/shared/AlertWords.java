package dev.rapport.examples.shared;

import dev.rapport.engagement.plan.EarlyWarningReport;
import dev.rapport.health.warning.AlertEvaluation;
import dev.rapport.health.warning.LeadFigure;
import java.util.Locale;
import java.util.Optional;

/** The alerts of a plan in a line. */
final class AlertWords {

    private AlertWords() {}

    static String of(EarlyWarningReport report) {
        Optional<String> measured = report.leadFigures().stream()
                .findFirst()
                .map(LeadFigure::evaluation)
                .filter(evaluation -> evaluation.medianLead().isPresent())
                .map(AlertWords::measured);
        return report.alerts().alerts().size() + ", "
                + report.alerts().keptBack().size() + " kept back"
                + measured.map(words -> "; " + words).orElse("");
    }

    /** What the policy's own threshold has come to. */
    private static String measured(AlertEvaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "%d of %d losses foretold, by %.0f days; %.1f false an owner and month",
                evaluation.leads().size(),
                evaluation.leads().size() + evaluation.missed().size(),
                evaluation.medianLead().orElseThrow(),
                evaluation.falseAlertsPerOwnerAndMonth());
    }
}
