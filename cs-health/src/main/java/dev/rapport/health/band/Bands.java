package dev.rapport.health.band;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bands of a score, from 0 to 100 without gaps or overlaps, and what keeps customers from changing them back and forth.
 * Immutable.
 *
 * <ul>
 *   <li><strong>hysteresis</strong>: the margin by which a score must be beyond the edge of a band before its customer
 *       leaves it;
 *   <li><strong>confirmations</strong>: on how many evaluation dates in a row it must be beyond, on the same side; then the
 *       customer moves to the nearest of the bands that were found;
 *   <li><strong>minimum stay</strong>: how many days a band lasts before the next change, however the score moves.
 * </ul>
 *
 * <p>None of them delays that a score becomes unknown, or known again, or a limit that a rule sets ({@link BandLimits}).
 *
 * <pre>{@code
 * Bands bands = Bands.of(new Band("red", 0, 50), new Band("yellow", 50, 75), new Band("green", 75, 100))
 *         .hysteresis(2)
 *         .confirmations(2)
 *         .evaluated(EvaluationDates.weekly(DayOfWeek.MONDAY));
 * bands.decide(49, Optional.of("yellow")).code(); // yellow: red begins at 48 for those who come from yellow
 * }</pre>
 */
public final class Bands {

    private static final double ROUNDING = 1e-6;
    private static final int MOST_CONFIRMATIONS = 20;

    private final List<Band> bands;
    private final double hysteresis;
    private final int confirmations;
    private final int minimumStayDays;
    private final EvaluationDates evaluated;

    private Bands(
            List<Band> bands, double hysteresis, int confirmations, int minimumStayDays, EvaluationDates evaluated) {
        this.bands = bands;
        this.hysteresis = hysteresis;
        this.confirmations = confirmations;
        this.minimumStayDays = minimumStayDays;
        this.evaluated = requireNonNull(evaluated, "evaluated");
        if (confirmations < 1 || confirmations > MOST_CONFIRMATIONS) {
            throw new IllegalArgumentException(
                    "confirmations (" + confirmations + ") must be between 1 and " + MOST_CONFIRMATIONS + ".");
        }
        if (minimumStayDays < 0) {
            throw new IllegalArgumentException("minimumStayDays (" + minimumStayDays + ") must be at least 0.");
        }
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
        return new Bands(List.copyOf(bands), hysteresis, 1, 0, EvaluationDates.daily());
    }

    /**
     * These bands with another margin.
     *
     * @param margin  the margin in points, at least 0 and less than the narrowest band is wide
     * @return the bands
     * @throws InvalidDocumentException if the margin is not
     */
    public Bands hysteresis(double margin) {
        check(bands, margin, Location.NONE).orThrow();
        return new Bands(bands, margin, confirmations, minimumStayDays, evaluated);
    }

    /**
     * These bands with another number of evaluation dates that must agree before a customer leaves one.
     *
     * @param dates  how many in a row, 1 to 20; 1 for no delay
     * @return the bands
     */
    public Bands confirmations(int dates) {
        return new Bands(bands, hysteresis, dates, minimumStayDays, evaluated);
    }

    /**
     * These bands with another time that a band lasts at least.
     *
     * @param days  how many days from the decision on, at least 0
     * @return the bands
     */
    public Bands minimumStay(int days) {
        return new Bands(bands, hysteresis, confirmations, days, evaluated);
    }

    /**
     * These bands decided at other dates.
     *
     * @param dates  the evaluation dates
     * @return the bands
     */
    public Bands evaluated(EvaluationDates dates) {
        return new Bands(bands, hysteresis, confirmations, minimumStayDays, dates);
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
     * How many evaluation dates in a row must find a customer beyond the edge of a band.
     *
     * @return the number, 1 for no delay
     */
    public int confirmations() {
        return confirmations;
    }

    /**
     * How many days a band lasts at least.
     *
     * @return the days, 0 for no minimum
     */
    public int minimumStayDays() {
        return minimumStayDays;
    }

    /**
     * When it is decided whether customers change bands.
     *
     * @return the evaluation dates
     */
    public EvaluationDates evaluated() {
        return evaluated;
    }

    /**
     * Where a band stands.
     *
     * @param code  what it is called
     * @return 0 for the lowest; empty if there is no such band
     */
    public OptionalInt position(String code) {
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).code().equals(code)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
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
     * The band that a score lies in for a customer who was in a band before: that band still, until the score is beyond its
     * edge by the margin. Confirmations and stays are not looked at.
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
        OptionalInt position = position(was.get());
        if (position.isPresent()) {
            Band band = bands.get(position.getAsInt());
            return score >= band.from() - hysteresis && score < band.to() + hysteresis ? band : plain;
        }
        return plain;
    }

    private List<Object> fields() {
        return List.of(bands, hysteresis, confirmations, minimumStayDays, evaluated);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Bands other && fields().equals(other.fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    /** The bands and the margin. */
    @Override
    public String toString() {
        return bands + " +/- " + hysteresis;
    }
}
