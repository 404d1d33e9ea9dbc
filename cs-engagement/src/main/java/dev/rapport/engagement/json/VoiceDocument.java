package dev.rapport.engagement.json;

import dev.rapport.engagement.voice.Cadence;
import dev.rapport.engagement.voice.Theme;
import dev.rapport.engagement.voice.VoicePolicy;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The document {@code rapport/voice}.
 *
 * <pre>{@code
 * VoicePolicy policy = VoiceDocument.KIND.read(JsonInput.read("voice.json", in)).orThrow();
 * }</pre>
 */
public final class VoiceDocument {

    private static final int LONGEST = 3_650;
    private static final int LONGEST_PHRASE = 200;

    private static final Shape<List<String>> PHRASES =
            Shape.listOf(Shape.text().notBlank().maxLength(LONGEST_PHRASE)).unique();

    private static final Shape<Theme> THEME = Shape.object("theme", fields -> {
        var id = fields.required("id", Shape.code(), Theme::id);
        var name = fields.required("name", Shape.text().notBlank().maxLength(LONGEST_PHRASE), Theme::name);
        var department = fields.required("department", Shape.code(), Theme::department);
        var phrases = fields.optional("phrases", PHRASES, theme -> unlessEmpty(theme.phrases()));
        var categories = fields.optional(
                "categories", Shape.listOf(Shape.code()).unique(), theme -> unlessEmpty(theme.categories()));
        return in -> Theme.builder()
                .id(in.get(id))
                .name(in.get(name))
                .department(in.get(department))
                .phrases(in.get(phrases).orElse(List.of()))
                .categories(in.get(categories).orElse(List.of()))
                .build();
    });

    /** The document. */
    public static final DocumentKind<VoicePolicy> KIND =
            DocumentKind.of("voice", 1, VoicePolicy::header, fields -> {
                var window = fields.required(
                        "windowDays", Shape.integer().between(1, LONGEST), VoicePolicy::windowDays);
                var answer = fields.required(
                        "answerDays", Shape.integer().between(1, LONGEST), VoicePolicy::answerDays);
                var cadence = fields.required("cadence", Shape.oneOf(Cadence.class), VoicePolicy::cadence);
                var themes = fields.required(
                        "themes",
                        Shape.listOf(THEME).notEmpty().uniqueBy("id", Theme::id),
                        VoicePolicy::themes);
                return (header, in) -> VoicePolicy.builder()
                        .header(header)
                        .windowDays(in.get(window))
                        .answerDays(in.get(answer))
                        .cadence(in.get(cadence))
                        .themes(in.get(themes))
                        .build();
            });

    private VoiceDocument() {}

    private static Optional<List<String>> unlessEmpty(List<String> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }
}
