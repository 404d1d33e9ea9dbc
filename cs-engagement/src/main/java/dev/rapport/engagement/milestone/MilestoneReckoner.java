package dev.rapport.engagement.milestone;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One milestone of one customer: its anchors, and what became of each step. */
final class MilestoneReckoner {

    private final Milestone milestone;
    private final CustomerView view;
    private final Reckoning reckoning;
    private final Map<OccurrenceKey, Firing> fired = new HashMap<>();

    MilestoneReckoner(Milestone milestone, CustomerView view, Reckoning reckoning, List<Firing> memory) {
        this.milestone = milestone;
        this.view = view;
        this.reckoning = reckoning;
        for (Firing firing : memory) {
            OccurrenceKey key = firing.key();
            if (key.milestone().equals(milestone.id()) && key.customerId().equals(view.customerId())) {
                fired.put(key, firing);
            }
        }
    }

    /** The occurrences that are due in a span, and those that fired for days that have moved since. */
    List<Occurrence> occurrences(Span due) {
        List<Anchor> anchors = anchors(anchorsOf(due));
        Moves moves = new Moves(anchors);
        List<Occurrence> occurrences = new ArrayList<>();
        for (Anchor anchor : anchors) {
            for (Step step : milestone.steps()) {
                if (due.contains(dueOn(step, anchor.date()))) {
                    occurrences.add(occurrence(anchor, step, moves));
                }
            }
        }
        for (Firing firing : fired.values()) {
            if (due.contains(firing.dueOn())
                    && occurrences.stream().noneMatch(o -> o.key().equals(firing.key()))) {
                occurrences.add(occurrence(firing.key(), firing.dueOn(), firing.state(), afterwards(firing, moves)));
            }
        }
        return occurrences;
    }

    Occurrence why(OccurrenceKey key) {
        List<Anchor> anchors =
                anchors(new Span(key.anchorDate(), key.anchorDate().plusDays(1)));
        Moves moves = new Moves(anchors);
        Firing firing = fired.get(key);
        Optional<Step> step = milestone.steps().stream()
                .filter(candidate -> candidate.toString().equals(key.step()))
                .findFirst();
        Optional<Anchor> anchor = anchors.stream()
                .filter(candidate ->
                        candidate.id().equals(key.anchor()) && candidate.date().equals(key.anchorDate()))
                .findFirst();
        if (anchor.isPresent() && step.isPresent()) {
            return occurrence(anchor.get(), step.get(), moves);
        }
        if (firing != null) {
            return occurrence(key, firing.dueOn(), firing.state(), afterwards(firing, moves));
        }
        String reason =
                anchor.isPresent() ? "the milestone has no step \"" + key.step() + "\" any more" : elsewhere(key);
        LocalDate dueOn = step.map(known -> dueOn(known, key.anchorDate())).orElse(key.anchorDate());
        return occurrence(key, dueOn, OccurrenceState.SUPERSEDED, reason);
    }

    /** Where an anchor stands now, nearest to the day that is asked about. */
    private String elsewhere(OccurrenceKey key) {
        Span near = new Span(key.anchorDate().minusYears(5), key.anchorDate().plusYears(5));
        return nearest(anchors(near), key)
                .map(anchor -> "the date of " + key.anchor() + " is not " + key.anchorDate() + " any more, but "
                        + anchor.date())
                .orElse(key.anchor() + " has no date any more, or none near " + key.anchorDate());
    }

    private static Optional<Anchor> nearest(List<Anchor> anchors, OccurrenceKey key) {
        return anchors.stream()
                .filter(anchor -> anchor.id().equals(key.anchor()))
                .min(Comparator.<Anchor>comparingLong(anchor -> distance(anchor, key))
                        .thenComparing(Anchor::date));
    }

    private static long distance(Anchor anchor, OccurrenceKey key) {
        return Math.abs(ChronoUnit.DAYS.between(anchor.date(), key.anchorDate()));
    }

    private Occurrence occurrence(Anchor anchor, Step step, Moves moves) {
        OccurrenceKey key = key(anchor, step);
        LocalDate dueOn = dueOn(step, anchor.date());
        Firing firing = fired.get(key);
        if (firing != null) {
            return occurrence(key, dueOn, firing.state(), firing.reason());
        }
        if (anchor.handled().isPresent()) {
            return occurrence(
                    key,
                    dueOn,
                    OccurrenceState.ALREADY_HANDLED,
                    anchor.handled().get());
        }
        Optional<Firing> before = moves.firedBefore(key);
        if (before.isPresent()) {
            return occurrence(
                    key,
                    dueOn,
                    OccurrenceState.ALREADY_HANDLED,
                    "it fired for " + before.get().key().anchorDate() + ", since when the date of " + anchor.id()
                            + " has not moved by " + days(milestone.reissueWhenMovedByDays()));
        }
        long late = ChronoUnit.DAYS.between(dueOn, view.date());
        if (late < 0) {
            return occurrence(key, dueOn, OccurrenceState.PLANNED, "due in " + days(-late));
        }
        String reason = key.step() + (key.step().startsWith("on") ? ", " : " ") + anchor.date() + " of " + anchor.id();
        if (late <= milestone.fireLateUpToDays()) {
            return occurrence(key, dueOn, OccurrenceState.DUE, reason + (late == 0 ? "" : ", " + days(late) + " late"));
        }
        return occurrence(key, dueOn, OccurrenceState.EXPIRED, expiry(anchor, dueOn));
    }

    private String expiry(Anchor anchor, LocalDate dueOn) {
        LocalDate last = dueOn.plusDays(milestone.fireLateUpToDays());
        String reason = "it did not fire by " + last + ", the last day on which it could";
        return reason
                + anchor.knownSince()
                        .map(known -> LocalDate.ofInstant(known, view.zone()))
                        .filter(known -> known.isAfter(last))
                        .map(known -> "; the date of " + anchor.id() + " became known on " + known)
                        .orElse("; no tick was taken between " + dueOn + " and then that knew of it");
    }

    private String afterwards(Firing firing, Moves moves) {
        return moves.isCurrent(firing.key())
                ? firing.reason() + "; the milestone has no such step any more"
                : firing.reason() + "; since then " + elsewhere(firing.key());
    }

    private Occurrence occurrence(OccurrenceKey key, LocalDate dueOn, OccurrenceState state, String reason) {
        return Occurrence.builder()
                .key(key)
                .dueOn(dueOn)
                .state(state)
                .reason(reason)
                .role(milestone.alerts())
                .firing(Optional.ofNullable(fired.get(key)))
                .build();
    }

    /** The day of a step; where a zone has skipped that day, as Samoa did on 30 December 2011, the next one. */
    private LocalDate dueOn(Step step, LocalDate anchorDate) {
        return step.from(anchorDate).atStartOfDay(view.zone()).toLocalDate();
    }

    private static OccurrenceKey withDate(OccurrenceKey key, LocalDate anchorDate) {
        return OccurrenceKey.builder().from(key).anchorDate(anchorDate).build();
    }

    private OccurrenceKey key(Anchor anchor, Step step) {
        return OccurrenceKey.builder()
                .customerId(view.customerId())
                .milestone(milestone.id())
                .anchor(anchor.id())
                .anchorDate(anchor.date())
                .step(step.toString())
                .build();
    }

    /** The anchors whose steps can be due in a span. */
    private Span anchorsOf(Span due) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (Step step : milestone.steps()) {
            least = Math.min(least, step.mostDaysToAnchor());
            most = Math.max(most, step.mostDaysToAnchor());
        }
        return new Span(
                due.from().plusDays(Math.min(0, least)).minusDays(1),
                due.before().plusDays(Math.max(0, most)));
    }

    /** The anchors in a span, and around the days for which something has fired. */
    private List<Anchor> anchors(Span span) {
        LocalDate from = span.from();
        LocalDate before = span.before();
        int near = milestone.reissueWhenMovedByDays();
        for (OccurrenceKey key : fired.keySet()) {
            LocalDate first = key.anchorDate().minusDays(near);
            LocalDate after = key.anchorDate().plusDays(near);
            from = first.isBefore(from) ? first : from;
            before = after.isAfter(before) ? after : before;
        }
        return milestone.trigger().anchors(view, new Span(from, before), reckoning);
    }

    private static String days(long count) {
        return count == 1 ? "1 day" : count + " days";
    }

    /** What has fired for days that are no anchor any more, and the anchors that those days have moved to. */
    private final class Moves {

        private final Set<String> current = new HashSet<>();
        private final Map<OccurrenceKey, Firing> movedTo = new HashMap<>();

        Moves(List<Anchor> anchors) {
            anchors.forEach(anchor -> current.add(anchor.date() + anchor.id()));
            fired.values().stream().sorted(Firing.IN_ORDER).forEach(firing -> {
                OccurrenceKey old = firing.key();
                if (!isCurrent(old)) {
                    nearest(anchors, old)
                            .filter(anchor -> distance(anchor, old) < milestone.reissueWhenMovedByDays())
                            .ifPresent(anchor -> movedTo.putIfAbsent(withDate(old, anchor.date()), firing));
                }
            });
        }

        boolean isCurrent(OccurrenceKey key) {
            return current.contains(key.anchorDate() + key.anchor());
        }

        /** The firing of the same step for a day that has moved here, but not far enough to fire again. */
        Optional<Firing> firedBefore(OccurrenceKey key) {
            return Optional.ofNullable(movedTo.get(key));
        }
    }
}
