package dev.rapport.engagement.json;

import dev.rapport.engagement.model.Verdict;
import dev.rapport.engagement.overview.Kept;
import dev.rapport.engagement.overview.PlanVerdict;
import dev.rapport.engagement.overview.Proposal;
import dev.rapport.engagement.overview.SegmentRow;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.MarginOutlook;
import dev.rapport.engagement.plan.RoleGap;
import dev.rapport.engagement.whatif.PlanDifference;
import dev.rapport.engagement.whatif.SegmentDifference;
import dev.rapport.engagement.whatif.Shift;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.joda.money.Money;

/** What becomes of a plan when something that goes into it is another, as a document: {@code rapport/plan-difference}. */
public final class PlanDifferenceJson {

    private static final int VERSION = 1;

    private static final Shape<Shift<Money>> AMOUNT = Output.object("shift-of-amount", fields -> {
        declareBoth(fields, Shape.money());
        fields.optional(
                "difference",
                Shape.money(),
                shift -> shift.then().flatMap(then -> shift.now().map(then::minus)));
    });

    private static final Shape<Shift<BigDecimal>> NUMBER = Output.object("shift-of-number", fields -> {
        declareBoth(fields, Shape.decimal());
        fields.optional(
                "difference",
                Shape.decimal(),
                shift -> shift.then().flatMap(then -> shift.now().map(then::subtract)));
    });

    private static final Shape<Shift<String>> WORD =
            Output.object("shift-of-word", fields -> declareBoth(fields, Shape.text()));

    private static final Shape<Shift<Verdict>> VERDICT =
            Output.object("shift-of-verdict", fields -> declareBoth(fields, Shape.oneOf(Verdict.class)));

    private static final Shape<Shift<SegmentRow.ModelMove>> MOVE =
            Output.object("shift-of-move", fields -> declareBoth(fields, OverviewShapes.MOVE));

    private static final Shape<Shift<PolicyRef>> POLICY =
            Output.object("shift-of-policy", fields -> declareBoth(fields, HealthShapes.POLICY));

    private static final Shape<Shift<List<Proposal>>> DECISIONS =
            Output.object("shift-of-decisions", fields -> declareBoth(fields, Shape.listOf(OverviewShapes.PROPOSAL)));

    private static final Shape<PlanDifference> HEADLINE = Output.object("headline-difference", fields -> {
        number(fields, "customers", difference -> difference.verdict().read(one -> whole(one.customers())));
        amount(fields, "arr", difference -> difference.verdict().read(PlanVerdict::arr));
        number(
                fields,
                "grr",
                difference -> difference
                        .verdict()
                        .read(PlanVerdict::kept)
                        .read(kept -> Optional.of(BigDecimal.valueOf(kept.share()))));
        number(fields, "nrr", difference -> difference.verdict().read(one -> decimal(one.net())));
        amount(fields, "decided", difference -> difference.verdict().read(PlanVerdict::decided));
        amount(fields, "expectedLoss", difference -> difference.verdict().read(PlanVerdict::expectedLoss));
        amount(fields, "saveable", difference -> difference.verdict().read(PlanVerdict::saveable));
        amount(fields, "costToServe", difference -> difference.whole().read(SegmentRow::costToServe));
        number(fields, "costShare", difference -> difference.whole().read(row -> decimal(row.costShare())));
        amount(fields, "margin", difference -> difference.whole().read(SegmentRow::margin));
        amount(fields, "expectedMargin", outlook(MarginOutlook::expected));
        amount(fields, "marginInABadYear", outlook(MarginOutlook::bad));
        amount(fields, "marginInAnOrdinaryYear", outlook(MarginOutlook::ordinary));
        amount(fields, "marginInAGoodYear", outlook(MarginOutlook::good));
    });

    private static final Shape<SegmentDifference> SEGMENT = Output.object("segment-difference", fields -> {
        fields.required("segment", Shape.text(), SegmentDifference::segment);
        fields.required("isChange", Shape.bool(), SegmentDifference::isChange);
        part(fields, "model", WORD, SegmentDifference::model);
        number(fields, "customers", segment -> segment.row().read(row -> whole(row.customers())));
        amount(fields, "arr", segment -> segment.row().read(row -> Optional.of(row.arr())));
        number(
                fields,
                "grr",
                segment -> segment.row()
                        .read(SegmentRow::kept)
                        .read(kept -> Optional.of(BigDecimal.valueOf(kept.share()))));
        number(fields, "target", segment -> segment.row().read(SegmentRow::kept).read(PlanDifferenceJson::target));
        amount(fields, "costToServe", segment -> segment.row().read(SegmentRow::costToServe));
        number(fields, "costShare", segment -> segment.row().read(row -> decimal(row.costShare())));
        amount(fields, "margin", segment -> segment.row().read(SegmentRow::margin));
        part(
                fields,
                "pays",
                VERDICT,
                segment -> segment.row().read(SegmentRow::payback).read(payback -> Optional.of(payback.verdict())));
        part(fields, "move", MOVE, segment -> segment.row().read(SegmentRow::move));
    });

    private static final Shape<Map.Entry<String, Shift<RoleGap>>> ROLE = Output.object("role-difference", fields -> {
        fields.required("role", Shape.text(), Map.Entry::getKey);
        number(fields, "hoursNeeded", role -> role.getValue().read(gap -> Optional.of(gap.hoursNeeded())));
        number(fields, "hoursAvailable", role -> role.getValue().read(gap -> Optional.of(gap.hoursAvailable())));
        number(fields, "people", role -> role.getValue().read(gap -> whole(gap.people())));
        number(fields, "hires", role -> role.getValue().read(gap -> whole(gap.hires())));
        amount(fields, "costOfHires", role -> role.getValue().read(RoleGap::costOfHires));
    });

    private static final Shape<Map.Entry<String, Shift<CustomerLine>>> CUSTOMER =
            Output.object("customer-difference", fields -> {
                fields.required("customer", Shape.text(), Map.Entry::getKey);
                amount(fields, "arr", customer -> customer.getValue().read(CustomerLine::arr));
                part(fields, "segment", WORD, customer -> customer.getValue().read(CustomerLine::segment));
                part(fields, "band", WORD, customer -> PlanDifference.band(customer.getValue()));
            });

    /** The whole difference. */
    public static final Shape<PlanDifference> SHAPE = Output.object("plan-difference", fields -> {
        fields.format("plan-difference", VERSION);
        fields.required("date", Shape.date(), PlanDifference::date);
        fields.required(
                "currency", Shape.text(), difference -> difference.currency().getCode());
        fields.required("policies", Output.mapOf(POLICY), difference -> difference.policies());
        fields.required("headline", HEADLINE, difference -> difference);
        fields.required("segments", Shape.listOf(SEGMENT), PlanDifference::segments);
        fields.required(
                "capacity",
                Shape.listOf(ROLE),
                difference -> List.copyOf(difference.roles().entrySet()));
        fields.required("decisions", DECISIONS, PlanDifference::decisions);
        fields.required(
                "customers",
                Shape.listOf(CUSTOMER),
                difference -> List.copyOf(difference.customers().entrySet()));
    });

    private PlanDifferenceJson() {}

    /**
     * Writes a difference.
     *
     * @param difference  the difference
     * @param out  where it is written as one JSON value
     */
    public static void write(PlanDifference difference, JsonOut out) {
        SHAPE.write(difference, out);
    }

    private static <V> void declareBoth(OutputFields<Shift<V>> fields, Shape<V> shape) {
        fields.optional("now", shape, Shift::now);
        fields.optional("then", shape, Shift::then);
    }

    /** Left out where neither plan has it. */
    private static <T, V> void part(
            OutputFields<T> fields, String name, Shape<Shift<V>> shape, Function<T, Shift<V>> get) {
        fields.optional(
                name,
                shape,
                whole -> Optional.of(get.apply(whole))
                        .filter(shift -> shift.now().isPresent() || shift.then().isPresent()));
    }

    private static <T> void amount(OutputFields<T> fields, String name, Function<T, Shift<Money>> get) {
        part(fields, name, AMOUNT, get);
    }

    private static <T> void number(OutputFields<T> fields, String name, Function<T, Shift<BigDecimal>> get) {
        part(fields, name, NUMBER, get);
    }

    private static Function<PlanDifference, Shift<Money>> outlook(Function<MarginOutlook, Money> amount) {
        return difference -> difference.outlook().read(amount.andThen(Optional::of));
    }

    private static Optional<BigDecimal> target(Kept kept) {
        return decimal(kept.target());
    }

    private static Optional<BigDecimal> decimal(OptionalDouble number) {
        return number.isPresent() ? Optional.of(BigDecimal.valueOf(number.getAsDouble())) : Optional.empty();
    }

    private static Optional<BigDecimal> whole(OptionalInt number) {
        return number.isPresent() ? whole(number.getAsInt()) : Optional.empty();
    }

    private static Optional<BigDecimal> whole(int number) {
        return Optional.of(BigDecimal.valueOf(number));
    }
}
