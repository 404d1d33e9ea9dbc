package dev.rapport.engagement.overview;

import dev.rapport.engagement.evaluation.ModelOption;
import dev.rapport.engagement.model.BreakEven;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.model.Verdict;
import dev.rapport.engagement.overview.SegmentRow.ModelMove;
import dev.rapport.engagement.overview.SegmentRow.Payback;
import dev.rapport.engagement.overview.SegmentRow.Price;
import dev.rapport.engagement.plan.ModelProposal;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.PlanRetention;
import dev.rapport.engagement.plan.PlanRetention.SegmentRetention;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.estimate.Interval;
import dev.rapport.health.retention.RetentionRate;
import dev.rapport.segmentation.segment.Segment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;

/** Puts together the rows of the segment table. For one use. */
final class SegmentRows {

    private final Plan plan;
    private final Optional<ModelProposal> proposal;
    private final Optional<EngagementPolicy> policy;

    SegmentRows(Plan plan) {
        this.plan = plan;
        this.proposal = ModelProposal.of(plan).value();
        this.policy = plan.economics().value().map(Economics::policy);
    }

    List<SegmentRow> rows() {
        List<SegmentRow> rows = new ArrayList<>();
        for (SegmentLine line : plan.segments()) {
            rows.add(row(line));
        }
        return List.copyOf(rows);
    }

    SegmentRow whole() {
        SegmentRow.Builder row = new SegmentRow.Builder()
                .customers(plan.customers().size())
                .arr(plan.arr())
                .kept(plan.retention().value().flatMap(this::kept));
        plan.economics()
                .value()
                .ifPresent(economics -> row.costToServe(economics.costToServe())
                        .costShare(share(economics))
                        .margin(economics.margin()));
        return row.build();
    }

    private static OptionalDouble share(Economics economics) {
        double arr =
                economics.arr().map(amount -> amount.getAmount().doubleValue()).orElse(0.0);
        return economics.costToServe().isEmpty() || !(arr > 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(economics.costToServe().get().getAmount().doubleValue() / arr);
    }

    private SegmentRow row(SegmentLine line) {
        Optional<Kept> kept = plan.retention().value().flatMap(retention -> kept(line, retention));
        SegmentRow.Builder row = new SegmentRow.Builder()
                .segment(line.segment())
                .customers(line.customers().size())
                .arr(line.arr())
                .kept(kept);
        line.economics().ifPresent(economics -> {
            row.costToServe(economics.costToServe())
                    .costShare(economics.costShare())
                    .margin(economics.margin());
            if (economics.customers() > 0) {
                Payback payback = payback(economics, kept.flatMap(Kept::range));
                boolean isMissed = kept.flatMap(Kept::standing)
                        .filter(Kept.Standing.MISSED::equals)
                        .isPresent();
                row.payback(payback).move(move(economics, payback, isMissed));
            }
        });
        return row.build();
    }

    private Optional<Kept> kept(SegmentLine line, PlanRetention retention) {
        String id = line.segment().map(Segment::id).orElse("none");
        return retention.segments().stream()
                .filter(segment -> segment.segment().equals(id))
                .findFirst()
                .flatMap(segment -> kept(segment.rates().get(0).gross(), target(id)));
    }

    private Optional<Kept> kept(PlanRetention retention) {
        return kept(retention.rates().get(0).gross(), target(retention));
    }

    private static Optional<Kept> kept(RetentionRate rate, OptionalDouble target) {
        return rate.share().isEmpty()
                ? Optional.empty()
                : Optional.of(new Kept(
                        rate.share().getAsDouble(), rate.estimate().known().map(Estimate.Known::interval), target));
    }

    private OptionalDouble target(String segment) {
        return policy.map(known -> known.retentionTargets().get(segment))
                .map(share -> OptionalDouble.of(share.doubleValue()))
                .orElseGet(OptionalDouble::empty);
    }

    /** The mean of the segments' targets by the ARR of a year ago; empty if a segment that had some has no target. */
    private OptionalDouble target(PlanRetention retention) {
        BigDecimal opening = BigDecimal.ZERO;
        double meant = 0;
        for (SegmentRetention segment : retention.segments()) {
            Money arr = segment.year().opening();
            if (arr.isPositive()) {
                OptionalDouble target = target(segment.segment());
                if (target.isEmpty()) {
                    return target;
                }
                opening = opening.add(arr.getAmount());
                meant += arr.getAmount().doubleValue() * target.getAsDouble();
            }
        }
        return opening.signum() == 0 ? OptionalDouble.empty() : OptionalDouble.of(meant / opening.doubleValue());
    }

    private Payback payback(SegmentEconomics economics, Optional<Interval> range) {
        OptionalDouble low = range.map(known -> remains(economics, known.low())).orElseGet(OptionalDouble::empty);
        OptionalDouble high =
                range.map(known -> remains(economics, known.high())).orElseGet(OptionalDouble::empty);
        double target = policy.orElseThrow().targetMargin().doubleValue();
        Verdict verdict = economics.verdict();
        if (verdict == Verdict.PAYS) {
            verdict = high.isPresent() && high.getAsDouble() < target
                    ? Verdict.DOES_NOT_PAY
                    : low.isPresent() && low.getAsDouble() >= target ? Verdict.PAYS : Verdict.CANNOT_TELL;
        }
        return new Payback(verdict, low, high);
    }

    /** What remains of each unit of ARR that is kept; empty if the cost is not known, or nothing is kept. */
    private static OptionalDouble remains(SegmentEconomics economics, double kept) {
        double arr = economics.arr().getAmount().doubleValue() * Math.min(1, kept);
        double profit = economics.exactGrossProfit().doubleValue() * Math.min(1, kept);
        return economics.exactCostToServe().isEmpty() || !(arr > 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of((profit - economics.exactCostToServe().get().doubleValue()) / arr);
    }

    private ModelMove move(SegmentEconomics economics, Payback payback, boolean isMissed) {
        Optional<ModelOption> other = proposal.flatMap(known -> known.proposed(economics.segment()))
                .filter(option -> !option.of().model().equals(economics.model()));
        if (other.isPresent() && economics.exactCostToServe().isPresent()) {
            BigDecimal extra =
                    other.get().cost().subtract(economics.exactCostToServe().get());
            return new ModelMove(
                    ModelMove.Kind.CHANGE,
                    Optional.of(other.get().of().model()),
                    Optional.of(price(extra, economics.exactGrossProfit().doubleValue() / 100)));
        }
        if (isMissed) {
            return new ModelMove(ModelMove.Kind.NONE_HOLDS, Optional.empty(), Optional.empty());
        }
        Optional<BreakEven> cheaper = economics.breakEven();
        return payback.verdict() == Verdict.PAYS || cheaper.isEmpty()
                ? new ModelMove(ModelMove.Kind.KEEP, Optional.empty(), Optional.empty())
                : new ModelMove(
                        ModelMove.Kind.TRY,
                        cheaper.map(BreakEven::cheaperModel),
                        cheaper.map(known -> price(
                                known.extraCost().negate(),
                                known.marginPerPoint().doubleValue())));
    }

    private Price price(BigDecimal extraCost, double marginPerPoint) {
        return new Price(
                Money.of(plan.currency(), extraCost, RoundingMode.HALF_EVEN),
                marginPerPoint > 0
                        ? OptionalDouble.of(extraCost.doubleValue() / marginPerPoint)
                        : OptionalDouble.empty());
    }
}
