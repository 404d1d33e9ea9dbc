package dev.rapport.health.preset;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.measure.Measure;
import dev.rapport.health.scorecard.Group;
import dev.rapport.health.scorecard.Part;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.scorecard.ScorecardBuilder;
import dev.rapport.health.scorecard.WeightedMeasure;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.shape.DocumentHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The weights of a scorecard that somebody published, with the source. What the source does not say is asked for: how missing
 * measures are handled, the bands, and the measures of which only the weight is known. Immutable.
 *
 * <pre>{@code
 * Scorecard scorecard = ScorecardPreset.sourcegraphHandbook()
 *         .scorecard(Handling.REDISTRIBUTE, 0.5, List.of(
 *                 MeasurePresets.sourcegraphDefects("tickets.defects-90d"), MeasurePresets.pulse("csm.pulse")))
 *         .bands(BandPresets.gainsight());
 * }</pre>
 */
public final class ScorecardPreset {

    private final String id;
    private final String source;
    private final List<Line> lines;

    private ScorecardPreset(String id, String source, List<Line> lines) {
        this.id = id;
        this.source = source;
        this.lines = lines;
    }

    /** A measure with its weight, or a group of such. */
    private record Line(String code, double weight, List<Line> parts, List<Measure> published) {

        static Line open(String code, double weight) {
            return new Line(code, weight, List.of(), List.of());
        }

        static Line of(Measure measure, double weight) {
            return new Line(measure.code(), weight, List.of(), List.of(measure));
        }

        static Line group(String code, double weight, Line... parts) {
            return new Line(code, weight, List.of(parts), List.of());
        }

        boolean isOpen() {
            return parts.isEmpty() && published.isEmpty();
        }
    }

    /**
     * Utilisation 55, relationships 25, technical 15, pulse 5, with the handbook's thresholds. How much seats and daily users
     * count within utilisation the source does not say; here they count alike.
     *
     * @return the preset; open are {@code defects} and {@code pulse}
     */
    public static ScorecardPreset sourcegraphHandbook() {
        return new ScorecardPreset(
                "sourcegraph-handbook",
                "Sourcegraph handbook, customer health: utilisation 55, relationships 25, technical 15, pulse 5. Within"
                        + " utilisation seats and daily users count alike, which the source does not say.",
                List.of(
                        Line.group(
                                "utilisation",
                                55,
                                Line.of(MeasurePresets.sourcegraphSeats(), 50),
                                Line.of(MeasurePresets.sourcegraphStickiness(), 50)),
                        Line.group("relationships", 25, Line.of(MeasurePresets.sourcegraphContact(), 100)),
                        Line.group("technical", 15, Line.open("defects", 100)),
                        Line.open("pulse", 5)));
    }

    /**
     * Product engagement 75, of which analytics 33, replay 20, flags 17, surveys and warehouse 5; customer engagement 25, of
     * which user 15, experience 5, company 5.
     *
     * @return the preset; every measure is open
     */
    public static ScorecardPreset postHogHandbook() {
        return new ScorecardPreset(
                "posthog-handbook",
                "PostHog handbook, customer health: product engagement 75 (analytics 33, replay 20, flags 17, surveys and"
                        + " warehouse 5), customer engagement 25 (user 15, experience 5, company 5).",
                List.of(
                        Line.group(
                                "product-engagement",
                                75,
                                Line.open("analytics", 33),
                                Line.open("replay", 20),
                                Line.open("flags", 17),
                                Line.open("surveys-and-warehouse", 5)),
                        Line.group(
                                "customer-engagement",
                                25,
                                Line.open("user", 15),
                                Line.open("experience", 5),
                                Line.open("company", 5))));
    }

    /**
     * CSAT 20, usage 30, licences 10, NPS 20, orders 20.
     *
     * @return the preset; every measure is open
     */
    public static ScorecardPreset serviceNowExample() {
        return new ScorecardPreset(
                "servicenow-example",
                "ServiceNow documentation, customer health, example weights: CSAT 20, usage 30, licences 10, NPS 20,"
                        + " orders 20.",
                List.of(
                        Line.open("csat", 20),
                        Line.open("usage", 30),
                        Line.open("licences", 10),
                        Line.open("nps", 20),
                        Line.open("orders", 20)));
    }

    /**
     * Response time 25, open requests 20, meetings 20, resolution 20, activity 15.
     *
     * @return the preset; every measure is open
     */
    public static ScorecardPreset zudoDefault() {
        return new ScorecardPreset(
                "zudo-default",
                "Zudo documentation, default weights: response time 25, open requests 20, meetings 20, resolution 20,"
                        + " activity 15.",
                List.of(
                        Line.open("response-time", 25),
                        Line.open("open-requests", 20),
                        Line.open("meetings", 20),
                        Line.open("resolution", 20),
                        Line.open("activity", 15)));
    }

    /**
     * What the preset is called, also as the id of scorecards made of it.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Who published the weights, what they are, and what was added.
     *
     * @return the source in words
     */
    public String source() {
        return source;
    }

    /**
     * The measures of which the source says only the weight.
     *
     * @return their codes in the order of the scorecard
     */
    public List<String> open() {
        List<String> open = new ArrayList<>();
        collectOpen(lines, open);
        return List.copyOf(open);
    }

    private static void collectOpen(List<Line> lines, List<String> into) {
        for (Line line : lines) {
            if (line.isOpen()) {
                into.add(line.code());
            }
            collectOpen(line.parts(), into);
        }
    }

    /**
     * Begins a scorecard with these weights. Its header names the source.
     *
     * @param handling  how missing measures are handled
     * @param minimumCompleteness  the share of the weight that must have data
     * @param measures  a measure for each code that is {@link #open()}
     * @return a builder, to which caps and the bands are to be added
     * @throws IllegalArgumentException if a measure lacks, or has another code
     */
    public ScorecardBuilder scorecard(Handling handling, double minimumCompleteness, List<Measure> measures) {
        Map<String, Measure> byCode = new TreeMap<>();
        measures.forEach(measure -> byCode.put(measure.code(), measure));
        if (byCode.size() != measures.size() || !byCode.keySet().equals(new TreeSet<>(open()))) {
            throw new IllegalArgumentException("measures of " + id + " must be one for each of " + open() + ", was "
                    + measures.stream().map(Measure::code).toList() + ".");
        }
        DocumentHeader header = DocumentHeader.of(id, "1").withDescription(source);
        ScorecardBuilder builder = Scorecard.builder(header, handling, minimumCompleteness);
        lines.forEach(line -> builder.part(part(line, byCode)));
        return builder;
    }

    private static Part part(Line line, Map<String, Measure> open) {
        if (!line.parts().isEmpty()) {
            return Group.of(
                    line.code(),
                    line.weight(),
                    line.parts().stream().map(part -> part(part, open)).toList());
        }
        Measure measure = line.isOpen()
                ? requireNonNull(open.get(line.code()), "measure")
                : line.published().get(0);
        return new WeightedMeasure(measure, line.weight());
    }

    /** Id and source. */
    @Override
    public String toString() {
        return id + ": " + source;
    }
}
