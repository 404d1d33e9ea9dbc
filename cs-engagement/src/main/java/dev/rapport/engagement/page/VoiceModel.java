package dev.rapport.engagement.page;

import dev.rapport.engagement.plan.DepartmentDigest;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.voice.DepartmentVoice;
import dev.rapport.engagement.voice.Loudness;
import dev.rapport.engagement.voice.Theme;
import dev.rapport.engagement.voice.ThemeVoice;
import dev.rapport.engagement.voice.Utterance;
import dev.rapport.engagement.voice.VoiceReport;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What customers say, by theme, with the revenue behind it and whose it is. */
final class VoiceModel {

    private static final int WAITING = 8;

    private final Plan plan;
    private final VoiceReport voice;
    private final CustomerLinks customers;
    private final PlanLinks links;
    private final Map<String, Object> model = new HashMap<>();

    VoiceModel(Plan plan, VoiceReport voice, CustomerLinks customers, PlanLinks links) {
        this.plan = plan;
        this.voice = voice;
        this.customers = customers;
        this.links = links;
    }

    Map<String, Object> fill() {
        model.put("summary", summary());
        rows("themes", themes(voice.themes()));
        rows(
                "departments",
                voice.departments().stream().map(VoiceModel::department).toList());
        waiting();
        rows(
                "digests",
                DepartmentDigest.of(plan).stream()
                        .flatMap(digest -> links.digest(digest.department()).stream()
                                .map(href -> Map.of("name", Text.words(digest.department()), "href", href)))
                        .toList());
        model.put("next", voice.nextDigest().toString());
        rows(
                "pages",
                voice.customers().stream()
                        .flatMap(id -> links.youSaid(id).stream().map(href -> page(id, href)))
                        .toList());
        model.put(
                "pagesTitle",
                "\"You said, we did\": a page for each of "
                        + Text.count(voice.customers().size(), "customer", "customers"));
        return model;
    }

    private void rows(String name, List<?> rows) {
        model.put(name, rows);
        model.put("has" + Character.toUpperCase(name.charAt(0)) + name.substring(1), !rows.isEmpty());
    }

    private String summary() {
        Loudness all = voice.overall();
        return Text.count(all.customers(), "customer", "customers") + " said something "
                + Text.count(all.mentions(), "time", "times") + " since " + voice.since() + ": "
                + Text.grouped(all.acted()) + " acted on, " + Text.grouped(all.answered()) + " answered, "
                + Text.grouped(all.heard()) + " heard, " + Text.grouped(all.unanswered())
                + " of these for longer than "
                + Text.count(voice.policy().answerDays(), "day", "days") + ". "
                + Text.grouped(voice.withoutTheme().mentions()) + " belong to no theme.";
    }

    /** Who waits for an answer, the longest first. */
    private void waiting() {
        List<Utterance> unanswered = voice.all().stream()
                .filter(Utterance::unanswered)
                .sorted(Comparator.comparing(Utterance::on)
                        .thenComparing(Utterance::customerId)
                        .thenComparing(Utterance::id))
                .toList();
        rows("waiting", unanswered.stream().limit(WAITING).map(this::waiting).toList());
        model.put("waitingNote", PlanModel.rest(unanswered.size() - WAITING, "more wait"));
    }

    private Map<String, Object> waiting(Utterance one) {
        Map<String, Object> row = customers.row(one.customerId());
        row.put("on", one.on().toString());
        row.put("about", one.themes().stream().map(Theme::name).collect(Collectors.joining(", ")));
        return row;
    }

    private Map<String, Object> page(String customerId, String href) {
        Map<String, Object> row = customers.row(customerId);
        row.put("href", href);
        return row;
    }

    private static Map<String, Object> department(DepartmentVoice voice) {
        Map<String, Object> row = row(voice.loudness());
        row.put("name", Text.words(voice.department()));
        return row;
    }

    /** Those that come up. */
    static List<Map<String, Object>> themes(List<ThemeVoice> themes) {
        return themes.stream()
                .filter(one -> one.loudness().mentions() > 0)
                .map(one -> {
                    Map<String, Object> row = row(one.loudness());
                    row.put("name", one.theme().name());
                    row.put("department", Text.words(one.theme().department()));
                    return row;
                })
                .toList();
    }

    private static Map<String, Object> row(Loudness loudness) {
        Map<String, Object> row = new HashMap<>();
        row.put("mentions", Text.grouped(loudness.mentions()));
        row.put("customers", Text.grouped(loudness.customers()));
        row.put("arr", Text.money(loudness.arr()));
        row.put("heard", Text.grouped(loudness.heard()));
        row.put("answered", Text.grouped(loudness.answered()));
        row.put("acted", Text.grouped(loudness.acted()));
        row.put("unanswered", Text.grouped(loudness.unanswered()));
        return row;
    }
}
