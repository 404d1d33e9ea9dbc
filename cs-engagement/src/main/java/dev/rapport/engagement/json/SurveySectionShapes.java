package dev.rapport.engagement.json;

import dev.rapport.engagement.plan.PlanSurveys;
import dev.rapport.health.json.SurveyJson;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;

/** How what surveys say is written. */
final class SurveySectionShapes {

    private static final Shape<PlanSurveys> HINDSIGHT = Output.object("survey-hindsight", fields -> {
        fields.required("since", Shape.date(), PlanSurveys::since);
        fields.required("efforts", Shape.listOf(SurveyJson.EFFORTS), PlanSurveys::efforts);
        fields.required("silent", Shape.listOf(SurveyJson.SILENT), PlanSurveys::silent);
    });

    private SurveySectionShapes() {}

    static void declareSurveys(OutputFields<PlanSurveys> fields) {
        fields.part(PlanSurveys::report, SurveyJson::declareReport);
        fields.listUnlessEmpty("contacts", SurveyJson.CONTACTS, PlanSurveys::contacts);
        fields.listUnlessEmpty("rounds", SurveyJson.ROUND, PlanSurveys::rounds);
        fields.required("drivers", Shape.listOf(SurveyJson.DRIVERS), PlanSurveys::drivers);
        fields.required("hindsight", HINDSIGHT, surveys -> surveys);
    }
}
