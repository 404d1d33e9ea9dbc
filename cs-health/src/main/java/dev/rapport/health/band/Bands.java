package dev.rapport.health.band;

import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bands of a score, from 0 to 100 without gaps or overlaps, and the margin by which a score must be beyond the edge
 * of the band a customer was in before the customer leaves it. Immutable.
 *
 * <pre>{@code
 * Bands bands = Bands.of(new Band("red", 0, 50), new Band("yellow", 50, 75), new Band("green", 75, 100)).hysteresis(2);
 * bands.decide(49, Optional.of("yellow")).code(); // yellow: red begins at 48 for those who come from yellow
 * }</pre>
 */
public final class Bands {

    private static final double ROUNDING = 1e-6;

    private final List<Band> bands;
    private final double hysteresis;

    private Bands(List<Band> bands, double hysteresis) {
        this.bands = bands;
        this.hysteresis = hysteresis;
    }

    /**
     * Bands without hysteresis.
     *
     * @param bands  at least one, from the lowest to the highest
     * @return the bands
     * @throws InvalidDocumentException with everything that is wrong, see {@link #check(List, double, Location)}
     */
    public static Bands of(Band... bands) {
        return of(List.of(bands), 0);
    }

    /**
     * Bands with hysteresis.
     *
     * @param bands  at least one, from the lowest to the highest
     * @param hysteresis  the margin in points
     * @return the bands
     * @throws InvalidDocumentException with everything that is wrong, see {@link #check(List, double, Location)}
     */
    public static Bands of(List<Band> bands, double hysteresis) {
        check(bands, hysteresis, Location.NONE).orThrow();
        return new Bands(List.copyOf(bands), hysteresis);
    }

    /**
     * These bands with another margin.
     *
     * @param margin  the margin in points, at least 0 and less than the narrowest band is wide
     * @return the bands
     * @throws InvalidDocumentException if the margin is not
     */
    public Bands hysteresis(double margin) {
        return of(bands, margin);
    }

    /**
     * Looks for what keeps bands from being used together: gaps, overlaps, a name twice, a margin that some band could
     * never be left by.
     *
     * @param bands  the bands, as they were written down
     * @param hysteresis  the margin in points
     * @param at  where they were written down
     * @return everything that is wrong, at the fields {@code bands} and {@code hysteresis}
     */
    public static Problems check(List<Band> bands, double hysteresis, Location at) {
        ProblemCollector problems = new ProblemCollector();
        Location list = at.child("bands");
        if (bands.isEmpty()) {
            problems.error("no-band", list, "bands must not be empty");
            return problems.problems();
        }
        Set<String> codes = new HashSet<>();
        double end = 0;
        double narrowest = 100;
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            Location from = list.child(i).child("from");
            String name = "band " + Quote.text(band.code());
            if (band.from() > end) {
                problems.add(Problem.error(
                                "band-gap",
                                from,
                                name + " begins at " + Quote.number(band.from()) + ", but the bands before it end at "
                                        + Quote.number(end)
                                        + ", so scores between have no band")
                        .withAdvice(
                                "Maybe it should begin at " + Quote.number(end) + ": a band includes its lower bound"));
            } else if (band.from() < end) {
                problems.add(Problem.error(
                                "band-overlap",
                                from,
                                name + " begins at " + Quote.number(band.from()) + ", but the bands before it end at "
                                        + Quote.number(end))
                        .withAdvice(
                                i > 0 && band.from() < bands.get(i - 1).from()
                                        ? "Maybe the bands are written from best to worst: the lowest comes first"
                                        : ""));
            }
            if (!codes.add(band.code())) {
                problems.error("band-twice", list.child(i).child("code"), name + " must come once");
            }
            end = Math.max(end, band.to());
            narrowest = Math.min(narrowest, band.to() - band.from());
        }
        if (end < 100) {
            problems.error(
                    "band-gap",
                    list.child(bands.size() - 1).child("to"),
                    "the highest band ends at " + Quote.number(end) + ", must end at 100");
        }
        if (!(hysteresis >= 0 && hysteresis < narrowest)) {
            problems.error(
                    "hysteresis",
                    at.child("hysteresis"),
                    "hysteresis (" + Quote.number(hysteresis)
                            + ") must be at least 0 and less than the narrowest band is wide ("
                            + Quote.number(narrowest) + ")");
        }
        return problems.problems();
    }

    /**
     * The bands.
     *
     * @return from the lowest to the highest
     */
    public List<Band> list() {
        return bands;
    }

    /**
     * The margin by which a score must be beyond an edge.
     *
     * @return the margin in points
     */
    public double hysteresis() {
        return hysteresis;
    }

    /**
     * The band that a score lies in.
     *
     * @param score  the score; a rounding error beyond 0 or 100 is forgiven
     * @return the band
     * @throws IllegalArgumentException if the score is not on the scale
     */
    public Band at(double score) {
        if (!(score >= -ROUNDING && score <= 100 + ROUNDING)) {
            throw new IllegalArgumentException("score (" + score + ") must be between 0 and 100.");
        }
        int i = bands.size() - 1;
        while (i > 0 && score < bands.get(i).from()) {
            i--;
        }
        return bands.get(i);
    }

    /**
     * The band of a customer who was in a band before: that band still, until the score is beyond its edge by the margin.
     *
     * @param score  the score
     * @param was  the band the customer was in; empty, unknown or a name that is no band now counts as none
     * @return the band
     * @throws IllegalArgumentException if the score is not on the scale
     */
    public Band decide(double score, Optional<String> was) {
        Band plain = at(score);
        if (hysteresis == 0 || was.isEmpty() || was.get().equals(plain.code())) {
            return plain;
        }
        for (Band band : bands) {
            if (band.code().equals(was.get())) {
                return score >= band.from() - hysteresis && score < band.to() + hysteresis ? band : plain;
            }
        }
        return plain;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Bands other && bands.equals(other.bands) && hysteresis == other.hysteresis;
    }

    @Override
    public int hashCode() {
        return 31 * bands.hashCode() + Double.hashCode(hysteresis);
    }

    /** The bands and the margin. */
    @Override
    public String toString() {
        return bands + " +/- " + hysteresis;
    }
}
