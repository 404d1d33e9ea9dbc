package dev.rapport.engagement.model;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import java.util.List;

/** Finds what is wrong with when things are done in an engagement policy. */
final class TimeCheck {

    private static final int MONTHS = 12;

    private final ProblemCollector problems;

    TimeCheck(ProblemCollector problems) {
        this.problems = problems;
    }

    void touchpoints(TouchpointPlan plan, Location here) {
        months(plan.months(), here.child("months"));
        if (plan.daysBeforeDecision().isPresent() && !plan.months().isEmpty()) {
            problems.add(Problem.error(
                            "two-times",
                            here.child("months"),
                            "must not stand beside daysBeforeDecision, was " + plan.months())
                    .withAdvice("Maybe these are two kinds of touchpoints"));
        }
        atLeast(0, plan.daysBeforeDecision().orElse(0), here.child("daysBeforeDecision"));
    }

    void yearAhead(YearAhead outlook) {
        Location here = Location.NONE.child("yearAhead");
        if (outlook.source().isBlank()) {
            problems.error("no-source", here.child("source"), "must say where the numbers are from");
        }
        for (int i = 0; i < outlook.newCustomers().size(); i++) {
            months(
                    outlook.newCustomers().get(i).months(),
                    here.child("newCustomers").child(i).child("months"));
        }
        List<Integer> weights = outlook.availability();
        boolean isTwelve = weights.size() == MONTHS
                && weights.stream().allMatch(weight -> weight >= 0)
                && weights.stream().anyMatch(weight -> weight > 0);
        if (!weights.isEmpty() && !isTwelve) {
            problems.error(
                    "availability",
                    here.child("availability"),
                    "must be twelve numbers of at least 0, not all 0, was " + weights);
        }
        atLeast(0, outlook.leadDays(), here.child("leadDays"));
        if (outlook.lastingMonths() < 1 || outlook.lastingMonths() > MONTHS) {
            problems.error(
                    "lasting-months",
                    here.child("lastingMonths"),
                    "must be between 1 and " + MONTHS + ", was " + outlook.lastingMonths());
        }
    }

    private void months(List<Integer> months, Location here) {
        for (int m = 0; m < months.size(); m++) {
            int month = months.get(m);
            if (month < 1 || month > MONTHS || months.indexOf(month) < m) {
                problems.error("month", here.child(m), "must be a month from 1 to 12 that comes once, was " + month);
            }
        }
    }

    private void atLeast(int least, int number, Location here) {
        if (number < least) {
            problems.error("negative", here, "must be >= " + least + ", was " + number);
        }
    }
}
