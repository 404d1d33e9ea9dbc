package dev.rapport.health;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.scorecard.ScorecardStrategy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.shape.DocumentHeader;
import java.util.List;

/** Scorecards of one measure, whose points are the attribute: scores that can be read off. */
public final class Scores {

    public static final AttributeKey<Double> USE = AttributeKey.number("use");
    public static final AttributeKey<Double> MOOD = AttributeKey.number("mood");
    public static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    public static final AttributeKey<String> STAGE = AttributeKey.text("stage.current");
    public static final List<AttributeKey<?>> KEYS = List.of(USE, MOOD, SEGMENT, STAGE, StandardAttributes.ARR);
    public static final Bands BANDS =
            Bands.of(new Band("red", 0, 50), new Band("yellow", 50, 75), new Band("green", 75, 100));

    private Scores() {}

    /** As much as is used. */
    public static ScorecardStrategy scorecard(String id, String revision) {
        return of(id, revision, "use");
    }

    /** As much as an attribute says. */
    public static ScorecardStrategy of(String id, String revision, String attribute) {
        return Scorecard.builder(DocumentHeader.of(id, revision), Handling.REDISTRIBUTE, 0.5)
                .measure(
                        Measure.of(attribute, attribute, Curve.linear(new CurvePoint(0, 0), new CurvePoint(100, 100))),
                        1)
                .bands(BANDS)
                .resolve(KEYS)
                .orThrow();
    }

    /** As much as is used, with a margin at the edges of the bands. */
    public static ScorecardStrategy sticky(String id, String revision, double hysteresis) {
        return Scorecard.builder(DocumentHeader.of(id, revision), Handling.REDISTRIBUTE, 0.5)
                .measure(Measure.of("use", "use", Curve.linear(new CurvePoint(0, 0), new CurvePoint(100, 100))), 1)
                .bands(BANDS.hysteresis(hysteresis))
                .resolve(KEYS)
                .orThrow();
    }
}
