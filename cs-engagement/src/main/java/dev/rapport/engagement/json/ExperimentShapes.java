package dev.rapport.engagement.json;

import dev.rapport.engagement.experiment.Effect;
import dev.rapport.engagement.experiment.EffectMethod;
import dev.rapport.engagement.experiment.ExperimentResult;
import dev.rapport.engagement.experiment.Sample;
import dev.rapport.engagement.experiment.Verdict;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.List;
import java.util.Optional;

/** How the plan writes what declared experiments say. */
final class ExperimentShapes {

    private static final Shape<Sample> ARM = Output.object("experiment-arm", fields -> {
        fields.required("customers", Shape.longInteger(), Sample::count);
        fields.optionalNumber("mean", ExperimentResult::mean);
    });

    private static final Shape<ExperimentResult> RESULT = Output.object("experiment-result", fields -> {
        fields.required("id", Shape.text(), result -> result.experiment().id());
        fields.required("name", Shape.text(), result -> result.experiment().name());
        fields.required("since", Shape.date(), result -> result.experiment().since());
        fields.optional("segment", Shape.text(), result -> result.experiment().segment());
        fields.optional("model", Shape.text(), result -> result.experiment().model());
        fields.required("treated", ARM, ExperimentResult::treated);
        fields.required("control", ARM, ExperimentResult::control);
        fields.required("leftOut", Shape.integer(), ExperimentResult::leftOut);
        fields.required(
                "verdict", Shape.oneOf(Verdict.class), result -> result.effect().verdict());
        fields.required("words", Shape.text(), ExperimentResult::words);
        fields.required(
                "method",
                Shape.oneOf(EffectMethod.class),
                result -> result.effect().method());
        fields.optionalPart(ExperimentShapes::measured, ExperimentShapes::declareMeasured);
        fields.optional("refused", Shape.text(), ExperimentShapes::refused);
    });

    private ExperimentShapes() {}

    private static Optional<Effect.Measured> measured(ExperimentResult result) {
        return Optional.of(result.effect())
                .filter(Effect.Measured.class::isInstance)
                .map(Effect.Measured.class::cast);
    }

    private static Optional<String> refused(ExperimentResult result) {
        return Optional.of(result.effect())
                .filter(Effect.Refused.class::isInstance)
                .map(effect -> ((Effect.Refused) effect).reason());
    }

    private static void declareMeasured(OutputFields<Effect.Measured> fields) {
        fields.required("effect", Shape.number(), Effect.Measured::value);
        fields.required("low", Shape.number(), Effect.Measured::low);
        fields.required("high", Shape.number(), Effect.Measured::high);
        fields.required("standardError", Shape.number(), Effect.Measured::standardError);
    }

    static void declareResults(OutputFields<List<ExperimentResult>> fields) {
        fields.required("results", Shape.listOf(RESULT), results -> results);
    }
}
