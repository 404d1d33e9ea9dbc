package dev.rapport.examples.experimentstudy;

import dev.rapport.engagement.experiment.Effect;
import dev.rapport.engagement.experiment.EffectMethod;
import dev.rapport.engagement.experiment.Judgement;
import dev.rapport.engagement.experiment.Verdict;
import dev.rapport.examples.shared.study.Picture;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.model.json.JsonOut;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An effect, what else was found beside it, and what the reader should know. */
final class Findings {

    private final String outcome;
    private final Judgement judgement;
    private final Found headline;
    private final List<Found> others = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Consumer<JsonOut>> fields = new ArrayList<>();
    private final List<Consumer<StudyPage>> sections = new ArrayList<>();

    /** An effect, of what, and how it was made. */
    record Found(String name, String method, Effect effect) {

        static Found of(String name, Effect effect) {
            return new Found(name, effect.method().words(), effect);
        }
    }

    Findings(String outcome, Judgement judgement, Found headline) {
        this.outcome = outcome;
        this.judgement = judgement;
        this.headline = headline;
    }

    Found headline() {
        return headline;
    }

    Findings also(Found found) {
        others.add(found);
        return this;
    }

    Findings note(String note) {
        notes.add(note);
        return this;
    }

    Findings field(Consumer<JsonOut> field) {
        fields.add(field);
        return this;
    }

    Findings section(Consumer<StudyPage> section) {
        sections.add(section);
        return this;
    }

    Study study() {
        return new Study("Does it work?", this::write, this::show, summary());
    }

    private void write(JsonOut out) {
        write(out, headline);
        fields.forEach(field -> field.accept(out));
        out.array("others", list -> others.forEach(one -> list.object(fieldsOfOne -> {
            fieldsOfOne.field("name", one.name());
            write(fieldsOfOne, one);
        })));
        out.array("notes", list -> notes.forEach(list::value));
    }

    private static void write(JsonOut out, Found found) {
        if (found.effect() instanceof Effect.Measured measured) {
            out.field("effect", measured.value());
            out.field("standardError", measured.standardError());
            out.array("interval", ends -> {
                ends.value(measured.low());
                ends.value(measured.high());
            });
        } else {
            out.nullField("effect");
            out.nullField("standardError");
            out.nullField("interval");
        }
        out.field("method", found.method());
        out.field("verdict", found.effect().verdict().words());
        if (found.effect() instanceof Effect.Refused refused) {
            out.field("reason", refused.reason());
        }
    }

    private void show(StudyPage page) {
        page.paragraph(sentence());
        notes.forEach(page::paragraph);
        List<Found> all = new ArrayList<>(List.of(headline));
        all.addAll(others);
        List<Picture.Range> ranges = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Found found : all) {
            // Shares are not on the scale of the others
            if (found.effect() instanceof Effect.Measured measured && measured.method() != EffectMethod.RELATIVE) {
                ranges.add(new Picture.Range(
                        found.name(), measured.low(), measured.value(), measured.high(), found.equals(headline) ? 0 : 5));
            }
            rows.add(row(found));
        }
        if (!ranges.isEmpty()) {
            page.heading("How large, and how sure")
                    .picture(Picture.ranges("Effects with their " + level() + " intervals, and zero", ranges));
        }
        page.table(List.of("", "effect", "standard error", "from", "to", "verdict", "method"), rows);
        sections.forEach(section -> section.accept(page));
    }

    private static List<String> row(Found found) {
        if (found.effect() instanceof Effect.Measured measured) {
            return List.of(
                    found.name(),
                    StudyPage.number(measured.value()),
                    StudyPage.number(measured.standardError()),
                    StudyPage.number(measured.low()),
                    StudyPage.number(measured.high()),
                    measured.verdict().words(),
                    found.method());
        }
        return List.of(found.name(), "-", "-", "-", "-", reason(found), found.method());
    }

    private static String reason(Found found) {
        return found.effect() instanceof Effect.Refused refused
                ? Verdict.REFUSED.words() + ": " + refused.reason()
                : found.effect().verdict().words();
    }

    private String level() {
        return StudyPage.number(100 * judgement.level()) + " %";
    }

    private String sentence() {
        if (!(headline.effect() instanceof Effect.Measured measured)) {
            return headline.name() + ": " + reason(headline) + ".";
        }
        return headline.name() + " " + measured.verdict().words() + ": with it " + outcome + " is "
                + StudyPage.number(Math.abs(measured.value())) + (measured.value() < 0 ? " lower" : " higher") + ", from "
                + StudyPage.number(measured.low()) + " to " + StudyPage.number(measured.high()) + " (" + level()
                + " interval).";
    }

    private List<String> summary() {
        List<String> lines = new ArrayList<>(List.of(sentence(), "By: " + headline.method()));
        for (Found one : others) {
            if (one.effect() instanceof Effect.Measured measured) {
                lines.add("  " + one.name() + ": " + StudyPage.number(measured.value()) + " ("
                        + StudyPage.number(measured.low()) + " to " + StudyPage.number(measured.high()) + "), "
                        + measured.verdict().words());
            } else {
                lines.add("  " + one.name() + ": " + reason(one));
            }
        }
        lines.addAll(notes);
        return lines;
    }
}
