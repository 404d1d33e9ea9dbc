package dev.rapport.health.json;

import static dev.rapport.health.json.EstimateShapes.ESTIMATE;

import dev.rapport.health.contact.ContactCounts;
import dev.rapport.health.contact.ContactRound;
import dev.rapport.health.survey.AccountSentiment;
import dev.rapport.health.survey.Driver;
import dev.rapport.health.survey.Drivers;
import dev.rapport.health.survey.Effort;
import dev.rapport.health.survey.EffortRanking;
import dev.rapport.health.survey.Instrument;
import dev.rapport.health.survey.InstrumentReport;
import dev.rapport.health.survey.Purpose;
import dev.rapport.health.survey.Scale;
import dev.rapport.health.survey.SilentAccounts;
import dev.rapport.health.survey.SurveyBreakdown;
import dev.rapport.health.survey.SurveyGroup;
import dev.rapport.health.survey.SurveyKind;
import dev.rapport.health.survey.SurveyPeriod;
import dev.rapport.health.survey.SurveyReport;
import dev.rapport.health.survey.SurveyResponse;
import dev.rapport.health.survey.SurveySummary;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;

/**
 * How it is written what surveys say. A number comes with its interval, level and method and with what it rests on; where
 * there is no number, {@code notEnoughData} says why.
 *
 * <pre>{@code
 * JsonLayout.PRETTY.text(out -> SurveyJson.REPORT.write(report, out));
 * }</pre>
 */
public final class SurveyJson {

    private static final Shape<PolicyRef> POLICY = Output.object("survey-policy", fields -> {
        fields.required("id", Shape.text(), PolicyRef::id);
        fields.required("revision", Shape.text(), PolicyRef::revision);
    });

    private static final Shape<SurveyPeriod> PERIOD = Output.object("survey-period", fields -> {
        fields.required("from", Shape.date(), SurveyPeriod::from);
        fields.required("to", Shape.date(), SurveyPeriod::to);
    });

    private static final Shape<Scale> SCALE = Output.object("survey-scale", fields -> {
        fields.required("from", Shape.number(), Scale::from);
        fields.required("to", Shape.number(), Scale::to);
    });

    private static final Shape<SurveyResponse> RESPONSE = Output.object("survey-response", fields -> {
        fields.required("asked", Shape.integer(), SurveyResponse::asked);
        fields.required("answered", Shape.integer(), SurveyResponse::answered);
        fields.required("open", Shape.integer(), SurveyResponse::open);
        fields.required("accountsAsked", Shape.integer(), SurveyResponse::accountsAsked);
        fields.required("accountsSilent", Shape.integer(), SurveyResponse::accountsSilent);
        fields.required("rate", ESTIMATE, SurveyResponse::rate);
    });

    private static final Shape<SurveySummary> SUMMARY = Output.object("survey-summary", SurveyJson::declareSummary);

    private static final Shape<SurveyGroup> GROUP = Output.object("survey-group", fields -> {
        fields.optional("value", Shape.text(), SurveyGroup::value);
        fields.part(SurveyGroup::summary, SurveyJson::declareSummary);
    });

    private static final Shape<SurveyBreakdown> BREAKDOWN = Output.object("survey-breakdown", fields -> {
        fields.required(
                "attribute", Shape.text(), breakdown -> breakdown.attribute().name());
        fields.required("groups", Shape.listOf(GROUP), SurveyBreakdown::groups);
    });

    private static final Shape<InstrumentReport> INSTRUMENT = Output.object("survey-instrument", fields -> {
        fields.part(InstrumentReport::instrument, SurveyJson::declareInstrument);
        fields.required("period", PERIOD, report -> report.overall().period());
        fields.required("overall", SUMMARY, InstrumentReport::overall);
        fields.required("by", Shape.listOf(BREAKDOWN), InstrumentReport::breakdowns);
    });

    private static final Shape<AccountSentiment> ACCOUNT = Output.object("account-sentiment", fields -> {
        fields.required("customer", Shape.text(), AccountSentiment::customerId);
        fields.optional(
                "sentiment", Shape.number(), sentiment -> sentiment.decision().value());
        fields.required("byRole", Output.mapOf(Shape.number()), AccountSentiment::byRole);
    });

    private static final Shape<Driver> DRIVER = Output.object("survey-driver", fields -> {
        fields.required("attribute", Shape.text(), driver -> driver.attribute().name());
        fields.required("correlation", ESTIMATE, Driver::correlation);
    });

    private static final Shape<Effort> EFFORT = Output.object("survey-effort", fields -> {
        fields.required("value", Shape.text(), Effort::group);
        fields.required("accounts", Shape.integer(), Effort::accounts);
        fields.required("perPoint", ESTIMATE, Effort::perPoint);
        fields.optional("total", Shape.number(), Effort::total);
    });

    /** A report. */
    public static final Shape<SurveyReport> REPORT = Output.object("survey-report", SurveyJson::declareReport);

    /** What goes along with the answers: associations. */
    public static final Shape<Drivers> DRIVERS = Output.object("survey-drivers", fields -> {
        fields.required(
                "instrument", Shape.text(), drivers -> drivers.instrument().id());
        fields.required("period", PERIOD, Drivers::period);
        fields.required("associations", Shape.listOf(DRIVER), Drivers::all);
    });

    /** A ranking of efforts: associations. */
    public static final Shape<EffortRanking> EFFORTS = Output.object("survey-efforts", fields -> {
        fields.required(
                "instrument", Shape.text(), ranking -> ranking.instrument().id());
        fields.required(
                "outcome",
                Shape.text(),
                ranking -> ranking.outcome().attribute().name());
        fields.required(
                "higherIsBetter", Shape.bool(), ranking -> ranking.outcome().higherIsBetter());
        fields.required("associations", Shape.listOf(EFFORT), EffortRanking::all);
    });

    /** How silent accounts fare: an association. */
    public static final Shape<SilentAccounts> SILENT = Output.object("silent-accounts", fields -> {
        fields.required(
                "instrument", Shape.text(), silent -> silent.instrument().id());
        fields.required("customers", Shape.listOf(Shape.text()), SilentAccounts::customerIds);
        fields.required("ofSilent", ESTIMATE, SilentAccounts::ofSilent);
        fields.required("ofAnswering", ESTIMATE, SilentAccounts::ofAnswering);
        fields.required("association", ESTIMATE, SilentAccounts::difference);
    });

    /** How many may be asked. */
    public static final Shape<ContactCounts> CONTACTS = Output.object("contact-counts", fields -> {
        fields.required("instrument", Shape.text(), ContactCounts::instrument);
        fields.required("people", Shape.integer(), ContactCounts::people);
        fields.required("peopleAllowed", Shape.integer(), ContactCounts::peopleAllowed);
        fields.required("accounts", Shape.integer(), ContactCounts::accounts);
        fields.required("accountsAllowed", Shape.integer(), ContactCounts::accountsAllowed);
        fields.required("peopleByObstacle", Output.mapOf(Shape.integer()), ContactCounts::peopleByObstacle);
    });

    /** Who is asked next, the first fifty by name, and how many are not, for which reasons. */
    public static final Shape<ContactRound> ROUND = ContactRoundShapes.ROUND;

    private SurveyJson() {}

    /**
     * Declares the fields of a report, for documents of which it is a part.
     *
     * @param fields  takes the fields
     */
    public static void declareReport(OutputFields<SurveyReport> fields) {
        fields.required("policy", POLICY, SurveyReport::policy);
        fields.required(
                "level", Shape.number(), report -> report.declared().settings().level());
        fields.required("instruments", Shape.listOf(INSTRUMENT), SurveyReport::instruments);
        fields.required(
                "accountsWithSentiment",
                Shape.integer(),
                report -> report.sentiments().size());
        fields.required("divided", Shape.listOf(ACCOUNT), SurveyReport::divided);
    }

    private static void declareInstrument(OutputFields<Instrument> fields) {
        fields.required("id", Shape.text(), Instrument::id);
        fields.required("kind", Shape.oneOf(SurveyKind.class), Instrument::kind);
        fields.required("purpose", Shape.oneOf(Purpose.class), Instrument::purpose);
        fields.required("scale", SCALE, Instrument::scale);
    }

    private static void declareSummary(OutputFields<SurveySummary> fields) {
        fields.required("answers", Shape.integer(), summary -> summary.counts().answers());
        fields.required(
                "favourable", Shape.integer(), summary -> summary.counts().favourable());
        fields.required("neutral", Shape.integer(), summary -> summary.counts().neutral());
        fields.required(
                "unfavourable", Shape.integer(), summary -> summary.counts().unfavourable());
        fields.required("notCounted", Shape.integer(), SurveySummary::notCounted);
        fields.required("accounts", Shape.integer(), SurveySummary::accounts);
        fields.required("score", ESTIMATE, SurveySummary::score);
        fields.required("mean", ESTIMATE, SurveySummary::mean);
        fields.required("change", ESTIMATE, SurveySummary::change);
        fields.required("trend", ESTIMATE, SurveySummary::trend);
        fields.required("response", RESPONSE, SurveySummary::response);
    }
}
