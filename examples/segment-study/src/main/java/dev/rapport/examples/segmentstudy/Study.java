package dev.rapport.examples.segmentstudy;

import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.model.json.JsonOut;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a method found: who is where, the fields of its own, its pictures. */
final class Study {

    /** A segment of the result. */
    record Part(String id, String name, String description) {}

    private final String title;
    private final List<Part> parts;
    private final Map<String, String> assignments;
    private final Consumer<JsonOut> fields;
    private final Consumer<StudyPage> page;

    Study(
            String title,
            List<Part> parts,
            Map<String, String> assignments,
            Consumer<JsonOut> fields,
            Consumer<StudyPage> page) {
        this.title = title;
        this.parts = parts;
        this.assignments = assignments;
        this.fields = fields;
        this.page = page;
    }

    String title() {
        return title;
    }

    List<Part> parts() {
        return parts;
    }

    /** The segment of each customer, in the order of the file. */
    Map<String, String> assignments() {
        return assignments;
    }

    long size(Part part) {
        return assignments.values().stream().filter(part.id()::equals).count();
    }

    void writeFields(JsonOut out) {
        fields.accept(out);
    }

    void show(StudyPage to) {
        page.accept(to);
    }
}
