package dev.rapport.engagement.page;

import dev.rapport.engagement.voice.DepartmentVoice;
import dev.rapport.engagement.voice.Loudness;
import dev.rapport.engagement.voice.ThemeVoice;
import dev.rapport.engagement.voice.VoiceReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What customers say, by theme, with the revenue behind it and whose it is. */
final class VoiceModel {

    private final VoiceReport voice;

    VoiceModel(VoiceReport voice) {
        this.voice = voice;
    }

    Map<String, Object> fill() {
        Loudness all = voice.overall();
        Loudness without = voice.withoutTheme();
        List<Map<String, Object>> themes = themes(voice.themes());
        List<Map<String, Object>> departments =
                voice.departments().stream().map(VoiceModel::department).toList();
        return Map.of(
                "summary",
                Text.count(all.customers(), "customer", "customers") + " said something "
                        + Text.count(all.mentions(), "time", "times") + " since " + voice.since() + ": "
                        + Text.grouped(all.acted()) + " acted on, " + Text.grouped(all.answered()) + " answered, "
                        + Text.grouped(all.heard()) + " heard, " + Text.grouped(all.unanswered())
                        + " of these for longer than "
                        + Text.count(voice.policy().answerDays(), "day", "days") + ". "
                        + Text.grouped(without.mentions()) + " belong to no theme.",
                "hasThemes",
                !themes.isEmpty(),
                "themes",
                themes,
                "hasDepartments",
                !departments.isEmpty(),
                "departments",
                departments);
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
