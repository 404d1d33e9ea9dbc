package dev.rapport.engagement.milestone;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Reckoning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One milestone of one customer: its anchors, and what became of each step. */
final class MilestoneReckoner {

    private final Milestone milestone;
    private final CustomerView view;
    private final Reckoning reckoning;
    private final CustomerTiming timing;
    private final Map<OccurrenceKey, LedgerEntry> entries = new HashMap<>();

    /** Of the entries, those of the customer and the milestone count, and of each key the last one given. */
    MilestoneReckoner(Milestone milestone, CustomerView view, Reckoning reckoning, List<LedgerEntry> memory) {
        this.milestone = milestone;
        this.view = view;
        this.reckoning = reckoning;
        this.timing = new CustomerTiming(milestone, view, reckoning);
        for (LedgerEntry entry : memory) {
            OccurrenceKey key = entry.key();
            if (key.milestone().equals(milestone.id()) && key.customerId().equals(view.customerId())) {
                entries.put(key, entry);
            }
        }
    }

    /** The occurrences that are due in a span, and those of the ledger that were, for days that have moved since. */
    List<Occurrence> occurrences(Span due) {
        List<Anchor> anchors = anchors(timing.anchorsOf(due));
        Moves moves = new Moves(anchors);
        List<Occurrence> occurrences = new ArrayList<>();
        for (Anchor anchor : anchors) {
            for (Step step : milestone.steps()) {
                ZonedDateTime dueAt = timing.dueIn(due, step, anchor.date());
                if (dueAt != null) {
                    occurrences.add(occurrence(anchor, step, dueAt, moves));
                }
            }
        }
        if (!entries.isEmpty()) {
            addMoved(due, anchors, moves, occurrences);
        }
        return occurrences;
    }

    private void addMoved(Span due, List<Anchor> anchors, Moves moves, List<Occurrence> occurrences) {
        Set<OccurrenceKey> found = new HashSet<>();
        occurrences.forEach(occurrence -> found.add(occurrence.key()));
        for (LedgerEntry entry : entries.values()) {
            if (due.contains(entry.dueOn()) && !found.contains(entry.key())) {
                occurrences.add(of(entry.key(), anchors, moves));
            }
        }
    }

    Occurrence why(OccurrenceKey key) {
        List<Anchor> anchors =
                anchors(new Span(key.anchorDate(), key.anchorDate().plusDays(1)));
        return of(key, anchors, new Moves(anchors));
    }

    private Occurrence of(OccurrenceKey key, List<Anchor> anchors, Moves moves) {
        Optional<Step> step = step(key);
        Optional<Anchor> anchor = anchor(key, anchors);
        if (anchor.isPresent() && step.isPresent()) {
            return occurrence(
                    anchor.get(),
                    step.get(),
                    timing.dueAt(step.get(), anchor.get().date()),
                    moves);
        }
        Gone gone = gone(key, anchor.isPresent());
        LedgerEntry entry = entries.get(key);
        if (entry != null && (entry.hasFired() || entry.by().isPresent())) {
            return occurrence(
                    key,
                    timing.startOf(entry.dueOn()),
                    entry.state(),
                    entry.reason() + "; since then " + gone.reason());
        }
        ZonedDateTime dueAt = entry != null
                ? timing.startOf(entry.dueOn())
                : step.map(known -> timing.dueAt(known, key.anchorDate()))
                        .orElseGet(() -> timing.startOf(key.anchorDate()));
        return occurrence(key, dueAt, gone.state(), gone.reason());
    }

    private Optional<Step> step(OccurrenceKey key) {
        return milestone.steps().stream()
                .filter(candidate -> candidate.toString().equals(key.step()))
                .findFirst();
    }

    private static Optional<Anchor> anchor(OccurrenceKey key, List<Anchor> anchors) {
        return anchors.stream()
                .filter(candidate ->
                        candidate.id().equals(key.anchor()) && candidate.date().equals(key.anchorDate()))
                .findFirst();
    }

    /** What has become of the matter of an occurrence that has fired: nothing, or why nobody need be told again. */
    Optional<Gone> settled(OccurrenceKey key) {
        List<Anchor> anchors =
                anchors(new Span(key.anchorDate(), key.anchorDate().plusDays(1)));
        Optional<Anchor> anchor = anchor(key, anchors);
        if (anchor.isPresent()) {
            return anchor.get().handled().map(reason -> new Gone(OccurrenceState.ALREADY_HANDLED, reason));
        }
        return Optional.of(gone(key, false));
    }

    /**
     * Why an occurrence is none any more.
     *
     * @param state  what has become of it
     * @param reason  why
     */
    record Gone(OccurrenceState state, String reason) {}

    private Gone gone(OccurrenceKey key, boolean anchorStands) {
        boolean wasPlanned = entries.containsKey(key);
        String anyMore = wasPlanned ? " any more" : "";
        String end = wasPlanned ? "" : "; it had not been planned";
        if (anchorStands) {
            return new Gone(
                    OccurrenceState.SUPERSEDED, "the milestone has no step \"" + key.step() + "\"" + anyMore + end);
        }
        Span near = new Span(key.anchorDate().minusYears(5), key.anchorDate().plusYears(5));
        return nearest(anchors(near), key)
                .map(anchor -> new Gone(
                        OccurrenceState.SUPERSEDED,
                        "the date of " + key.anchor() + " is not " + key.anchorDate() + anyMore + ", but "
                                + anchor.date() + end))
                .orElseGet(() -> new Gone(
                        OccurrenceState.WITHDRAWN,
                        key.anchor() + " has no date" + anyMore + ", or none near " + key.anchorDate() + end));
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

    private Occurrence occurrence(Anchor anchor, Step step, ZonedDateTime dueAt, Moves moves) {
        OccurrenceKey key = key(anchor, step);
        LocalDate dueOn = dueAt.toLocalDate();
        LedgerEntry entry = entries.isEmpty() ? null : entries.get(key);
        if (entry != null
                && (entry.hasFired() || entry.by().isPresent() || entry.state() == OccurrenceState.SUPPRESSED)) {
            return occurrence(key, dueAt, entry.state(), entry.reason());
        }
        if (anchor.handled().isPresent()) {
            return occurrence(
                    key,
                    dueAt,
                    OccurrenceState.ALREADY_HANDLED,
                    anchor.handled().get());
        }
        Optional<LedgerEntry> before = moves.firedBefore(key);
        if (before.isPresent()) {
            return occurrence(
                    key,
                    dueAt,
                    OccurrenceState.ALREADY_HANDLED,
                    "it fired for " + before.get().key().anchorDate() + ", since when the date of " + anchor.id()
                            + " has not moved by " + days(milestone.reissueWhenMovedByDays()));
        }
        long late = timing.today().toEpochDay() - dueOn.toEpochDay();
        if (late < 0) {
            String reason = "due in " + days(-late) + because(anchor);
            return told(anchor, step, occurrence(key, dueAt, OccurrenceState.PLANNED, reason));
        }
        if (late > milestone.fireLateUpToDays()) {
            return occurrence(key, dueAt, OccurrenceState.EXPIRED, expiry(entry, anchor, dueOn));
        }
        if (entry != null && isWaiting(entry)) {
            return occurrence(key, dueAt, OccurrenceState.PLANNED, entry.reason());
        }
        Occurrence due = told(anchor, step, occurrence(key, dueAt, OccurrenceState.DUE, ""));
        return Occurrence.builder()
                .from(due)
                .reason(due.rule() + (late == 0 ? "" : ", " + days(late) + " late") + because(anchor))
                .build();
    }

    /** The occurrence with why it is due on this day, where the step does not say it all. */
    private Occurrence told(Anchor anchor, Step step, Occurrence occurrence) {
        Optional<String> reason = timing.reason(step, anchor.date());
        return reason.isEmpty()
                ? occurrence
                : Occurrence.builder()
                        .from(occurrence)
                        .dayReason(reason)
                        .isEstimated(timing.isEstimated(step, anchor.date()))
                        .build();
    }

    /** The day of the cut, in the zone in which this milestone counts days. */
    LocalDate today() {
        return timing.today();
    }

    private static String because(Anchor anchor) {
        return anchor.because().map(why -> "; " + why).orElse("");
    }

    private boolean isWaiting(LedgerEntry entry) {
        return entry.isOpen()
                && entry.nextAt()
                        .map(next -> !next.isBefore(view.asOf().validAt()))
                        .orElse(false);
    }

    private String expiry(@Nullable LedgerEntry entry, Anchor anchor, LocalDate dueOn) {
        if (entry != null && entry.state() == OccurrenceState.EXPIRED) {
            return entry.reason();
        }
        LocalDate last = dueOn.plusDays(milestone.fireLateUpToDays());
        String reason = "it did not fire by " + last + ", the last day on which it could";
        return reason
                + anchor.knownSince()
                        .map(known -> LocalDate.ofInstant(known, timing.zone()))
                        .filter(known -> known.isAfter(last))
                        .map(known -> "; the date of " + anchor.id() + " became known on " + known)
                        .orElse("; no tick was taken between " + dueOn + " and then that knew of it");
    }

    private Occurrence occurrence(OccurrenceKey key, ZonedDateTime dueAt, OccurrenceState state, String reason) {
        LocalDate dueOn = dueAt.toLocalDate();
        return Occurrence.builder()
                .key(key)
                .dueOn(dueOn)
                .dueAt(dueAt.toInstant())
                .mayFireUntil(timing.startOf(dueOn.plusDays(milestone.fireLateUpToDays() + 1L))
                        .toInstant())
                .state(state)
                .reason(reason)
                .role(milestone.alerts())
                .entry(entries.isEmpty() ? Optional.empty() : Optional.ofNullable(entries.get(key)))
                .build();
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

    /** The anchors in a span, and around the days for which something has fired. */
    private List<Anchor> anchors(Span span) {
        LocalDate from = span.from();
        LocalDate before = span.before();
        int near = milestone.reissueWhenMovedByDays();
        for (LedgerEntry entry : entries.values()) {
            OccurrenceKey key = entry.key();
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
        private final Map<OccurrenceKey, LedgerEntry> movedTo = new HashMap<>();

        Moves(List<Anchor> anchors) {
            if (entries.isEmpty()) {
                return;
            }
            anchors.forEach(anchor -> current.add(anchor.date() + anchor.id()));
            entries.values().stream()
                    .filter(LedgerEntry::hasFired)
                    .sorted(Comparator.comparing(
                                    (LedgerEntry entry) -> entry.firedAt().orElse(Instant.MIN))
                            .thenComparing(LedgerEntry::dueOn)
                            .thenComparing(LedgerEntry::key))
                    .forEach(entry -> {
                        OccurrenceKey old = entry.key();
                        if (!isCurrent(old)) {
                            nearest(anchors, old)
                                    .filter(anchor -> distance(anchor, old) < milestone.reissueWhenMovedByDays())
                                    .ifPresent(anchor -> movedTo.putIfAbsent(withDate(old, anchor.date()), entry));
                        }
                    });
        }

        boolean isCurrent(OccurrenceKey key) {
            return current.contains(key.anchorDate() + key.anchor());
        }

        /** The firing of the same step for a day that has moved here, but not far enough to fire again. */
        Optional<LedgerEntry> firedBefore(OccurrenceKey key) {
            return movedTo.isEmpty() ? Optional.empty() : Optional.ofNullable(movedTo.get(key));
        }
    }
}
