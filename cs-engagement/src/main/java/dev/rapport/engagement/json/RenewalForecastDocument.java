package dev.rapport.engagement.json;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.forecast.Commitment.Call;
import dev.rapport.engagement.forecast.ForecastPolicy;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.NumberShape;
import dev.rapport.model.shape.Shape;

/**
 * The document {@code rapport/renewal-forecast}.
 *
 * <pre>{@code
 * ForecastPolicy policy = RenewalForecastDocument.KIND.read(JsonInput.read("renewal-forecast.json", in)).orThrow();
 * }</pre>
 */
public final class RenewalForecastDocument {

    private static final NumberShape<Double> PROBABILITY = Shape.number().between(0.0, 1.0);
    private static final double WIDEST_TAIL = 0.49;
    private static final double NARROWEST_TAIL = 0.001;
    private static final int LONGEST = 730;
    private static final int MOST = 1_000_000;

    /** The document. */
    public static final DocumentKind<ForecastPolicy> KIND =
            DocumentKind.of("renewal-forecast", 1, ForecastPolicy::header, fields -> {
                var source = fields.required(
                        "source",
                        Shape.text().notBlank().described("Where the numbers come from"),
                        ForecastPolicy::source);
                var commit = fields.required(
                        "commit",
                        PROBABILITY.described("How often what somebody commits to is kept"),
                        policy -> requireNonNull(policy.kept().get(Call.COMMIT)));
                var bestCase = fields.required(
                        "bestCase",
                        PROBABILITY,
                        policy -> requireNonNull(policy.kept().get(Call.BEST_CASE)));
                var unlikely = fields.required(
                        "unlikely",
                        PROBABILITY,
                        policy -> requireNonNull(policy.kept().get(Call.UNLIKELY)));
                var unknown = fields.required(
                        "keptIfUnknown",
                        PROBABILITY.described("How often a renewal is kept of which no risk is known"),
                        ForecastPolicy::keptIfUnknown);
                var tail = fields.defaulted(
                        "tail",
                        Shape.number()
                                .between(NARROWEST_TAIL, WIDEST_TAIL)
                                .described("How often less is kept than the worst case, and more than the best"),
                        0.05,
                        ForecastPolicy::tail);
                var disagreement = fields.defaulted(
                        "disagreement",
                        Shape.number()
                                .between(NARROWEST_TAIL, 1.0)
                                .described("From which difference on person and model disagree"),
                        0.25,
                        ForecastPolicy::disagreement);
                var valid = fields.defaulted(
                        "validDays",
                        Shape.integer().between(1, LONGEST).described("How long what a person said counts"),
                        180,
                        ForecastPolicy::validDays);
                var least = fields.defaulted(
                        "leastDecisions",
                        Shape.integer().between(2, MOST).described("How many decisions it takes to score"),
                        30,
                        ForecastPolicy::leastDecisions);
                return (header, in) -> ForecastPolicy.builder()
                        .header(header)
                        .source(in.get(source))
                        .putKept(Call.COMMIT, in.get(commit))
                        .putKept(Call.BEST_CASE, in.get(bestCase))
                        .putKept(Call.UNLIKELY, in.get(unlikely))
                        .keptIfUnknown(in.get(unknown))
                        .tail(in.get(tail))
                        .disagreement(in.get(disagreement))
                        .validDays(in.get(valid))
                        .leastDecisions(in.get(least))
                        .build();
            });

    private RenewalForecastDocument() {}
}
