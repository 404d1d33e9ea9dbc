package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Goal;
import java.time.LocalDate;
import java.util.List;

/** What customers want to reach and how far they got, and what they told us about it. */
final class GoalWriter {

    /**
     * A kind of goal.
     *
     * @param id  what it is called in the roadmap
     * @param title  the goal in words
     * @param unit  the unit of the values
     * @param change  how the target relates to the baseline
     */
    private record Kind(String id, String title, String unit, double change) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("month-end-close", "Shorter month-end close", "days", 0.6),
            new Kind("report-errors", "Fewer errors in reports", "errors", 0.5),
            new Kind("orders-per-person", "More orders handled per person", "orders", 1.4),
            new Kind("audit-hours", "Less time to answer auditors", "hours", 0.4),
            new Kind("branches", "More branches on one process", "branches", 2.5));

    /**
     * Something that is said.
     *
     * @param theme  what it is about
     * @param cause  the root cause
     * @param text  in words
     * @param action  what was done where something was
     */
    private record Remark(String theme, String cause, String text, String action) {}

    private static final List<Remark> REMARKS = List.of(
            new Remark("usability", Causes.NONE, "We did not find how to share a report.", "Sharing is a button of its own now."),
            new Remark("features", Causes.GAP, "Filters should be kept between sessions.", "Filters are kept since release 26.1."),
            new Remark("training", Causes.TRAINING, "New colleagues need a course.", "Your new colleagues have had their course."),
            new Remark("price", Causes.PRICE, "We would rather pay by team than by seat.", "Your contract counts teams from the next term on."),
            new Remark("praise", Causes.NONE, "The reviews with our manager help us a lot.", "Thank you; the reviews go on."));

    private static final double DAYS_TO_CLOSE = 60;
    private static final String MENDED = "The export is whole again since release 26.3.";

    private GoalWriter() {}

    static void write(Profile profile, Pen pen) {
        writeGoals(profile, pen);
        writeFeedback(profile, pen);
    }

    private static void writeGoals(Profile profile, Pen pen) {
        Dice dice = profile.dice("goals");
        boolean isUnreached = profile.is(Plant.UNREACHED_USE_CASE);
        int several = profile.tier() == Tier.SMALL ? dice.whole(0, 1) : dice.whole(1, 3);
        int count = isUnreached ? 1 : several;
        for (int number = 1; number <= count; number++) {
            Kind rolled = dice.pick(KINDS);
            boolean isConfirmed = profile.is(Plant.HEALTHY_PARENT) && number == 1;
            Kind kind = isUnreached || isConfirmed ? KINDS.get(0) : rolled;
            LocalDate set = profile.from().plusDays(dice.whole(10, 150));
            int days = isUnreached ? 480 : dice.whole(300, 800);
            double rolledBaseline = dice.whole(10, 90);
            double baseline = isConfirmed ? DAYS_TO_CLOSE : rolledBaseline;
            double rolledPace = 0.45 + 0.75 * profile.moodOn(profile.from()) + dice.between(-0.1, 0.1);
            double pace = isConfirmed ? 2 : rolledPace;
            LocalDate due = set.plusDays(days);
            String id = profile.id("goal", number);
            for (int quarter = 0; quarter <= 8; quarter++) {
                LocalDate on = set.plusDays(91L * quarter);
                double progress = Math.min(1, pace * paceOf(profile) * Math.min(1, 91.0 * quarter / days));
                boolean isOver = on.isAfter(profile.until())
                        || (quarter > 0 && on.minusDays(91).isAfter(due));
                if (!isOver) {
                    pen.write(
                            Goal.SERIES,
                            id,
                            on,
                            Pen.entered(on, dice),
                            goal -> goal.with(Goal.TITLE, kind.title())
                                    .with(Goal.KIND, kind.id())
                                    .with(Goal.UNIT, kind.unit())
                                    .with(Goal.BASELINE, baseline)
                                    .with(Goal.TARGET, tenth(baseline * kind.change()))
                                    .with(Goal.REALISED, tenth(baseline * (1 + progress * (kind.change() - 1))))
                                    .with(Goal.DUE_ON, due)
                                    .with(Goal.CONFIRMED, progress >= 1));
                }
            }
        }
    }

    private static double paceOf(Profile profile) {
        return switch (profile.plant()) {
            case UNREACHED_USE_CASE -> 0.07;
            case FALLING_USAGE, MISSED_DEADLINE, NOTICE_GIVEN -> 0.35;
            default -> 1;
        };
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static void writeFeedback(Profile profile, Pen pen) {
        Dice dice = profile.dice("feedback");
        int number = 0;
        for (LocalDate day = profile.from(); !day.isAfter(profile.until()); day = day.plusDays(90)) {
            boolean speaks = dice.chance(profile.tier() == Tier.SMALL ? 0.06 : 0.2);
            Remark remark = dice.pick(REMARKS);
            LocalDate on = day.plusDays(dice.whole(0, 89));
            String status = dice.pick(List.of("heard", "answered", "acted"));
            if (speaks && !on.isAfter(profile.until())) {
                write(profile, pen, ++number, on, remark, status);
            }
        }
        if (profile.is(Plant.RECURRING_DEFECT)) {
            Remark unfiled = new Remark("", Causes.NONE, "The EXPORT, again: half of the rows are missing!", MENDED);
            write(profile, pen, ++number, PlantedTruths.EXPORT_SAID, unfiled, profile.rank() == 0 ? "acted" : "heard");
        }
        LocalDate lately = SampleBook.UNTIL.minusDays(25L + 9L * profile.rank());
        if (profile.is(Plant.SALES_EXPECTATION)) {
            write(
                    profile,
                    pen,
                    ++number,
                    lately,
                    new Remark(
                            "expectations",
                            Causes.SALES_EXPECTATION,
                            "We were promised an interface to our warehouse.",
                            ""),
                    "heard");
        }
        if (profile.is(Plant.UNREACHED_USE_CASE)) {
            write(
                    profile,
                    pen,
                    ++number,
                    lately,
                    new Remark("use-case", Causes.USE_CASE, "What we bought it for still happens in spreadsheets.", ""),
                    "heard");
        }
    }

    private static void write(Profile profile, Pen pen, int number, LocalDate on, Remark remark, String status) {
        pen.write(Feedback.SERIES, profile.id("feedback", number), on, feedback -> {
            if (!remark.theme().isEmpty()) {
                feedback.with(Feedback.THEME, remark.theme());
            }
            if (status.equals("acted")) {
                LocalDate acted = on.plusDays(5 + 7L * number % 30);
                feedback.with(Feedback.ACTION, remark.action());
                if (!acted.isAfter(SampleBook.UNTIL)) {
                    feedback.with(Feedback.ACTED_ON, acted);
                }
            }
            feedback.with(Feedback.TEXT, remark.text())
                    .with(Feedback.STATUS, status)
                    .with(Feedback.SOURCE, number % 2 == 0 ? "survey" : "call");
            if (!remark.cause().equals(Causes.NONE)) {
                feedback.with(Feedback.CAUSE, remark.cause());
            }
        });
    }
}
