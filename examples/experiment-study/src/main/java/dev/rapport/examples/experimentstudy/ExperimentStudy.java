package dev.rapport.examples.experimentstudy;

import dev.rapport.engagement.experiment.Judgement;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyProgram;
import dev.rapport.examples.shared.study.StudyTable;
import java.util.List;
import java.util.Optional;

/** Chooses the comparison by the columns that are named. */
final class ExperimentStudy implements StudyProgram.Method {

    private static final List<String> OF_PERIODS = List.of("from");
    private static final List<String> OF_ARMS = List.of("covariate", "score", "peek", "shares");

    @Override
    public Study study(StudyTable table, Arguments arguments) {
        table.requirePresent(arguments.get("treatment"));
        arguments.get("outcome");
        Judgement judgement = judgement(arguments);
        boolean hasPeriods = arguments.find("period").isPresent();
        boolean hasClusters = arguments.find("cluster").isPresent();
        if (hasPeriods && !hasClusters) {
            throw new UserError("option (--period) must come with --cluster, which says who is seen again in each period.\n"
                    + "Maybe --cluster with the column of the customer's id.");
        }
        refuse(hasPeriods ? List.of() : OF_PERIODS, "with --cluster and --period", arguments);
        refuse(hasClusters ? OF_ARMS : List.of(), "without --cluster", arguments);
        try {
            return (hasPeriods
                            ? new PeriodStudy(table, arguments, judgement).findings()
                            : new ArmStudy(table, arguments, judgement).findings())
                    .study();
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private static void refuse(List<String> options, String rule, Arguments arguments) {
        for (String option : options) {
            if (arguments.find(option).isPresent()) {
                throw new UserError("option (--" + option + ") must stand " + rule + ".\nMaybe see --help.");
            }
        }
    }

    private static Judgement judgement(Arguments arguments) {
        Judgement judgement = Judgement.standard();
        Optional<String> level = arguments.find("level");
        Optional<String> matters = arguments.find("matters");
        try {
            judgement = level.isPresent() ? judgement.atLevel(number("level", level.get())) : judgement;
            judgement = matters.isPresent() ? judgement.mattersFrom(number("matters", matters.get())) : judgement;
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
        return arguments.has("lower-is-better") ? judgement.lowerIsBetter() : judgement;
    }

    static double number(String option, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UserError("option (--" + option + " " + text + ") must be a number.", e);
        }
    }
}
