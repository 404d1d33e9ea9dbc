package dev.rapport.engagement.json;

import dev.rapport.engagement.experiment.Experiment;
import dev.rapport.engagement.experiment.ExperimentOutcome;
import dev.rapport.engagement.experiment.ExperimentOutcome.ArrKept;
import dev.rapport.engagement.experiment.ExperimentOutcome.Attribute;
import dev.rapport.engagement.experiment.ExperimentOutcome.CustomersKept;
import dev.rapport.engagement.experiment.ExperimentPolicy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import dev.rapport.segmentation.json.AttributeShapes;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The document {@code rapport/experiments}.
 *
 * <pre>{@code
 * ExperimentPolicy policy = ExperimentsDocument.over(attributes).read(JsonInput.read("experiments.json", in)).orThrow();
 * }</pre>
 */
public final class ExperimentsDocument {

    private static final int LONGEST_NAME = 200;

    private ExperimentsDocument() {}

    /**
     * The kind, over the attributes that experiments may name.
     *
     * @param attributes  those that a book provides and those that are laid over it
     * @return the kind
     */
    public static DocumentKind<ExperimentPolicy> over(Collection<? extends AttributeKey<?>> attributes) {
        AttributeShapes known = AttributeShapes.of(attributes);
        Shape<Experiment> experiment = experiment(known);
        return DocumentKind.of("experiments", 1, ExperimentPolicy::header, fields -> {
            var experiments = fields.required(
                    "experiments",
                    Shape.listOf(experiment).notEmpty().uniqueBy("id", Experiment::id),
                    ExperimentPolicy::experiments);
            return (header, in) -> new ExperimentPolicy(header, in.get(experiments));
        });
    }

    private static Shape<Experiment> experiment(AttributeShapes known) {
        Variants<ExperimentOutcome> outcome = outcome(known);
        return Shape.object("experiment", fields -> {
            var id = fields.required("id", Shape.code(), Experiment::id);
            var name = fields.required("name", Shape.text().notBlank().maxLength(LONGEST_NAME), Experiment::name);
            var since = fields.required(
                    "since", Shape.date().described("The first day of the treatment"), Experiment::since);
            var segment = fields.optional("segment", Shape.code(), Experiment::segment);
            var arm = fields.required(
                    "arm",
                    known.text().described("The attribute that says, on the first day, who is treated"),
                    Experiment::arm);
            var treated = fields.required("treated", Shape.text().notBlank(), Experiment::treated);
            var control = fields.required("control", Shape.text().notBlank(), Experiment::control);
            var model = fields.optional(
                    "model",
                    Shape.code().described("The engagement model that the treatment tries"),
                    Experiment::model);
            var outcomes = fields.required("outcome", outcome, Experiment::outcome);
            var matters = fields.optional(
                    "mattersFrom",
                    Shape.number().above(0.0).described("From which effect on it matters, in the unit of the outcome"),
                    one -> one.mattersFrom().isPresent()
                            ? Optional.of(one.mattersFrom().getAsDouble())
                            : Optional.empty());
            var share = fields.defaulted(
                    "share",
                    Shape.number().above(0.0).below(1.0).described("Which share of them was to be treated"),
                    0.5,
                    Experiment::share);
            return in -> Experiment.builder()
                    .id(in.get(id))
                    .name(in.get(name))
                    .since(in.get(since))
                    .segment(in.get(segment))
                    .arm(in.get(arm))
                    .treated(in.get(treated))
                    .control(in.get(control))
                    .model(in.get(model))
                    .outcome(in.get(outcomes))
                    .mattersFrom(in.get(matters).map(OptionalDouble::of).orElseGet(OptionalDouble::empty))
                    .share(in.get(share))
                    .build();
        });
    }

    private static Variants<ExperimentOutcome> outcome(AttributeShapes known) {
        Shape<AttributeKey<Double>> number = known.typed(AttributeKind.NUMBER);
        return Variants.<ExperimentOutcome>named("experiment-outcome")
                .with("customers-kept", CustomersKept.class, fields -> in -> new CustomersKept())
                .with("arr-kept", ArrKept.class, fields -> in -> new ArrKept())
                .with("attribute", Attribute.class, fields -> {
                    var key = fields.required("attribute", number, Attribute::key);
                    var before = fields.optional(
                            "before",
                            number.described("A number from the first day that explains some of it"),
                            Attribute::before);
                    var lower = fields.defaulted("lowerIsBetter", Shape.bool(), false, Attribute::lowerIsBetter);
                    return in -> new Attribute(in.get(key), in.get(before), in.get(lower));
                });
    }
}
