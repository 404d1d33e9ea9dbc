package dev.rapport.engagement.json;

import dev.rapport.engagement.call.CallPolicy;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;

/**
 * The document {@code rapport/calls}.
 *
 * <pre>{@code
 * CallPolicy policy = CallsDocument.KIND.read(JsonInput.read("calls.json", in)).orThrow();
 * }</pre>
 */
public final class CallsDocument {

    private static final int MOST_CALLS = 1_000;
    private static final int MOST_DAYS = 730;
    private static final double HIGHEST = 100;

    /** The document. */
    public static final DocumentKind<CallPolicy> KIND = DocumentKind.of("calls", 1, CallPolicy::header, fields -> {
        var source = fields.required(
                "source", Shape.text().notBlank().described("Where the figures are from"), CallPolicy::source);
        var most = fields.required(
                "atMost",
                Shape.integer().between(1, MOST_CALLS).described("How many calls there is time for"),
                CallPolicy::atMost);
        var ahead = fields.required(
                "daysAhead",
                Shape.integer().between(1, MOST_DAYS).described("From how far ahead on a decision counts for more"),
                CallPolicy::daysAhead);
        var far = fields.required(
                "farAway",
                Shape.number()
                        .between(0.0, 1.0)
                        .described("What a decision counts for that is further away, or has no date"),
                CallPolicy::farAway);
        var sponsor = fields.required(
                "sponsorGone",
                Shape.number().between(1.0, HIGHEST).described("The factor where there is no sponsor"),
                CallPolicy::sponsorGone);
        var days = fields.required(
                "silentDays",
                Shape.integer()
                        .between(1, MOST_DAYS)
                        .described("After how many days without a touchpoint it is silent"),
                CallPolicy::silentDays);
        var silent = fields.required(
                "silent",
                Shape.number().between(1.0, HIGHEST).described("The factor where it is silent"),
                CallPolicy::silent);
        return (header, in) -> CallPolicy.builder()
                .header(header)
                .source(in.get(source))
                .atMost(in.get(most))
                .daysAhead(in.get(ahead))
                .farAway(in.get(far))
                .sponsorGone(in.get(sponsor))
                .silentDays(in.get(days))
                .silent(in.get(silent))
                .build();
    });

    private CallsDocument() {}
}
