package dev.rapport.engagement.overview;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.CoverageFinding;
import dev.rapport.engagement.coverage.Unplaced;
import dev.rapport.engagement.escalation.Escalation;
import dev.rapport.engagement.escalation.EscalationReport;
import dev.rapport.engagement.evaluation.MarginForecast;
import dev.rapport.engagement.evaluation.MarginRange;
import dev.rapport.engagement.evaluation.ModelOption;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.Triangle;
import dev.rapport.engagement.overview.Matters.Draft;
import dev.rapport.engagement.overview.Matters.Price;
import dev.rapport.engagement.overview.Proposal.AmountRange;
import dev.rapport.engagement.overview.Proposal.Kind;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.ModelProposal;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.RoleGap;
import dev.rapport.engagement.plan.Staff;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.health.atrisk.OwnerHours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;

/** Finds what may be proposed, and chooses what comes first by the criterion of {@link Proposal}. For one use. */
final class Proposals {

    private static final Comparator<Proposal> FIRST = Comparator.comparing(
                    (Proposal proposal) -> proposal.gain().isEmpty())
            .thenComparing(Comparator.comparingDouble(Proposal::perWeek).reversed())
            .thenComparing(Proposal::kind)
            .thenComparing(Proposal::subject);

    private static final long SEED = 1;
    private static final int YEARS = 10_000;
    private static final double TAIL = 0.05;

    private static final Price NOT_KNOWN = new Price(Optional.empty(), Optional.empty());
    private static final Price PLANNED_ALREADY = new Price(Optional.of(BigDecimal.ZERO), Optional.empty());

    private final Plan plan;
    private final Optional<Staff> staff;
    private final LocalDate otherwise;
    private final Map<String, AtRisk> changeable = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Choice> choices;
    private final int compared;

    Proposals(Plan plan, int days) {
        this.plan = plan;
        this.staff = plan.staff();
        this.otherwise = plan.date().plusDays(days);
        plan.atRisk()
                .value()
                .ifPresent(list -> list.changeable().forEach(line -> changeable.put(line.customerId(), line)));
        plan.atRisk().value().ifPresent(this::saves);
        plan.atRisk().value().ifPresent(list -> list.hours().forEach(this::moreHours));
        ModelProposal.of(plan).value().ifPresent(this::models);
        plan.assignments().value().ifPresent(this::hires);
        plan.coverage().value().ifPresent(this::owners);
        plan.escalations().value().ifPresent(this::escalations);
        this.choices = candidates.stream().map(Choice::new).toList();
        this.compared = (int)
                choices.stream().filter(choice -> choice.proposal.isPresent()).count();
    }

    /** What a candidate comes to for those customers of whom nothing else is proposed yet. */
    private static final class Choice {
        private final Candidate candidate;
        private Optional<Proposal> proposal;

        Choice(Candidate candidate) {
            this.candidate = candidate;
            this.proposal = candidate.without(Set.of());
        }

        Proposal proposal() {
            return proposal.orElseThrow();
        }

        /** Works it out again, unless it is about none of those who were taken since. */
        void leaveOut(Collection<String> newlyTaken, Set<String> taken) {
            if (proposal.isEmpty()
                    || !Collections.disjoint(newlyTaken, proposal.get().customers())) {
                proposal = candidate.without(taken);
            }
        }
    }

    List<Proposal> first(int most) {
        List<Proposal> chosen = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        List<Choice> left = new ArrayList<>(choices);
        while (chosen.size() < most) {
            Optional<Choice> best = left.stream()
                    .filter(choice -> choice.proposal.isPresent())
                    .min(Comparator.comparing(Choice::proposal, FIRST));
            if (best.isEmpty()) {
                return chosen;
            }
            Proposal proposal = best.get().proposal();
            chosen.add(best.get().candidate.ranged(proposal, taken));
            left.remove(best.get());
            Set<String> newlyTaken = new HashSet<>(proposal.customers());
            taken.addAll(newlyTaken);
            if (chosen.size() < most) {
                left.forEach(choice -> choice.leaveOut(newlyTaken, taken));
            }
        }
        return chosen;
    }

    /** How many proposals there were to choose from. */
    int compared() {
        return compared;
    }

    private void saves(AtRiskList list) {
        Map<String, List<Matter>> byOwner = new TreeMap<>();
        Map<String, List<Matter>> bySegment = new TreeMap<>();
        for (AtRisk line : list.lines()) {
            CustomerLine customer = plan.customers().get(line.row());
            Optional<String> owner =
                    line.owner().or(() -> customer.owners().stream().findFirst());
            Matter matter = Matter.toSave(line, otherwise);
            if (owner.isPresent()) {
                byOwner.computeIfAbsent(owner.get(), absent -> new ArrayList<>())
                        .add(matter);
            } else {
                bySegment
                        .computeIfAbsent(customer.segment().orElse("none"), absent -> new ArrayList<>())
                        .add(matter);
            }
        }
        byOwner.forEach((owner, matters) -> add(new Draft(
                Kind.SAVE,
                owner,
                staff.isPresent() ? staff.get().accountableFor(owner) : Optional.of(owner),
                matters,
                hourly(owner))));
        bySegment.forEach(
                (segment, matters) -> add(new Draft(Kind.SAVE, segment, Optional.empty(), matters, NOT_KNOWN)));
    }

    private Price hourly(String owner) {
        return new Price(Optional.of(BigDecimal.ZERO), staff.flatMap(known -> known.hourlyCost(owner)));
    }

    private void moreHours(OwnerHours hours) {
        Optional<OwnerHours.Cut> cut = hours.cut().filter(known -> known.gain().isPresent());
        if (cut.isEmpty() || !cut.get().gain().get().isPositive()) {
            return;
        }
        AtRisk line = cut.get().first();
        Money gain = cut.get().gain().get();
        Optional<Money> cost = staff.flatMap(known -> known.hourlyCost(hours.owner()))
                .map(hourly -> money(hourly.doubleValue() * cut.get().missingHours()));
        LocalDate deadline = notBeforeTomorrow(line.lastSafeDay().orElse(otherwise));
        double brings = amount(gain) - cost.map(Proposals::amount).orElse(0.0);
        fixed(new Proposal.Builder()
                .kind(Kind.ADD_HOURS)
                .subject(hours.owner())
                .means(line.play().map(play -> play.code()))
                .accountable(staff.flatMap(known -> known.managerOf(hours.owner())))
                .deadline(deadline)
                .addCustomers(line.customerId())
                .arr(line.atStake())
                .hours(cut.get().missingHours())
                .cost(cost)
                .gain(gain)
                .range(saved(Matter.toSave(line, otherwise)))
                .lossOtherwise(line.expectedLoss())
                .perWeek(brings / Matter.weeks(plan.date(), deadline))
                .build());
    }

    /** Of one customer all is saved, or nothing. */
    private AmountRange saved(Matter matter) {
        double probability = matter.probabilitySaved();
        return new AmountRange(
                money(probability > 1 - TAIL ? matter.stake() : 0), money(probability > TAIL ? matter.stake() : 0));
    }

    private void models(ModelProposal proposal) {
        for (ModelOption option : proposal.proposed()) {
            Optional<ModelOption> present = proposal.options().stream()
                    .filter(other -> isPresent(other, option.of().segment()))
                    .findFirst();
            if (present.isPresent() && !present.get().of().equals(option.of())) {
                model(present.get(), option);
            }
        }
    }

    private boolean isPresent(ModelOption option, String segment) {
        return option.of().segment().equals(segment)
                && plan.economics()
                        .read(economics -> economics.policy().modelOf(segment), Optional.<EngagementModel>empty())
                        .filter(model -> model.id().equals(option.of().model()))
                        .isPresent();
    }

    /** What another model keeps more, and costs more. */
    private void model(ModelOption present, ModelOption other) {
        double cost = other.cost().subtract(present.cost()).doubleValue();
        MarginRange margins = forecast(other).simulateBeyond(forecast(present), SEED, YEARS);
        double gain = other.keptProfit() - present.keptProfit();
        Optional<String> role = present.economics().hoursByRole().entrySet().stream()
                .max(Map.Entry.<String, BigDecimal>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, BigDecimal>comparingByKey().reversed()))
                .map(Map.Entry::getKey);
        fixed(new Proposal.Builder()
                .kind(Kind.CHANGE_MODEL)
                .subject(other.of().segment())
                .means(other.of().model())
                .accountable(role.flatMap(known -> staff.flatMap(all -> all.answerableFor(known))))
                .deadline(otherwise)
                .arr(other.economics().arr())
                .cost(money(cost))
                .gain(money(gain))
                .range(new AmountRange(money(margins.quantile(TAIL) + cost), money(margins.quantile(1 - TAIL) + cost)))
                .lossOtherwise(money(Math.max(0, gain - cost)))
                .perWeek((gain - cost) / Matter.weeks(plan.date(), otherwise))
                .build());
    }

    /** Of which nothing varies but what is kept. */
    private static MarginForecast forecast(ModelOption option) {
        return MarginForecast.of(List.of(option), Triangle.exactly(1), Triangle.exactly(1));
    }

    private void hires(Map<String, Assignment> assignments) {
        for (RoleGap gap : RoleGap.of(plan).value().orElse(List.of())) {
            Assignment assignment = assignments.get(gap.role());
            if (assignment != null && gap.hires().orElse(0) > 0) {
                List<Matter> matters = new ArrayList<>();
                for (Unplaced unplaced : assignment.unplaced()) {
                    matters.add(matter(unplaced.customerId(), otherwise));
                }
                add(new Draft(
                        Kind.HIRE,
                        gap.role(),
                        gap.answerable(),
                        matters,
                        new Price(gap.costOfHires().map(Money::getAmount), Optional.empty())));
            }
        }
    }

    private void owners(Coverage coverage) {
        Map<String, Map<String, Matter>> byRole = new TreeMap<>();
        for (CoverageFinding finding : coverage.findings()) {
            if (PlanTrust.isWithoutOwner(finding)) {
                byRole.computeIfAbsent(finding.role(), absent -> new LinkedHashMap<>())
                        .put(finding.customerId(), matter(finding.customerId(), otherwise));
            }
        }
        byRole.forEach((role, matters) -> add(new Draft(
                Kind.NAME_OWNERS,
                role,
                staff.flatMap(known -> known.answerableFor(role)),
                List.copyOf(matters.values()),
                PLANNED_ALREADY)));
    }

    private void escalations(EscalationReport report) {
        Map<String, Map<String, Matter>> byMember = new TreeMap<>();
        for (Escalation escalation : report.escalations()) {
            if (escalation.overdue() && escalation.accountable().isPresent()) {
                byMember.computeIfAbsent(escalation.accountable().get(), absent -> new LinkedHashMap<>())
                        .put(escalation.customerId(), matter(escalation.customerId(), plan.date()));
            }
        }
        byMember.forEach((member, matters) ->
                add(new Draft(Kind.ESCALATE, member, Optional.of(member), List.copyOf(matters.values()), NOT_KNOWN)));
    }

    private Matter matter(String customer, LocalDate deadline) {
        Optional<AtRisk> line = Optional.ofNullable(changeable.get(customer));
        Money arr = plan.find(customer).flatMap(CustomerLine::arr).orElse(Money.zero(plan.currency()));
        LocalDate first = line.flatMap(AtRisk::lastSafeDay)
                .filter(day -> day.isBefore(deadline))
                .orElse(deadline);
        return Matter.of(customer, arr, first, line);
    }

    private void add(Draft draft) {
        candidates.add(draft.on(plan.date(), plan.currency()));
    }

    private void fixed(Proposal proposal) {
        candidates.add(
                taken -> proposal.perWeek() > 0 && proposal.customers().stream().noneMatch(taken::contains)
                        ? Optional.of(proposal)
                        : Optional.empty());
    }

    private LocalDate notBeforeTomorrow(LocalDate day) {
        LocalDate tomorrow = plan.date().plusDays(1);
        return day.isBefore(tomorrow) ? tomorrow : day;
    }

    private Money money(double amount) {
        return Money.of(plan.currency(), BigDecimal.valueOf(amount), RoundingMode.HALF_EVEN);
    }

    private static double amount(Money amount) {
        return amount.getAmount().doubleValue();
    }
}
