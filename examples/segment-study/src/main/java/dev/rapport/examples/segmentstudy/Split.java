package dev.rapport.examples.segmentstudy;

import dev.rapport.examples.shared.study.Picture;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.model.json.JsonOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who is in which segment, with what a method adds of its own to result and page. */
final class Split {

    /** A segment of the result. */
    record Part(String id, String name, String description) {}

    private final String title;
    private final List<Part> parts;
    private final Map<String, String> assignments;
    private final Consumer<JsonOut> fields;
    private final Consumer<StudyPage> pictures;

    /** Assignments are in the order of the file. */
    Split(
            String title,
            List<Part> parts,
            Map<String, String> assignments,
            Consumer<JsonOut> fields,
            Consumer<StudyPage> pictures) {
        this.title = title;
        this.parts = parts;
        this.assignments = assignments;
        this.fields = fields;
        this.pictures = pictures;
    }

    Study study() {
        return new Study(
                title,
                this::write,
                this::show,
                parts.stream()
                        .map(part -> part.id() + " " + size(part) + ": " + part.description())
                        .toList());
    }

    private long size(Part part) {
        return assignments.values().stream().filter(part.id()::equals).count();
    }

    private void write(JsonOut out) {
        fields.accept(out);
        out.field("customers", assignments.size());
        out.array(
                "segments",
                list -> parts.forEach(part -> list.object(segment -> segment.field("id", part.id())
                        .field("name", part.name())
                        .field("size", size(part))
                        .field("description", part.description()))));
        out.object("assignments", customers -> assignments.forEach(customers::field));
    }

    private void show(StudyPage page) {
        List<Picture.Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Part part : parts) {
            bars.add(new Picture.Bar(part.name(), size(part), bars.size()));
            rows.add(List.of(part.name(), Long.toString(size(part)), part.description()));
        }
        page.heading("Sizes").picture(Picture.bars("Customers in each segment", bars));
        page.table(List.of("segment", "customers", "what sets it apart"), rows);
        pictures.accept(page);
    }
}
