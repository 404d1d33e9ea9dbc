package dev.rapport.health.json;

import dev.rapport.health.choice.ChoiceRule;
import dev.rapport.health.choice.ScorecardChoice;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;

/** The shape of the choice between scorecards, before the whole is checked. */
final class ChoiceShapes {

    private static final Shape<ChoiceRule> RULE = Shape.object("choice-rule", fields -> {
        var scorecard =
                fields.required("scorecard", Shape.code().described("The id of the scorecard"), ChoiceRule::scorecard);
        var when = fields.required(
                "when",
                Shape.listOf(TestShapes.TEST).notEmpty().described("What must all hold of a customer"),
                ChoiceRule::when);
        return in -> new ChoiceRule(in.get(scorecard), in.get(when));
    });

    static final DocumentKind<ScorecardChoice> SCORECARD_CHOICE =
            DocumentKind.of("scorecard-choice", 1, ScorecardChoice::header, fields -> {
                var rules = fields.required(
                        "rules",
                        Shape.listOf(RULE).notEmpty().described("The first whose condition holds chooses"),
                        ScorecardChoice::rules);
                var otherwise = fields.required(
                        "otherwise",
                        Shape.code().described("The scorecard of those for whom no condition holds"),
                        ScorecardChoice::otherwise);
                return (header, in) -> new ScorecardChoice(header, in.get(rules), in.get(otherwise));
            });

    private ChoiceShapes() {}
}
