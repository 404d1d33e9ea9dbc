package dev.rapport.health.loss;

import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.ArrChange;
import dev.rapport.health.retention.Level;
import dev.rapport.health.retention.RevenueHistory;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Program;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A policy of losses that is ready to attribute. Immutable. */
public final class LossAttribution {

    /** The kinds of outcome that say why revenue was lost. */
    private static final Set<String> LOSSES = Set.of("churned", "contracted");

    private final LossPolicy policy;
    private final Program program;

    LossAttribution(LossPolicy policy, Program program) {
        this.policy = policy;
        this.program = program;
    }

    /**
     * What was written down.
     *
     * @return the policy
     */
    public LossPolicy policy() {
        return policy;
    }

    /**
     * Attributes every loss of a history: the churn and contraction of its steps by account, to the cent. The signs of each
     * are read as they stood the policy's days before the loss, as it is known at the cut.
     *
     * @param facts  the uncut history, with the standard attributes derived
     * @param asOf  the cut
     * @param history  the revenue up to the cut
     * @return the losses, what they come to by cause, and what contradicts itself
     */
    public LossReport report(Facts facts, AsOf asOf, RevenueHistory history) {
        Book now = facts.asOf(asOf);
        Map<LocalDate, List<LostRevenue>> byDay = new TreeMap<>();
        for (ArrBridge step : history.steps(Level.ACCOUNT)) {
            for (ArrChange change : step.movements()) {
                if (change.kind().orElseThrow() == ArrBridge.Kind.CHURN
                        || change.kind().orElseThrow() == ArrBridge.Kind.CONTRACTION) {
                    LocalDate day = now.find(change.unit().customerId())
                            .flatMap(view -> lastEnd(view, step))
                            .orElse(step.to());
                    byDay.computeIfAbsent(day, absent -> new ArrayList<>()).add(new LostRevenue(day, change));
                }
            }
        }
        List<AttributedLoss> losses = new ArrayList<>();
        byDay.forEach((day, lost) -> losses.addAll(attribute(lost, day, facts, asOf, now)));
        losses.sort(Comparator.comparing((AttributedLoss loss) -> loss.loss().amount())
                .reversed()
                .thenComparing(loss -> loss.loss().customerId())
                .thenComparing(loss -> loss.loss().on()));
        return new LossReport(policy, history, List.copyOf(losses), Contradictions.find(losses, policy, now));
    }

    /** The last day on which a contract ended, of those between the dates of a step. */
    private static Optional<LocalDate> lastEnd(CustomerView view, ArrBridge step) {
        return ContractTerms.of(view).stream()
                .map(terms -> terms.endOn(step.to()))
                .flatMap(Optional::stream)
                .filter(end -> end.isAfter(step.from()) && !end.isAfter(step.to()))
                .max(Comparator.naturalOrder());
    }

    private List<AttributedLoss> attribute(List<LostRevenue> lost, LocalDate day, Facts facts, AsOf asOf, Book now) {
        Map<String, String> stated = new HashMap<>();
        for (LostRevenue loss : lost) {
            now.find(loss.customerId())
                    .flatMap(view -> stated(view, day))
                    .ifPresent(reason -> stated.put(loss.customerId(), reason));
        }
        AsOf before = AsOf.endOf(day.minusDays(1L + policy.daysBefore()), facts.zone())
                .knownAt(asOf.knownAt());
        Book then = facts.asOf(before).with(LossPolicy.STATED, "outcomes", stated);
        Book today = now.with(LossPolicy.STATED, "outcomes", stated);
        List<AttributedLoss> losses = new ArrayList<>();
        for (LostRevenue loss : lost) {
            CustomerView view = then.find(loss.customerId())
                    .or(() -> today.find(loss.customerId()))
                    .orElseThrow();
            losses.add(attribute(loss, view, Optional.ofNullable(stated.get(loss.customerId()))));
        }
        return losses;
    }

    /** What was said nearest to the day. */
    private Optional<String> stated(CustomerView view, LocalDate day) {
        return view.series(Outcome.SERIES).stream()
                .filter(outcome -> LOSSES.contains(outcome.kind())
                        && outcome.reason().isPresent()
                        && distance(outcome, view, day) <= policy.statedWithinDays())
                .min(Comparator.comparingLong((Outcome outcome) -> distance(outcome, view, day))
                        .thenComparing(outcome -> outcome.entry().at())
                        .thenComparing(outcome -> outcome.entry().id()))
                .flatMap(Outcome::reason);
    }

    private static long distance(Outcome outcome, CustomerView view, LocalDate day) {
        return Math.abs(
                ChronoUnit.DAYS.between(LocalDate.ofInstant(outcome.entry().at(), view.zone()), day));
    }

    private AttributedLoss attribute(LostRevenue loss, CustomerView view, Optional<String> stated) {
        Explanation reasons = program.explain(view);
        List<RankedCause> ranked = new ArrayList<>();
        for (int i = 0; i < policy.causes().size(); i++) {
            Explanation part = reasons.parts().get(i);
            double points = part.value().orElse(0);
            double said = part.parts().get(0).value().orElse(0);
            if (points > 0) {
                ranked.add(new RankedCause(policy.causes().get(i), points, points - said));
            }
        }
        ranked.sort(Comparator.comparingDouble(RankedCause::points).reversed());
        Optional<LossCause> cause = ranked.stream()
                .findFirst()
                .filter(first -> first.points() >= policy.minimumPoints())
                .map(RankedCause::cause);
        return AttributedLoss.builder()
                .loss(loss)
                .stated(stated)
                .statedCause(stated.flatMap(this::statedCause))
                .ranked(ranked)
                .decision(new Decision<>(loss.customerId(), cause, reasons))
                .build();
    }

    private Optional<LossCause> statedCause(String reason) {
        return policy.causes().stream()
                .filter(cause -> cause.statedAs().contains(reason))
                .findFirst();
    }
}
