package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.AssignmentCheck;
import dev.rapport.engagement.coverage.AssignmentNeed;
import dev.rapport.engagement.coverage.AssignmentProblem;
import dev.rapport.engagement.coverage.Placement;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.model.decision.Explanation;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who should look after whom in one role, evaluated again.
 *
 * @param problem  who needs somebody, and who is there
 * @param assignment  the answer
 * @param check  what the answer is worth
 */
record RoleAnswer(AssignmentProblem problem, Assignment assignment, AssignmentCheck check) {

    /** Misfits are compared in thousandths for each customer. */
    private static final double PROVEN = 0.5;

    static RoleAnswer of(AssignmentProblem problem, Assignment assignment) {
        AssignmentCheck check = AssignmentCheck.of(problem, assignment);
        if (!check.isValid()) {
            throw new UserError("the assignment of role " + problem.role() + " breaks rules: "
                    + String.join("; ", check.violations()) + ".");
        }
        return new RoleAnswer(problem, assignment, check);
    }

    /** Whose customers get somebody else than now. */
    List<Placement> moves() {
        return assignment.placements().stream()
                .filter(placement -> from(placement)
                        .filter(owner -> !owner.equals(placement.memberId()))
                        .isPresent())
                .toList();
    }

    /** Whose customers have nobody now. */
    List<Placement> firstOwners() {
        return assignment.placements().stream()
                .filter(placement -> from(placement).isEmpty())
                .toList();
    }

    AssignmentNeed need(Placement placement) {
        return problem.need(placement.customerId()).orElseThrow();
    }

    Optional<String> from(Placement placement) {
        return need(placement).presentOwner();
    }

    /** How many may move: no fewer than have to. */
    OptionalInt budget() {
        return problem.mostMoves().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.max(problem.mostMoves().getAsInt(), problem.forcedMoves()));
    }

    /** Why somebody else is to look after the customer, and why this one. */
    String why(Placement placement) {
        AssignmentNeed need = need(placement);
        return from(placement)
                .map(owner -> problem.candidate(owner)
                        .map(present -> problem.barring(need, present)
                                .map(reason -> owner + " " + reason)
                                .orElse("the hours of " + owner + " are needed for others"))
                        .orElse(owner + " is not there any more"))
                .map(reason -> reason + "; " + placement.why())
                .orElse(placement.why());
    }

    /** What a placement takes: hours of the member, and what does not fit. */
    String takes(Placement placement) {
        List<String> parts = new ArrayList<>();
        for (Explanation part : placement.misfit().parts()) {
            double value = part.value().orElse(0);
            if (value > 0) {
                parts.add(part.code().substring("misfit.".length()) + " " + StudyPage.number(value));
            }
        }
        return hours(placement) + " h a year" + (parts.isEmpty() ? "" : "; misfit: " + String.join(", ", parts));
    }

    String hours(Placement placement) {
        return need(placement)
                .hoursPerYear()
                .setScale(1, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** The answer in words. */
    String verdict() {
        int needs = problem.needs().size();
        String words = problem.role() + ": " + assignment.placements().size() + " of " + needs + " customers placed, "
                + check.handOvers() + " handed over"
                + (budget().isPresent() ? " (at most " + budget().getAsInt() + " may be)" : "") + ", "
                + firstOwners().size() + " get their first owner, "
                + check.score().unplaced() + " cannot be placed";
        int least = assignment.leastUnplaced().orElse(0);
        if (least < check.score().unplaced()) {
            return words + ": no answer leaves out fewer than " + least + ".";
        }
        double misfit = check.score().misfit();
        if (assignment.bound().isEmpty()) {
            return words + ". Misfit " + StudyPage.number(misfit) + "; how far from the best is not known.";
        }
        double above = misfit - assignment.bound().getAsDouble();
        return words + ". Misfit " + StudyPage.number(misfit)
                + (above < PROVEN
                        ? ", proven to be the best."
                        : ", at most " + StudyPage.number(above) + " above the best.");
    }
}
