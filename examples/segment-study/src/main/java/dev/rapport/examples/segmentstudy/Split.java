package dev.rapport.examples.segmentstudy;

import dev.rapport.examples.shared.study.Picture;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.segmentation.json.AttributeShapes;
import dev.rapport.segmentation.json.SegmentationDocument;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Who is in which segment, with what a method adds of its own to result and page. */
final class Split {

    /** A segment of the result. */
    record Part(String id, String name, String description) {}

    private static final int MANY = 20;

    private final String title;
    private final List<Part> parts;
    private final Map<String, String> assignments;
    private final Consumer<JsonOut> fields;
    private final Consumer<StudyPage> pictures;
    private final Optional<SegmentationStrategy> model;

    /** Assignments are in the order of the file. */
    Split(
            String title,
            List<Part> parts,
            Map<String, String> assignments,
            Consumer<JsonOut> fields,
            Consumer<StudyPage> pictures) {
        this(title, parts, assignments, fields, pictures, Optional.empty());
    }

    private Split(
            String title,
            List<Part> parts,
            Map<String, String> assignments,
            Consumer<JsonOut> fields,
            Consumer<StudyPage> pictures,
            Optional<SegmentationStrategy> model) {
        this.title = title;
        this.parts = parts;
        this.assignments = assignments;
        this.fields = fields;
        this.pictures = pictures;
        this.model = model;
    }

    /** The same with what assigns new customers, which is written beside the result. */
    Split with(SegmentationStrategy fitted) {
        return new Split(title, parts, assignments, fields, pictures, Optional.of(fitted));
    }

    private static String document(SegmentationStrategy fitted) {
        AttributeShapes attributes = AttributeShapes.of(fitted.requirements().attributes());
        return SegmentationDocument.kind(attributes)
                .toJson(new SegmentationDocument(DocumentHeader.of("segment-study", "1"), fitted));
    }

    Study study() {
        return new Study(
                title,
                this::write,
                this::show,
                parts.stream()
                        .map(part -> part.id() + " " + size(part) + ": " + part.description())
                        .toList(),
                model.map(fitted -> Map.of("segmentation.json", document(fitted)))
                        .orElse(Map.of()));
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

    /** Where there are many segments, such as the cells of RFM, what the method sums them up to comes first. */
    private void show(StudyPage page) {
        if (parts.size() > MANY) {
            pictures.accept(page);
            showSizes(page);
        } else {
            showSizes(page);
            pictures.accept(page);
        }
    }

    private void showSizes(StudyPage page) {
        List<Picture.Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Part part : parts) {
            bars.add(new Picture.Bar(part.name(), size(part), bars.size()));
            rows.add(List.of(part.name(), Long.toString(size(part)), part.description()));
        }
        page.heading("Sizes").picture(Picture.bars("Customers in each segment", bars));
        page.table(List.of("segment", "customers", "what sets it apart"), rows);
    }
}
