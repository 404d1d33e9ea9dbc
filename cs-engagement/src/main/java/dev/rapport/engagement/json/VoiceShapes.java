package dev.rapport.engagement.json;

import dev.rapport.engagement.lifecycle.Finding;
import dev.rapport.engagement.plan.DepartmentDigest;
import dev.rapport.engagement.voice.DepartmentVoice;
import dev.rapport.engagement.voice.Loudness;
import dev.rapport.engagement.voice.ThemeVoice;
import dev.rapport.engagement.voice.Utterance;
import dev.rapport.engagement.voice.VoiceReport;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;

/** How the customers' voice and the digests of departments are written: never what somebody said, that is personal. */
final class VoiceShapes {

    private static final Shape<Loudness> LOUDNESS = Output.object("loudness", VoiceShapes::declareLoudness);

    private static final Shape<ThemeVoice> THEME = Output.object("theme-voice", fields -> {
        fields.required("theme", Shape.text(), voice -> voice.theme().id());
        fields.required("name", Shape.text(), voice -> voice.theme().name());
        fields.required("department", Shape.text(), voice -> voice.theme().department());
        fields.part(ThemeVoice::loudness, VoiceShapes::declareLoudness);
    });

    private static final Shape<DepartmentVoice> DEPARTMENT = Output.object("department-voice", fields -> {
        fields.required("department", Shape.text(), DepartmentVoice::department);
        fields.part(DepartmentVoice::loudness, VoiceShapes::declareLoudness);
    });

    private static final Shape<Utterance> UTTERANCE = Output.object("utterance", fields -> {
        fields.required("customer", Shape.text(), Utterance::customerId);
        fields.required("series", Shape.text(), Utterance::series);
        fields.required("id", Shape.text(), Utterance::id);
        fields.required("on", Shape.date(), Utterance::on);
        fields.required(
                "themes",
                Shape.listOf(Shape.text()),
                one -> one.themes().stream().map(theme -> theme.id()).toList());
        fields.required("status", Shape.oneOf(Utterance.Status.class), Utterance::status);
        fields.optional("actedOn", Shape.date(), Utterance::actedOn);
        fields.required("unanswered", Shape.bool(), Utterance::unanswered);
    });

    private static final Shape<DepartmentDigest.BandShare> BAND = Output.object("band-share", fields -> {
        fields.required("band", Shape.text(), DepartmentDigest.BandShare::band);
        fields.required("customers", Shape.integer(), DepartmentDigest.BandShare::customers);
        fields.required("arr", Shape.money(), DepartmentDigest.BandShare::arr);
    });

    /** The digest of a department. */
    static final Shape<DepartmentDigest> DIGEST = Output.object("department-digest", fields -> {
        fields.required("department", Shape.text(), DepartmentDigest::department);
        fields.required("since", Shape.date(), DepartmentDigest::since);
        fields.required("next", Shape.date(), DepartmentDigest::next);
        fields.required("health", Shape.listOf(BAND), DepartmentDigest::health);
        fields.required(
                "themes",
                Shape.listOf(Shape.text()),
                digest -> digest.voice().stream()
                        .flatMap(voice -> voice.themes().stream())
                        .filter(voice -> voice.loudness().mentions() > 0)
                        .map(voice -> voice.theme().id())
                        .toList());
        fields.required("lately", LOUDNESS, DepartmentDigest::lately);
        fields.required("escalations", Shape.integer(), digest -> digest.escalations().size());
        fields.required(
                "stuck",
                Shape.listOf(Shape.text()),
                digest -> digest.stuck().stream().map(one -> one.customerId()).toList());
        fields.required(
                "brokenHandOffs",
                Shape.listOf(Shape.text()),
                digest -> digest.brokenHandOffs().stream()
                        .map(one -> one.customerId())
                        .toList());
        fields.required(
                "ownershipGaps",
                Shape.listOf(Shape.text()),
                digest -> digest.ownershipGaps().stream()
                        .map(Finding::customerId)
                        .toList());
    });

    private VoiceShapes() {}

    private static void declareLoudness(OutputFields<Loudness> fields) {
        fields.required("mentions", Shape.integer(), Loudness::mentions);
        fields.required("customers", Shape.integer(), Loudness::customers);
        fields.required("arr", Shape.money(), Loudness::arr);
        fields.required("withoutArr", Shape.integer(), Loudness::withoutArr);
        fields.required("heard", Shape.integer(), Loudness::heard);
        fields.required("answered", Shape.integer(), Loudness::answered);
        fields.required("acted", Shape.integer(), Loudness::acted);
        fields.required("unanswered", Shape.integer(), Loudness::unanswered);
    }

    static void declareVoice(OutputFields<VoiceReport> fields) {
        fields.required("since", Shape.date(), VoiceReport::since);
        fields.required("overall", LOUDNESS, VoiceReport::overall);
        fields.required("withoutTheme", LOUDNESS, VoiceReport::withoutTheme);
        fields.required("themes", Shape.listOf(THEME), VoiceReport::themes);
        fields.required("departments", Shape.listOf(DEPARTMENT), VoiceReport::departments);
        fields.required("utterances", Shape.listOf(UTTERANCE), VoiceReport::all);
    }
}
