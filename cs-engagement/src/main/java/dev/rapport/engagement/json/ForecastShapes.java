package dev.rapport.engagement.json;

import dev.rapport.engagement.forecast.BridgeStep;
import dev.rapport.engagement.forecast.Commitment;
import dev.rapport.engagement.forecast.Commitment.Call;
import dev.rapport.engagement.forecast.CommitmentLog;
import dev.rapport.engagement.forecast.ForecastLine;
import dev.rapport.engagement.forecast.ForecastMonth;
import dev.rapport.engagement.forecast.ForecastReview;
import dev.rapport.engagement.forecast.ForecastSum;
import dev.rapport.engagement.forecast.KeptRevenue;
import dev.rapport.engagement.forecast.RenewalForecast;
import dev.rapport.engagement.forecast.ReviewedLine;
import dev.rapport.engagement.forecast.ReviewedMonth;
import dev.rapport.engagement.forecast.ReviewedSum;
import dev.rapport.engagement.milestone.DecisionResult;
import dev.rapport.engagement.plan.PlanForecast;
import dev.rapport.health.estimate.Estimate;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** How forecasts are written, and how good they were. */
final class ForecastShapes {

    private static final Shape<Map<Call, Money>> CALLED = Output.object("called", fields -> {
        fields.optional("commit", Shape.money(), called -> Optional.ofNullable(called.get(Call.COMMIT)));
        fields.optional("bestCase", Shape.money(), called -> Optional.ofNullable(called.get(Call.BEST_CASE)));
        fields.optional("unlikely", Shape.money(), called -> Optional.ofNullable(called.get(Call.UNLIKELY)));
    });

    private static final Shape<ForecastSum> SUM = Output.object("forecast-sum", ForecastShapes::declareSum);

    private static final Shape<ForecastMonth> MONTH = Output.object("forecast-month", fields -> {
        fields.required("month", Shape.text(), month -> month.month().toString());
        fields.part(ForecastMonth::sum, ForecastShapes::declareSum);
    });

    private static final Shape<Commitment> SAID = Output.object("commitment", fields -> {
        fields.required("call", Shape.text(), said -> said.call().orElseThrow().word());
        fields.required("owner", Shape.text(), Commitment::owner);
        fields.required("since", Shape.instant(), said -> said.entry().at());
        fields.optional("expansion", Shape.money(), Commitment::expansion);
        fields.optional("reason", Shape.text(), Commitment::reason);
    });

    private static final Shape<ForecastLine> LINE = Output.object("forecast-line", ForecastShapes::declareLine);

    private static final Shape<ReviewedLine> REVIEWED = Output.object("reviewed-line", ForecastShapes::declareReviewed);

    private static final Shape<ReviewedLine> LOGGED = Output.object("logged-commitment", fields -> {
        fields.part(line -> line, ForecastShapes::declareReviewed);
        fields.optional("closer", Shape.oneOf(CommitmentLog.Closer.class), CommitmentLog::closer);
    });

    private static final Shape<ReviewedMonth> REVIEWED_MONTH = Output.object("reviewed-month", fields -> {
        fields.required("month", Shape.text(), month -> month.month().toString());
        fields.part(ReviewedMonth::sum, ForecastShapes::declareReviewedSum);
    });

    private static final Shape<ReviewedSum> REVIEWED_SUM =
            Output.object("reviewed-sum", ForecastShapes::declareReviewedSum);

    static final Shape<BridgeStep> STEP = Output.object("bridge-step", fields -> {
        fields.required("part", Shape.oneOf(BridgeStep.Part.class), BridgeStep::part);
        fields.optional("forecast", Shape.money(), BridgeStep::forecast);
        fields.required("happened", Shape.money(), BridgeStep::happened);
    });

    private static final Shape<ForecastReview> REVIEW = Output.object("since-last-plan", fields -> {
        fields.required("since", Shape.date(), ForecastReview::since);
        fields.required("until", Shape.date(), ForecastReview::until);
        fields.required("words", Shape.listOf(Shape.text()), ForecastReview::words);
        fields.required("opening", Shape.money(), ForecastReview::opening);
        fields.required("steps", Shape.listOf(STEP), ForecastReview::steps);
        fields.required("expectedClosing", Shape.money(), ForecastReview::expectedClosing);
        fields.required("worstClosing", Shape.money(), ForecastReview::worstClosing);
        fields.required("bestClosing", Shape.money(), ForecastReview::bestClosing);
        fields.required("closing", Shape.money(), ForecastReview::closing);
        fields.required("renewals", REVIEWED_SUM, ForecastReview::renewals);
        fields.required("months", Shape.listOf(REVIEWED_MONTH), ForecastReview::months);
        fields.required("lines", Shape.listOf(REVIEWED), ForecastReview::lines);
    });

    private static final Shape<Estimate> SCORE = Output.object("brier-score", fields -> {
        fields.optionalPart(Estimate::known, known -> {
            known.required("value", Shape.number(), Estimate.Known::value);
            known.required("low", Shape.number(), one -> one.interval().low());
            known.required("high", Shape.number(), one -> one.interval().high());
            known.required(
                    "level", Shape.number(), one -> one.interval().confidence().level());
        });
        fields.optional("notEnoughData", Shape.text(), Estimate::whyNot);
        fields.required("decisions", Shape.longInteger(), score -> score.basis().observations());
        fields.required("customers", Shape.longInteger(), score -> score.basis().clusters());
    });

    private static final Shape<CommitmentLog> LOG = Output.object("commitment-log", fields -> {
        fields.required("verdict", Shape.text(), CommitmentLog::verdict);
        fields.required("people", SCORE, CommitmentLog::people);
        fields.required("model", SCORE, CommitmentLog::model);
        fields.required("peopleLessModel", SCORE, CommitmentLog::difference);
        fields.required("disagreements", Shape.listOf(LOGGED), CommitmentLog::disagreements);
        fields.required("lines", Shape.listOf(LOGGED), CommitmentLog::lines);
    });

    private ForecastShapes() {}

    static void declareForecast(OutputFields<PlanForecast> fields) {
        fields.part(PlanForecast::ahead, ForecastShapes::declareAhead);
        fields.optional("sinceLastPlan", REVIEW, PlanForecast::sinceLastPlan);
        fields.optional("log", LOG, PlanForecast::log);
    }

    private static void declareAhead(OutputFields<RenewalForecast> fields) {
        fields.required("days", Shape.integer(), RenewalForecast::days);
        fields.required("words", Shape.listOf(Shape.text()), RenewalForecast::words);
        fields.required("source", Shape.text(), forecast -> forecast.policy().source());
        fields.required("total", SUM, RenewalForecast::total);
        fields.required("months", Shape.listOf(MONTH), RenewalForecast::months);
        fields.required("segments", Output.mapOf(SUM), RenewalForecast::segments);
        fields.required("renewalsDue", Shape.listOf(MONTH), RenewalForecast::renewalsDue);
        fields.required(
                "disagreements",
                Shape.listOf(Shape.text()),
                forecast -> forecast.disagreements().stream()
                        .map(line -> line.decision().contract())
                        .toList());
        fields.required("lines", Shape.listOf(LINE), RenewalForecast::lines);
        fields.required("decided", Shape.listOf(LINE), RenewalForecast::decided);
        fields.required("untold", Shape.listOf(Shape.text()), RenewalForecast::untold);
    }

    private static void declareSum(OutputFields<ForecastSum> fields) {
        fields.required("decisions", Shape.integer(), ForecastSum::decisions);
        fields.required("due", Shape.money(), ForecastSum::due);
        fields.required("expected", Shape.money(), ForecastSum::expected);
        fields.required("expectedExpansion", Shape.money(), ForecastSum::expectedExpansion);
        fields.required("worst", Shape.money(), ForecastSum::worst);
        fields.required("likely", Shape.money(), ForecastSum::likely);
        fields.required("best", Shape.money(), ForecastSum::best);
        fields.required("method", Shape.oneOf(KeptRevenue.Method.class), ForecastSum::method);
        fields.optionalNumber("gross", ForecastSum::gross);
        fields.optionalNumber("net", ForecastSum::net);
        fields.required("called", CALLED, ForecastSum::called);
        fields.required("statedOfCalled", Shape.money(), ForecastSum::statedOfCalled);
        fields.required("expectedOfCalled", Shape.money(), ForecastSum::expectedOfCalled);
    }

    private static void declareLine(OutputFields<ForecastLine> fields) {
        fields.required("customer", Shape.text(), line -> line.decision().customerId());
        fields.required("contract", Shape.text(), line -> line.decision().contract());
        fields.required("segment", Shape.text(), ForecastLine::segment);
        fields.required("date", Shape.date(), line -> line.decision().date());
        fields.required("termEnd", Shape.date(), line -> line.decision().termEnd());
        fields.required("due", Shape.money(), ForecastLine::due);
        fields.required("kept", Shape.number(), ForecastLine::kept);
        fields.required("basis", Shape.oneOf(ForecastLine.Basis.class), ForecastLine::basis);
        fields.required("expected", Shape.money(), ForecastLine::expected);
        fields.required("expectedExpansion", Shape.money(), ForecastLine::expectedExpansion);
        fields.optional("commitment", SAID, ForecastLine::commitment);
        fields.optionalNumber("stated", ForecastLine::stated);
        fields.required("disagrees", Shape.bool(), ForecastLine::disagrees);
    }

    private static void declareReviewed(OutputFields<ReviewedLine> fields) {
        fields.part(ReviewedLine::forecast, ForecastShapes::declareLine);
        fields.required(
                "result",
                Shape.oneOf(DecisionResult.Kind.class),
                line -> line.result().kind());
        fields.required("because", Shape.text(), line -> line.result().reason());
        fields.required("renewed", Shape.money(), ReviewedLine::renewed);
    }

    private static void declareReviewedSum(OutputFields<ReviewedSum> fields) {
        fields.required("forecast", SUM, ReviewedSum::forecast);
        fields.required("dueKnown", Shape.money(), ReviewedSum::dueKnown);
        fields.required("kept", Shape.money(), ReviewedSum::kept);
        fields.required("renewed", Shape.money(), ReviewedSum::renewed);
        fields.required("lost", Shape.money(), ReviewedSum::lost);
        fields.required("notKnown", Shape.money(), ReviewedSum::notKnown);
        fields.required("withinRange", Shape.bool(), ReviewedSum::isWithinRange);
        fields.optionalNumber("gross", ReviewedSum::gross);
        fields.optionalNumber("net", ReviewedSum::net);
    }
}
