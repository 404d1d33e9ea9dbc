package dev.rapport.engagement.plan;

import dev.rapport.engagement.forecast.Commitment;
import dev.rapport.engagement.forecast.CommitmentLog;
import dev.rapport.engagement.forecast.ForecastLine;
import dev.rapport.engagement.forecast.ForecastLine.Basis;
import dev.rapport.engagement.forecast.ForecastPolicy;
import dev.rapport.engagement.forecast.ForecastReview;
import dev.rapport.engagement.forecast.RenewalForecast;
import dev.rapport.engagement.forecast.ReviewedLine;
import dev.rapport.engagement.milestone.DecisionResult;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forecasts what is decided ahead, and looks how good earlier forecasts were. */
final class ForecastSection {

    private static final int MONTHS_SCORED = 12;

    private final Facts facts;
    private final Policies policies;
    private final Reckoning reckoning;
    private final int horizonDays;
    private final ForecastPolicy policy;
    private final int graceDays;

    ForecastSection(Facts facts, Policies policies, Reckoning reckoning, int horizonDays) {
        this.facts = facts;
        this.policies = policies;
        this.reckoning = reckoning;
        this.horizonDays = horizonDays;
        this.policy = policies.renewalForecast().orElseGet(ForecastPolicy::standard);
        this.graceDays =
                policies.retention().orElse(RetentionDefinition.STANDARD).graceDays();
    }

    Section<PlanForecast> of(
            DecidedBook now,
            Section<DecisionsAhead> decisions,
            Optional<ChurnGate> gate,
            Optional<DecidedBook> then,
            Optional<PlanChanges> changes) {
        if (decisions.value().isEmpty()) {
            return Section.lacking(decisions.missing());
        }
        List<String> missing = new ArrayList<>();
        if (now.risk().isEmpty()) {
            missing.add("policy churn-risk");
        }
        boolean hasCommitments = now.cut().provides().series().contains(Commitment.SERIES);
        if (!hasCommitments) {
            missing.add("series " + Commitment.SERIES);
        }
        boolean isFitted = gate.flatMap(ChurnGate::model).isPresent();
        RenewalForecast ahead = RenewalForecast.of(
                decisions.value().get(), now.book(), isFitted ? Basis.MODEL : Basis.RULES, policy, reckoning);
        Optional<ForecastReview> review = then.map(earlier -> ForecastReview.of(
                earlier(earlier, now.cut().date()),
                now.cut(),
                changes.orElseThrow().bridge(),
                graceDays,
                reckoning));
        Optional<CommitmentLog> log = hasCommitments ? Optional.of(log(now)) : Optional.empty();
        return new Section<>(Optional.of(new PlanForecast(ahead, review, log)), missing);
    }

    /** What was forecast at an earlier date, by the rules, as far as some later day. */
    private RenewalForecast earlier(DecidedBook then, LocalDate until) {
        int days =
                (int) Math.max(horizonDays, ChronoUnit.DAYS.between(then.cut().date(), until));
        DecisionsAhead decisions =
                DecisionsSection.of(then, days, reckoning).value().orElseThrow();
        return RenewalForecast.of(decisions, then.book(), Basis.RULES, policy, reckoning);
    }

    /** What people and rules said at the ends of the last months, of those of whom somebody said something. */
    private CommitmentLog log(DecidedBook now) {
        Book cut = now.cut();
        List<ReviewedLine> reviewed = new ArrayList<>();
        for (int back = MONTHS_SCORED; back > 0; back--) {
            LocalDate month = cut.date().minusMonths(back);
            LocalDate end = month.withDayOfMonth(month.lengthOfMonth());
            if (!end.isBefore(cut.date())) {
                continue;
            }
            AsOf asOf = AsOf.endOf(end, facts.zone());
            Book said = facts.asOf(asOf).only(ForecastSection::isSpokenOf);
            if (said.size() > 0) {
                DecidedBook then = new DecidedBook(said, policies, Memory.empty(), Optional.empty());
                for (ForecastLine line : earlier(then, end).lines()) {
                    Optional<CustomerView> later = cut.find(line.decision().customerId());
                    later.ifPresent(view -> reviewed.add(
                            new ReviewedLine(line, DecisionResult.of(line.decision(), view, graceDays, reckoning))));
                }
            }
        }
        return CommitmentLog.of(policy, reviewed);
    }

    private static boolean isSpokenOf(CustomerView view) {
        return !view.entries(Commitment.SERIES).isEmpty();
    }
}
