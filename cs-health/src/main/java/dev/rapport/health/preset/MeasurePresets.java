package dev.rapport.health.preset;

import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Direction;
import dev.rapport.health.measure.Measure;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.TimeToLive;
import dev.rapport.model.derived.StandardAttributes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Thresholds of measures that others published: what is healthy, concerning and poor. Healthy is worth 100 points,
 * concerning 50, poor 0, the 10, 5 and 0 of Vitally's health scores, in which Sourcegraph and PostHog keep theirs. The text of
 * each measure names its source.
 */
public final class MeasurePresets {

    private static final double HEALTHY = 100;
    private static final double CONCERNING = 50;
    private static final double POOR = 0;

    private static final String SOURCEGRAPH = "Sourcegraph handbook, customer health: ";
    private static final String POSTHOG = "PostHog handbook, customer health: ";

    private MeasurePresets() {}

    /**
     * Seats in use, of Sourcegraph's handbook: healthy from 80 %, poor below 50 %.
     *
     * @return the measure {@code seats-in-use}
     */
    public static Measure sourcegraphSeats() {
        return rising("seats-in-use", StandardAttributes.USAGE_ACTIVE_SHARE, 0.5, 0.8)
                .text(SOURCEGRAPH + "healthy from 80 % of seats, poor below 50 %");
    }

    /**
     * Users a day over users a month, of Sourcegraph's handbook: healthy from 30 %, poor up to 20 %. Exactly 20 % is
     * concerning here.
     *
     * @return the measure {@code daily-over-monthly}
     */
    public static Measure sourcegraphStickiness() {
        return rising("daily-over-monthly", StandardAttributes.USAGE_STICKINESS_30D, 0.2, 0.3)
                .text(SOURCEGRAPH + "healthy from 30 % DAU/MAU, poor up to 20 %");
    }

    /**
     * Last contact, of Sourcegraph's handbook: healthy up to 14 days ago, poor from 30.
     *
     * @return the measure {@code last-contact}
     */
    public static Measure sourcegraphContact() {
        return falling("last-contact", StandardAttributes.TOUCHPOINTS_LAST_DAYS.name(), 15, 30)
                .unit("days")
                .text(SOURCEGRAPH + "healthy up to 14 days ago, poor from 30");
    }

    /**
     * Defects that were reported, of Sourcegraph's handbook: healthy below 2 in 90 days, poor from 5.
     *
     * @param attribute  a number of the host's: how many defects were reported in the last 90 days
     * @return the measure {@code defects}
     */
    public static Measure sourcegraphDefects(String attribute) {
        return falling("defects", attribute, 2, 5).text(SOURCEGRAPH + "healthy below 2 in 90 days, poor from 5");
    }

    /**
     * What the CSM says: healthy, concerning or poor. It counts for 90 days, as Zudo's documentation has it, and then as
     * missing.
     *
     * @param attribute  a text of the host's: {@code healthy}, {@code concerning} or {@code poor}, with the day it was said
     * @return the measure {@code pulse}
     */
    public static Measure pulse(String attribute) {
        Map<String, Double> points = new LinkedHashMap<>();
        points.put("healthy", HEALTHY);
        points.put("concerning", CONCERNING);
        points.put("poor", POOR);
        return Measure.of("pulse", attribute, Curve.categories(points))
                .timeToLive(new TimeToLive(90, 0))
                .text("what the CSM says, valid for 90 days as in Zudo's documentation");
    }

    /**
     * Active users, of PostHog's handbook: healthy from 40 %, poor below 20 %.
     *
     * @return the measure {@code active-users}
     */
    public static Measure postHogActiveUsers() {
        return rising("active-users", StandardAttributes.USAGE_ACTIVE_SHARE, 0.2, 0.4)
                .text(POSTHOG + "healthy from 40 % active users, poor below 20 %");
    }

    /**
     * Usage against the month before, of PostHog's handbook: healthy with a drop of up to 5 %, poor with more than 20 %.
     *
     * @return the measure {@code month-on-month}
     */
    public static Measure postHogMonthOnMonth() {
        return rising("month-on-month", StandardAttributes.USAGE_CHANGE_30D, -0.2, -0.05)
                .text(POSTHOG + "healthy with a drop of up to 5 %, poor with more than 20 %");
    }

    /**
     * Support tickets, of PostHog's handbook: healthy up to 5 in 30 days, poor with more than 10.
     *
     * @param attribute  a number of the host's: how many tickets were opened in the last 30 days
     * @return the measure {@code tickets}
     */
    public static Measure postHogTickets(String attribute) {
        return falling("tickets", attribute, 6, 11).text(POSTHOG + "healthy up to 5 in 30 days, poor above 10");
    }

    /**
     * Last meeting, of PostHog's handbook: healthy up to 30 days ago, poor after more than 90.
     *
     * @return the measure {@code last-meeting}
     */
    public static Measure postHogMeeting() {
        return falling("last-meeting", StandardAttributes.TOUCHPOINTS_LAST_DAYS.name(), 31, 91)
                .unit("days")
                .text(POSTHOG + "healthy up to 30 days ago, poor after more than 90");
    }

    private static Measure rising(String code, AttributeKey<Double> attribute, double concerning, double healthy) {
        Curve curve = Curve.steps(POOR, new CurvePoint(concerning, CONCERNING), new CurvePoint(healthy, HEALTHY));
        return Measure.of(code, attribute.name(), curve)
                .unit(attribute.unit().orElseThrow())
                .direction(Direction.HIGHER_IS_BETTER);
    }

    private static Measure falling(String code, String attribute, double concerning, double poor) {
        Curve curve = Curve.steps(HEALTHY, new CurvePoint(concerning, CONCERNING), new CurvePoint(poor, POOR));
        return Measure.of(code, attribute, curve).direction(Direction.LOWER_IS_BETTER);
    }
}
