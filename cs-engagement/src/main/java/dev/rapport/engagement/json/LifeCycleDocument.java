package dev.rapport.engagement.json;

import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.Stage;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The document {@code rapport/life-cycle}.
 *
 * <pre>{@code
 * LifeCycle policy = LifeCycleDocument.KIND.read(JsonInput.read("life-cycle.json", in)).orThrow();
 * }</pre>
 */
public final class LifeCycleDocument {

    private static final int LONGEST_STAGE = 3_650;
    private static final int MOST_STUCK = 100;

    private static final Shape<Stage> STAGE = Shape.object("stage", fields -> {
        var id = fields.required("id", Shape.code(), Stage::id);
        var department = fields.required("department", Shape.code(), Stage::department);
        var accountable = fields.required("accountable", Shape.code(), Stage::accountable);
        var days = fields.optional(
                "expectedDays", Shape.integer().between(1, LONGEST_STAGE), stage -> boxed(stage.expectedDays()));
        return in -> Stage.builder()
                .id(in.get(id))
                .department(in.get(department))
                .accountable(in.get(accountable))
                .expectedDays(in.get(days).map(OptionalInt::of).orElseGet(OptionalInt::empty))
                .build();
    });

    /** The document. */
    public static final DocumentKind<LifeCycle> KIND = DocumentKind.of("life-cycle", 1, LifeCycle::header, fields -> {
        var factor = fields.required("stuckFactor", Shape.number().between(1, MOST_STUCK), LifeCycle::stuckFactor);
        var stages =
                fields.required("stages", Shape.listOf(STAGE).notEmpty().uniqueBy("id", Stage::id), LifeCycle::stages);
        return (header, in) -> new LifeCycle(header, in.get(stages), in.get(factor));
    });

    private LifeCycleDocument() {}

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }
}
