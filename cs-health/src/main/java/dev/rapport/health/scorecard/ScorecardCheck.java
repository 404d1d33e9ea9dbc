package dev.rapport.health.scorecard;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.measure.Measure;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What does not fit together in a scorecard, whatever attributes there are. */
final class ScorecardCheck {

    private static final double TOLERANCE = 1e-9;

    private final ProblemCollector problems = new ProblemCollector();
    private final Map<String, Location> codes = new TreeMap<>();
    private final Map<String, Measure> measures = new TreeMap<>();

    private ScorecardCheck() {}

    static Problems of(Scorecard scorecard, Location at) {
        ScorecardCheck check = new ScorecardCheck();
        check.codes.put(scorecard.header().id(), at.child("id"));
        check.parts(scorecard.parts(), at.child("parts"));
        for (int i = 0; i < scorecard.caps().size(); i++) {
            Cap cap = scorecard.caps().get(i);
            Location place = at.child("caps").child(i);
            check.cap(cap, place);
            check.level(
                    cap.atMost(),
                    scorecard.bands(),
                    place.child("atMost"),
                    scorecard.bands().list().size() - 1);
        }
        for (int i = 0; i < scorecard.floors().size(); i++) {
            Floor floor = scorecard.floors().get(i);
            Location place = at.child("floors").child(i);
            check.code(floor.code(), place);
            check.level(floor.atLeast(), scorecard.bands(), place.child("atLeast"), 0);
        }
        return check.problems.problems();
    }

    private void parts(List<Part> parts, Location at) {
        if (parts.isEmpty()) {
            problems.error("no-part", at, "parts must not be empty");
            return;
        }
        double total = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Location place = at.child(i);
            total += part.weight();
            code(part.code(), place);
            if (part instanceof Group group) {
                parts(group.parts(), place.child("parts"));
            } else if (part instanceof WeightedMeasure weighted) {
                measures.put(weighted.code(), weighted.measure());
                weighted.measure().check(place).forEach(problems::add);
            }
        }
        if (!(total > 0) || Double.isInfinite(total)) {
            problems.add(Problem.error(
                            "no-weight", at, "weights must sum to a finite number above 0, was " + Quote.number(total))
                    .withAdvice("Maybe leave out what does not count"));
        } else if (Math.abs(total - 1) > TOLERANCE && Math.abs(total - 100) > TOLERANCE * 100) {
            problems.add(Problem.warning(
                    "weight-sum",
                    at,
                    "weights sum to " + Quote.number(total) + ", neither to 1 nor to 100; only their ratios count"));
        }
    }

    private void code(String code, Location at) {
        Location first = codes.putIfAbsent(code, at);
        if (first != null) {
            problems.error(
                    "code-twice",
                    at.child("code"),
                    "code " + Quote.text(code) + " is taken by " + first.pointer() + ", each must be another");
        }
    }

    private void cap(Cap cap, Location at) {
        code(cap.code(), at);
        if (cap instanceof Cap.WhenLow when && !measures.containsKey(when.low().measure())) {
            problems.add(Problem.error(
                            "unknown-measure",
                            at.child("measure"),
                            "unknown measure " + Quote.text(when.low().measure()) + "; known: " + measures.keySet())
                    .withAdvice(Nearest.advice(when.low().measure(), measures.keySet())));
        }
    }

    /** A band must be there, and must not be one that bounds nothing. */
    private void level(Level level, Bands bands, Location at, int boundless) {
        if (!(level instanceof Level.InBand inBand)) {
            return;
        }
        List<String> codes = bands.list().stream().map(Band::code).toList();
        int position = codes.indexOf(inBand.code());
        if (position < 0) {
            problems.add(
                    Problem.error("unknown-band", at, "unknown band " + Quote.text(inBand.code()) + "; known: " + codes)
                            .withAdvice(Nearest.advice(inBand.code(), codes)));
        } else if (position == boundless) {
            problems.add(Problem.warning(
                    "bounds-nothing",
                    at,
                    "band " + Quote.text(inBand.code()) + " is the " + (boundless == 0 ? "lowest" : "highest")
                            + ", so nothing is bounded"));
        }
    }
}
