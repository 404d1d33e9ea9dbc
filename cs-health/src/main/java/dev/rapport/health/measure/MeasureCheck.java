package dev.rapport.health.measure;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import java.util.Optional;

/** Whether a curve leads where its author says. */
final class MeasureCheck {

    private MeasureCheck() {}

    static void direction(Measure measure, Direction said, Location at, ProblemCollector problems) {
        Curve upright = CurveFunctions.upright(measure.curve());
        boolean counts = upright instanceof Curve.OfNumbers || upright instanceof Curve.Days;
        Optional<Direction> leads = Direction.of(measure.curve());
        String what =
                "direction of measure " + Quote.text(measure.code()) + " is " + Quote.text(said.word()) + ", but ";
        Location place = at.child("direction");
        if (!counts) {
            problems.add(Problem.error("direction", place, what + "its curve reads nothing that is higher or lower")
                    .withAdvice("Maybe leave direction out"));
        } else if (leads.isEmpty()) {
            problems.add(Problem.error("direction", place, what + "its curve does not lead one way")
                    .withAdvice("Maybe leave direction out: a curve that rises and falls, or stays level, has none"));
        } else if (leads.get() != said) {
            problems.add(Problem.error(
                            "direction",
                            place,
                            what + "its curve gives " + (leads.get() == Direction.HIGHER_IS_BETTER ? "more" : "fewer")
                                    + " points for more " + measure.attribute())
                    .withAdvice("Maybe an \"inverted\" curve around it, or the direction is "
                            + Quote.text(leads.get().word())));
        }
    }
}
