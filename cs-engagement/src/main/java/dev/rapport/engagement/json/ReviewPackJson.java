package dev.rapport.engagement.json;

import dev.rapport.engagement.file.FileContract;
import dev.rapport.engagement.file.HealthPoint;
import dev.rapport.engagement.file.UsageSummary;
import dev.rapport.engagement.pack.AgendaItem;
import dev.rapport.engagement.pack.GoalValue;
import dev.rapport.engagement.pack.ReviewPack;
import dev.rapport.engagement.pack.SurveySummary;
import dev.rapport.engagement.pack.TicketSummary;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Ticket;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How the pack for an annual review is written: the document {@code rapport/review-pack}. A part that its readers may not see
 * is left out; one with nothing in it is empty.
 */
public final class ReviewPackJson {

    private static final int VERSION = 1;

    private record Said(ReviewPack pack, Feedback feedback) {}

    private static final Shape<GoalValue> GOAL = Output.object("goal-value", fields -> {
        fields.required("id", Shape.text(), value -> value.goal().id());
        fields.required("title", Shape.text(), value -> value.goal().title());
        fields.optional("unit", Shape.text(), value -> value.goal().unit());
        fields.optionalNumber("baseline", value -> value.goal().baseline());
        fields.optionalNumber("target", value -> value.goal().target());
        fields.optionalNumber("realised", value -> value.goal().realised());
        fields.optional("dueOn", Shape.date(), value -> value.goal().dueOn());
        fields.required("state", Shape.oneOf(GoalValue.State.class), GoalValue::state);
        fields.optionalNumber("progress", GoalValue::progress);
    });

    private static final Shape<HealthPoint> HEALTH = Output.object("pack-health-point", fields -> {
        fields.required("on", Shape.date(), HealthPoint::on);
        fields.required("band", Shape.text(), HealthPoint::band);
        fields.optionalNumber("score", HealthPoint::score);
    });

    private static final Shape<SurveySummary> SURVEY = Output.object("survey-summary", fields -> {
        fields.required("instrument", Shape.text(), SurveySummary::instrument);
        fields.required("answers", Shape.integer(), SurveySummary::answers);
        fields.required("mean", Shape.number(), SurveySummary::mean);
    });

    private static final Shape<TicketSummary> TICKETS = Output.object("ticket-summary", fields -> {
        fields.required("opened", Shape.longInteger(), TicketSummary::opened);
        fields.required("open", Shape.longInteger(), TicketSummary::open);
        fields.optionalNumber(
                "firstResponseHours", summary -> summary.averages().firstResponseHours());
        fields.optionalNumber("resolutionHours", summary -> summary.averages().resolutionHours());
        fields.optionalNumber("satisfaction", summary -> summary.averages().satisfaction());
    });

    private static final Shape<Said> SAID = Output.object("said", fields -> {
        fields.required("on", Shape.date(), one -> day(one));
        fields.optional("text", Shape.text(), one -> one.feedback().text());
        fields.optional("theme", Shape.text(), one -> one.feedback().theme());
        fields.optional("status", Shape.text(), one -> one.feedback().status());
        fields.optional("action", Shape.text(), one -> one.feedback().action());
        fields.optional("actedOn", Shape.date(), one -> one.feedback().actedOn());
    });

    private static final Shape<UsageSummary.Month> MONTH = Output.object("pack-usage-month", fields -> {
        fields.required("month", Shape.text(), month -> month.month().toString());
        fields.required("quantity", Shape.number(), UsageSummary.Month::quantity);
        fields.optionalNumber("activeUsers", UsageSummary.Month::activeUsers);
    });

    private static final Shape<FileContract> CONTRACT = Output.object("pack-contract", fields -> {
        fields.required(
                "id", Shape.text(), contract -> contract.terms().contract().id());
        fields.optional("termEnd", Shape.date(), FileContract::termEnd);
        fields.optional("decideBy", Shape.date(), FileContract::decisionDate);
        fields.required(
                "renewsByItself", Shape.bool(), contract -> contract.terms().autoRenews());
        fields.optional("arr", Shape.money(), FileContract::arr);
        fields.listUnlessEmpty("problems", Shape.text(), FileContract::problems);
    });

    private static final Shape<AgendaItem> ITEM = Output.object("agenda-item", fields -> {
        fields.required("topic", Shape.oneOf(AgendaItem.Topic.class), AgendaItem::topic);
        fields.required("why", Shape.text(), AgendaItem::why);
    });

    /** The pack. */
    public static final Shape<ReviewPack> SHAPE = Output.object("review-pack", ReviewPackJson::declare);

    private ReviewPackJson() {}

    /**
     * Writes a pack.
     *
     * @param pack  the pack
     * @param out  where it is written as one JSON value
     */
    public static void write(ReviewPack pack, JsonOut out) {
        SHAPE.write(pack, out);
    }

    private static void declare(OutputFields<ReviewPack> fields) {
        fields.format("review-pack", VERSION);
        fields.required("customer", Shape.text(), pack -> pack.file().customerId());
        fields.required("name", Shape.text(), ReviewPack::name);
        fields.required("from", Shape.date(), ReviewPack::from);
        fields.required("to", Shape.date(), ReviewPack::to);
        fields.required(
                "asOf",
                Cut.SHAPE,
                pack -> new Cut(pack.file().asOf(), pack.file().zone()));
        fields.required("reader", Shape.text(), pack -> pack.file().seen().reader());
        fields.required(
                "shows", Shape.oneOf(Sensitivity.class), pack -> pack.file().shown());
        fields.optional("decideBy", Shape.date(), ReviewPack::decideBy);
        fields.required("agenda", Shape.listOf(ITEM), ReviewPack::agenda);
        fields.optional("goals", Shape.listOf(GOAL), pack -> seen(pack.sees(Goal.SERIES), pack::goals));
        fields.optional(
                "usage",
                Shape.listOf(MONTH),
                pack -> seen(pack.sees(Usage.SERIES), () -> pack.file().usage().months()));
        fields.listUnlessEmpty("health", HEALTH, ReviewPack::health);
        fields.optional("surveys", Shape.listOf(SURVEY), pack -> seen(pack.sees(SurveyAnswer.SERIES), pack::surveys));
        fields.optional("tickets", TICKETS, pack -> seen(pack.sees(Ticket.SERIES), pack::tickets));
        fields.optional("said", Shape.listOf(SAID), pack -> seen(pack.sees(Feedback.SERIES), () -> said(pack)));
        fields.required(
                "reviews",
                Shape.listOf(ReviewShapes.REVIEW),
                pack -> pack.file().sections().reviews());
        fields.required("contracts", Shape.listOf(CONTRACT), ReviewPack::contracts);
    }

    private static <T> Optional<T> seen(boolean isSeen, Supplier<T> part) {
        return isSeen ? Optional.of(part.get()) : Optional.empty();
    }

    private static List<Said> said(ReviewPack pack) {
        Function<Feedback, Said> of = feedback -> new Said(pack, feedback);
        return pack.said().stream().map(of).toList();
    }

    private static LocalDate day(Said said) {
        return LocalDate.ofInstant(
                said.feedback().entry().at(), said.pack().file().zone());
    }
}
