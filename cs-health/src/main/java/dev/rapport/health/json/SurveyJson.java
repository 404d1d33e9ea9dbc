package dev.rapport.health.json;

import dev.rapport.health.contact.ContactCounts;
import dev.rapport.health.survey.AccountSentiment;
import dev.rapport.health.survey.Driver;
import dev.rapport.health.survey.Drivers;
import dev.rapport.health.survey.Effort;
import dev.rapport.health.survey.EffortRanking;
import dev.rapport.health.survey.Instrument;
import dev.rapport.health.survey.InstrumentReport;
import dev.rapport.health.survey.SilentAccounts;
import dev.rapport.health.survey.SurveyBreakdown;
import dev.rapport.health.survey.SurveyGroup;
import dev.rapport.health.survey.SurveyPeriod;
import dev.rapport.health.survey.SurveyReport;
import dev.rapport.health.survey.SurveyResponse;
import dev.rapport.health.survey.SurveySummary;
import dev.rapport.model.json.JsonOut;

/**
 * Writes what surveys say. A number comes with its interval, level and method and with what it rests on; where there is no
 * number, {@code notEnoughData} says why.
 */
public final class SurveyJson {

    private static final String ASSOCIATION = "association";

    private SurveyJson() {}

    /**
     * Writes a report as one object.
     *
     * @param report  the report
     * @param out  where to
     */
    public static void write(SurveyReport report, JsonOut out) {
        out.object(object -> writeFields(report, object));
    }

    /**
     * Writes the fields of a report into an object that is open, so that others can stand beside them.
     *
     * @param report  the report
     * @param out  where to
     */
    public static void writeFields(SurveyReport report, JsonOut out) {
        out.object(
                        "policy",
                        policy -> policy.field("id", report.policy().id())
                                .field("revision", report.policy().revision()))
                .field("level", report.declared().settings().level())
                .array("instruments", list -> report.instruments().forEach(one -> write(one, list)));
        report.declared()
                .settings()
                .sentiment()
                .ifPresent(rule -> out.object(
                        "sentiment",
                        object -> object.field("days", (long) rule.days())
                                .field("dividedFrom", rule.dividedFrom())
                                .field("accounts", (long) report.sentiments().size())
                                .array("divided", list -> report.divided().forEach(account -> write(account, list)))));
    }

    private static void write(InstrumentReport report, JsonOut out) {
        Instrument instrument = report.instrument();
        out.object(object -> {
            object.field("id", instrument.id())
                    .field("kind", EstimateJson.word(instrument.kind()))
                    .field("purpose", EstimateJson.word(instrument.purpose()))
                    .object(
                            "scale",
                            scale -> scale.field("from", instrument.scale().from())
                                    .field("to", instrument.scale().to()));
            write("period", report.overall().period(), object);
            object.object("overall", overall -> write(report.overall(), overall));
            object.array("by", list -> report.breakdowns().forEach(breakdown -> write(breakdown, list)));
        });
    }

    private static void write(SurveyBreakdown breakdown, JsonOut out) {
        out.object(object -> object.field("attribute", breakdown.attribute().name())
                .array("groups", list -> breakdown.groups().forEach(group -> write(group, list))));
    }

    private static void write(SurveyGroup group, JsonOut out) {
        out.object(object -> {
            group.value().ifPresentOrElse(value -> object.field("value", value), () -> object.nullField("value"));
            write(group.summary(), object);
        });
    }

    private static void write(SurveySummary summary, JsonOut out) {
        out.field("answers", (long) summary.counts().answers())
                .field("favourable", (long) summary.counts().favourable())
                .field("neutral", (long) summary.counts().neutral())
                .field("unfavourable", (long) summary.counts().unfavourable())
                .field("notCounted", (long) summary.notCounted())
                .field("accounts", (long) summary.accounts());
        EstimateJson.write("score", summary.score(), out);
        EstimateJson.write("mean", summary.mean(), out);
        EstimateJson.write("change", summary.change(), out);
        EstimateJson.write("trend", summary.trend(), out);
        out.object("response", response -> write(summary.response(), response));
    }

    private static void write(SurveyResponse response, JsonOut out) {
        out.field("asked", (long) response.asked())
                .field("answered", (long) response.answered())
                .field("open", (long) response.open())
                .field("accountsAsked", (long) response.accountsAsked())
                .field("accountsSilent", (long) response.accountsSilent());
        EstimateJson.write("rate", response.rate(), out);
    }

    private static void write(String field, SurveyPeriod period, JsonOut out) {
        out.object(field, object -> object.field("from", period.from()).field("to", period.to()));
    }

    private static void write(AccountSentiment sentiment, JsonOut out) {
        out.object(object -> {
            object.field("customer", sentiment.customerId());
            sentiment.decision().value().ifPresent(value -> object.field("sentiment", value));
            object.object("byRole", roles -> sentiment.byRole().forEach(roles::field));
        });
    }

    /**
     * Writes what goes along with the answers as one object.
     *
     * @param drivers  the drivers
     * @param out  where to
     */
    public static void write(Drivers drivers, JsonOut out) {
        out.object(object -> {
            object.field("instrument", drivers.instrument().id()).field("kind", ASSOCIATION);
            write("period", drivers.period(), object);
            object.array("drivers", list -> drivers.all().forEach(driver -> write(driver, list)));
        });
    }

    private static void write(Driver driver, JsonOut out) {
        out.object(object -> {
            object.field("attribute", driver.attribute().name());
            EstimateJson.write("correlation", driver.correlation(), object);
        });
    }

    /**
     * Writes a ranking of efforts as one object.
     *
     * @param ranking  the ranking
     * @param out  where to
     */
    public static void write(EffortRanking ranking, JsonOut out) {
        out.object(object -> object.field("instrument", ranking.instrument().id())
                .field("kind", ASSOCIATION)
                .field("outcome", ranking.outcome().attribute().name())
                .field("higherIsBetter", ranking.outcome().higherIsBetter())
                .array("groups", list -> ranking.all().forEach(effort -> write(effort, list))));
    }

    private static void write(Effort effort, JsonOut out) {
        out.object(object -> {
            object.field("value", effort.group()).field("accounts", (long) effort.accounts());
            EstimateJson.write("perPoint", effort.perPoint(), object);
            effort.total().ifPresent(total -> object.field("total", total));
        });
    }

    /**
     * Writes how silent accounts fare as one object.
     *
     * @param silent  the comparison
     * @param out  where to
     */
    public static void write(SilentAccounts silent, JsonOut out) {
        out.object(object -> {
            object.field("kind", ASSOCIATION)
                    .array("customers", ids -> silent.customerIds().forEach(ids::value));
            EstimateJson.write("ofSilent", silent.ofSilent(), object);
            EstimateJson.write("ofAnswering", silent.ofAnswering(), object);
            EstimateJson.write("difference", silent.difference(), object);
        });
    }

    /**
     * Writes how many may be asked as one object.
     *
     * @param counts  the numbers
     * @param out  where to
     */
    public static void write(ContactCounts counts, JsonOut out) {
        out.object(object -> object.field("instrument", counts.instrument())
                .field("people", (long) counts.people())
                .field("peopleAllowed", (long) counts.peopleAllowed())
                .field("accounts", (long) counts.accounts())
                .field("accountsAllowed", (long) counts.accountsAllowed())
                .object(
                        "peopleByObstacle",
                        obstacles -> counts.peopleByObstacle()
                                .forEach((code, people) -> obstacles.field(code, (long) people))));
    }
}
