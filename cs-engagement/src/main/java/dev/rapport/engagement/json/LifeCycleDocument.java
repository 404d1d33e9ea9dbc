package dev.rapport.engagement.json;

import dev.rapport.engagement.lifecycle.CycleVersion;
import dev.rapport.engagement.lifecycle.Evidence;
import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.Part;
import dev.rapport.engagement.lifecycle.Promise;
import dev.rapport.engagement.lifecycle.RoadmapOutcome;
import dev.rapport.engagement.lifecycle.Stage;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.util.List;
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
    private static final int MOST_TIMES = 1_000;
    private static final int LONGEST_TEXT = 500;

    private static final Shape<Part> PART = Shape.object("part", fields -> {
        var department = fields.required("department", Shape.code(), Part::department);
        var does = fields.required("does", Shape.text().notBlank().maxLength(LONGEST_TEXT), Part::does);
        return in -> new Part(in.get(department), in.get(does));
    });

    private static final Shape<Evidence> EVIDENCE = Shape.object("evidence", fields -> {
        var id = fields.required("id", Shape.code(), Evidence::id);
        var shown = fields.required("shown", Shape.oneOf(Evidence.Shown.class), Evidence::shown);
        var of = fields.optional("of", Shape.code(), Evidence::of);
        return in -> new Evidence(in.get(id), in.get(shown), in.get(of));
    });

    private static final Shape<Promise> PROMISE = Shape.object("promise", fields -> {
        var kind = fields.required("kind", Shape.code(), Promise::kind);
        var times = fields.required("times", Shape.integer().between(1, MOST_TIMES), Promise::times);
        var models = fields.optional(
                "models", Shape.listOf(Shape.code()).unique(), promise -> unlessEmpty(promise.models()));
        return in -> new Promise(in.get(kind), in.get(times), in.get(models).orElse(List.of()));
    });

    private static final Shape<List<Evidence>> LIST = Shape.listOf(EVIDENCE).uniqueBy("id", Evidence::id);

    private static final Shape<Stage> STAGE = Shape.object("stage", fields -> {
        var id = fields.required("id", Shape.code(), Stage::id);
        var department = fields.required("department", Shape.code(), Stage::department);
        var accountable = fields.required("accountable", Shape.code(), Stage::accountable);
        var days = fields.optional(
                "expectedDays", Shape.integer().between(1, LONGEST_STAGE), stage -> boxed(stage.expectedDays()));
        var parts = fields.optional("parts", Shape.listOf(PART), stage -> unlessEmpty(stage.parts()));
        var entry = fields.optional("entry", LIST, stage -> unlessEmpty(stage.entry()));
        var exit = fields.optional("exit", LIST, stage -> unlessEmpty(stage.exit()));
        var handOff = fields.optional("handOff", LIST, stage -> unlessEmpty(stage.handOff()));
        var touchpoints = fields.optional(
                "touchpoints",
                Shape.listOf(PROMISE).uniqueBy("kind", Promise::kind),
                stage -> unlessEmpty(stage.touchpoints()));
        return in -> Stage.builder()
                .id(in.get(id))
                .department(in.get(department))
                .accountable(in.get(accountable))
                .expectedDays(in.get(days).map(OptionalInt::of).orElseGet(OptionalInt::empty))
                .parts(in.get(parts).orElse(List.of()))
                .entry(in.get(entry).orElse(List.of()))
                .exit(in.get(exit).orElse(List.of()))
                .handOff(in.get(handOff).orElse(List.of()))
                .touchpoints(in.get(touchpoints).orElse(List.of()))
                .build();
    });

    private static final Shape<RoadmapOutcome> OUTCOME = Shape.object("outcome", fields -> {
        var id = fields.required("id", Shape.code(), RoadmapOutcome::id);
        var name = fields.required("name", Shape.text().notBlank().maxLength(LONGEST_TEXT), RoadmapOutcome::name);
        var goal = fields.required("goal", Shape.code(), RoadmapOutcome::goal);
        var segments = fields.optional(
                "segments", Shape.listOf(Shape.code()).unique(), outcome -> unlessEmpty(outcome.segments()));
        var value = fields.optional("valuePerUnit", Shape.money(), RoadmapOutcome::valuePerUnit);
        return in -> RoadmapOutcome.builder()
                .id(in.get(id))
                .name(in.get(name))
                .goal(in.get(goal))
                .segments(in.get(segments).orElse(List.of()))
                .valuePerUnit(in.get(value))
                .build();
    });

    private static final Shape<CycleVersion> VERSION = Shape.object("earlier-version", fields -> {
        var revision = fields.required(
                "revision", Shape.text().notBlank().maxLength(LONGEST_TEXT), CycleVersion::revision);
        var from = fields.required("from", Shape.date(), CycleVersion::from);
        return in -> new CycleVersion(in.get(revision), in.get(from));
    });

    /** The document. */
    public static final DocumentKind<LifeCycle> KIND = DocumentKind.of("life-cycle", 1, LifeCycle::header, fields -> {
        var factor = fields.required("stuckFactor", Shape.number().between(1, MOST_STUCK), LifeCycle::stuckFactor);
        var value = fields.optional("valueStage", Shape.code(), LifeCycle::valueStage);
        var days = fields.optional(
                "movementDays",
                Shape.integer().between(1, LONGEST_STAGE),
                policy -> Optional.of(policy.movementDays()));
        var roadmap = fields.optional(
                "roadmap",
                Shape.listOf(OUTCOME).uniqueBy("id", RoadmapOutcome::id),
                policy -> unlessEmpty(policy.roadmap()));
        var earlier = fields.optional(
                "earlier", Shape.listOf(VERSION), policy -> unlessEmpty(policy.earlier()));
        var stages =
                fields.required("stages", Shape.listOf(STAGE).notEmpty().uniqueBy("id", Stage::id), LifeCycle::stages);
        return (header, in) -> {
            LifeCycle.Builder policy = LifeCycle.builder()
                    .header(header)
                    .stages(in.get(stages))
                    .stuckFactor(in.get(factor))
                    .valueStage(in.get(value))
                    .roadmap(in.get(roadmap).orElse(List.of()))
                    .earlier(in.get(earlier).orElse(List.of()));
            in.get(days).ifPresent(policy::movementDays);
            return policy.build();
        };
    });

    private LifeCycleDocument() {}

    private static <E> Optional<List<E>> unlessEmpty(List<E> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }
}
