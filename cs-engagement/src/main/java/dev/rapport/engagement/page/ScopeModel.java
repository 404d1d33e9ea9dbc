package dev.rapport.engagement.page;

import dev.rapport.engagement.scope.DepartmentDuties;
import dev.rapport.engagement.scope.Disagreement;
import dev.rapport.engagement.scope.LeaderLoad;
import dev.rapport.engagement.scope.Outgrown;
import dev.rapport.engagement.scope.RightFinding;
import dev.rapport.engagement.scope.ScopeFit;
import dev.rapport.engagement.scope.ScopeReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What each leader is responsible for, the other ways to divide it, and who may decide what. */
final class ScopeModel {

    private final ScopeReport report;

    ScopeModel(ScopeReport report) {
        this.report = report;
    }

    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        model.put("verdict", verdict());
        model.put(
                "choice",
                report.best()
                        .map(best -> "Why " + Text.words(best.scope().id()))
                        .orElse("Why none fits"));
        model.put("because", report.because());
        model.put("scopes", report.fits().stream().map(this::row).toList());
        model.put("rights", report.findings().stream().map(RightFinding::text).toList());
        model.put("hasRights", !report.findings().isEmpty());
        model.put(
                "departments",
                report.departments().stream().map(ScopeModel::department).toList());
        model.put(
                "disagreements",
                report.disagreements().stream().map(Disagreement::text).toList());
        model.put("hasDisagreements", !report.disagreements().isEmpty());
        return model;
    }

    private String verdict() {
        ScopeFit today = report.today();
        List<String> sentences = new ArrayList<>();
        if (today.fits()) {
            sentences.add("The scope of today (" + Text.words(report.current()) + ") fits" + until(today) + ".");
        } else {
            sentences.add("The scope of today (" + Text.words(report.current()) + ") does not fit any more: "
                    + today.leaders().stream()
                            .flatMap(leader -> leader.tooMuch().stream())
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        report.best()
                .filter(best -> !best.scope().id().equals(report.current()))
                .ifPresentOrElse(
                        best -> sentences.add(
                                "Of the others " + Text.words(best.scope().id()) + " fits best: "
                                        + words(best.moves())
                                        + " would get another leader."),
                        () -> {
                            if (report.best().isEmpty()) {
                                sentences.add("None of the others fits either.");
                            }
                        });
        return String.join(" ", sentences);
    }

    private static String outgrown(ScopeFit fit) {
        return fit.outgrown()
                .map(outgrown -> Text.count(outgrown.people(), "person", "people")
                        + (Double.isFinite(outgrown.years()) ? ", in " + years(outgrown) : ""))
                .orElse(fit.fits() ? "not within ten times the people" : "already");
    }

    private static String years(Outgrown outgrown) {
        return String.format(Locale.ROOT, "%.1f", outgrown.years()) + " years";
    }

    private static String until(ScopeFit fit) {
        return fit.outgrown().map(ScopeModel::until).orElse("");
    }

    private static String until(Outgrown outgrown) {
        return " below " + Text.count(outgrown.people(), "person", "people")
                + (Double.isFinite(outgrown.years()) ? ", about " + years(outgrown) + " from now" : "");
    }

    private Map<String, Object> row(ScopeFit fit) {
        return Map.of(
                "name",
                Text.words(fit.scope().id()) + (fit.scope().id().equals(report.current()) ? " (today)" : ""),
                "leaders",
                fit.leaders().stream().map(ScopeModel::leader).collect(Collectors.joining("; ")),
                "changes",
                fit.leaderChanges().size(),
                "fits",
                fit.fits() ? "yes" : "no",
                "until",
                outgrown(fit),
                "moves",
                words(fit.moves()));
    }

    private static String leader(LeaderLoad leader) {
        return Text.words(leader.role()) + (leader.holders().isEmpty() ? " (nobody yet)" : "") + ": "
                + words(leader.areas()) + ", "
                + Text.count(leader.people(), "person", "people");
    }

    private static Map<String, Object> department(DepartmentDuties duties) {
        return Map.of(
                "name",
                Text.words(duties.department()),
                "areas",
                words(duties.areas()),
                "leaders",
                words(duties.leaders()),
                "delivers",
                words(duties.delivers()),
                "helps",
                duties.helps().stream()
                        .map(help -> Text.words(help.stage()) + ": " + help.does())
                        .collect(Collectors.joining("; ")));
    }

    private static String words(List<String> ids) {
        return ids.stream().map(Text::words).collect(Collectors.joining(", "));
    }
}
