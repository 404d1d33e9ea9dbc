package dev.rapport.engagement.page;

import dev.rapport.engagement.plan.PlanSurveys;
import dev.rapport.health.contact.ContactCounts;
import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.survey.AccountSentiment;
import dev.rapport.health.survey.Driver;
import dev.rapport.health.survey.Drivers;
import dev.rapport.health.survey.Effort;
import dev.rapport.health.survey.EffortRanking;
import dev.rapport.health.survey.Instrument;
import dev.rapport.health.survey.InstrumentReport;
import dev.rapport.health.survey.Orientation;
import dev.rapport.health.survey.SilentAccounts;
import dev.rapport.health.survey.SurveyBreakdown;
import dev.rapport.health.survey.SurveyGroup;
import dev.rapport.health.survey.SurveyKind;
import dev.rapport.health.survey.SurveySummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** What customers answer, with intervals; who is of two minds, who may be asked, and what goes along with the answers. */
final class SurveysModel {

    private static final int DRIVERS = 5;
    private static final int DIVIDED = 8;
    private static final String TO = " to ";

    private final PlanSurveys surveys;
    private final CustomerLinks customers;

    SurveysModel(PlanSurveys surveys, CustomerLinks customers) {
        this.surveys = surveys;
        this.customers = customers;
    }

    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        List<AccountSentiment> divided = surveys.report().divided();
        List<String> associations = associations();
        List<String> contacts =
                surveys.contacts().stream().map(SurveysModel::contacts).toList();
        model.put("level", Text.percent(surveys.report().declared().settings().level()));
        model.put(
                "instruments",
                surveys.report().instruments().stream().map(this::instrument).toList());
        model.put("hasDivided", !divided.isEmpty());
        model.put("divided", divided.stream().limit(DIVIDED).map(this::divided).toList());
        model.put("dividedNote", PlanModel.rest(divided.size() - DIVIDED, "more accounts are divided"));
        model.put("hasContacts", !contacts.isEmpty());
        model.put("contacts", contacts);
        model.put("hasAssociations", !associations.isEmpty());
        model.put("associations", associations);
        return model;
    }

    private Map<String, Object> instrument(InstrumentReport report) {
        List<Map<String, Object>> rows = new ArrayList<>();
        int tooFew = 0;
        for (SurveyBreakdown breakdown : report.breakdowns()) {
            String what = Text.words(breakdown.attribute().name());
            for (SurveyGroup group : breakdown.groups()) {
                if (group.summary().score().known().isPresent()) {
                    rows.add(row(what + ": " + group.value().orElse("not known"), group.summary(), report));
                } else {
                    tooFew++;
                }
            }
        }
        Map<String, Object> model = new HashMap<>();
        model.put("name", report.instrument().id());
        model.put("what", what(report.instrument().kind()));
        model.put("from", report.overall().period().from().toString());
        model.put("until", report.overall().period().to().minusDays(1).toString());
        model.put("all", row("All", report.overall(), report));
        model.put("rows", rows);
        model.put("rest", PlanModel.rest(tooFew, "further groups have too few answers for a number"));
        return model;
    }

    private static String what(SurveyKind kind) {
        return switch (kind) {
            case NPS -> "net promoter score, -100 to 100";
            case CSAT -> "share of satisfied answers";
            case CES -> "share of answers that call it easy";
            case OTHER -> "mean answer";
        };
    }

    private Map<String, Object> row(String name, SurveySummary summary, InstrumentReport report) {
        DoubleFunction<String> words = words(report.instrument().kind());
        Map<String, Object> row = new HashMap<>();
        row.put("name", name);
        row.put("answers", Text.grouped(summary.counts().answers()));
        row.put("accounts", Text.grouped(summary.accounts()));
        put(row, "score", summary.score(), words);
        put(row, "change", summary.change(), changeWords(report.instrument().kind()));
        put(row, "response", summary.response().rate(), Text::percent);
        summary.change()
                .known()
                .filter(Estimate.Known::excludesZero)
                .map(Estimate.Known::value)
                .ifPresent(change -> row.put(
                        "moved",
                        Map.of(
                                "word", change < 0 ? "fell" : "rose",
                                "style", isWorse(change, report.instrument()) ? "red" : "green")));
        return row;
    }

    /** Net scores and shares are better where they are higher, means where their scale says so. */
    private static boolean isWorse(double change, Instrument instrument) {
        boolean isTurned =
                instrument.kind() == SurveyKind.OTHER && instrument.orientation() == Orientation.LOWER_IS_BETTER;
        return change < 0 != isTurned;
    }

    private static DoubleFunction<String> words(SurveyKind kind) {
        return switch (kind) {
            case NPS -> value -> Text.grouped(value);
            case CSAT, CES -> Text::percent;
            case OTHER -> Text::number;
        };
    }

    /** Shares change by points, not by per cent of themselves. */
    private static DoubleFunction<String> changeWords(SurveyKind kind) {
        double unit = kind == SurveyKind.CSAT || kind == SurveyKind.CES ? 100 : 1;
        return value -> Text.signed(unit * value);
    }

    /** A number with its interval, or why there is none. */
    private static void put(Map<String, Object> row, String name, Estimate estimate, DoubleFunction<String> words) {
        row.put(name, estimate.known().map(known -> words.apply(known.value())).orElse(""));
        row.put(
                name + "Interval",
                estimate.known().map(known -> interval(known, words)).orElse("too few"));
        row.put(name + "Why", estimate.whyNot().orElse(""));
    }

    private static String interval(Estimate.Known known, DoubleFunction<String> words) {
        return words.apply(known.interval().low())
                + TO
                + words.apply(known.interval().high());
    }

    private Map<String, Object> divided(AccountSentiment account) {
        Map<String, Object> row = customers.row(account.customerId());
        row.put(
                "roles",
                account.byRole().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(role -> Text.words(role.getKey()) + " " + Text.grouped(role.getValue()))
                        .collect(Collectors.joining(", ")));
        return row;
    }

    private static String contacts(ContactCounts counts) {
        String obstacles = counts.peopleByObstacle().entrySet().stream()
                .map(one -> Text.words(one.getKey()) + " " + Text.grouped(one.getValue()))
                .collect(Collectors.joining(", "));
        return counts.instrument() + ": " + Text.grouped(counts.peopleAllowed()) + " of "
                + Text.count(counts.people(), "person", "people") + " in " + Text.grouped(counts.accountsAllowed())
                + " of " + Text.count(counts.accounts(), "account", "accounts")
                + (obstacles.isEmpty() ? "" : "; in the way: " + obstacles);
    }

    private List<String> associations() {
        List<String> lines = new ArrayList<>();
        for (Drivers drivers : surveys.drivers()) {
            String strongest = drivers.distinct().stream()
                    .limit(DRIVERS)
                    .map(SurveysModel::driver)
                    .collect(Collectors.joining(", "));
            if (!strongest.isEmpty()) {
                lines.add("With better answers to " + drivers.instrument().id() + " go: " + strongest
                        + " (rank correlations of "
                        + Text.count(drivers.all().size(), "measure", "measures") + " looked at).");
            }
        }
        surveys.silent().forEach(silent -> silence(silent, lines));
        surveys.efforts().forEach(ranking -> effort(ranking, lines));
        return lines;
    }

    private static String driver(Driver driver) {
        Estimate.Known known = driver.correlation().known().orElseThrow();
        return Text.words(driver.attribute().name()) + " " + Text.number(known.value()) + " ("
                + interval(known, Text::number) + ")";
    }

    private void silence(SilentAccounts silent, List<String> lines) {
        silent.difference()
                .known()
                .ifPresent(known ->
                        lines.add("Of those asked " + silent.instrument().id()
                                + " in the period before " + surveys.since() + " who did not answer, "
                                + silent.ofSilent()
                                        .known()
                                        .map(share -> Text.percent(share.value()))
                                        .orElseThrow()
                                + " have left since; of those who answered, "
                                + silent.ofAnswering()
                                        .known()
                                        .map(share -> Text.percent(share.value()))
                                        .orElseThrow()
                                + " (a difference of " + interval(known, Text::percent) + ")."));
    }

    private void effort(EffortRanking ranking, List<String> lines) {
        for (Effort effort : ranking.worthwhile()) {
            double fewer = -effort.total().orElseThrow();
            lines.add("In " + effort.group() + ", answers to "
                    + ranking.instrument().id()
                    + " that were a point better went along with " + Text.number(fewer)
                    + " fewer of its " + Text.count(effort.accounts(), "customer", "customers") + " lost since "
                    + surveys.since() + ".");
        }
        if (ranking.worthwhile().isEmpty()) {
            lines.add("Where to put the effort cannot be told from who left since " + surveys.since() + ": "
                    + ranking.all().stream()
                            .map(effort -> effort.group() + " ("
                                    + effort.perPoint().whyNot().orElse("no clear line") + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }
}
