package dev.rapport.health.atrisk;

import dev.rapport.model.customer.Play;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * Cuts a list to what the team can work on: for each member and pool, line by line from the highest loss, each that still
 * fits beside those before it is taken.
 */
final class CapacityCut {

    private final SaveHours hours;
    private final Origin origin;
    private final int horizonDays;
    private final Map<String, List<AtRisk>> byOwner = new TreeMap<>();
    private final Map<String, List<RunningWork>> running = new TreeMap<>();

    /**
     * What is left of a running play.
     *
     * @param hours  the hours that are still to be worked
     * @param days  the days they are spread over
     */
    private record RunningWork(double hours, long days) {}

    /**
     * What was taken and what was not.
     *
     * @param taken  the lines that fit
     * @param beyond  those that do not
     */
    private record Split(List<AtRisk> taken, List<AtRiskList.BeyondCapacity> beyond) {

        static Split of(List<AtRisk> lines, Workload free, int horizonDays) {
            Split split = new Split(new ArrayList<>(), new ArrayList<>());
            for (AtRisk line : lines) {
                long deadline = line.deadline(horizonDays);
                double missing = free.missing(line.hours(), deadline);
                if (missing > 0) {
                    split.beyond.add(new AtRiskList.BeyondCapacity(line, OptionalDouble.of(missing)));
                } else {
                    free.take(line.hours(), deadline);
                    split.taken.add(line);
                }
            }
            return split;
        }
    }

    CapacityCut(SaveHours hours, Origin origin, int horizonDays) {
        this.hours = hours;
        this.origin = origin;
        this.horizonDays = horizonDays;
    }

    /** Cuts the lines of a draft, which are in their order, beside the plays that run, with whomever they do. */
    void apply(AtRiskList.Draft draft) {
        draft.running.forEach(this::takeRunning);
        List<AtRiskList.BeyondCapacity> beyond = new ArrayList<>();
        for (AtRisk line : draft.lines) {
            Optional<String> budget = line.owner().map(hours::budgetOf).filter(hours.perWeek()::containsKey);
            if (budget.isPresent()) {
                byOwner.computeIfAbsent(budget.get(), absent -> new ArrayList<>())
                        .add(line);
            } else {
                beyond.add(new AtRiskList.BeyondCapacity(line, OptionalDouble.empty()));
            }
        }
        List<AtRisk> taken = new ArrayList<>();
        List<OwnerHours> used = new ArrayList<>();
        hours.perWeek().forEach((owner, perWeek) -> {
            Split split = Split.of(byOwner.getOrDefault(owner, List.of()), workload(owner, perWeek), horizonDays);
            taken.addAll(split.taken());
            beyond.addAll(split.beyond());
            used.add(used(owner, perWeek, split));
        });
        taken.sort(AtRisk.ORDER);
        beyond.sort(Comparator.comparing(AtRiskList.BeyondCapacity::line, AtRisk.ORDER));
        draft.lines = taken;
        draft.beyondCapacity = beyond;
        draft.hours = used;
    }

    /** A running play goes on evenly until it expires. */
    private void takeRunning(Play play) {
        long all = ChronoUnit.DAYS.between(play.startedOn(), play.expiresOn());
        long left = ChronoUnit.DAYS.between(origin.today(), play.expiresOn());
        double hoursLeft = origin.play(play.play()).orElseThrow().effort().hours() * left / all;
        running.computeIfAbsent(hours.budgetOf(play.owner()), absent -> new ArrayList<>())
                .add(new RunningWork(hoursLeft, left));
    }

    private Workload workload(String owner, double perWeek) {
        Workload free = Workload.of(perWeek, horizonDays);
        running.getOrDefault(owner, List.of()).forEach(work -> free.takeEvenly(work.hours(), work.days()));
        return free;
    }

    private OwnerHours used(String owner, double perWeek, Split split) {
        OwnerHours.Use use = new OwnerHours.Use(
                perWeek,
                running.getOrDefault(owner, List.of()).stream()
                        .mapToDouble(RunningWork::hours)
                        .sum(),
                split.taken().stream().mapToDouble(AtRisk::hours).sum());
        if (split.beyond().isEmpty()) {
            return new OwnerHours(owner, use, Optional.empty());
        }
        AtRiskList.BeyondCapacity first = split.beyond().get(0);
        double missing = first.missingHours().orElseThrow();
        Split more = Split.of(
                byOwner.getOrDefault(owner, List.of()), workload(owner, perWeek).with(missing), horizonDays);
        return new OwnerHours(
                owner, use, Optional.of(new OwnerHours.Cut(first.line(), missing, gain(split.taken(), more.taken()))));
    }

    private Optional<Money> gain(List<AtRisk> taken, List<AtRisk> more) {
        boolean isKnown = taken.stream().noneMatch(line -> Double.isNaN(line.exactSaved()))
                && more.stream().noneMatch(line -> Double.isNaN(line.exactSaved()));
        return isKnown ? Optional.of(origin.amounts().difference(more, taken, AtRisk::exactSaved)) : Optional.empty();
    }
}
